package ingest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

var (
	updateDisputes = flag.Bool("update-disputes", false, "write what is measured on the pairs of reports to testdata/disputes/scores.txt")
	showDisputes   = flag.String("show-disputes", "", "print the claims of this item (\"d01\"), or of all that are wrong (\"all\")")
)

// disputeItem is a few short reports, and what contradicts in them: nothing where clash is nil.
type disputeItem struct {
	id, note string
	clash    [][2]kg.PredicateID
	kinds    []kg.DisputeKind
	reports  []kg.Submission
}

// disputeItems reads a collection.
func disputeItems(t *testing.T, path string) []disputeItem {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []disputeItem
	for n, line := range strings.Split(string(data), "\n") {
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		case strings.HasPrefix(line, "@ "):
			words := strings.Fields(line[2:])
			it := &out[len(out)-1]
			it.reports = append(it.reports, kg.Submission{Publisher: strings.Join(words[:len(words)-1], " "), PublishedAt: kg.Date(words[len(words)-1])})
		case !strings.Contains(line, " CLASH ") && !strings.Contains(line, " NONE "):
			it := &out[len(out)-1]
			it.reports[len(it.reports)-1].Text = line
		default:
			head, note, ok := strings.Cut(line, " | ")
			words := strings.Fields(head)
			if !ok || (words[1] == "CLASH") != (len(words) > 2) {
				t.Fatalf("%s:%d: %q is not the head of an item", path, n+1, line)
			}
			it := disputeItem{id: words[0], note: note}
			for _, w := range words[2:] {
				if one, two, ok := strings.Cut(w, "~"); ok {
					it.clash = append(it.clash, [2]kg.PredicateID{kg.PredicateID(one), kg.PredicateID(two)})
					continue
				}
				it.kinds = append(it.kinds, kg.DisputeKind(w))
			}
			out = append(out, it)
		}
	}
	return out
}

// disputeReader turns reports into records as the server does.
type disputeReader struct {
	reader *read.Reader
	linker *Linker
	words  *kg.Vocabulary
}

func newDisputeReader(t *testing.T) disputeReader {
	t.Helper()
	reader, err := read.New()
	if err != nil {
		t.Fatal(err)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	return disputeReader{reader, NewLinker(known, words), words}
}

func (d disputeReader) records(t *testing.T, it disputeItem) []kg.Record {
	t.Helper()
	var out []kg.Record
	for _, s := range it.reports {
		article, err := Clean(s)
		if err != nil {
			t.Fatal(it.id, err)
		}
		article.RetrievedAt = article.PublishedAt
		reading, err := d.reader.Read(context.Background(), read.Text{Doc: article.Title, Text: article.Text, PublishedAt: article.PublishedAt})
		if err != nil {
			t.Fatal(it.id, err)
		}
		r, left := d.linker.Link(article, reading, "test 1")
		if len(left) > 0 {
			t.Fatal(it.id, left)
		}
		out = append(out, r)
	}
	return out
}

// found saves the records in an order and gives what stands between their claims, by the claims' ids.
func (d disputeReader) found(t *testing.T, records []kg.Record) ([]kg.Dispute, map[string]kg.Claim) {
	t.Helper()
	var m kgtest.Memory
	if err := m.SavePredicates(context.Background(), d.words.All()); err != nil {
		t.Fatal(err)
	}
	claims := map[string]kg.Claim{}
	for _, r := range records {
		if _, err := m.Save(context.Background(), r); err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Claims {
			claims[c.ID] = c
		}
	}
	return m.Disputes(), claims
}

// right reports whether a dispute is one of those that the gold allows.
func (it disputeItem) right(d kg.Dispute, claims map[string]kg.Claim) bool {
	a, b := claims[d.From].Predicate, claims[d.To].Predicate
	return slices.Contains(it.kinds, d.Kind) && (slices.Contains(it.clash, [2]kg.PredicateID{a, b}) || slices.Contains(it.clash, [2]kg.PredicateID{b, a}))
}

func (d disputeReader) measure(t *testing.T, path string) string {
	var b strings.Builder
	clashes, found, none, wrong, stray := 0, 0, 0, 0, 0
	var lines []string
	for _, it := range disputeItems(t, path) {
		records := d.records(t, it)
		disputes, claims := d.found(t, records)
		slices.Reverse(records)
		if again, _ := d.found(t, records); !cmp.Equal(disputes, again) {
			t.Errorf("%s: another order of saving gives other disputes: %s", it.id, cmp.Diff(disputes, again))
		}
		hits, others := 0, 0
		for _, x := range disputes {
			switch {
			case x.Kind == kg.Superseded:
			case it.right(x, claims):
				hits++
			default:
				others++
			}
		}
		ok := hits > 0
		if it.clash == nil {
			none++
			ok = others == 0
			wrong += 1 - count(ok)
		} else {
			clashes++
			found += count(ok)
			stray += count(others > 0)
		}
		verdict := map[bool]string{true: "right", false: "WRONG"}[ok]
		if ok && others > 0 {
			verdict = "right, and more"
		}
		lines = append(lines, fmt.Sprintf("%s %-15s %s", it.id, verdict, it.note))
		if *showDisputes == it.id || *showDisputes == "all" && (!ok || others > 0) {
			report(it, records, disputes)
		}
	}
	fmt.Fprintf(&b, "%s: found %d of %d contradictions (beside %d of them something else); %d of %d that look like it were taken for one\n%s\n",
		strings.TrimSuffix(filepath.Base(path), ".txt"), found, clashes, stray, wrong, none, strings.Join(lines, "\n"))
	return b.String()
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// report prints what was read of an item and what was found in it.
func report(it disputeItem, records []kg.Record, disputes []kg.Dispute) {
	fmt.Println("==", it.id, it.note)
	text := map[string]string{}
	for _, r := range records {
		fmt.Println("  @", r.Article.PublishedAt, r.Article.Text)
		for _, s := range r.Statements {
			for _, a := range s.Asserts {
				for _, c := range r.Claims {
					if c.ID == a.ClaimID {
						text[c.ID] = c.Text
						fmt.Printf("     %q says: %s | %s neg=%v %v obj=%q subj=%q on=%q uttered=%q\n", s.SpeakerMention()+">"+s.SpeakerID, c.Text, a.Modality, c.Negated, c.Quantity, c.ObjectText, c.SubjectText, c.OccurredOn, s.UtteredOn)
					}
				}
			}
		}
	}
	for _, d := range disputes {
		fmt.Printf("  -> %s %q <> %q\n", d.Kind, text[d.From], text[d.To])
	}
}

// TestDisputePairs measures how many contradictions between reports are found, and how many are seen where none is.
func TestDisputePairs(t *testing.T) {
	reader := newDisputeReader(t)
	got := "# go test ./internal/ingest -run DisputePairs -update-disputes\n"
	for _, name := range []string{"first", "heldout"} {
		got += "\n" + reader.measure(t, filepath.Join("testdata", "disputes", name+".txt"))
	}
	path := filepath.Join("testdata", "disputes", "scores.txt")
	if *updateDisputes {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	committed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lost(string(committed), got) {
		t.Errorf("%s was right", line)
	}
	if diff := cmp.Diff(string(committed), got); diff != "" {
		t.Logf("the figures changed; look at them (-v -show-disputes all), then run with -update-disputes and commit %s\n%s", path, diff)
	}
}

// lost lists the items that were right and are not any more, or that bring up something else beside it now.
func lost(was, is string) []string {
	right := map[string]bool{}
	for _, line := range strings.Split(is, "\n") {
		right[line] = true
	}
	var out []string
	for _, line := range strings.Split(was, "\n") {
		if words := strings.Fields(line); len(words) > 2 && words[1] == "right" && !right[line] {
			out = append(out, line)
		}
	}
	return out
}

func TestLost(t *testing.T) {
	was := "d01 right           one\nd02 WRONG           two\nd03 right           three\n"
	is := "d01 right           one\nd02 right           two\nd03 WRONG           three\n"
	if diff := cmp.Diff([]string{"d03 right           three"}, lost(was, is)); diff != "" {
		t.Error(diff)
	}
	if got := lost(was, was); got != nil {
		t.Errorf("lost without a change: %v", got)
	}
}
