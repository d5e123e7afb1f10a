// Package features describes words of an analysed article by hashed features: as cues of attributions, as parts of a
// cue's source and content, and whole attributions as candidates. It may not know weights or how anything is decided.
package features
