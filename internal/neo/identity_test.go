package neo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// dump writes every node and edge of the graph that judgements may touch, in a fixed order.
func dump(t *testing.T, s *Store) []string {
	t.Helper()
	var out []string
	for _, text := range []string{
		`MATCH (n) WHERE none(l IN labels(n) WHERE l IN ['Judgement', 'Change', 'Lock', 'Outbox', 'Migration'])
		 RETURN labels(n) AS labels, properties(n) AS properties`,
		`MATCH (a)-[r]->(b) WHERE none(l IN labels(a) WHERE l IN ['Judgement', 'Change', 'Lock', 'Outbox', 'Migration'])
		 RETURN [coalesce(a.id, a.folded), type(r), coalesce(b.id, b.folded)] AS labels, properties(r) AS properties`,
	} {
		records, err := s.records(context.Background(), "test", text, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			v := row(r)
			labels := v.texts("labels")
			if strings.Contains(text, "MATCH (n)") {
				slices.Sort(labels)
			}
			properties := v.sub("properties")
			delete(properties, "recordedAt")
			out = append(out, fmt.Sprint(labels, " ", properties))
		}
	}
	slices.Sort(out)
	return out
}

// town is a name of the made-up articles.
func town(i int) string { return fmt.Sprintf("Town%c", 'A'+i) }

// madeUp gives articles that name and tie together n towns at random.
func madeUp(random *rand.Rand, articles, n int) []kg.Record {
	labels := map[kg.PredicateID]string{}
	for _, p := range kgtest.Predicates() {
		labels[p.ID] = p.Label
	}
	var out []kg.Record
	for i := range articles {
		var text strings.Builder
		var said []kgtest.Said
		for k := range 4 {
			a, b, c := town(random.IntN(n)), town(random.IntN(n)), town(random.IntN(n))
			sentence := fmt.Sprintf("%s recognized %s in line %d", b, c, k)
			fmt.Fprintf(&text, "%s said that %s of article %d. ", a, sentence, i)
			one := kgtest.Said{Speaker: a, Sentence: sentence, Subject: b, Predicate: "RECOGNIZED", Object: c, Negated: random.IntN(4) == 0}
			if random.IntN(5) == 0 {
				one.Modality = kg.Hedged
			}
			said = append(said, one)
		}
		r := kgtest.Record(text.String(), fmt.Sprintf("Article %d", i), kg.Date(fmt.Sprintf("2020-01-%02d", 1+i%28)), said...)
		for k := range r.Claims {
			r.Claims[k].Text = kg.ClaimText(r.Claims[k], labels[r.Claims[k].Predicate], said[k].Subject, said[k].Object)
		}
		out = append(out, r)
	}
	return out
}

// randomJudgement judges two towns, or splits one, and at times makes a judgement that a later one contradicts.
func randomJudgement(random *rand.Rand, i, n int, records []kg.Record) kg.Judgement {
	id := func() string { return kg.EntityID(kg.Place, town(random.IntN(n))) }
	j := kg.Judgement{Left: id(), Right: id(), Score: random.Float64(), By: fmt.Sprintf("judge %d", i%3), Reason: fmt.Sprintf("reason %d", i)}
	switch random.IntN(8) {
	case 0:
		j.Verdict = kg.Different
	case 1:
		j.Verdict = kg.Unsure
	case 2, 3:
		j.Verdict, j.Right = kg.Split, ""
		for range 1 + random.IntN(3) {
			j.Articles = append(j.Articles, records[random.IntN(len(records))].Article.ID)
		}
	case 4:
		j.Verdict, j.Automatic = kg.Same, true
	default:
		j.Verdict = kg.Same
	}
	return j
}

// judgementCount is how many judgements the property tests make: 1,000 with SAYSO_SLOW_TESTS, fewer without.
func judgementCount(t *testing.T) int {
	if os.Getenv("SAYSO_SLOW_TESTS") != "" {
		return 1000
	}
	t.Log("30 judgements; set SAYSO_SLOW_TESTS=1 for 1,000")
	return 30
}

// TestUndoRestores makes random judgements, undoes them in random order, and compares every node and edge. What splits made stays, hidden.
func TestUndoRestores(t *testing.T) {
	const towns = 10
	count := judgementCount(t)
	s := open(t)
	ctx := context.Background()
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 11))
	records := madeUp(random, 12, towns)
	for _, r := range records {
		if _, err := s.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, s)
	var done []kg.Judgement
	for i := 0; len(done) < count; i++ {
		j := randomJudgement(random, i, towns, records)
		judged, err := s.Judge(ctx, j)
		switch {
		case err == nil:
			done = append(done, judged...)
		case kg.CodeOf(err) != kg.Conflict && kg.CodeOf(err) != kg.Invalid:
			t.Fatalf("Judge(%+v): %v", j, err)
		}
	}
	for i := range done {
		k := i + random.IntN(len(done)-i)
		done[i], done[k] = done[k], done[i]
		if _, err := s.UndoJudgement(ctx, done[i].ID, "tester", "random order"); err != nil && kg.CodeOf(err) != kg.Conflict {
			t.Fatalf("Undo(%+v): %v", done[i], err)
		}
	}
	after := slices.DeleteFunc(dump(t, s), func(line string) bool { return strings.Contains(line, "splitOff:true") })
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the graph is not as it was: %s", diff)
	}
}

// TestJudgedBeforeOrAfter saves articles and judges their actors in several orders: the graph is the same.
func TestJudgedBeforeOrAfter(t *testing.T) {
	const towns = 8
	ctx := context.Background()
	random := rand.New(rand.NewPCG(3, 5))
	records := madeUp(random, 8, towns)
	var judgements []kg.Judgement
	for i := 0; len(judgements) < 6; i++ {
		if j := randomJudgement(random, i, towns, records); j.Verdict == kg.Same && j.Left != j.Right || j.Verdict == kg.Split {
			j.At = kg.Date(fmt.Sprintf("2024-01-01T00:00:%02dZ", i))
			judgements = append(judgements, j)
		}
	}
	var first []string
	for round := range 3 {
		s := open(t)
		if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
			t.Fatal(err)
		}
		saved := round * len(records) / 3
		save := func(list []kg.Record) {
			for _, r := range list {
				if _, err := s.Save(ctx, r); err != nil {
					t.Fatal(err)
				}
			}
		}
		every := namesOnly(records)
		save(every)
		save(records[saved:])
		for _, j := range judgements {
			if _, err := s.Judge(ctx, j); err != nil && kg.CodeOf(err) != kg.Conflict {
				t.Fatal(err)
			}
		}
		save(records[:saved])
		save(records)
		if got := dump(t, s); first == nil {
			first = got
		} else if diff := cmp.Diff(first, got); diff != "" {
			t.Errorf("round %d: the order made a difference: %s", round, diff)
		}
	}
}

// namesOnly gives the articles' names without statements, so that there is somebody to judge.
func namesOnly(records []kg.Record) []kg.Record {
	var out []kg.Record
	for _, r := range records {
		r.Statements, r.Claims = nil, nil
		out = append(out, r)
	}
	return out
}

// TestMergedActor looks at what a merge does: one actor with both names and both claims in one, and whose the words were first.
func TestMergedActor(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"Arland", "Ahrland"} {
		text := name + " recognized Borland."
		r := kgtest.Record(text, name, kg.Date(fmt.Sprintf("2020-01-0%d", i+1)), kgtest.Said{Sentence: name + " recognized Borland", Subject: name, Predicate: "RECOGNIZED", Object: "Borland"})
		if _, err := s.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	a, b := kg.EntityID(kg.Place, "Arland"), kg.EntityID(kg.Place, "Ahrland")
	if _, err := s.Judge(ctx, kg.Judgement{Left: a, Right: b, Verdict: kg.Same, By: "me", Reason: "two spellings", Score: 1}); err != nil {
		t.Fatal(err)
	}
	shortcuts, err := s.Shortcuts(ctx)
	if err != nil || len(shortcuts) != 1 || shortcuts[0].Statements != 2 || shortcuts[0].Origins != 2 {
		t.Fatalf("shortcuts: %+v, %v", shortcuts, err)
	}
	canonical := shortcuts[0].SubjectID
	e, err := s.Entity(ctx, canonical)
	if err != nil || !slices.Equal(e.Names, []string{"ahrland", "arland"}) || len(e.Aliases) != 1 {
		t.Errorf("the actor is %+v, %v", e, err)
	}
	third := kgtest.Record("Ahrland and Arland recognized Borland.", "x", "2020-01-03",
		kgtest.Said{Sentence: "Ahrland and Arland recognized Borland", Subject: "Ahrland", Predicate: "RECOGNIZED", Object: "Borland"})
	if _, err := s.Save(ctx, third); err != nil {
		t.Fatal(err)
	}
	if shortcuts, _ = s.Shortcuts(ctx); len(shortcuts) != 1 || shortcuts[0].Statements != 3 {
		t.Errorf("after another article: %+v", shortcuts)
	}
	if _, err := s.Judge(ctx, kg.Judgement{Left: a, Right: b, Verdict: kg.Different, By: "you", Reason: "two countries", At: "2999"}); err != nil {
		t.Fatal(err)
	}
	if shortcuts, _ = s.Shortcuts(ctx); len(shortcuts) != 2 {
		t.Errorf("called different: %+v", shortcuts)
	}
}

// TestJudgeRefuses shows what cannot be judged.
func TestJudgeRefuses(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	r := kgtest.Recognitions()[0]
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Save(ctx, r); err != nil {
		t.Fatal(err)
	}
	a, b, c := kg.EntityID(kg.Place, "Arland"), kg.EntityID(kg.Place, "Borland"), kg.EntityID(kg.Place, "Cesland")
	judge := func(j kg.Judgement) error { _, err := s.Judge(ctx, j); return err }
	for name, j := range map[string]kg.Judgement{
		"no judge": {Left: a, Right: b, Verdict: kg.Same, Reason: "x"}, "no reason": {Left: a, Right: b, Verdict: kg.Same, By: "me"},
		"itself": {Left: a, Right: a, Verdict: kg.Same, By: "me", Reason: "x"}, "unknown verdict": {Left: a, Right: b, Verdict: "PERHAPS", By: "me", Reason: "x"},
		"no articles": {Left: a, Verdict: kg.Split, By: "me", Reason: "x"},
	} {
		if err := judge(j); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := judge(kg.Judgement{Left: a, Right: "ent_x", Verdict: kg.Same, By: "me", Reason: "x"}); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("unknown actor: %v", err)
	}
	for _, j := range []kg.Judgement{{Left: a, Right: b, Verdict: kg.Different, By: "me", Reason: "x"}, {Left: b, Right: c, Verdict: kg.Same, By: "me", Reason: "x"}} {
		if err := judge(j); err != nil {
			t.Fatal(err)
		}
	}
	if err := judge(kg.Judgement{Left: a, Right: c, Verdict: kg.Same, By: "me", Reason: "x"}); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("joining two that are different: %v", err)
	}
}

// TestJudgePersonAndPlace checks that a person and a place become one only where it is said twice, also by way of a third.
func TestJudgePersonAndPlace(t *testing.T) {
	s, ctx := open(t), context.Background()
	names := map[kg.EntityType]string{kg.Person: "Kelmar", kg.Place: "Kelmar", kg.Organization: "Kelmar"}
	ids := map[kg.EntityType]string{}
	text := "Kelmar met Kelmar in Kelmar."
	r := kg.Record{Article: kg.Article{ID: kg.ArticleID(text), OriginID: kg.ArticleID(text), Text: text}}
	for _, at := range kg.EntityTypes() {
		e := kg.NewEntity(at, names[at])
		ids[at] = e.ID
		r.Entities = append(r.Entities, e)
	}
	if _, err := s.Save(ctx, r); err != nil {
		t.Fatal(err)
	}
	same := func(a, b kg.EntityType, force bool) error {
		_, err := s.Judge(ctx, kg.Judgement{Left: ids[a], Right: ids[b], Verdict: kg.Same, By: "me", Reason: "one", Force: force})
		return err
	}
	if err := same(kg.Person, kg.Place, false); kg.CodeOf(err) != kg.Conflict || !strings.Contains(err.Error(), "force") {
		t.Errorf("a person and a place: %v", err)
	}
	if err := same(kg.Person, kg.Organization, false); err != nil {
		t.Errorf("a person and an organization: %v", err)
	}
	if err := same(kg.Organization, kg.Place, false); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("a person and a place by way of an organization: %v", err)
	}
	if err := same(kg.Person, kg.Place, true); err != nil {
		t.Errorf("with force: %v", err)
	}
	j := kg.Judgement{Left: ids[kg.Person], Right: ids[kg.Place], Verdict: kg.Different, By: "me", Reason: "two"}
	if _, err := s.Judge(ctx, j); err == nil {
		if _, err = s.Judge(ctx, kg.Judgement{Left: ids[kg.Person], Right: ids[kg.Place], Verdict: kg.Same, Automatic: true, By: "linker"}); err != nil {
			t.Errorf("the linker's judgement must not fail: %v", err)
		}
	}
}

// TestRefreshSounds checks that keys of older rules are made anew, once.
func TestRefreshSounds(t *testing.T) {
	s, ctx := open(t), context.Background()
	text := "Ilse Kant met Osei Mensah."
	r := kg.Record{Article: kg.Article{ID: kg.ArticleID(text), OriginID: kg.ArticleID(text), Text: text}}
	for _, name := range []string{"Ilse Kant", "Osei Mensah"} {
		e := kg.NewEntity(kg.Person, name)
		e.Sounds = []string{"old:" + name}
		r.Entities = append(r.Entities, e)
	}
	if _, err := s.Save(ctx, r); err != nil {
		t.Fatal(err)
	}
	calls := 0
	keys := func(_ kg.EntityType, names ...string) []string {
		calls++
		return []string{"new:" + names[0]}
	}
	for range 2 {
		if err := s.RefreshSounds(ctx, "7", keys); err != nil {
			t.Fatal(err)
		}
	}
	records, err := s.records(ctx, "test", "MATCH (k:Sound) OPTIONAL MATCH (k)<-[:SOUNDS]-(e) RETURN k.key AS key, e.name AS name ORDER BY key", nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, record := range records {
		got = append(got, row(record).text("key")+" "+row(record).text("name"))
	}
	if diff := cmp.Diff([]string{"new:Ilse Kant Ilse Kant", "new:Osei Mensah Osei Mensah"}, got); diff != "" || calls != 2 {
		t.Errorf("%d calls; %s", calls, diff)
	}
}
