package layout

import (
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
		{"►The talks failed.\n►They will resume.", []string{"body: The talks failed.", "body: They will resume."}},
		{"Contributing: Jane Roe", []string{"credit: Contributing: Jane Roe"}},
		{"This article originally appeared on Daily Planet: Talks fail", []string{"credit: This article originally appeared on Daily Planet: Talks fail"}},
		{"The talks between the two governments have failed again and\nwill not be resumed before the end of the year.",
			[]string{"body: The talks between the two governments have failed again and will not be resumed before the end of the year."}},
		{"", nil}, {" \n\t\n", nil},
	} {
		text := Normalize(c.text)
		var got []string
		for _, s := range Segments(text, []rune(c.text)) {
			kind := [...]string{"body", "headline", "byline", "dateline", "credit", "meta"}[s.Kind]
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

func TestSegmentsAreOrderedAndInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("Ab .,\n\n—()►:\"date2024-06BAP"))).Draw(t, "text")
		text, last := Normalize(s), 0
		for _, seg := range Segments(text, []rune(s)) {
			if seg.Start < last || seg.End <= seg.Start || seg.End > len(text) {
				t.Fatalf("segment %+v after %d of %d", seg, last, len(text))
			}
			last = seg.End
		}
	})
}
