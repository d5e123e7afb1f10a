package quotation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func find(text string) []string {
	runes := []rune(text)
	var spans [][2]int
	pos := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		n := len([]rune(line))
		spans = append(spans, [2]int{pos, pos + len([]rune(strings.TrimSuffix(line, "\n")))})
		pos += n
	}
	out := []string{}
	for _, q := range Find(runes, spans) {
		s := string(runes[q.Start:q.End])
		if !q.Closed {
			s += " …open"
		}
		if q.Continues >= 0 {
			s = "continued… " + s
		}
		out = append(out, s)
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`The mayor said "we stay," and left.`, []string{"we stay,"}},
		{`“One,” she said. “Two.”`, []string{"One,", "Two."}},
		{"It is \"not over'' yet.", []string{"not over"}},
		{"``Old style'' marks.", []string{"Old style"}},
		{`« Oui », dit-il.`, []string{"Oui"}},
		{`«Oui», he said.`, []string{"Oui"}},
		{`„Nein“, he said.`, []string{"Nein"}},
		{`“He told me ‘never again’ twice,” she said.`, []string{"He told me ‘never again’ twice,"}},
		{`She called it ‘a farce’ in the workers' hall.`, []string{"a farce"}},
		{`Britain's 'special' ties and the unions' anger`, []string{"special"}},
		{"“First part.\n“Second part,” he said.", []string{"First part. …open", "continued… Second part,"}},
		{`“Opened once and “opened again” here`, []string{"Opened once and …open", "opened again"}},
		{`the 6' 2" man said no`, []string{}},
		{`an ex-"minister" came`, []string{"minister"}},
		{"“First part.\nSecond part,” he said.", []string{"First part. …open", "continued… Second part,"}},
		{"“First part.\nNo mark.\nThird part,” he said.", []string{"First part. …open", "continued… No mark. …open", "continued… Third part,"}},
		{"“First part.\nNo mark.\n“Another,” he said.", []string{"First part. …open", "Another,"}},
		{"'First part.\nSecond part,' he said.", []string{"First part. …open", "continued… Second part,"}},
		{"'First part.\n\n'Second part,' he said.", []string{"First part. …open", "continued… Second part,"}},
		{"'First part.\n\nSecond part,' he said.", []string{}},
		{"He called it 'the workers' charter,' and left.", []string{"the workers' charter,"}},
		{"He called it 'the unions' own' in the workers' hall.", []string{"the unions' own"}},
		{"'Tis the class of '68, the '90s' music", []string{}},
		{``, []string{}},
		{`"`, []string{}},
		{`""`, []string{}},
	} {
		if d := cmp.Diff(c.want, find(c.text)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

func TestQuotesAreOrderedAndInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab s.\n\"“”‘’'«»„`-—:("))).Draw(t, "text")
		runes := []rune(text)
		last := 0
		for _, q := range Find(runes, [][2]int{{0, len(runes)}}) {
			if q.OuterStart < last || q.Start <= q.OuterStart || q.End <= q.Start || q.OuterEnd < q.End || q.OuterEnd > len(runes) {
				t.Fatalf("quote %+v after %d in %q", q, last, text)
			}
			last = q.OuterEnd
		}
	})
}
