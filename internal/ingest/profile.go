package ingest

import (
	"slices"
	"strings"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
)

// profiles notes what the article says of its actors by which they can be told from others, or known again. Those whom
// the gazetteer knows need only be found.
func (w *linking) profiles() {
	for _, e := range w.entities {
		// a "foreign ministry" is not to be compared with those of other articles
		if e.Type == kg.Organization && anyState(e.Name) {
			continue
		}
		e.Sounds = identity.Keys(e.Type, append([]string{e.Name}, e.Aliases...)...)
		if e.WikidataID == "" {
			e.Companions = w.companions(e.ID)
		}
	}
	for _, s := range w.record.Statements {
		for _, a := range s.Asserts {
			if a.Modality == kg.Asserted {
				w.role(a.ClaimID)
			}
		}
	}
	for _, e := range w.entities {
		slices.Sort(e.Roles)
		slices.Sort(e.Affiliations)
		e.Roles, e.Affiliations = slices.Compact(e.Roles), slices.Compact(e.Affiliations)
	}
}

// role notes the role that a claim gives its subject.
func (w *linking) role(claimID string) {
	i := slices.IndexFunc(w.record.Claims, func(c kg.Claim) bool { return c.ID == claimID })
	if i < 0 || w.record.Claims[i].Role == "" || w.record.Claims[i].Negated {
		return
	}
	c := w.record.Claims[i]
	e := w.entities[c.SubjectID]
	if e == nil || e.WikidataID != "" {
		return
	}
	e.Roles = append(e.Roles, strings.ToLower(c.Role))
	if c.ObjectID != "" {
		e.Affiliations = append(e.Affiliations, c.ObjectID)
	}
}

// companions lists the others that the article names, but for surnames alone, which mean something in this article
// only.
func (w *linking) companions(of string) []string {
	var out []string
	for id, e := range w.entities {
		if id != of && (e.Type != kg.Person || !identity.Bare(e.Name)) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}
