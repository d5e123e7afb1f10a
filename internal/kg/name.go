package kg

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// FoldName brings spellings of one name together: lower case, no diacritics, apostrophes and hyphens folded, single
// blanks, no leading "the" and no possessive 's. It is used for ids and look-ups, never shown.
func FoldName(name string) string {
	var b strings.Builder
	blank := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if blank && b.Len() > 0 {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteString(foldLetter(r))
		case r == '\'' || r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		case r == '.': // U.S. is US
		default:
			blank = true
		}
	}
	return dropArticle(b.String())
}

func foldLetter(r rune) string {
	switch r {
	case 'ł', 'Ł':
		return "l"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ':
		return "d"
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ı', 'İ':
		return "i"
	}
	return string(unicode.ToLower(r))
}

// dropArticle takes off a leading "the", possessives at word ends and the apostrophes that are left.
func dropArticle(s string) string {
	words := strings.Fields(s)
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for i, w := range words {
		w = strings.TrimSuffix(strings.TrimRight(w, "'"), "'s")
		words[i] = strings.ReplaceAll(w, "'", "")
	}
	return strings.Join(words, " ")
}
