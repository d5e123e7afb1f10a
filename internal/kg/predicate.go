package kg

import (
	"slices"
	"sort"
	"strings"
	"sync/atomic"
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
	Implies  []PredicateID // what must have been so before: WITHDREW_RECOGNITION implies RECOGNIZED
	Answers  []PredicateID // what somebody accused says to it: DENIED answers ACCUSED
	Asking   Asking        // what only questions need to know of it

	// OnlyActors says that its object is an actor and never mere words: met. Questions are read by it.
	OnlyActors bool

	// VerbPhrases are the words by which the reader's patterns say it, verb first, in base forms: "fire on". Questions
	// are read by them where no predicate has the words as a synonym.
	VerbPhrases []string
}

// Vocabulary is the predicates and the words that lead to them. It may be extended while others read it.
type Vocabulary struct {
	base    []Predicate
	now     atomic.Pointer[wordIndex]
	edition atomic.Int64
}

// wordIndex is one state of a vocabulary; it is never changed.
type wordIndex struct {
	predicates []Predicate
	byID       map[PredicateID]int
	byWord     map[string][]PredicateID
}

// NewVocabulary indexes predicates. An id that is empty, repeated or not upper-case letters, digits and underscores is
// an error.
func NewVocabulary(predicates []Predicate) (*Vocabulary, error) {
	index, err := newWordIndex(predicates)
	if err != nil {
		return nil, err
	}
	v := &Vocabulary{base: predicates}
	v.now.Store(index)
	return v, nil
}

func newWordIndex(predicates []Predicate) (*wordIndex, error) {
	v := &wordIndex{predicates: predicates, byID: map[PredicateID]int{}, byWord: map[string][]PredicateID{}}
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

func (v *wordIndex) addWord(word string, id PredicateID) {
	key := foldWords(word)
	for _, have := range v.byWord[key] {
		if have == id {
			return
		}
	}
	v.byWord[key] = append(v.byWord[key], id)
}

// Extend makes the vocabulary what it was made of and added: new predicates, and more words for those that are there.
func (v *Vocabulary) Extend(added []Predicate) error {
	all := slices.Clone(v.base)
	for _, p := range added {
		i := slices.IndexFunc(all, func(have Predicate) bool { return have.ID == p.ID })
		if i < 0 {
			all = append(all, p)
			continue
		}
		all[i].Synonyms = append(slices.Clone(all[i].Synonyms), p.Synonyms...)
	}
	index, err := newWordIndex(all)
	if err == nil {
		v.now.Store(index)
		v.edition.Add(1)
	}
	return err
}

// Edition tells one state of the vocabulary from another: it grows with each change.
func (v *Vocabulary) Edition() int64 { return v.edition.Load() }

// All lists the predicates in the vocabulary's order.
func (v *Vocabulary) All() []Predicate { return v.now.Load().predicates }

// Get finds a predicate by id.
func (v *Vocabulary) Get(id PredicateID) (Predicate, bool) {
	now := v.now.Load()
	i, ok := now.byID[id]
	if !ok {
		return Predicate{}, false
	}
	return now.predicates[i], true
}

// Label says how a predicate reads; an unknown id is an error.
func (v *Vocabulary) Label(id PredicateID) (string, error) {
	p, ok := v.Get(id)
	if !ok {
		return "", Errorf(Invalid, "there is no predicate %q; the query { predicates } lists them", id)
	}
	return p.Label, nil
}

// Find gives the predicates that the words (an id, a label or a synonym, in any case) ask for. Unknown words are an
// error that names the nearest ones.
func (v *Vocabulary) Find(words string) ([]PredicateID, error) {
	if ids := v.now.Load().byWord[foldWords(words)]; len(ids) > 0 {
		return ids, nil
	}
	return nil, Errorf(Invalid, "no predicate is called %q; the nearest are %s (the query { predicates } lists them all)",
		shorten(words), strings.Join(v.nearest(words), ", "))
}

// Implying lists the predicates that nobody can have done without having done the predicate before, in the vocabulary's
// order.
func (v *Vocabulary) Implying(id PredicateID) []PredicateID {
	var out []PredicateID
	for _, p := range v.All() {
		if slices.Contains(p.Implies, id) {
			out = append(out, p.ID)
		}
	}
	return out
}

// Lasting reports whether a predicate is a position that holds until another one excludes it, as a recognition does;
// others are events, of which there may be many.
func (v *Vocabulary) Lasting(id PredicateID) bool {
	for _, p := range v.All() {
		if p.ID == id && len(p.Excludes) > 0 || slices.Contains(p.Excludes, id) {
			return true
		}
	}
	return false
}

// Family lists the ids of all predicates in the family of id, itself included.
func (v *Vocabulary) Family(id PredicateID) []PredicateID {
	p, ok := v.Get(id)
	if !ok || p.Family == "" {
		return []PredicateID{id}
	}
	var out []PredicateID
	for _, q := range v.All() {
		if q.Family == p.Family {
			out = append(out, q.ID)
		}
	}
	return out
}

// Words lists every word or phrase that leads to a predicate, longest first.
func (v *Vocabulary) Words() []string {
	byWord := v.now.Load().byWord
	words := make([]string, 0, len(byWord))
	for w := range byWord {
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
	for w := range v.now.Load().byWord {
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
