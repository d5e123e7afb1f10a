package imports_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"sayso/internal/imports"
	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

func reader(t testing.TB) imports.Reader {
	t.Helper()
	words, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return imports.Reader{Words: words, Known: known, Publisher: "Test Desk"}
}

// read gives the items of a file, and the error that ended it.
func read(t testing.TB, form string, file io.Reader) ([]imports.Item, error) {
	t.Helper()
	var out []imports.Item
	err := reader(t).Read(form, "file", file, func(i imports.Item) error {
		out = append(out, i)
		return nil
	})
	return out, err
}

// told writes an item down: what is said by whom, what is claimed, who is named as what, what is left out.
func told(t testing.TB, i imports.Item) string {
	t.Helper()
	if i.Fault != nil {
		return "fault: " + i.Fault.Error() + "\n"
	}
	var b strings.Builder
	for _, l := range i.LeftOut {
		fmt.Fprintf(&b, "left out: %s\n", l)
	}
	s := i.Submission
	if s.Reading == nil {
		return b.String()
	}
	fmt.Fprintf(&b, "article: %s | %s | %s | %s\n", s.Title, s.URL, s.Publisher, s.PublishedAt)
	text := kg.NewRunes(s.Text)
	at := func(span kg.Span) string { w, _ := text.Slice(span[0], span[1]); return w }
	for _, m := range s.Reading.Mentions {
		fmt.Fprintf(&b, "named: %s as %s (%s)\n", at(m.Span), m.Entity, m.Type)
	}
	for _, st := range s.Reading.Statements {
		fmt.Fprintf(&b, "said by %q %s:", st.Speaker, st.UtteredOn)
		for _, c := range st.Content {
			fmt.Fprintf(&b, " [%s]", at(c))
		}
		for _, c := range st.Quotes {
			fmt.Fprintf(&b, " “%s”", at(c))
		}
		for _, c := range append(slices.Clone(st.Source), st.Cue...) {
			fmt.Fprintf(&b, " <%s>", at(c))
		}
		b.WriteByte('\n')
	}
	for _, c := range s.Reading.Claims {
		fmt.Fprintf(&b, "claim: %s %s %s not=%v %s %s role=%s in [%s]\n", c.Subject, c.Predicate, c.Object, c.Negated, c.Modality, c.Date, c.Role, at(c.Evidence))
	}
	return b.String()
}

// TestForms: what each form holds comes through with its words, and what cannot is told with its place; what stands behind goes on.
func TestForms(t *testing.T) {
	for _, c := range cases {
		t.Run(c.form+" "+c.name, func(t *testing.T) {
			items, err := read(t, c.form, strings.NewReader(c.file))
			var b strings.Builder
			for _, i := range items {
				b.WriteString(told(t, i))
			}
			if err != nil {
				b.WriteString("ends: " + err.Error() + "\n")
			}
			if got := b.String(); got != strings.TrimPrefix(c.want, "\n") {
				t.Errorf("got\n%s\nwant%s", got, c.want)
			}
			whole(t, items)
		})
	}
}

// whole fails where a reading refers to words that are not there: then its quote would be refused at the gate.
func whole(t testing.TB, items []imports.Item) {
	t.Helper()
	words := reader(t).Words
	for _, i := range items {
		if i.Submission.Reading == nil {
			continue
		}
		if _, left := i.Submission.Reading.Sift(kg.NewRunes(i.Submission.Text), words); len(left) > 0 {
			t.Errorf("%s: %+v", i.Place, left)
		}
	}
}

// TestRefusals: a form that is none, a file that breaks off, a line without end.
func TestRefusals(t *testing.T) {
	if _, err := read(t, "gedcom", strings.NewReader("")); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "citron, claimreview, corenlp, events, ftm") {
		t.Errorf("an unknown form: %v", err)
	}
	cut := io.MultiReader(strings.NewReader("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ann Lee\"]}}\n{\"id\":"), broken{})
	if _, err := read(t, "ftm", cut); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "breaks off behind line 1") {
		t.Errorf("a file that breaks off: %v", err)
	}
	long := "Event Date\tSource Name\tTarget Name\tCAMEO Code\n" + strings.Repeat("x", 17<<20) + "\n2020-01-02\tRussia\tUkraine\t190\n"
	items, err := read(t, "events", strings.NewReader(long))
	if err != nil || len(items) != 2 || items[0].Fault == nil || items[1].Fault != nil || items[1].Place != "file line 3" {
		t.Errorf("a line that is too long: %d items, %v", len(items), err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// TestSameAgain: the same file gives the same articles, so that importing it twice changes nothing.
func TestSameAgain(t *testing.T) {
	for _, c := range cases {
		one, _ := read(t, c.form, strings.NewReader(c.file))
		two, _ := read(t, c.form, strings.NewReader(c.file))
		for i := range one {
			if told(t, one[i]) != told(t, two[i]) || one[i].Submission.Text != two[i].Submission.Text {
				t.Errorf("%s %s differs from one time to the other", c.form, c.name)
			}
		}
	}
}

// FuzzRead: whatever a file holds, nothing panics, and no reading refers to words that are not there.
func FuzzRead(f *testing.F) {
	forms := imports.Forms()
	for _, c := range cases {
		f.Add(uint8(slices.Index(forms, c.form)), c.file)
	}
	f.Fuzz(func(t *testing.T, form uint8, file string) {
		items, _ := read(t, forms[int(form)%len(forms)], strings.NewReader(file))
		whole(t, items)
	})
}
