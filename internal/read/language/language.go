// Package language tells the language of a text, and whether it is one that is read. It may not read the text, and
// knows no language but those that it is given.
package language

import (
	"slices"
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"sayso/internal/kg"
)

// Language is what the texts of a language are told by.
type Language struct {
	Code   string              // BCP 47 without script or region: "en"
	Name   string              // as it is called in English
	Script *unicode.RangeTable // what its letters are; nil for any
	// words in small letters that nearly every sentence has some of and that other languages lack: a text that has
	// many of them is in the language, whatever the detector says. They may be none.
	Words map[string]bool
}

// Set is the languages that are read. The first is the one that texts are taken for which may be in any: those that
// are too short to tell, numbers and code, of which what cannot be read gives nothing.
type Set []Language

const (
	sampled     = 20_000 // bytes of a text that are looked at
	fewLetters  = 12     // letters below which no script is judged
	shortText   = 60     // letters below which the detector is not asked: headlines
	enoughText  = 200    // letters from which the detector alone may be believed
	ownWords    = 0.10   // share of a language's words from which a text is in it
	unknownCode = "und"  // BCP 47: of a language that is not known
)

// Of gives the BCP 47 code of the language that a text seems to be in. Texts in a script that the detector does not
// know are "und".
func (s Set) Of(text string) string {
	code, _ := s.Tell(text)
	return code
}

// Tell gives the BCP 47 code of the language that a text seems to be in, and whether that is sure: false for what may
// be in any.
func (s Set) Tell(text string) (code string, sure bool) {
	found, sure := s.detect(text)
	return found.Code, sure
}

// Has reports whether a language is among those that are read, by its BCP 47 code, which may have a script or region.
func (s Set) Has(code string) bool {
	return slices.ContainsFunc(s, func(l Language) bool { return l.Code == Primary(code) })
}

// Choose gives the code of the language that a text is to be read in: the one that is stated, unless the text is
// surely in another than a stated one that is read, and without a statement the one that it seems to be in.
func (s Set) Choose(stated, text string) string {
	told, sure := s.Tell(text)
	if stated == "" || sure && told != Primary(stated) && s.Has(stated) {
		return told
	}
	return stated
}

// Check refuses a text that is surely in no language of the set, with the language it seems to be in.
func (s Set) Check(text string) error {
	found, sure := s.detect(text)
	if !sure || s.Has(found.Code) {
		return nil
	}
	return kg.Errorf(kg.Invalid, "the article seems to be in %s; only %s is read so far, so hand in an article of such "+
		"or a translation", found.Name, s.names())
}

// names are the names of the languages: "English", "English and German".
func (s Set) names() string {
	out := make([]string, len(s))
	for i, l := range s {
		out[i] = l.Name
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}

// Primary is the language of a BCP 47 tag without script or region: "en" of "en-GB" and "en_US".
func Primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(tag)
}

// detect gives the language that a text seems to be in, with its code and name, and whether that is sure.
func (s Set) detect(text string) (found Language, sure bool) {
	if len(s) == 0 {
		return named(whatlanggo.Detect(text)), true
	}
	if len(text) > sampled {
		text = strings.ToValidUTF8(text[:sampled], "")
	}
	letters := count(text, nil)
	if letters < fewLetters {
		return s[0], false
	}
	var written []Language // those in whose script most of the text is
	for _, l := range s {
		if 2*count(text, l.Script) >= letters {
			written = append(written, l)
		}
	}
	if len(written) == 0 {
		return named(whatlanggo.Detect(text)), true
	}
	found, sure = among(written, text, letters)
	return found, sure || written[0].Code != s[0].Code // another script is surely not the first language's
}

// among tells the language of a text that is written in the script of some, the first of which it is taken for where
// it may be in any.
func among(written []Language, text string, letters int) (found Language, sure bool) {
	first := written[0]
	found, share := mostWords(written, text)
	if share >= ownWords {
		return found, true
	}
	if letters < shortText {
		return first, false
	}
	info := whatlanggo.Detect(onlyIn(text, first.Script))
	detected := named(info)
	if i := slices.IndexFunc(written, func(l Language) bool { return l.Code == detected.Code }); i >= 0 {
		if i == 0 || info.IsReliable() {
			return written[i], info.IsReliable()
		}
	}
	_, few := mostWords(written[:1], text)
	if !info.IsReliable() || letters < enoughText && few > 0 {
		return first, false
	}
	return detected, true
}

// named gives the code and the name of what was detected.
func named(info whatlanggo.Info) Language {
	out := Language{Code: info.Lang.Iso6391(), Name: info.Lang.String()}
	if out.Code == "" {
		out.Code = unknownCode
	}
	if out.Name == "" {
		out.Name = "a script that is not known"
	}
	return out
}

// count is how many letters of a script a text has; of any script for nil.
func count(text string, script *unicode.RangeTable) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) && (script == nil || unicode.Is(script, r)) {
			n++
		}
	}
	return n
}

// mostWords gives the language whose own words are the largest share of a text's words, the first of several.
func mostWords(all []Language, text string) (most Language, share float64) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’'
	})
	most = all[0]
	for _, l := range all {
		own := 0
		for _, w := range words {
			if l.Words[w] {
				own++
			}
		}
		if of := float64(own) / float64(max(1, len(words))); of > share {
			most, share = l, of
		}
	}
	return most, share
}

// onlyIn leaves the words of other scripts out, so that quotations do not decide.
func onlyIn(text string, script *unicode.RangeTable) string {
	return strings.Map(func(r rune) rune {
		if script != nil && unicode.IsLetter(r) && !unicode.Is(script, r) {
			return ' '
		}
		return r
	}, text)
}
