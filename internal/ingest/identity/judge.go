package identity

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"sayso/internal/kg"
)

// Judge compares every one of subjects, and everybody with a full name, with all candidates and gives the judgements that follow: SAME for
// those that are joined, UNSURE for those that a person should look at. held is what the linker judged before: a pair that nothing speaks
// for any more, but that it had joined, becomes UNSURE. Two surnames alone that are no subjects are as they were: nothing of theirs has changed.
func Judge(subjects []string, candidates []kg.Profile, held []kg.Judgement) []kg.Judgement {
	byID := map[string]kg.Profile{}
	for _, p := range candidates {
		byID[p.ID] = p
	}
	before := map[[2]string]kg.Judgement{}
	for _, j := range held {
		if j.Automatic && j.Status == kg.Active {
			before[[2]string{j.Left, j.Right}] = j
		}
	}
	subjects = slices.Clone(subjects)
	for _, p := range candidates {
		if p.Type == kg.Person && !Bare(p.Name) {
			subjects = append(subjects, p.ID)
		}
	}
	out := map[[2]string]kg.Judgement{}
	for _, id := range subjects {
		subject, ok := byID[id]
		if !ok {
			continue
		}
		for _, other := range candidates {
			pair := [2]string{min(id, other.ID), max(id, other.ID)}
			if _, done := out[pair]; done || other.ID == id {
				continue
			}
			if j, changed := verdict(subject, other, candidates, before[pair]); changed {
				j.Left, j.Right = pair[0], pair[1]
				out[pair] = j
			}
		}
	}
	list := make([]kg.Judgement, 0, len(out))
	for _, j := range out {
		list = append(list, j)
	}
	sort.Slice(list, func(a, b int) bool {
		return list[a].Left < list[b].Left || list[a].Left == list[b].Left && list[a].Right < list[b].Right
	})
	return list
}

// verdict judges a pair; changed is false when that is what was judged before, or nothing to say.
func verdict(a, b kg.Profile, candidates []kg.Profile, before kg.Judgement) (j kg.Judgement, changed bool) {
	j = kg.Judgement{Automatic: true, By: By, Verdict: kg.Unsure}
	score, ok := Compare(a, b, rivals(a, b, candidates))
	j.Score, j.Reasons = math.Round(20*score.Chance)/20, score.Reasons // in steps, so that each new article does not change all
	switch {
	case ok && score.Chance >= sameFrom:
		j.Verdict = kg.Same
	case !ok || score.Chance < unsureFrom:
		if before.Verdict != kg.Same {
			return j, false
		}
		if !ok {
			j.Reasons = []string{"nothing speaks for it any more"}
		}
	}
	return j, j.Verdict != before.Verdict || j.Score != before.Score
}

// rivals counts the full names among the candidates that a surname alone could stand for instead, as many as differ in the given name.
func rivals(a, b kg.Profile, candidates []kg.Profile) int {
	x, y := parsePerson(a.Name), parsePerson(b.Name)
	given := cmp.Or(x.given, y.given)
	if given == "" {
		return 0 // two surnames alone: what they are named with decides
	}
	var seen []string
	for _, c := range candidates {
		p := parsePerson(c.Name)
		if c.Type != kg.Person || p.given == "" || skeleton(p.surname) != skeleton(x.surname) || compareGiven(p.given, given) != givenDiffer {
			continue
		}
		known := false
		for _, s := range seen {
			known = known || compareGiven(s, p.given) != givenDiffer
		}
		if !known {
			seen = append(seen, p.given)
		}
	}
	return len(seen)
}
