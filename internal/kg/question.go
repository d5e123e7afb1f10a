package kg

import (
	"slices"
	"sort"
	"strings"
)

// WhoDid asks which actors did something to a target: the question behind whoDid and ask.
type WhoDid struct {
	Predicates        []PredicateID // what they did; at least one
	Inverse           bool          // asked from the other side ("was recognized by"): to which actors the target did it
	Target            string        // the target's name, in any spelling; or
	TargetID          string        // its id
	AsOf              Date          // leave out what happened, or else was said, later; "" for no limit
	KnownAt           Date          // leave out what was published later; "" for no limit
	IncludeNonFactual bool          // also hedged, future, hypothetical, ordered and questioned reports
	First             int           // at most so many rows
}

// mostAskedFor is how many predicates may be asked for at once: looking up words that are unknown is work.
const mostAskedFor = 32

// FindEither gives the predicates that the words ask for as [Vocabulary.Find] does and, where none is called so, those
// that read so from the object ("was recognized by"); inverse tells that. Several may be asked for with commas between
// them, all from the same side. Unknown words are the same error.
func (v *Vocabulary) FindEither(words string) (ids []PredicateID, inverse bool, err error) {
	if ids = v.now.Load().byWord[foldWords(words)]; len(ids) > 0 {
		return ids, false, nil // a name with a comma in it
	}
	all := strings.Split(words, ",")
	if len(all) > mostAskedFor {
		return nil, false, Errorf(Invalid, "%d predicates are asked for at once; ask for at most %d", len(all), mostAskedFor)
	}
	for i, one := range all {
		if len(all) > 1 && strings.TrimSpace(one) == "" {
			return nil, false, Errorf(Invalid, "%q has a comma without a predicate beside it; take it out", shorten(words))
		}
		found, other, err := v.findOne(one)
		if err != nil {
			return nil, false, err
		}
		if i > 0 && other != inverse {
			return nil, false, Errorf(Invalid, "of %q some read from the subject and some from the object; ask for them one by "+
				"one", shorten(words))
		}
		inverse = other
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids, inverse, nil
}

// findOne is FindEither for the words of one.
func (v *Vocabulary) findOne(words string) (ids []PredicateID, inverse bool, err error) {
	ids, err = v.Find(words)
	if err == nil {
		return ids, false, nil
	}
	key := foldWords(words)
	for _, p := range v.All() {
		if p.Inverse != "" && foldWords(p.Inverse) == key {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) > 0 {
		return ids, true, nil
	}
	return nil, false, err
}

// Symmetric reports whether the object does it too, so that it reads the same from either side: met with.
func (v *Vocabulary) Symmetric(id PredicateID) bool {
	p, ok := v.Get(id)
	return ok && p.Inverse != "" && foldWords(p.Inverse) == foldWords(p.Label)
}

// InFamily lists the predicates of the family of that name. An unknown name is an error that lists the families.
func (v *Vocabulary) InFamily(family string) ([]PredicateID, error) {
	var ids []PredicateID
	families := map[string]bool{}
	for _, p := range v.All() {
		if p.Family != "" {
			families[p.Family] = true
		}
		if p.Family != "" && strings.EqualFold(p.Family, strings.TrimSpace(family)) {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) > 0 {
		return ids, nil
	}
	names := make([]string, 0, len(families))
	for name := range families {
		names = append(names, name)
	}
	sort.Strings(names)
	return nil, Errorf(
		Invalid,
		"no family of predicates is called %q; there are %s",
		shorten(family),
		strings.Join(names, ", "),
	)
}
