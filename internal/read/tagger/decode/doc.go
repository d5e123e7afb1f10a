// Package decode applies the weights of the attribution tagger: it finds likely cues, decodes source and content around
// each, judges the candidates and chooses among them. It may not know corpora or training.
package decode
