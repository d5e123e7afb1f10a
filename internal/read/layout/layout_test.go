package layout

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSegments(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Talks fail\n\nBy Jane Roe\n\nThe talks failed.", []string{"headline: Talks fail", "byline: By Jane Roe", "body: The talks failed."}},
		{"date 2024-06-05 Talks fail", []string{"meta: date 2024-06-05", "headline: Talks fail"}},
		{"LAGOS, Nigeria (AP) — The talks failed.", []string{"dateline: LAGOS, Nigeria (AP) —", "body: The talks failed."}},
		{"Islamabad, Pakistan - Police have detained a member of the movement that led the protests in May.",
			[]string{"dateline: Islamabad, Pakistan –", "body: Police have detained a member of the movement that led the protests in May."}},
		{"Roe, Ohio - Berg, Maine", []string{"headline: Roe, Ohio – Berg, Maine"}},
		{"On Friday, Roe - who won in May, and again in June, by far - left the party that he had founded.",
			[]string{"body: On Friday, Roe – who won in May, and again in June, by far – left the party that he had founded."}},
		{"►The talks failed.\n►They will resume.", []string{"body: The talks failed.", "body: They will resume."}},
		{"Contributing: Jane Roe", []string{"credit: Contributing: Jane Roe"}},
		{"This article originally appeared on Daily Planet: Talks fail", []string{"credit: This article originally appeared on Daily Planet: Talks fail"}},
		{"The talks between the two governments have failed again and\nwill not be resumed before the end of the year.",
			[]string{"body: The talks between the two governments have failed again and will not be resumed before the end of the year."}},
		{"", nil}, {" \n\t\n", nil},
		{"SMITH: We will go.\nSen. Roe (D): No.", []string{"label: SMITH:", "body: We will go.", "body: Sen. Roe (D): No."}},
		{"Minister: no talks", []string{"headline: Minister: no talks"}},
		{"Q: Why?\nA. Who knows.", []string{"label: Q:", "body: Why?", "label: A.", "body: Who knows."}},
		{"A. Smith will run again.", []string{"body: A. Smith will run again."}},
		{"10:45 — Power is back.", []string{"meta: 10:45 —", "body: Power is back."}},
		{"14.20 euros is the price.", []string{"body: 14.20 euros is the price."}},
		{"14.20 Power is back.\n14.35 Trains run again.", []string{"meta: 14.20", "body: Power is back.", "meta: 14.35", "body: Trains run again."}},
		{"Updated at 2:15 p.m. EDT", []string{"meta: Updated at 2:15 p.m. EDT"}},
		{"Updated figures came out in May, and they were bad.", []string{"body: Updated figures came out in May, and they were bad."}},
		{"Anna Berg | Labour | 12,345", []string{"table: Anna Berg", "table: Labour", "table: 12,345"}},
		{"Berg\tLabour\t12345", []string{"table: Berg", "table: Labour", "table: 12345"}},
		{"Guards in Idlib. (Photo by Omar Haddad/Getty Images)", []string{"body: Guards in Idlib.", "credit: (Photo by Omar Haddad/Getty Images)"}},
		{"Guards in Idlib. REUTERS/Omar Haddad", []string{"body: Guards in Idlib.", "credit: REUTERS/Omar Haddad"}},
		{"Read more: Talks fail", []string{"credit: Read more: Talks fail"}},
		{"JUST WATCHED Talks fail in Lima Replay More Videos ... MUST WATCH Talks fail in Lima 01:03",
			[]string{"credit: JUST WATCHED Talks fail in Lima Replay More Videos ... MUST WATCH Talks fail in Lima 01:03"}},
		{"Sign up for our newsletter and unsubscribe whenever you like.", []string{"credit: Sign up for our newsletter and unsubscribe whenever you like."}},
		{"Voters could sign up on Monday, Roe said.", []string{"body: Voters could sign up on Monday, Roe said."}},
		{"Related talks failed on Monday.", []string{"body: Related talks failed on Monday."}},
		{"By a whisker, Roe wins the vote", []string{"headline: By a whisker, Roe wins the vote"}},
		{"By J. Roe and John Doe, Reuters", []string{"byline: By J. Roe and John Doe, Reuters"}},
		{"Jane Roe, Staff Writer", []string{"byline: Jane Roe, Staff Writer"}},
		{"jane.roe@example.com", []string{"credit: jane.roe@example.com"}},
		{"The nominee said that Roe spoke to the FBI - but she knew it.", []string{"body: The nominee said that Roe spoke to the FBI – but she knew it."}},
		{"McALLEN, Texas — The talks failed.", []string{"dateline: McALLEN, Texas —", "body: The talks failed."}},
		{"DES MOINES, Iowa (AP) - The talks failed.", []string{"dateline: DES MOINES, Iowa (AP) –", "body: The talks failed."}},
		{"Anna Berg: 2,316.\nJon Dahl: 1,547.", []string{"body: Anna Berg: 2,316.", "body: Jon Dahl: 1,547."}},
		{"CLOSE Jane Roe left Lima on Monday.", []string{"body: Jane Roe left Lima on Monday."}},
		{"Close friends of Jane Roe left Lima.", []string{"body: Close friends of Jane Roe left Lima."}},
		{"LIMA, Feb 13 (Andes Press) - The talks failed.", []string{"dateline: LIMA, Feb 13 (Andes Press) –", "body: The talks failed."}},
		{"LIMA/QUITO, March 2 (Reuters) - The talks failed.", []string{"dateline: LIMA/QUITO, March 2 (Reuters) –", "body: The talks failed."}},
		{"LIMA, Peru, Feb. 13, 2024 — The talks failed.", []string{"dateline: LIMA, Peru, Feb. 13, 2024 —", "body: The talks failed."}},
		{"Lima, 13 February (EFE) - The talks failed.", []string{"dateline: Lima, 13 February (EFE) –", "body: The talks failed."}},
		{"LIMA (Reuters) - The talks failed.", []string{"dateline: LIMA (Reuters) –", "body: The talks failed."}},
		{"Roe, who met Doe on Feb 13 (Tuesday) - a holiday - left.", []string{"body: Roe, who met Doe on Feb 13 (Tuesday) – a holiday – left."}},
		{"LONDON | The pound fell.", []string{"dateline: LONDON |", "body: The pound fell."}},
	} {
		text := Normalize(c.text)
		var got []string
		for _, s := range Segments(text, []rune(c.text)) {
			kind := [...]string{"body", "headline", "byline", "dateline", "credit", "meta", "label", "table"}[s.Kind]
			got = append(got, kind+": "+string(text[s.Start:s.End]))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, d)
		}
	}
}

func TestDateIn(t *testing.T) {
	text := Normalize("date 2024-06-05 Talks fail")
	s := Segments(text, text)
	if got := DateIn(text, s[0]); got != "2024-06-05" {
		t.Errorf("date %q", got)
	}
}

func TestNormalizeKeepsOffsets(t *testing.T) {
	if got := string(Normalize("►“It’s” «ja»…")); got != ` "It's" "ja".` {
		t.Errorf("got %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if got, want := len(Normalize(text)), len([]rune(text)); got != want {
			t.Fatalf("%d code points, want %d", got, want)
		}
	})
}

// TestSentencesBehindAbbreviations: a paragraph is cut where a full stop that is also an abbreviation's ends a sentence.
func TestSentencesBehindAbbreviations(t *testing.T) {
	for text, want := range map[string][]string{
		"The firm paid $648m. Shares rose by a tenth on the day.":     {"The firm paid $648m.", "Shares rose by a tenth on the day."},
		"It lost 12m. “The rest comes later,” he said.":               {"It lost 12m.", "\"The rest comes later,\" he said."},
		"He left at 5 p.m. The minister stayed until 6 p.m. Tuesday.": {"He left at 5 p.m.", "The minister stayed until 6 p.m. Tuesday."},
		"It was sold to Volta Co. Its shares fell with Acme Inc. Peru.": {
			"It was sold to Volta Co.", "Its shares fell with Acme Inc. Peru."},
		"Norvik Inc. Shares fell; no shares were sold by Acme Inc. Ltd.": {
			"Norvik Inc.", "Shares fell; no shares were sold by Acme Inc. Ltd."},
		"He left at 5 p.m. The firm, Acme Inc. He said, paid $648m. Shares rose.": {
			"He left at 5 p.m.", "The firm, Acme Inc.", "He said, paid $648m.", "Shares rose."},
		"It was seen by Robert Roe Jr. Monday was a holiday in Lima.": {"It was seen by Robert Roe Jr. Monday was a holiday in Lima."},
	} {
		var got []string
		norm := Normalize(text)
		for _, s := range Segments(norm, []rune(text)) {
			got = append(got, string(norm[s.Start:s.End]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

// TestManySentences: a paragraph of many such sentences is cut, and does not take long.
func TestManySentences(t *testing.T) {
	const n = 50_000
	for one, want := range map[string]int{
		"He left at 5 p.m. Xu left. ": 1, "He paid $648m. Xu left. ": n + 1, "The Acme Inc. Xu left. xu went. ": n + 1,
	} {
		text := strings.Repeat(one, n)
		if got := len(Segments(Normalize(text), []rune(text))); got != want {
			t.Errorf("%q: %d segments, want %d", one, got, want)
		}
	}
}

func TestSegmentsAreOrderedAndInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("Ab .,\n\n—()►:\"date2024-06BAPQ|\t/@"))).Draw(t, "text")
		text, last := Normalize(s), 0
		for _, seg := range Segments(text, []rune(s)) {
			if seg.Start < last || seg.End <= seg.Start || seg.End > len(text) {
				t.Fatalf("segment %+v after %d of %d", seg, last, len(text))
			}
			last = seg.End
		}
	})
}

func TestBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"[Jane] Roe met [the mayor's] Ann-Marie Lee.":  " Jane  Roe met  the mayor's  Ann-Marie Lee.",
		"\"[T]hey left,\" she [Roe] said.":             "\" T hey left,\" she (Roe) said.",
		"“he [Jan Dahl] and it [the U.N.] agreed”":     "\"he (Jan Dahl) and it (the U.N.) agreed\"",
		"See [1] of the list, [2]":                     "See  1  of the list,  2 ",
		"An array a[i] and [ a blank":                  "An array a i  and [ a blank",
		"[It is a sentence that goes on. And on? No!]": "[It is a sentence that goes on. And on? No!]",
	} {
		if diff := cmp.Diff(want, string(Normalize(text))); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}
