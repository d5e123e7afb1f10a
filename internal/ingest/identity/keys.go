package identity

import (
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// Edition names the rules by which keys are made; a graph whose keys are of another one gets them anew.
const Edition = "3"

// Sounds gives the keys under which names of a type that sound alike meet: what search asks for.
func Sounds(t kg.EntityType, names ...string) []string {
	k := keys{prefix: strings.ToLower(string(t[:2])) + ":", seen: map[string]bool{}}
	for _, name := range names {
		if t == kg.Person {
			k.person(parsePerson(name))
		} else {
			k.add("", soundOf(parseBody(name).joined))
		}
	}
	return k.list
}

// Keys gives all the keys under which an actor meets those who may be the same: Sounds, and wider ones for misspelt
// names, nicknames, other scripts and initials.
func Keys(t kg.EntityType, names ...string) []string {
	k := keys{prefix: strings.ToLower(string(t[:2])) + ":", seen: map[string]bool{}, list: Sounds(t, names...)}
	for _, name := range names {
		switch t {
		case kg.Person:
			k.wide(parsePerson(name))
		case kg.Organization:
			k.body(parseBody(name))
		case kg.Place:
		}
	}
	return k.list
}

type keys struct {
	prefix string
	seen   map[string]bool
	list   []string
}

// add adds a key of a kind ("" for the plain one) unless it says too little.
func (k *keys) add(kind, form string) {
	key := k.prefix + kind + form
	if len([]rune(form)) >= 2 && !k.seen[key] {
		k.seen[key] = true
		k.list = append(k.list, key)
	}
}

func (k *keys) person(p person) {
	k.add("", soundOf(p.surname))
	k.add("=", p.joined.skeleton)
	if p.turned != nil {
		k.add("", soundOf(p.turned.surname))
	}
}

// soundOf is the skeleton of a word, or its normal form where that has too few letters.
func soundOf(p part) string {
	if len([]rune(p.skeleton)) < 2 {
		return p.normal
	}
	return p.skeleton
}

// wide adds, for each two of the first and last words, the sound of the one with the first letter of the other,
// whatever their order.
func (k *keys) wide(p person) {
	words := p.all
	if len(words) > 4 {
		words = append(append([]part{}, words[:2]...), words[len(words)-2:]...)
	}
	if !p.bare() {
		words = append([]part{p.given, p.surname}, words...)
	}
	for i, a := range words {
		for _, b := range words[i+1:] {
			k.pair(a, b)
			k.pair(b, a)
		}
	}
	if len(words) == 1 {
		k.add("~", p.surname.coarse)
	}
	for _, class := range tables().surnames.of(p.surname) {
		k.add("#", "0"+strconv.Itoa(class))
	}
}

func (k *keys) pair(a, b part) {
	sound := a.coarse
	if len(sound) < 2 {
		sound = a.normal
	}
	if len(sound) > 1 && len(b.coarse) > 0 {
		k.add("+", sound+" "+b.coarse[:1])
	}
}

// body adds keys of an organization: the initials, each word with the first letter of another, and for a single word
// the word with a letter left out.
func (k *keys) body(b body) {
	k.add("!", b.short)
	var words []part
	for _, p := range b.core {
		if !tables().small[p.text] {
			words = append(words, p)
		}
	}
	if len(words) == 1 {
		k.add("!", words[0].text)
		k.add("~", words[0].coarse)
		if len(words[0].coarse) > 3 {
			k.add("^", words[0].coarse[:3])
		}
		for i := range words[0].skeleton {
			k.add("-", words[0].skeleton[:i]+words[0].skeleton[i+1:])
		}
		k.add("-", words[0].skeleton)
		return
	}
	for i := 1; i < min(len(words), 4); i++ {
		k.pair(words[i-1], words[i])
		k.pair(words[i], words[i-1])
	}
}
