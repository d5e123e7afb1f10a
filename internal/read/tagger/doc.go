// Package tagger finds attributions, the source, cue and content of everything that somebody is reported to have said
// or thought, with trained weights embedded in the program. It may not know names or claims, and it changes nothing
// outside of itself.
package tagger
