package backup_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sayso/internal/archive"
	"sayso/internal/forget"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/neotest"
)

// history writes to a graph by chance what people and articles may write to it.
type history struct {
	store    *neo.Store
	keys     *forget.KeyFile
	random   *rand.Rand
	number   int // of the next article
	articles []string
	said     []string // ids of statements
	judged   []string
	done     map[string]int // how often each kind of write succeeded
	log      []string
}

var historyNames = []string{"Arland", "Borland", "Cesland", "Dorland", "Erland", "Ferland"}

func (h *history) name() string { return historyNames[h.random.IntN(len(historyNames))] }

func (h *history) pick(of []string) string {
	if len(of) == 0 {
		return "none"
	}
	return of[h.random.IntN(len(of))]
}

// save saves an article in which one speaker tells of what one did to another.
func (h *history) save() error {
	h.number++
	speaker, subject, object := h.name(), h.name(), h.name()
	sentence := fmt.Sprintf("%s recognized %s for the %dth time", subject, object, h.number)
	text := fmt.Sprintf("%s said that %s.", speaker, sentence)
	r := kgtest.Record(text, "Wire", kg.Date(fmt.Sprintf("2022-%02d-01", 1+h.number%12)),
		kgtest.Said{Speaker: speaker, Cue: "said", Sentence: sentence, Subject: subject, Predicate: "RECOGNIZED", Object: object, Negated: h.random.IntN(4) == 0})
	if _, err := h.store.Save(ctx, r); err != nil {
		return err
	}
	h.articles = append(h.articles, r.Article.ID)
	for _, s := range r.Statements {
		h.said = append(h.said, s.ID)
	}
	return nil
}

func (h *history) merge() error {
	done, err := h.store.Judge(ctx, kg.Judgement{Left: kg.EntityID(kg.Place, h.name()), Right: kg.EntityID(kg.Place, h.name()), Verdict: kg.Same, By: "me", Reason: "one", Force: true})
	for _, j := range done {
		h.judged = append(h.judged, j.ID)
	}
	return err
}

func (h *history) part() error {
	_, err := h.store.UndoJudgement(ctx, h.pick(h.judged), "me", "two")
	return err
}

// writes are the kinds of writes; what the graph refuses (an actor who is gone, what was retracted before) is no write.
var writes = []struct {
	kind string
	do   func(*history) error
}{
	{"save", (*history).save}, {"save", (*history).save}, {"merge", (*history).merge}, {"merge", (*history).merge}, {"part", (*history).part}, {"part", (*history).part},
	{"retract", func(h *history) error {
		return h.store.Retract(ctx, kg.Decision{Statement: h.pick(h.said), By: "me", Reason: "taken back"})
	}},
	{"delete", func(h *history) error {
		_, err := h.store.DeleteArticle(ctx, h.pick(h.articles), "me", "not ours")
		return err
	}},
	{"forget", func(h *history) error {
		how := []kg.ForgottenArticles{kg.RedactArticles, kg.DeleteArticles, kg.KeepArticles}[h.random.IntN(3)]
		_, err := neo.NewForgetter(h.store, h.keys).Forget(ctx, kg.ForgetWish{Person: kg.EntityID(kg.Place, h.name()), Articles: how, Force: true, By: "me", Reason: "asked"})
		return err
	}},
	{"rate", func(h *history) error {
		_, err := h.store.Rate(ctx, kg.Rating{Of: kg.EntityID(kg.Place, h.name()), Grade: "B", By: "me", Reason: "track record"})
		return err
	}},
}

func (h *history) write(t *testing.T) {
	t.Helper()
	w := writes[h.random.IntN(len(writes))]
	err := w.do(h)
	h.log = append(h.log, fmt.Sprint(w.kind, " ", err))
	switch {
	case err == nil:
		h.done[w.kind]++
	case kg.CodeOf(err) == kg.Internal || kg.CodeOf(err) == kg.Unavailable:
		t.Fatal(strings.Join(h.log, "\n"))
	}
}

func archiveOf(t *testing.T, s *neo.Store) string {
	t.Helper()
	var out strings.Builder
	if err := archive.Write(ctx, &out, s, archive.Extent{}, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestHistories: whatever is saved, merged, parted, retracted, deleted and forgotten between increments, the last one restored into an empty graph is the source,
// line by line; one that goes on there builds on the same chain, and one of a graph that was restored from an older link is refused.
func TestHistories(t *testing.T) {
	done := map[string]int{}
	for seed := range uint64(3) {
		h := &history{store: neotest.Open(t, nil, kgtest.Predicates()), keys: &forget.KeyFile{Path: filepath.Join(t.TempDir(), "forget.key")},
			random: rand.New(rand.NewPCG(seed, 29)), done: done}
		for range 4 {
			if err := h.save(); err != nil {
				t.Fatal(err)
			}
		}
		c := newChain(t, nil)
		taken, names := []string{}, []string{}
		for range 4 {
			for range 7 {
				h.write(t)
			}
			taken = append(taken, archiveOf(t, h.store))
			if _, err := c.take(taken[len(taken)-1]); err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, strings.Join(h.log, "\n"))
			}
			names = append(names, c.newest.Name)
		}
		older := h.random.IntN(3)
		h.store = restoredFrom(t, c, names[older], taken[older])
		h.write(t)
		if err := h.save(); err != nil { // the feed is another one from here on
			t.Fatal(err)
		}
		if _, err := c.take(archiveOf(t, h.store)); kg.CodeOf(err) != kg.Conflict {
			t.Errorf("seed %d: a graph restored from the %dth of 4 is taken: %v", seed, older+1, err)
		}
		h.store = restoredFrom(t, c, names[3], taken[3])
		h.write(t)
		now := archiveOf(t, h.store)
		if _, err := c.take(now); err != nil {
			t.Errorf("seed %d: what goes on after a restore of the newest: %v", seed, err)
		}
		if got, err := c.restored(c.newest.Name); err != nil || got != now {
			t.Errorf("seed %d: it does not come back: %v", seed, err)
		}
	}
	for _, w := range writes {
		if done[w.kind] == 0 {
			t.Errorf("no history has a %s", w.kind)
		}
	}
	t.Logf("writes: %v", done)
}

// restoredFrom restores a link of a chain into an empty graph, and compares that with the archive it was taken of.
func restoredFrom(t *testing.T, c *chain, name, want string) *neo.Store {
	t.Helper()
	kept, err := c.restored(name)
	if err != nil {
		t.Fatal(err)
	}
	s := neotest.Open(t, nil, nil)
	if _, err := archive.Read(context.Background(), strings.NewReader(kept), s); err != nil {
		t.Fatal(err)
	}
	got, lines := slices.Collect(strings.Lines(archiveOf(t, s))), slices.Collect(strings.Lines(want))
	for i := range max(len(got), len(lines)) {
		if i >= len(got) || i >= len(lines) || got[i] != lines[i] {
			t.Fatalf("%s, line %d:\n%s\nwant\n%s", name, i+1, at(got, i), at(lines, i))
		}
	}
	return s
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(none)"
}
