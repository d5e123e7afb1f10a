package neo

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// curated opens a graph with three records.
func curated(t *testing.T) (*Store, []kg.Record) {
	t.Helper()
	s := open(t)
	if err := s.SavePredicates(context.Background(), opposed()); err != nil {
		t.Fatal(err)
	}
	records := kgtest.Recognitions()
	for _, r := range records {
		if _, err := s.Save(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	return s, records
}

func statement(t *testing.T, s *Store, article, id string) kg.Statement {
	t.Helper()
	list, err := s.StatementsOf(context.Background(), article)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(list, func(x kg.Statement) bool { return x.ID == id || id == "" && x.Review == kg.Accepted })
	if i < 0 {
		t.Fatalf("no statement %s in %+v", id, list)
	}
	return list[i]
}

func TestReviewAndRetract(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	article, st := records[2].Article.ID, records[2].Statements[1]
	count := func() int {
		c, err := s.Shortcuts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(c)
	}
	before := count()
	d := kg.Decision{Statement: st.ID, By: "me", Reason: "looked at it"}
	if err := s.Review(ctx, d, kg.Accepted); err != nil {
		t.Fatal(err)
	}
	if got := statement(t, s, article, st.ID); got.Review != kg.Accepted || got.Version != 2 || got.Status != kg.Current {
		t.Errorf("accepted: %+v", got)
	}
	d.Version = 1
	if err := s.Review(ctx, d, kg.Rejected); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("a decision on an old version gave %v", err)
	}
	d.Version = 2
	if err := s.Review(ctx, d, kg.Rejected); err != nil || count() != before-1 {
		t.Errorf("rejected: %v, %d shortcuts of %d", err, count(), before)
	}
	if _, err := s.Save(ctx, records[2]); err != nil || count() != before-1 {
		t.Errorf("reading again brought the rejected statement back: %v", err)
	}
	d.Version = 0
	if err := s.Review(ctx, d, kg.Accepted); err != nil || count() != before {
		t.Errorf("accepted again: %v, %d shortcuts of %d", err, count(), before)
	}
	if err := s.Retract(ctx, d); err != nil || count() != before-1 {
		t.Errorf("retracted: %v", err)
	}
	if err := s.Retract(ctx, d); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("retracted twice: %v", err)
	}
	for name, bad := range map[string]kg.Decision{"nobody": {Statement: st.ID, Reason: "x"}, "no reason": {Statement: st.ID, By: "me", Reason: " "}} {
		if err := s.Review(ctx, bad, kg.Accepted); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.Retract(ctx, kg.Decision{Statement: "st_x", By: "me", Reason: "x"}); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("unknown statement: %v", err)
	}
}

// TestDoubtfulUntilAccepted: what the reader withholds asserts nothing until somebody accepts its statement, and nothing
// again when that is taken back.
func TestDoubtfulUntilAccepted(t *testing.T) {
	ctx := context.Background()
	s, _ := curated(t)
	count := func() int {
		c, err := s.Shortcuts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return len(c)
	}
	before := count()
	r := kgtest.Record("Norland recognized Westland on Friday.", "A doubt", "2022-07-01",
		kgtest.Said{Sentence: "Norland recognized Westland on Friday", Subject: "Norland", Predicate: "RECOGNIZED", Object: "Westland"})
	st := &r.Statements[len(r.Statements)-1]
	st.Asserts[0].Modality, st.Asserts[0].ReadAs = kg.Doubtful, kg.Asserted
	if _, err := s.Save(ctx, r); err != nil || count() != before {
		t.Fatalf("%d shortcuts, not %d: %v", count(), before, err)
	}
	for _, step := range []struct {
		review kg.Review
		want   kg.Modality
		more   int
	}{{kg.Accepted, kg.Asserted, 1}, {kg.Unreviewed, kg.Doubtful, 0}, {kg.Rejected, kg.Doubtful, 0}, {kg.Accepted, kg.Asserted, 1}} {
		if err := s.Review(ctx, kg.Decision{Statement: st.ID, By: "me", Reason: "looked"}, step.review); err != nil {
			t.Fatal(err)
		}
		got := statement(t, s, r.Article.ID, st.ID).Asserts[0]
		if got.Modality != step.want || got.ReadAs != kg.Asserted || count() != before+step.more {
			t.Errorf("%s: %+v, %d shortcuts", step.review, got, count())
		}
	}
	if _, err := s.Save(ctx, r); err != nil {
		t.Fatal(err)
	}
	if got := statement(t, s, r.Article.ID, st.ID).Asserts[0]; got.Modality != kg.Asserted {
		t.Errorf("the same reading again makes what was accepted %s", got.Modality)
	}
}

func TestStatementByHand(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	a, b, c := kg.EntityID(kg.Place, "Arland"), kg.EntityID(kg.Place, "Borland"), kg.EntityID(kg.Place, "Cesland")
	article := records[0].Article.ID
	d := kg.Decision{By: "me", Reason: "the reader missed it"}
	h := kg.ManualStatement{Article: article, Exact: "Cesland recognized Borland too", Speaker: a, Claims: []kg.HandClaim{{Predicate: "RECOGNIZED", SubjectID: c, ObjectID: b}}}
	id, err := s.AddStatement(ctx, h, d)
	if err != nil {
		t.Fatal(err)
	}
	got := statement(t, s, article, id)
	if !got.ByHand || got.SpeakerID != a || got.Kind != kg.Speech || len(got.Asserts) != 1 || got.Review != kg.Accepted {
		t.Errorf("by hand: %+v", got)
	}
	shortcuts, _ := s.Shortcuts(ctx)
	if !slices.ContainsFunc(shortcuts, func(x kg.Shortcut) bool { return x.SubjectID == c && x.ObjectID == b }) {
		t.Errorf("no shortcut of the claim by hand: %+v", shortcuts)
	}
	correction := kg.ManualStatement{Article: article, Exact: "Cesland recognized Borland too", Speaker: b, Modality: kg.Hedged, Corrects: id}
	second, err := s.AddStatement(ctx, correction, d)
	if err != nil {
		t.Fatal(err)
	}
	if old := statement(t, s, article, id); old.Status != kg.Corrected {
		t.Errorf("the corrected statement is %+v", old)
	}
	if fresh := statement(t, s, article, second); fresh.Corrects != id || fresh.Status != kg.Current {
		t.Errorf("the correction is %+v", fresh)
	}
	for name, c := range map[string]struct {
		spoil func(*kg.ManualStatement)
		code  kg.Code
	}{
		"not in the text":    {func(h *kg.ManualStatement) { h.Exact = "Cesland recognised Borland too" }, kg.QuoteBroken},
		"other offsets":      {func(h *kg.ManualStatement) { h.Start, h.End = 1, 5 }, kg.QuoteBroken},
		"outside":            {func(h *kg.ManualStatement) { h.Exact, h.Start, h.End = "", 1, 5000 }, kg.QuoteBroken},
		"twice in the text":  {func(h *kg.ManualStatement) { h.Exact = "Borland" }, kg.Invalid},
		"unknown actor":      {func(h *kg.ManualStatement) { h.Speaker = "ent_x" }, kg.NotFound},
		"unknown article":    {func(h *kg.ManualStatement) { h.Article = "art_x" }, kg.NotFound},
		"unknown predicate":  {func(h *kg.ManualStatement) { h.Claims[0].Predicate = "LIKED" }, kg.Invalid},
		"no subject":         {func(h *kg.ManualStatement) { h.Claims[0].SubjectID = "" }, kg.Invalid},
		"narrated speaker":   {func(h *kg.ManualStatement) { h.Kind = kg.Narrated }, kg.Invalid},
		"odd modality":       {func(h *kg.ManualStatement) { h.Modality = "MAYBE" }, kg.Invalid},
		"odd date":           {func(h *kg.ManualStatement) { h.UtteredOn = "yesterday" }, kg.Invalid},
		"corrected before":   {func(h *kg.ManualStatement) { h.Corrects = id }, kg.Conflict},
		"corrects elsewhere": {func(h *kg.ManualStatement) { h.Corrects = records[1].Statements[0].ID }, kg.Invalid},
	} {
		bad := h
		bad.Claims = slices.Clone(h.Claims)
		c.spoil(&bad)
		if _, err := s.AddStatement(ctx, bad, d); kg.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRatingsAndVocabulary(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	for of, grade := range map[string]string{kg.EntityID(kg.Organization, "Test Wire"): "B", records[0].Statements[0].ID: "2"} {
		if id, err := s.Rate(ctx, kg.Rating{Of: of, Grade: grade, By: "me", Reason: "track record"}); err != nil || !strings.HasPrefix(id, "ra_") {
			t.Errorf("Rate(%s) = %s, %v", of, id, err)
		}
		if _, err := s.Rate(ctx, kg.Rating{Of: of, Grade: "Z", By: "me", Reason: "x"}); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("an odd grade: %v", err)
		}
	}
	if _, err := s.Rate(ctx, kg.Rating{Of: "ent_x", Grade: "A", By: "me", Reason: "x"}); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("rating nothing: %v", err)
	}
	added, err := s.ChangePredicate(ctx, kg.Predicate{ID: "RECOGNIZED", Synonyms: []string{"hailed as a state", "recognised"}}, "me", "used by the agency")
	if err != nil || len(added) != 1 || !slices.Equal(added[0].Synonyms, []string{"hailed as a state"}) {
		t.Fatalf("added %+v, %v", added, err)
	}
	if _, err := s.ChangePredicate(ctx, kg.Predicate{ID: "TWINNED_WITH"}, "me", "x"); kg.CodeOf(err) != kg.Invalid {
		t.Errorf("a new predicate without a label: %v", err)
	}
	if added, err = s.ChangePredicate(ctx, kg.Predicate{ID: "TWINNED_WITH", Label: "twinned with"}, "me", "x"); err != nil || len(added) != 2 {
		t.Errorf("a new predicate: %+v, %v", added, err)
	}
	if err := s.SavePredicates(ctx, opposed()); err != nil {
		t.Fatal(err)
	}
	if again, err := s.AddedPredicates(ctx); err != nil || len(again) != 2 {
		t.Errorf("after a restart: %+v, %v", again, err)
	}
}

// TestChangesAreInOrder looks at the feed of all that: numbers without gaps, each tied to what it concerns.
func TestChangesAreInOrder(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	if err := s.Retract(ctx, kg.Decision{Statement: records[0].Statements[0].ID, By: "me", Reason: "x"}); err != nil {
		t.Fatal(err)
	}
	found, err := s.records(ctx, "test", "MATCH (c:Change) RETURN c.seq AS seq, c.kind AS kind, COUNT { (c)-[:CONCERNS]->() } AS concerns ORDER BY c.seq", nil)
	if err != nil || len(found) != len(records)+1 {
		t.Fatalf("%d changes, %v", len(found), err)
	}
	for i, r := range found {
		if row(r).number("seq") != i+1 || row(r).number("concerns") < 2 {
			t.Errorf("change %d: %+v", i, row(r))
		}
	}
}

// TestNewerReading reads an article again with a newer version of the reader: what it does not find any more is taken back, unless people
// decided about it; another reader's statements stay.
func TestNewerReading(t *testing.T) {
	ctx := context.Background()
	s, records := curated(t)
	old := records[1]
	if err := s.Review(ctx, kg.Decision{Statement: old.Statements[1].ID, By: "me", Reason: "right"}, kg.Accepted); err != nil {
		t.Fatal(err)
	}
	byHand, err := s.AddStatement(ctx, kg.ManualStatement{Article: old.Article.ID, Exact: "Erland has not recognized Borland"}, kg.Decision{By: "me", Reason: "by hand"})
	if err != nil {
		t.Fatal(err)
	}
	newer := old
	newer.Claims = nil
	newer.Statements = []kg.Statement{newer.Statements[0]}
	newer.Statements[0].Extractor, newer.Statements[0].Asserts = "test 2", nil
	if _, err := s.Save(ctx, newer); err != nil {
		t.Fatal(err)
	}
	if got := statement(t, s, old.Article.ID, old.Statements[0].ID); len(got.Asserts) != 0 || got.Status != kg.Current || got.Extractor != "test 2" {
		t.Errorf("read again: %+v", got)
	}
	for _, id := range []string{old.Statements[1].ID, byHand} {
		if got := statement(t, s, old.Article.ID, id); got.Status != kg.Current {
			t.Errorf("decided by people: %+v", got)
		}
	}
	if shortcuts, err := s.Shortcuts(ctx); err != nil || slices.ContainsFunc(shortcuts, func(x kg.Shortcut) bool { return slices.Contains(x.ClaimIDs, old.Claims[0].ID) && x.Statements != 1 }) {
		t.Errorf("shortcuts %+v, %v", shortcuts, err)
	}
	gone := records[2]
	gone.Statements, gone.Claims = gone.Statements[:1], gone.Claims[:1]
	gone.Statements[0].Extractor = "test 2"
	if _, err := s.Save(ctx, gone); err != nil {
		t.Fatal(err)
	}
	if got := statement(t, s, gone.Article.ID, kgtest.Recognitions()[2].Statements[1].ID); got.Status != kg.Corrected || got.Version != 2 {
		t.Errorf("not found again: %+v", got)
	}
	found, err := s.records(ctx, "test", "MATCH (c:Change {kind: 'STATEMENT_REPLACED'})-[:CONCERNS]->(s:Statement) RETURN s.id AS id", nil)
	if err != nil || len(found) != 1 {
		t.Errorf("%d entries of the feed, %v", len(found), err)
	}
}

// TestDecisionsAreCarried reads an article again with a reader that sets the ends of a retracted statement otherwise: it stays retracted. What another
// speaker says in the same words does not.
func TestDecisionsAreCarried(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	if err := s.SavePredicates(ctx, kgtest.Predicates()); err != nil {
		t.Fatal(err)
	}
	const text = "Arland recognized Borland on Monday, said Dorland. Cesland said nothing."
	read := func(speaker, sentence, reader string) kg.Record {
		r := kgtest.Record(text, "One", "2020-01-01", kgtest.Said{Speaker: speaker, Sentence: sentence, Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"})
		r.Statements[0].Extractor = reader
		return r
	}
	first := read("Dorland", "Arland recognized Borland on Monday", "test 1")
	if _, err := s.Save(ctx, first); err != nil {
		t.Fatal(err)
	}
	if err := s.Retract(ctx, kg.Decision{Statement: first.Statements[0].ID, By: "me", Reason: "the paper took it back"}); err != nil {
		t.Fatal(err)
	}
	again, other := read("Dorland", "Arland recognized Borland on Monday,", "test 2"), read("Cesland", "Arland recognized Borland on Monday", "other 1")
	for _, r := range []kg.Record{again, other} {
		if _, err := s.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	if got := statement(t, s, first.Article.ID, again.Statements[0].ID); got.Status != kg.Retracted || got.Version != 2 {
		t.Errorf("with other ends: %+v", got)
	}
	if got := statement(t, s, first.Article.ID, other.Statements[0].ID); got.Status != kg.Current {
		t.Errorf("another speaker's: %+v", got)
	}
	if shortcuts, err := s.Shortcuts(ctx); err != nil || len(shortcuts) != 1 || shortcuts[0].Statements != 1 {
		t.Errorf("shortcuts %+v, %v", shortcuts, err)
	}
}
