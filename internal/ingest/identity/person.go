package identity

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sayso/internal/search"
)

// person is a name in parts. Titles and honours are left out.
type person struct {
	given      part   // empty for a surname alone
	middle     []part // other given names, initials and patronymics, in order
	surname    part   // with its particles, but for the Arabic article
	nick       []part // given in quotation marks: William "Bill" Clinton
	generation string // jr, sr, ii …
	all        []part // every word but the generation, in the order in which it is written
	joined     part   // all of it without blanks
	written    string // the surname as it is written, folded
	// the same with given name and surname the other way round, for two words of which either may be the surname
	turned *person
}

func (p person) bare() bool { return p.given.text == "" }

// quotedNick finds a nickname in quotation marks or brackets.
var quotedNick = regexp.MustCompile(`["“”„«»‘(]([^"“”„«»‘’()]+)["“”„«»’)]`)

// parsePerson takes a name apart: title, given name, nickname, middle names, particles, surname, generation, honours;
// also written with the surname first, before a comma or as it is done in East Asia.
func parsePerson(name string) person {
	var p person
	name = ownLatin(name)
	name = quotedNick.ReplaceAllStringFunc(name, func(s string) string {
		for _, word := range strings.Fields(quotedNick.FindStringSubmatch(s)[1]) {
			p.nick = append(p.nick, newPart(word))
		}
		return " "
	})
	words := p.suffixes(surnameLast(name))
	words = withoutTitles(splitInitials(words))
	for len(words) > 2 && strings.EqualFold(words[0], words[1]) { // said twice
		words = words[1:]
	}
	if len(words) == 0 {
		return p
	}
	given, surname := divide(words)
	p.fill(words, given, surname)
	if len(words) == 2 && tables().familyFirst[newPart(words[0]).text] {
		turned := person{generation: p.generation, nick: p.nick}
		turned.fill(words, surname, given)
		p.turned = &turned
	}
	return p
}

// fill sets the parts from the words and which of them are given names and surname.
func (p *person) fill(words, given, surname []string) {
	p.surname = newPart(strings.Join(withoutArticle(surname), ""))
	p.written = newPart(strings.Join(surname, " ")).text
	for i, word := range given {
		if i == 0 {
			p.given = newPart(word)
		} else {
			p.middle = append(p.middle, newPart(word))
		}
	}
	var joined strings.Builder
	for _, word := range words {
		p.all = append(p.all, newPart(word))
		joined.WriteString(p.all[len(p.all)-1].text)
	}
	p.joined = newPart(joined.String())
}

// surnameLast turns "Frost, William W." round and cuts the name into words.
func surnameLast(name string) []string {
	var parts [][]string
	for _, s := range strings.FieldsFunc(name, func(r rune) bool { return r == ',' || r == '،' || r == '、' }) {
		if words := strings.FieldsFunc(s, isBetween); len(words) > 0 {
			parts = append(parts, words)
		}
	}
	if len(parts) < 2 {
		return slices.Concat(parts...)
	}
	behind := 1 // a generation or honour behind a comma is no given name
	for behind < len(parts) && len(parts[behind]) == 1 && isSuffix(parts[behind][0]) {
		behind++
	}
	if behind == len(parts) {
		return slices.Concat(parts...)
	}
	rest := slices.Concat(slices.Concat(parts[1:behind]...), slices.Concat(parts[behind+1:]...))
	return slices.Concat(parts[behind], parts[0], rest)
}

func isBetween(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("·•・‧＝=/", r)
}

func isSuffix(word string) bool {
	t, word := tables(), strings.ToLower(strings.ReplaceAll(word, ".", ""))
	return t.generations[word] != "" || t.honours[word]
}

// suffixes takes generation and honours off the end.
func (p *person) suffixes(words []string) []string {
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		last := strings.ToLower(strings.ReplaceAll(words[len(words)-1], ".", ""))
		if last == "v" && len(words) < 3 {
			break
		}
		if g := tables().generations[last]; g != "" {
			p.generation = g
		}
		words = words[:len(words)-1]
	}
	return words
}

// splitInitials makes words of "H.W.", "J.-C." and of "JC" beside words in small letters.
func splitInitials(words []string) []string {
	var out []string
	small := slices.ContainsFunc(words, func(w string) bool { return strings.ToUpper(w) != w })
	for i, word := range words {
		letters := strings.FieldsFunc(word, func(r rune) bool { return r == '.' || r == '-' })
		single := len(letters) > 1 && !slices.ContainsFunc(letters, func(s string) bool { return len([]rune(s)) > 1 })
		pair := []rune(word)
		twoCapitals := len(pair) == 2 && unicode.IsUpper(pair[0]) && unicode.IsUpper(pair[1])
		switch {
		case single:
			out = append(out, letters...)
		case twoCapitals && i == 0 && small && len(words) > 1:
			out = append(out, string(pair[0]), string(pair[1]))
		default:
			out = append(out, strings.TrimRight(word, "."))
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return strings.Trim(s, "'’-–.") == "" })
}

func withoutTitles(words []string) []string {
	t := tables()
	for len(words) > 1 && search.Title(words[0]) {
		words = words[1:]
	}
	if len(words) > 2 && t.regnal[strings.ToLower(words[0])] {
		words = words[1:]
	}
	return words
}

// divide cuts the words into given names and surname.
func divide(words []string) (given, surname []string) {
	if given, surname, ok := familyFirst(words); ok {
		return given, surname
	}
	at := len(words) - 1
	if at == 2 && patronymic(newPart(words[2])) && !patronymic(newPart(words[1])) { // Крутов Сергей Иванович
		return words[1:], words[:1]
	}
	for at > 1 && tables().particles[strings.ToLower(words[at-1])] {
		at--
	}
	if at == 1 && len(words) > 2 && tables().particles[strings.ToLower(words[0])] {
		at = 0
	}
	for i, word := range words[:at] {
		halves := strings.Split(word, "-")
		if i > 0 || len(halves) == 2 && len([]rune(halves[0])) > 1 { // Jean-Claude
			given = append(given, slices.DeleteFunc(halves, func(s string) bool { return s == "" })...)
		} else {
			given = append(given, word)
		}
	}
	return given, words[at:]
}

// familyFirst knows names as they are written in China, Korea and Vietnam: Kim Jong Un, Moon Jae-in, Xi Jinping, 习近平,
// 김정은.
func familyFirst(words []string) (given, surname []string, ok bool) {
	first := newPart(words[0])
	signs := []rune(words[0])
	if len(words) == 1 && first.script == syllables && unicode.In(signs[0], unicode.Han, unicode.Hangul) &&
		(len(signs) == 2 || len(signs) == 3) {
		return []string{string(signs[1:])}, []string{string(signs[:1])}, true
	}
	if len(words) < 2 || len(words) > 3 || !tables().familyFirst[first.text] {
		return nil, nil, false
	}
	rest := words[1:]
	short := !slices.ContainsFunc(rest, func(w string) bool { return len([]rune(w)) > 6 })
	head, tail, hyphen := strings.Cut(rest[0], "-")
	switch {
	case len(rest) == 1 && hyphen && len([]rune(head)) > 1 && (tail == strings.ToLower(tail) || short):
	case len(rest) == 2 && short && !isInitial(rest[0]):
	case len(rest) == 1 && !hyphen && !tables().familyFirst[newPart(rest[0]).text]:
	default:
		return nil, nil, false
	}
	return []string{strings.ReplaceAll(strings.Join(rest, ""), "-", "")}, words[:1], true
}

func isInitial(word string) bool { return len([]rune(strings.Trim(word, "."))) == 1 }

// withoutArticle leaves the Arabic article out: al-Assad and Al Assad are Assad.
func withoutArticle(surname []string) []string {
	var out []string
	for i, word := range surname {
		head, rest, ok := strings.Cut(strings.ToLower(word), "-")
		switch {
		case ok && tables().articles[head] && rest != "":
			out = append(out, rest)
		case i < len(surname)-1 && tables().articles[strings.ToLower(word)]:
		case len([]rune(word)) > 4 && strings.HasPrefix(word, "ال"):
			out = append(out, strings.TrimPrefix(word, "ال"))
		default:
			out = append(out, word)
		}
	}
	return out
}

// patronymic reports whether a middle name is one: Viktorovich.
func patronymic(p part) bool {
	return slices.ContainsFunc(tables().patronymics, func(end string) bool {
		return strings.HasSuffix(p.normal, end) && len(p.normal) > len(end)+1
	})
}

// Bare reports whether a person's name is a surname alone, which by itself says little about who is meant. A title is
// not looked at: the Pope and a King have names of their own.
func Bare(name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == ',' })
	for len(words) > 1 && tables().generations[strings.ToLower(words[len(words)-1])] != "" {
		words = words[:len(words)-1]
	}
	at := len(words) - 1
	for at > 1 && tables().particles[strings.ToLower(words[at-1])] {
		at--
	}
	return at <= 0
}
