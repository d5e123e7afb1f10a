package identity

import (
	"math"
	"slices"
	"sort"

	"sayso/internal/kg"
)

// Judge compares every one of subjects, and everybody with a full name and a surname of theirs, with all candidates and
// gives the judgements that follow: SAME for those that are joined, UNSURE for those that a person should look at. held
// is what the linker judged before: a pair that nothing speaks for any more, but that it had joined, becomes UNSURE.
// Two surnames alone that are no subjects are as they were: nothing of theirs has changed.
func Judge(subjects []string, candidates []kg.Profile, held []kg.Judgement) []kg.Judgement {
	j := judging{before: map[[2]string]kg.Judgement{}}
	byID := map[string]actor{}
	for _, p := range candidates {
		a := newActor(p)
		j.all = append(j.all, a)
		byID[p.ID] = a
	}
	for _, h := range held {
		if h.Automatic && h.Status == kg.Active {
			j.before[[2]string{h.Left, h.Right}] = h
		}
	}
	var list []kg.Judgement
	compared := map[[2]string]bool{}
	for _, subject := range j.subjects(subjects, byID) {
		for _, other := range j.all {
			pair := [2]string{min(subject.ID, other.ID), max(subject.ID, other.ID)}
			if compared[pair] || other.ID == subject.ID || other.Type != subject.Type {
				continue
			}
			compared[pair] = true
			if v, changed := j.verdict(subject, other); changed {
				v.Left, v.Right = pair[0], pair[1]
				list = append(list, v)
			}
		}
	}
	sort.Slice(list, func(a, b int) bool {
		return list[a].Left < list[b].Left || list[a].Left == list[b].Left && list[a].Right < list[b].Right
	})
	return list
}

type judging struct {
	all    []actor
	before map[[2]string]kg.Judgement
}

// subjects gives those who are to be compared: the given ones and, as a new name may be a rival of older ones, all of
// their surnames.
func (j judging) subjects(ids []string, byID map[string]actor) []actor {
	var out []actor
	surnames := map[string]bool{}
	for _, id := range ids {
		if a, ok := byID[id]; ok {
			out = append(out, a)
			surnames[a.person.surname.skeleton] = a.Type == kg.Person
		}
	}
	for _, a := range j.all {
		if a.Type == kg.Person && !a.person.bare() && surnames[a.person.surname.skeleton] && !slices.Contains(ids, a.ID) {
			out = append(out, a)
		}
	}
	return out
}

// verdict judges a pair; changed is false when that is what was judged before, or nothing to say.
func (j judging) verdict(a, b actor) (v kg.Judgement, changed bool) {
	before := j.before[[2]string{min(a.ID, b.ID), max(a.ID, b.ID)}]
	v = kg.Judgement{Automatic: true, By: By, Verdict: kg.Unsure}
	names, ok := agree(a, b)
	var s Score
	if ok {
		s = score(a, b, names, j.rivals(a, b, names))
	}
	v.Score, v.Reasons = math.Round(20*s.Chance)/20, s.Reasons // in steps, so that each new article does not change all
	switch {
	case ok && s.Chance >= sameFrom:
		v.Verdict = kg.Same
	case !ok || s.Chance < unsureFrom:
		if before.Verdict != kg.Same {
			return v, false
		}
		if !ok {
			v.Reasons = []string{"nothing speaks for it any more"}
		}
	}
	return v, v.Verdict != before.Verdict || v.Score != before.Score
}

// rivals counts the people whom the shorter of two names could mean instead of the longer, as many as are told apart
// from each other.
func (j judging) rivals(a, b actor, names agreement) int {
	if a.Type != kg.Person || names.shorter == 0 {
		return 0
	}
	short, long := a.person, b.person
	if names.shorter > 0 {
		short, long = long, short
	}
	var seen []person
	for _, c := range j.all {
		if c.ID == a.ID || c.ID == b.ID || c.Type != kg.Person || c.person.bare() {
			continue
		}
		if !sure(short, c.person) || compareNames(long, c.person).ok {
			continue
		}
		if !slices.ContainsFunc(seen, func(p person) bool { return compareNames(p, c.person).ok }) {
			seen = append(seen, c.person)
		}
	}
	return len(seen)
}

// sure reports whether a name could well be somebody's, not only a misspelling of his.
func sure(short, full person) bool {
	names := compareNames(short, full)
	return names.ok && !names.capped
}
