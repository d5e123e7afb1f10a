// Package gazetteer knows the names of states, territories, cities, international bodies, outlets and channels
// beforehand, with what their people are called and which capital stands for which state. It may not look anything up
// outside its own data files, and it knows nothing of texts.
package gazetteer
