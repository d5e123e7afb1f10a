// Package language reports whether a text is in a language that can be read. It may not read the text.
package language

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"

	"sayso/internal/kg"
)

//go:embed english.txt
var englishData string

// english are the words that nearly every English sentence has some of.
var english = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(englishData) {
		out[w] = true
	}
	return out
}()

const (
	sampled      = 20_000 // bytes of a text that are looked at
	fewLetters   = 12     // letters below which no script is judged
	shortText    = 60     // letters below which Latin letters are not judged: headlines
	enoughText   = 200    // letters from which the detector alone may be believed
	englishShare = 0.10   // share of English function words from which a text is English whatever the detector says
)

// English and unknown are BCP 47 codes: of the language that the rules read, and of none that is known.
const (
	English = "en"
	unknown = "und"
)

// Of gives the BCP 47 code of the language that a text is surely in, English for all that may be: texts that are too
// short to tell, numbers and code, of which what cannot be read gives nothing. Texts in a script that the detector does
// not know are "und".
func Of(text string) string {
	code, _ := detect(text)
	return code
}

// Check refuses a text that is surely not English, with the language it seems to be in.
func Check(text string) error {
	code, name := detect(text)
	if code == English {
		return nil
	}
	return kg.Errorf(kg.Invalid, "the article seems to be in %s; only English is read so far, so hand in an English one "+
		"or a translation", name)
}

// detect gives the code of the language and what it is called.
func detect(text string) (code, name string) {
	if len(text) > sampled {
		text = strings.ToValidUTF8(text[:sampled], "")
	}
	letters, latin := count(text)
	switch {
	case letters < fewLetters:
		return English, ""
	case 2*latin < letters:
		return named(whatlanggo.Detect(text))
	case letters < shortText:
		return English, ""
	}
	words, functional := functionWords(text)
	if words > 0 && float64(functional)/float64(words) >= englishShare {
		return English, ""
	}
	info := whatlanggo.Detect(latinOnly(text))
	if info.Lang == whatlanggo.Eng || !info.IsReliable() || letters < enoughText && functional > 0 {
		return English, ""
	}
	return named(info)
}

// named gives the code and the name of what was detected.
func named(info whatlanggo.Info) (code, name string) {
	code, name = info.Lang.Iso6391(), info.Lang.String()
	if code == "" {
		code = unknown
	}
	if name == "" {
		name = "in another script than the Latin one"
	}
	return code, name
}

func count(text string) (letters, latin int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return letters, latin
}

// functionWords counts the words with letters, and those that are English function words.
func functionWords(text string) (words, functional int) {
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’'
	}) {
		words++
		if english[w] {
			functional++
		}
	}
	return words, functional
}

// latinOnly leaves the words of other scripts out, so that quotations do not decide.
func latinOnly(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return ' '
		}
		return r
	}, text)
}
