package page

import (
	"strings"

	"sayso/internal/kg"
)

const (
	shortBody      = 250 // words below which a text may be what a banner left of the article
	consentPhrases = 3   // phrases of consent on a page that has little else
	paywallPhrases = 1
)

// refusal is the error of a page that has no article, or a banner, a paywall or a refusal in its place. whole is all
// text of the page as it came.
func refusal(whole string, paragraphs []string) error {
	text := strings.Join(paragraphs, "\n\n")
	short := len(strings.Fields(text)) < shortBody
	switch {
	case len(strings.Fields(whole)) < shortBody && occurring(whole, refused) > 0:
		return kg.Errorf(kg.Invalid, "the site refuses this reader and sent a notice in place of the article; open it in a "+
			"browser, from where it can be read, save the page and give that file, or give the text")
	case short && occurring(whole, consent) >= consentPhrases &&
		(occurring(text, consent) > 0 || len(strings.Fields(whole)) < shortBody):
		return kg.Errorf(kg.Invalid, "the page is a banner that asks for consent, not an article; open it in a browser, "+
			"answer the banner, "+
			"save the page and give that file, or give the text")
	case short && occurring(whole, paywall) >= paywallPhrases:
		return kg.Errorf(kg.Invalid, "the page is a paywall with at most the beginning of the article; open it where you "+
			"can read all of it, "+
			"save the page and give that file, or give the text")
	case len(paragraphs) == 0:
		return kg.Errorf(kg.Invalid, "no article was found in the HTML; give its text instead")
	}
	return nil
}

// occurring counts the phrases of a kind that a text has.
func occurring(text string, kind byte) int {
	text = strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	n := 0
	for _, phrase := range phrases[kind] {
		if strings.Contains(text, phrase) {
			n++
		}
	}
	return n
}
