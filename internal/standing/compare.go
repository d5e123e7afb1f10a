package standing

import "sayso/internal/kg"

// difference is one thing in which an answer is other than what was told.
type difference struct {
	kind  kg.TellingKind
	entry entry
}

// sign tells differences apart.
func (d difference) sign() string { return string(d.kind) + " " + d.entry.Key }

// compare gives the differences of an answer from what was told: what is new or disputed in the order of the answer,
// then what is withdrawn.
func compare(known, now []entry) []difference {
	before, is := map[string]entry{}, map[string]bool{}
	for _, e := range known {
		before[e.Key] = e
	}
	var out []difference
	for _, e := range now {
		is[e.Key] = true
		was, had := before[e.Key]
		switch {
		case !had:
			out = append(out, difference{kg.TellingNew, e})
		case e.Disputed && !was.Disputed:
			out = append(out, difference{kg.TellingDisputed, e})
		case was.Disputed && !e.Disputed:
			out = append(out, difference{kg.TellingSettled, e})
		}
	}
	for _, e := range known {
		if !is[e.Key] {
			out = append(out, difference{kg.TellingWithdrawn, e})
		}
	}
	return out
}

// apply gives what is known once differences were told. Of what has not changed the words are kept as they were told.
func apply(known []entry, told []difference) []entry {
	change := map[string]difference{}
	for _, d := range told {
		change[d.entry.Key] = d
	}
	out := []entry{}
	for _, e := range known {
		d, changed := change[e.Key]
		switch {
		case !changed:
			out = append(out, e)
		case d.kind != kg.TellingWithdrawn:
			out = append(out, d.entry)
		}
		delete(change, e.Key)
	}
	for _, d := range told {
		if _, left := change[d.entry.Key]; left && d.kind == kg.TellingNew {
			out = append(out, d.entry)
		}
	}
	return out
}
