package kg

import (
	"sort"
	"strings"
)

// PredicateID names a predicate: RECOGNIZED. It is also the type of the shortcut edge between actors.
type PredicateID string

// Predicate is one entry of the vocabulary.
type Predicate struct {
	ID       PredicateID
	Label    string   // "recognized"
	Means    string   // one sentence
	Synonyms []string // other words that ask for it
	Inverse  string   // how it reads from the object: "was recognized by"
	Family   string   // predicates that are positions on one question share a family: "recognition"
	PLOVER   string
	CAMEO    string
	Excludes []PredicateID // positions that nobody holds at the same time: RECOGNIZED and REFUSED_RECOGNITION; see Dispute
	Answers  []PredicateID // what somebody accused says to it: DENIED answers ACCUSED
}

// Vocabulary is the predicates and the words that lead to them.
type Vocabulary struct {
	predicates []Predicate
	byID       map[PredicateID]int
	byWord     map[string][]PredicateID
}

// NewVocabulary indexes predicates. An id that is empty, repeated or not upper-case letters, digits and underscores is an error.
func NewVocabulary(predicates []Predicate) (*Vocabulary, error) {
	v := &Vocabulary{predicates: predicates, byID: map[PredicateID]int{}, byWord: map[string][]PredicateID{}}
	for i, p := range predicates {
		if !validPredicateID(p.ID) {
			return nil, Errorf(Invalid, "predicate %q: an id is upper-case letters, digits and underscores, like MET_WITH", p.ID)
		}
		if _, twice := v.byID[p.ID]; twice {
			return nil, Errorf(Invalid, "predicate %q stands twice in the vocabulary; give each id once", p.ID)
		}
		v.byID[p.ID] = i
		for _, w := range append([]string{string(p.ID), p.Label}, p.Synonyms...) {
			v.addWord(w, p.ID)
		}
	}
	return v, nil
}

func (v *Vocabulary) addWord(word string, id PredicateID) {
	key := foldWords(word)
	for _, have := range v.byWord[key] {
		if have == id {
			return
		}
	}
	v.byWord[key] = append(v.byWord[key], id)
}

// All lists the predicates in the vocabulary's order.
func (v *Vocabulary) All() []Predicate { return v.predicates }

// Get finds a predicate by id.
func (v *Vocabulary) Get(id PredicateID) (Predicate, bool) {
	i, ok := v.byID[id]
	if !ok {
		return Predicate{}, false
	}
	return v.predicates[i], true
}

// Find gives the predicates that the words (an id, a label or a synonym, in any case) ask for. Unknown words are an error that names
// the nearest ones.
func (v *Vocabulary) Find(words string) ([]PredicateID, error) {
	if ids := v.byWord[foldWords(words)]; len(ids) > 0 {
		return ids, nil
	}
	return nil, Errorf(Invalid, "no predicate is called %q; the nearest are %s (the query { predicates } lists them all)",
		shorten(words), strings.Join(v.nearest(words), ", "))
}

// Family lists the ids of all predicates in the family of id, itself included.
func (v *Vocabulary) Family(id PredicateID) []PredicateID {
	p, ok := v.Get(id)
	if !ok || p.Family == "" {
		return []PredicateID{id}
	}
	var out []PredicateID
	for _, q := range v.predicates {
		if q.Family == p.Family {
			out = append(out, q.ID)
		}
	}
	return out
}

// Words lists every word or phrase that leads to a predicate, longest first.
func (v *Vocabulary) Words() []string {
	words := make([]string, 0, len(v.byWord))
	for w := range v.byWord {
		words = append(words, w)
	}
	sort.Slice(words, func(i, j int) bool {
		if len(words[i]) != len(words[j]) {
			return len(words[i]) > len(words[j])
		}
		return words[i] < words[j]
	})
	return words
}

func (v *Vocabulary) nearest(words string) []string {
	key := foldWords(words)
	type scored struct {
		word  string
		score int
	}
	var all []scored
	for w := range v.byWord {
		all = append(all, scored{w, sharedTrigrams(w, key)})
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].score != all[j].score {
			return all[i].score > all[j].score
		}
		return all[i].word < all[j].word
	})
	var out []string
	for _, s := range all[:min(3, len(all))] {
		out = append(out, `"`+s.word+`"`)
	}
	return out
}

func sharedTrigrams(a, b string) int {
	grams := map[string]bool{}
	for i := 0; i+3 <= len(a); i++ {
		grams[a[i:i+3]] = true
	}
	n := 0
	for i := 0; i+3 <= len(b); i++ {
		if grams[b[i:i+3]] {
			n++
		}
	}
	return n
}

func foldWords(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(s, "_", " "))), " ")
}

func validPredicateID(id PredicateID) bool {
	for i, r := range string(id) {
		letter := r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || (r != '_' && (r < '0' || r > '9'))) {
			return false
		}
	}
	return id != ""
}
