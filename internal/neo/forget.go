package neo

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"sayso/internal/forget"
	"sayso/internal/kg"
)

var (
	_ kg.Forgetter  = (*Forgetter)(nil)
	_ kg.Suppressor = (*Forgetter)(nil)
)

// Forgetter forgets people in a store's graph, and knows them again by the key in a file.
type Forgetter struct {
	store *Store
	keys  *forget.KeyFile
}

// NewForgetter makes one. The file need not be there before somebody is forgotten.
func NewForgetter(store *Store, keys *forget.KeyFile) *Forgetter { return &Forgetter{store, keys} }

// Forgettings implements kg.Forgetter.
func (r *Forgetter) Forgettings(ctx context.Context) ([]kg.Forgetting, error) {
	records, err := r.store.read(ctx, "get_forgettings", nil)
	if err != nil {
		return nil, err
	}
	out := make([]kg.Forgetting, len(records))
	for i, record := range records {
		v := row(record).sub("forgetting")
		out[i] = kg.Forgetting{ID: v.text("id"), At: v.date("at"), By: v.text("by"), Reason: v.text("reason"),
			Articles: kg.ForgottenArticles(v.text("articles")), Key: v.text("key"), Actors: v.texts("actors"),
			Names: v.texts("names"), First: v.texts("first"), Parts: v.texts("parts"), Longest: v.number("longest")}
	}
	return out, nil
}

// Suppress implements kg.Suppressor.
func (r *Forgetter) Suppress(ctx context.Context, in kg.Record) (kg.Record, error) {
	all, err := r.Forgettings(ctx)
	if err != nil || len(all) == 0 {
		return in, err
	}
	list, err := r.known(all)
	if err != nil {
		return in, err
	}
	return list.Record(in)
}

// known makes a list of forgettings with the store's key.
func (r *Forgetter) known(all []kg.Forgetting) (*forget.List, error) {
	key, err := r.keys.Load()
	if err != nil {
		return nil, err
	}
	return forget.NewList(key, all)
}

// Forget implements kg.Forgetter.
func (r *Forgetter) Forget(ctx context.Context, w kg.ForgetWish) (kg.Forgotten, error) {
	if err := (kg.Decision{By: w.By, Reason: w.Reason}).Check(); err != nil {
		return kg.Forgotten{}, err
	}
	if !slices.Contains([]kg.ForgottenArticles{kg.RedactArticles, kg.DeleteArticles, kg.KeepArticles}, w.Articles) {
		return kg.Forgotten{}, kg.Errorf(kg.Invalid, "articles is %q; it must be REDACT, DELETE or KEEP", w.Articles)
	}
	person, err := whom(ctx, r.store, w)
	if err != nil {
		return kg.Forgotten{}, err
	}
	key, err := r.keys.Make()
	if err != nil {
		return kg.Forgotten{}, err
	}
	f := forget.New(key, person.Person)
	f.At, f.By, f.Articles = kg.DateOf(r.store.now()), w.By, w.Articles
	list, err := forget.NewList(key, []kg.Forgetting{f})
	if err != nil {
		return kg.Forgotten{}, err
	}
	f.Reason, _ = list.Black(w.Reason)
	run := forgetting{store: r.store, list: list, dry: w.DryRun, by: w.By, of: f.ID, actors: person.IDs}
	out, err := run.carryOut(ctx, []kg.Forgetting{f})
	out.Forgetting = f
	out.Remains = append(person.shared, out.Remains...)
	return out, err
}

// ForgetAgain implements kg.Forgetter.
func (r *Forgetter) ForgetAgain(ctx context.Context, past []kg.Forgetting, by string) (kg.Forgotten, error) {
	if strings.TrimSpace(by) == "" {
		return kg.Forgotten{}, kg.Errorf(kg.Invalid, "say who forgets (by)")
	}
	if len(past) == 0 {
		return kg.Forgotten{}, nil
	}
	for _, f := range past {
		if f.ID != kg.ForgettingID(f.Actors) {
			return kg.Forgotten{}, kg.Errorf(kg.Invalid, "the forgetting %q is damaged: its id is not that of its hashes", f.ID)
		}
	}
	list, err := r.known(past)
	if err != nil {
		return kg.Forgotten{}, err
	}
	run := forgetting{store: r.store, list: list, by: by, of: "forgettings of the past"}
	if run.actors, err = listedActors(ctx, r.store, list); err != nil {
		return kg.Forgotten{}, err
	}
	return run.carryOut(ctx, past)
}

// mostActors is how many ids are looked at in one go.
const mostActors = 10_000

// listedActors gives the ids of the graph's actors who are on a list.
func listedActors(ctx context.Context, s *Store, list *forget.List) ([]string, error) {
	var out []string
	for after := ""; ; {
		records, err := s.read(ctx, "get_actor_ids", map[string]any{"after": after, "first": mostActors})
		if err != nil || len(records) == 0 {
			return out, err
		}
		for _, r := range records {
			if after = row(r).text("id"); list.Actor(after) {
				out = append(out, after)
			}
		}
	}
}

// forgetting is one run through the graph.
type forgetting struct {
	store  *Store
	list   *forget.List
	dry    bool
	by     string
	of     string   // the id of the forgetting, for the change feed
	actors []string // recorded ids
	others []string // those who were judged together with them
	out    kg.Forgotten
}

// carryOut notes whom nothing may bring back, then rewrites article after article, each in a transaction of its own, so
// that others write in between; then the actors go; then everything is looked through. Whatever it breaks off at, it
// can be done again.
func (f *forgetting) carryOut(ctx context.Context, entries []kg.Forgetting) (kg.Forgotten, error) {
	f.out.Actors = f.actors
	if !f.dry {
		if err := f.note(ctx, entries); err != nil {
			return f.out, err
		}
	}
	if err := f.countActors(ctx); err != nil {
		return f.out, err
	}
	articles, err := f.articles(ctx)
	if err != nil {
		return f.out, err
	}
	for _, id := range articles {
		counts, err := f.article(ctx, id)
		if err != nil {
			return f.out, err
		}
		f.out.Counts = f.out.Counts.Plus(counts)
	}
	if err := f.forgetActors(ctx); err != nil {
		return f.out, err
	}
	return f.out, f.sweep(ctx)
}

func (f *forgetting) note(ctx context.Context, entries []kg.Forgetting) error {
	return f.store.write(ctx, func(tx transaction) error {
		for _, e := range entries {
			if _, err := tx.run("save_forgetting", map[string]any{"id": e.ID, "properties": map[string]any{
				"at": string(e.At), "by": e.By, "reason": e.Reason, "articles": string(e.Articles), "key": e.Key,
				"actors": orEmpty(e.Actors), "names": orEmpty(e.Names), "first": orEmpty(e.First), "parts": orEmpty(e.Parts),
				"longest": e.Longest}}); err != nil {
				return err
			}
		}
		return nil
	})
}

// countActors counts what hangs on the actors, before articles go and they with them.
func (f *forgetting) countActors(ctx context.Context) error {
	records, err := f.store.read(ctx, "get_actor_remains", map[string]any{"ids": orEmpty(f.actors)})
	if err != nil || len(records) == 0 {
		return err
	}
	had, c := row(records[0]), &f.out.Counts
	c.Actors, c.Names, c.Ratings = had.number("actors"), had.number("names"), had.number("ratings")
	c.Judgements, f.others = had.number("judgements"), had.texts("others")
	return nil
}

// forgetActors takes the actors away, and tells the change feed how much went, not who.
func (f *forgetting) forgetActors(ctx context.Context) error {
	return f.rolledBackWhenDry(ctx, func(tx transaction) error {
		if _, err := tx.run("lock", map[string]any{"name": identityLock}); err != nil {
			return err
		}
		if _, err := tx.run("forget_actors", map[string]any{"ids": orEmpty(f.actors)}); err != nil {
			return err
		}
		for _, query := range []string{"delete_idle_actors", "forget_bands"} {
			if _, err := tx.run(query, map[string]any{"ids": orEmpty(f.others)}); err != nil {
				return err
			}
		}
		data, err := json.Marshal(f.out.Counts)
		if err != nil {
			return err
		}
		return f.store.appendChange(tx, kg.Change{Kind: kg.ActorForgotten, By: f.by, Reason: f.of, After: string(data)})
	})
}

// rolledBackWhenDry writes, or does so and takes it back.
func (f *forgetting) rolledBackWhenDry(ctx context.Context, work func(transaction) error) error {
	err := f.store.write(ctx, func(tx transaction) error {
		if err := work(tx); err != nil || !f.dry {
			return err
		}
		return errRehearsed
	})
	return unlessRehearsed(err)
}
