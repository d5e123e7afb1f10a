package ingest

import (
	"context"
	"slices"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
)

// compare judges which of the records' actors are others that were recorded before. What it finds does not depend on
// the order of articles: whoever sounds like one of these is looked at again. Each record is compared by itself; only
// what the graph knows is asked for together.
func (p *Pipeline) compare(ctx context.Context, records ...kg.Record) error {
	profiles, err := p.store.Profiles(ctx, entityIDs(records...)...)
	if err != nil || len(profiles) == 0 {
		return err
	}
	all := make([]string, len(profiles))
	for i, profile := range profiles {
		all[i] = profile.ID
	}
	held, err := p.store.Judgements(ctx, all...)
	if err != nil {
		return err
	}
	var judgements []kg.Judgement
	judged := map[[2]string]bool{}
	for _, r := range records {
		ids := entityIDs(r)
		for _, j := range identity.Judge(ids, near(profiles, ids), held) {
			if pair := [2]string{j.Left, j.Right}; !judged[pair] {
				judged[pair] = true
				judgements = append(judgements, j)
			}
		}
	}
	if len(judgements) > 0 {
		_, err = p.store.Judge(ctx, judgements...)
	}
	return err
}

// entityIDs lists the ids of the records' entities, each once.
func entityIDs(records ...kg.Record) []string {
	var ids []string
	for _, r := range records {
		for _, e := range r.Entities {
			ids = append(ids, e.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// near are the profiles of those who sound like one of the ids, which are sorted.
func near(profiles []kg.Profile, ids []string) []kg.Profile {
	var out []kg.Profile
	for _, p := range profiles {
		if slices.ContainsFunc(p.Near, func(id string) bool { _, ok := slices.BinarySearch(ids, id); return ok }) {
			out = append(out, p)
		}
	}
	return out
}
