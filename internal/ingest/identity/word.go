package identity

import (
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"

	"sayso/internal/kg"
	"sayso/internal/search"
)

// letters are the rules that write other alphabets in Latin: inside a word, and at its start.
var letters = sync.OnceValue(func() (rules struct {
	inside *strings.Replacer
	first  map[rune]string
}) {
	rules.first = map[rune]string{}
	var pairs []string
	for _, f := range lines(lettersFile) {
		to := ""
		if len(f) > 1 {
			to = f[1]
		}
		if first, ok := strings.CutPrefix(f[0], "^"); ok {
			rules.first[[]rune(first)[0]] = to
		} else {
			pairs = append(pairs, f[0], to)
		}
	}
	rules.inside = strings.NewReplacer(pairs...)
	return rules
})

// onlySouthSlavic are the letters of Cyrillic that no language but Serbian and Macedonian has.
const onlySouthSlavic = "љњџђћѓќѕј"

var southSlavic = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, f := range lines(southSlavicFile) {
		pairs = append(pairs, f[0], f[1])
	}
	return strings.NewReplacer(pairs...)
})

// ownLatin writes a Serbian or Macedonian name in the Latin letters of its own language, as its bearer does: Ђорђевић
// is Đorđević. Other names stay as they are.
func ownLatin(name string) string {
	low := strings.ToLower(name)
	if !strings.ContainsAny(low, onlySouthSlavic) {
		return name
	}
	var out strings.Builder
	for word := range strings.FieldsSeq(low) {
		latin := inOwnLatin(word)
		first := firstRune(latin)
		out.WriteString(" " + string(unicode.ToUpper(first)) + latin[len(string(first)):])
	}
	return strings.TrimSpace(out.String())
}

// inOwnLatin writes one word, in lower case, letter by letter.
func inOwnLatin(word string) string {
	return letters().inside.Replace(southSlavic().Replace(word))
}

var spellings = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, f := range lines(spellingsFile) {
		pairs = append(pairs, f[0], f[1])
	}
	return strings.NewReplacer(pairs...)
})

// inLatin writes a word in plain Latin letters, lower case.
func inLatin(word string) string {
	word = norm.NFC.String(strings.ToLower(word))
	if to, ok := letters().first[firstRune(word)]; ok {
		word = to + word[len(string(firstRune(word))):]
	}
	latin := unidecode.Unidecode(norm.NFC.String(letters().inside.Replace(word)))
	return kg.FoldName(strings.NewReplacer("`", "", "'", "").Replace(latin))
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// normal brings spellings of one word together, across scripts: Залужний, Zaluzhny and Zaluzhnyi become one.
func normal(word string) string {
	return normalOf(inLatin(word))
}

func normalOf(latin string) string {
	s := spellings().Replace(strings.ReplaceAll(latin, " ", ""))
	var b strings.Builder
	last := rune(0)
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	if out := strings.TrimSuffix(b.String(), "i"); out != "" {
		return out
	}
	return b.String()
}

const vowels = "aeiou"

// skeleton is a normal form without the vowels behind its first letter, under which candidates meet.
func skeleton(normal string) string {
	var b strings.Builder
	for i, r := range normal {
		if i == 0 && strings.ContainsRune(vowels, r) {
			b.WriteByte('a')
		} else if !strings.ContainsRune(vowels, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sounds are letters of a skeleton that romanizations write for one another: q, g and k of Qadhafi; b, p, v; d, t; the
// hissing ones; l, r.
var sounds = strings.NewReplacer("h", "k", "g", "k", "p", "b", "v", "b", "f", "b", "d", "t", "S", "s", "C", "s", "J",
	"s", "j", "s", "z", "s", "c", "s", "r", "l")

// coarse is a skeleton in which letters that romanizations confuse are one, without doubles.
func coarse(skeleton string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range sounds.Replace(skeleton) {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// script is the script of a word's first letter.
type script byte

const (
	latinScript script = iota
	cyrillicScript
	greekScript
	consonants // Arabic, Hebrew: vowels are mostly not written
	syllables  // Han, Hangul, kana: another sign is another syllable
	otherScript
)

func scriptOf(word string) script {
	for _, r := range word {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			return latinScript
		case unicode.Is(unicode.Cyrillic, r):
			return cyrillicScript
		case unicode.Is(unicode.Greek, r):
			return greekScript
		case unicode.In(r, unicode.Arabic, unicode.Hebrew):
			return consonants
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			return syllables
		}
		return otherScript
	}
	return latinScript
}

// part is a word of a name in the forms by which it is compared.
type part struct {
	text     string // folded, in its own script
	latin    string // folded, in Latin letters
	normal   string
	skeleton string
	coarse   string
	script   script
	initial  bool // one letter that stands for a name
}

func newPart(word string) part {
	p := part{
		text: strings.ReplaceAll(kg.FoldName(word), "'", ""), latin: inLatin(word), script: scriptOf(word),
		initial: len([]rune(strings.Trim(word, "."))) == 1,
	}
	if p.script != latinScript { // the marks of other scripts make other letters
		p.text = norm.NFC.String(strings.ToLower(word))
	}
	p.initial = p.initial && p.script != syllables
	p.normal = normalOf(p.latin)
	if p.initial {
		p.normal = p.latin
	}
	p.skeleton = skeleton(p.normal)
	p.coarse = coarse(p.skeleton)
	return p
}

// likeness is how far two words agree; more is nearer.
type likeness int

const (
	differ   likeness = iota
	misspelt          // a letter or two apart
	initials          // one is the initial of the other
	alike             // they sound alike
	related           // one name in two languages
	nickname          // one is a short form of the other
	across            // as good as the two scripts let it be
	equal
)

// compareWords compares two words of names; kind holds what is known of such names.
func compareWords(a, b part, kind classes) likeness {
	switch {
	case a.initial || b.initial:
		return compareInitials(a, b)
	case a.text == b.text:
		return equal
	case a.script == syllables && b.script == syllables:
		return differ
	case a.normal == b.normal && a.normal != "":
		return equal
	case a.script != b.script && kind.share(a, b):
		return across
	case kind.share(a, b):
		return related
	case a.script != b.script && sameConsonants(a, b):
		return across
	case a.skeleton == b.skeleton && len(a.skeleton) > 2 && a.normal[0] == b.normal[0]:
		return alike
	}
	return misspelling(a, b)
}

// compareInitials compares two words of names one of which is an initial.
func compareInitials(a, b part) likeness {
	if firstRune(a.latin) == firstRune(b.latin) || a.script != b.script && firstRune(a.normal) == firstRune(b.normal) {
		return initials
	}
	return differ
}

// sameConsonants reports whether two words, one of them in a script that writes no vowels, agree as far as that tells.
func sameConsonants(a, b part) bool {
	return a.coarse == b.coarse && len(a.coarse) > 1 && (a.script >= consonants || b.script >= consonants)
}

// misspelling allows one wrong letter in words of four letters and more, two in those of six.
func misspelling(a, b part) likeness {
	most := 0
	switch short := min(len(a.latin), len(b.latin)); {
	case short >= 6:
		most = 2
	case short >= 4:
		most = 1
	}
	if most > 0 && (search.Distance(a.normal, b.normal, most) <= most || search.Distance(a.latin, b.latin, most) <= most) {
		return misspelt
	}
	return differ
}
