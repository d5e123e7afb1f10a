package neo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// opposed is a vocabulary with positions that exclude each other.
func opposed() []kg.Predicate {
	list := kgtest.Predicates()
	for i := range list {
		if list[i].ID == "REFUSED_RECOGNITION" || list[i].ID == "WITHDREW_RECOGNITION" {
			list[i].Excludes = []kg.PredicateID{"RECOGNIZED"}
		}
	}
	return append(list, kg.Predicate{ID: "ACCUSED", Label: "accused"}, kg.Predicate{ID: "DENIED", Label: "denied", Answers: []kg.PredicateID{"ACCUSED"}})
}

// between lists what stands between claims, by their words.
func between(t *testing.T, s *Store) []string {
	t.Helper()
	records, err := s.records(context.Background(), "test", `MATCH (a:Claim)-[r:CONTRADICTS|SUPERSEDES]->(b:Claim)
		RETURN CASE WHEN type(r) = 'SUPERSEDES' OR a.text < b.text THEN [a.text, coalesce(r.kind, 'after'), b.text] ELSE [b.text, r.kind, a.text] END AS words, a.contested AS contested`, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range records {
		out = append(out, fmt.Sprint(strings.Join(row(r).texts("words"), " | "), " ", row(r).flag("contested")))
	}
	slices.Sort(out)
	return out
}

func disputed() []kg.Record {
	return []kg.Record{
		kgtest.Record("Arland refuses to recognize Borland.", "a", "2014-01-01", kgtest.Said{Sentence: "Arland refuses to recognize Borland", Subject: "Arland", Predicate: "REFUSED_RECOGNITION", Object: "Borland"}),
		kgtest.Record("Arland recognized Borland.", "b", "2020-01-01", kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"}),
		kgtest.Record("Arland has never recognized Borland, said Cesland.", "c", "2020-01-02", kgtest.Said{Speaker: "Cesland", Sentence: "Arland has never recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland", Negated: true}),
		kgtest.Record("Arland withdrew its recognition of Borland.", "d", "2021-01-01", kgtest.Said{Sentence: "Arland withdrew its recognition of Borland", Subject: "Arland", Predicate: "WITHDREW_RECOGNITION", Object: "Borland"}),
		kgtest.Record("Dorland accused Erland of theft. Erland denied it.", "e", "2021-02-01", kgtest.Said{Sentence: "Dorland accused Erland of theft", Subject: "Dorland", Predicate: "ACCUSED", Object: "Erland"},
			kgtest.Said{Sentence: "Erland denied it", Subject: "Erland", Predicate: "DENIED"}),
	}
}

// TestDisputes saves positions in several orders and looks at what stands between them.
func TestDisputes(t *testing.T) {
	want := []string{
		"Arland recognized Borland | NEGATION | Arland recognized Borland true",
		"Arland recognized Borland | after | Arland refused_recognition Borland true",
		"Arland withdrew_recognition Borland | after | Arland recognized Borland false",
		"Dorland accused Erland | ATTRIBUTION | Erland denied  true",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		s := open(t)
		if err := s.SavePredicates(context.Background(), opposed()); err != nil {
			t.Fatal(err)
		}
		records := disputed()
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for _, r := range append(records, records[0]) {
			if _, err := s.Save(context.Background(), r); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, between(t, s)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestCopiesHaveOneOrigin saves three copies and another story in several orders.
func TestCopiesHaveOneOrigin(t *testing.T) {
	ctx := context.Background()
	body := "Arland recognized Borland. The minister said on Monday that the parliament of Arland had voted for it after a long debate about the " +
		"border, the harbours and the debts of both countries, which nobody had wanted to settle in all the years since the war ended."
	said := kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"}
	records := []kg.Record{kgtest.Record(body, "wire", "2020-01-01", said), kgtest.Record("COAST DAILY – "+body, "daily", "2020-01-02", said),
		kgtest.Record(body+" Read more on our pages about the two countries.", "web", "2020-01-02", said),
		kgtest.Record("From our own man in the capital: Arland recognized Borland, and people danced in the streets until the early morning of the next day.", "own", "2020-01-02", said)}
	random := rand.New(rand.NewPCG(1, 2))
	var first string
	for range 3 {
		s := open(t)
		if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
			t.Fatal(err)
		}
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for _, r := range records {
			if _, err := s.Save(ctx, r); err != nil {
				t.Fatal(err)
			}
		}
		claim, err := s.Claim(ctx, records[0].Claims[0].ID)
		if err != nil || claim.Statements != 4 || claim.Origins != 2 {
			t.Fatalf("%+v, %v; want 4 statements of 2 origins", claim, err)
		}
		shortcuts, err := s.Shortcuts(ctx)
		if err != nil || len(shortcuts) != 1 || shortcuts[0].Origins != 2 {
			t.Errorf("shortcuts %+v, %v", shortcuts, err)
		}
		var origins []string
		for _, r := range records {
			a, err := s.Article(ctx, r.Article.ID)
			if err != nil {
				t.Fatal(err)
			}
			origins = append(origins, a.Title+a.OriginID)
		}
		slices.Sort(origins)
		if got := strings.Join(origins, " "); first == "" {
			first = got
		} else if got != first {
			t.Errorf("another order gave other origins: %s", got)
		}
	}
}

// TestDisputesOfEvents saves quarrels in several orders and finds what a store in memory finds, which looks at every pair.
func TestDisputesOfEvents(t *testing.T) {
	ctx := context.Background()
	var predicates []kg.Predicate
	for _, p := range opposed() {
		if p.ID == "DENIED" {
			p.Excludes = []kg.PredicateID{"CLAIMED_RESPONSIBILITY"}
		}
		predicates = append(predicates, p)
	}
	for _, id := range []kg.PredicateID{"LOST", "KILLED", "BLAMED", "CLAIMED_RESPONSIBILITY"} {
		predicates = append(predicates, kg.Predicate{ID: id, Label: strings.ToLower(string(id))})
	}
	var memory kgtest.Memory
	if err := memory.SavePredicates(ctx, predicates); err != nil {
		t.Fatal(err)
	}
	records := slices.Concat(kgtest.Quarrels(), disputed())
	for _, r := range records {
		if _, err := memory.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	want := memory.Disputes()
	kinds := map[kg.DisputeKind]int{}
	for _, d := range want {
		kinds[d.Kind]++
	}
	if diff := cmp.Diff(map[kg.DisputeKind]int{kg.Figures: 2, kg.Attribution: 4, kg.Negation: 3, kg.Superseded: 2}, kinds); diff != "" {
		t.Fatalf("in memory: %s\n%+v", diff, want)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 2 {
		s := open(t)
		if err := s.SavePredicates(ctx, predicates); err != nil {
			t.Fatal(err)
		}
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		for _, r := range append(slices.Clone(records), records[0], records[1]) {
			if _, err := s.Save(ctx, r); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(want, stored(t, s)); diff != "" {
			t.Error(diff)
		}
	}
}

// stored reads what stands between the claims of a store, in the order of their ids.
func stored(t *testing.T, s *Store) []kg.Dispute {
	t.Helper()
	records, err := s.records(context.Background(), "test", `MATCH (a:Claim)-[r:CONTRADICTS|SUPERSEDES]->(b:Claim)
		RETURN a.id AS from, b.id AS to, coalesce(r.kind, 'SUPERSEDED') AS kind, r.reason AS reason ORDER BY from, to, kind`, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []kg.Dispute
	for _, r := range records {
		v := row(r)
		out = append(out, kg.Dispute{From: v.text("from"), To: v.text("to"), Kind: kg.DisputeKind(v.text("kind")), Reason: v.text("reason")})
	}
	return out
}
