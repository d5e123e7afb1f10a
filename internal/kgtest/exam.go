package kgtest

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sayso/internal/kg"
)

// TestStore is the exam. open gives an empty store; each part opens one.
func TestStore(t *testing.T, open func(t *testing.T) kg.Store) {
	parts := map[string]func(*testing.T, kg.Store){
		"what is saved is read back": savedIsRead, "again and in any order": sameInAnyOrder, "in parallel": sameInParallel,
		"refuses broken quotes": refusesBroken, "shortcuts": shortcuts, "one shortcut for a pair": joinedShortcuts, "not found": notFound, "metadata is filled in": fillsIn, "spellings": spellings,
	}
	for name, part := range parts {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			if err := s.SavePredicates(context.Background(), Predicates()); err != nil {
				t.Fatal(err)
			}
			part(t, s)
		})
	}
}

func save(t *testing.T, s kg.Store, records ...kg.Record) {
	t.Helper()
	for _, r := range records {
		if _, err := s.Save(context.Background(), r); err != nil {
			t.Fatalf("Save(%q): %v", r.Article.Title, err)
		}
	}
}

// ignoreClock leaves out what the store stamps.
var ignoreClock = cmp.Options{cmpopts.IgnoreFields(kg.Statement{}, "RecordedAt", "Review", "Version"), cmpopts.EquateEmpty()}

func savedIsRead(t *testing.T, s kg.Store) {
	ctx := context.Background()
	for _, r := range Recognitions() {
		saved, err := s.Save(ctx, r)
		if err != nil || !saved.ArticleIsNew || saved.Added.Statements != len(r.Statements) {
			t.Fatalf("Save = %+v, %v", saved, err)
		}
		article, err := s.Article(ctx, r.Article.ID)
		if diff := cmp.Diff(r.Article, article); err != nil || diff != "" {
			t.Errorf("article (%v): %s", err, diff)
		}
		statements, err := s.StatementsOf(ctx, r.Article.ID)
		if diff := cmp.Diff(r.Statements, statements, ignoreClock); err != nil || diff != "" {
			t.Errorf("statements (%v): %s", err, diff)
		}
		for _, e := range r.Entities {
			got, err := s.Entity(ctx, e.ID)
			if diff := cmp.Diff(e, got, ignoreClock); err != nil || diff != "" {
				t.Errorf("entity (%v): %s", err, diff)
			}
		}
		for _, c := range r.Claims {
			got, err := s.Claim(ctx, c.ID)
			if diff := cmp.Diff(c, got.Claim); err != nil || diff != "" {
				t.Errorf("claim (%v): %s", err, diff)
			}
		}
	}
}

// snapshot is all that must not depend on order.
type snapshot struct {
	Counts    kg.Counts
	Shortcuts []kg.Shortcut
	Claims    []kg.ClaimState
	Articles  []kg.Article
}

func snap(t *testing.T, s kg.Store) snapshot {
	t.Helper()
	ctx := context.Background()
	var out snapshot
	var err error
	if out.Counts, err = s.Counts(ctx); err != nil {
		t.Fatal(err)
	}
	if out.Shortcuts, err = s.Shortcuts(ctx); err != nil {
		t.Fatal(err)
	}
	for _, r := range Recognitions() {
		for _, c := range r.Claims {
			state, err := s.Claim(ctx, c.ID)
			if err != nil {
				t.Fatal(err)
			}
			out.Claims = append(out.Claims, state)
		}
		article, err := s.Article(ctx, r.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		out.Articles = append(out.Articles, article)
	}
	return out
}

func sameInAnyOrder(t *testing.T, s kg.Store) {
	all := Recognitions()
	save(t, s, all...)
	before := snap(t, s)
	save(t, s, all[2], all[0], all[1], all[0])
	if diff := cmp.Diff(before, snap(t, s)); diff != "" {
		t.Errorf("saving again changed the graph: %s", diff)
	}
	saved, err := s.Save(context.Background(), all[1])
	if err != nil || saved != (kg.Saved{}) {
		t.Errorf("saving again said it added %+v, %v", saved, err)
	}
	memory := &Memory{}
	if err := memory.SavePredicates(context.Background(), Predicates()); err != nil {
		t.Fatal(err)
	}
	save(t, memory, all[2], all[1], all[0])
	if diff := cmp.Diff(snap(t, memory), before); diff != "" {
		t.Errorf("another order gave another graph: %s", diff)
	}
}

func sameInParallel(t *testing.T, s kg.Store) {
	all := Recognitions()
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		for _, r := range all {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if _, err := s.Save(context.Background(), r); err != nil {
					t.Errorf("Save: %v", err)
				}
			}()
		}
	}
	wg.Wait()
	memory := &Memory{}
	save(t, memory, all...)
	if diff := cmp.Diff(snap(t, memory), snap(t, s)); diff != "" {
		t.Errorf("saving in parallel gave another graph: %s", diff)
	}
}

func refusesBroken(t *testing.T, s kg.Store) {
	ctx := context.Background()
	for name, spoil := range map[string]func(*kg.Record){
		"moved quote":     func(r *kg.Record) { r.Statements[0].Quote.Start++; r.Statements[0].Quote.End++ },
		"invented quote":  func(r *kg.Record) { r.Statements[0].Quote.Exact = "Arland conquered Borland on Monday" },
		"invented claim":  func(r *kg.Record) { r.Statements[0].Asserts[0].ClaimID = "cl_x" },
		"changed text":    func(r *kg.Record) { r.Article.Text += "!" },
		"unknown speaker": func(r *kg.Record) { r.Statements[0].SpeakerID = "ent_x" },
		"changed claim":   func(r *kg.Record) { r.Claims[0].Negated = true },
		"odd date":        func(r *kg.Record) { r.Article.PublishedAt = "yesterday" },
		"no text":         func(r *kg.Record) { r.Article.Text = "" },
	} {
		r := Recognitions()[0]
		spoil(&r)
		if _, err := s.Save(ctx, r); err == nil || kg.CodeOf(err) == kg.Internal {
			t.Errorf("%s: Save gave %v", name, err)
		}
	}
	if c, err := s.Counts(ctx); err != nil || c != (kg.Counts{}) {
		t.Errorf("refused records left %+v, %v", c, err)
	}
}

func shortcuts(t *testing.T, s kg.Store) {
	save(t, s, Recognitions()...)
	got, err := s.Shortcuts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	id := func(name string) string { return kg.EntityID(kg.Place, name) }
	want := map[string]kg.Shortcut{
		"Arland recognized":  {SubjectID: id("Arland"), Predicate: "RECOGNIZED", Statements: 2, Origins: 2, FirstOn: "2020-01-06", LastOn: "2020-01-06"},
		"Forland recognized": {SubjectID: id("Forland"), Predicate: "RECOGNIZED", Statements: 1, Origins: 1, FirstOn: "2019", LastOn: "2019"},
		"Arland withdrew":    {SubjectID: id("Arland"), Predicate: "WITHDREW_RECOGNITION", Statements: 1, Origins: 1, FirstOn: "2022-05-10", LastOn: "2022-05-10"},
	}
	if len(got) != len(want) {
		t.Errorf("%d shortcuts, want %d: %+v", len(got), len(want), got)
	}
	for name, w := range want {
		w.ObjectID = id("Borland")
		found := false
		for _, g := range got {
			g.ClaimIDs = nil
			found = found || cmp.Equal(g, w)
		}
		if !found {
			t.Errorf("no shortcut %q in %+v", name, got)
		}
	}
}

// joinedShortcuts: the same act told with and without a date, on two days, and from either side is one edge.
func joinedShortcuts(t *testing.T, s kg.Store) {
	ctx := context.Background()
	told := []kg.Record{
		Record("Arland recognized Borland on Monday. Gorland met with Horland.", "One", "2020-01-07",
			Said{Sentence: "Arland recognized Borland on Monday", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland", OccurredOn: "2020-01-06"},
			Said{Sentence: "Gorland met with Horland", Subject: "Gorland", Predicate: "MET_WITH", Object: "Horland"}),
		Record("Arland recognized Borland. Horland met with Gorland. Gorland met Horland often.", "Two", "2021-02-01",
			Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"},
			Said{Sentence: "Horland met with Gorland", Subject: "Horland", Predicate: "MET_WITH", Object: "Gorland"},
			Said{Sentence: "Gorland met Horland often", Subject: "Gorland", Predicate: "MET_WITH", Object: "Horland", Negated: true}),
	}
	save(t, s, told...)
	got, err := s.Shortcuts(ctx)
	if err != nil || len(got) != 2 {
		t.Fatalf("%d shortcuts, %v: %+v", len(got), err, got)
	}
	id := func(name string) string { return kg.EntityID(kg.Place, name) }
	ids := func(records ...int) (out []string) {
		for _, r := range records {
			out = append(out, told[r/10].Claims[r%10].ID)
		}
		slices.Sort(out)
		return out
	}
	want := []kg.Shortcut{
		{SubjectID: id("Arland"), Predicate: "RECOGNIZED", ObjectID: id("Borland"), ClaimIDs: ids(0, 10), Statements: 2, Origins: 2, FirstOn: "2020-01-06", LastOn: "2021-02-01"},
		{SubjectID: min(id("Gorland"), id("Horland")), Predicate: "MET_WITH", ObjectID: max(id("Gorland"), id("Horland")), ClaimIDs: ids(1, 11), Statements: 2, Origins: 2,
			FirstOn: "2020-01-07", LastOn: "2021-02-01", Contested: true},
	}
	slices.SortFunc(want, func(a, b kg.Shortcut) int { return strings.Compare(a.SubjectID, b.SubjectID) })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func notFound(t *testing.T, s kg.Store) {
	ctx := context.Background()
	_, articleErr := s.Article(ctx, "art_x")
	_, entityErr := s.Entity(ctx, "ent_x")
	_, claimErr := s.Claim(ctx, "cl_x")
	for _, err := range []error{articleErr, entityErr, claimErr} {
		if kg.CodeOf(err) != kg.NotFound {
			t.Errorf("an unknown id gave %v", err)
		}
	}
}

func fillsIn(t *testing.T, s kg.Store) {
	full := Recognitions()[0]
	bare := full
	bare.Article.Title, bare.Article.PublishedAt = "", ""
	save(t, s, bare, full)
	if c, err := s.Claim(context.Background(), full.Claims[0].ID); err != nil || c.FirstOn != full.Article.PublishedAt {
		t.Errorf("the claim was first said on %q, %v", c.FirstOn, err)
	}
	got, err := s.Article(context.Background(), full.Article.ID)
	if err != nil || got.Title != full.Article.Title || got.PublishedAt != full.Article.PublishedAt {
		t.Errorf("the article has %+v, %v", got, err)
	}
	other := full
	other.Article.Title = "Another title"
	save(t, s, other)
	if got, _ := s.Article(context.Background(), full.Article.ID); got.Title != full.Article.Title {
		t.Errorf("a later title replaced the first: %q", got.Title)
	}
}

// spellings: whoever comes first, the name with its accents is shown.
func spellings(t *testing.T, s kg.Store) {
	for _, order := range [][2]string{{"Irena Halasz", "Irena Halász"}, {"Zoë Kron", "Zoe Kron"}} {
		for _, name := range order {
			text := name + " spoke."
			save(t, s, kg.Record{Article: kg.Article{ID: kg.ArticleID(text), Text: text, OriginID: kg.ArticleID(text)}, Entities: []kg.Entity{kg.NewEntity(kg.Person, name)}})
		}
		want := order[0]
		if isASCII(want) {
			want = order[1]
		}
		if e, err := s.Entity(context.Background(), kg.EntityID(kg.Person, order[0])); err != nil || e.Name != want {
			t.Errorf("%v are shown as %q, %v", order, e.Name, err)
		}
	}
}
