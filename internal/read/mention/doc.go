// Package mention finds the proper names of a text, says who or what each of them is, and who is meant by pronouns,
// roles and definite descriptions. It may not know who said or did what.
package mention
