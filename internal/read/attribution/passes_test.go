package attribution

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sayso/internal/nlp"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/mention"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

// spokenTexts show what each pass does.
var spokenTexts = []string{
	"“The road is open,” Jane Roe said. “We will keep it so.” According to officials, nobody was hurt. Roe denied that troops had left.",
	"Jane Roe: The bridge must close\n\nThe mayor, Jane Roe, told Lipova News that the bridge must close, the newspaper reported on Monday. “It is not safe,” she added.",
	"Q: What happened?\nJANE ROE: The bridge closed.\nQ: When?\nJANE ROE: On Monday.",
	"“It was cold.” She shrugged. “We had no coal.” Adam Varga, asked about it, said he knew nothing and that nobody had told him.",
	"The ministry said, citing a report by Lipova News, that the ship had left. Interfax quoted Varga as saying that it would return.",
	"“What now?” cried Adam Varga from the back of the hall. “Nothing,” he said, according to the Lipova Post. No official confirmed it.",
	"The report says prices fell, and warns that they may fall again, Jane Roe told Reuters on Tuesday. Airline lost money, report says.",
	"In a statement on Telegram, the governor said that two houses burned. He repeated his call for help.",
}

// TestPassesWriteWhatTheySay: a pass changes nothing but what it declares, and goes by nothing that no pass before it
// has written.
func TestPassesWriteWhatTheySay(t *testing.T) {
	written := aspect(0)
	for _, p := range passes {
		if missing := p.reads &^ written; missing != 0 {
			t.Errorf("%s reads %s, which nothing before it writes", p.name, named(missing))
		}
		written |= p.writes
	}
	for _, text := range spokenTexts {
		f := prepared(t, text)
		before := snapshot(f)
		for _, p := range passes {
			p.run(f)
			after := snapshot(f)
			for a := range aspects {
				if before[a] != after[a] && p.writes&a == 0 &&
					before[listed] == after[listed] { // where statements come or go, all that is in them does too
					t.Errorf("%.60q: %s changes %s: %s, %s", text, p.name, named(a), before[a], after[a])
				}
			}
			before = after
		}
		if len(f.found) == 0 {
			t.Errorf("%q: nobody says anything", text)
		}
	}
}

// prepared gives a finder for a text before its first pass.
func prepared(t *testing.T, text string) *finder {
	t.Helper()
	pipeline, err := nlp.English()
	fail(t, err)
	gaz, err := gazetteer.Load()
	fail(t, err)
	names, err := mention.Words()
	fail(t, err)
	words, err := Words()
	fail(t, err)
	tags, err := tagger.Load()
	fail(t, err)
	in := tagger.Prepare(pipeline, text)
	d := syntax.New([]rune(in.Doc.Text), []rune(text), in.Segments, in.Quotes, in.Doc.Tokens)
	return newFinder(mention.Find(d, gaz, names), tags.Attributions(in.Doc, in.Segments, in.Quotes), words)
}

func named(a aspect) string {
	var out []string
	for one, name := range aspects {
		if a&one != 0 {
			out = append(out, name)
		}
	}
	return strings.Join(out, " and ")
}

// snapshot writes each aspect of the statements as text, in an order of its own, so that to put them in order changes
// nothing but the list.
func snapshot(f *finder) map[aspect]string {
	lines := map[aspect][]string{}
	for _, s := range f.found {
		lines[parts] = append(lines[parts], fmt.Sprint(s.Tokens, s.CueToken, s.SourceToken, s.Source, s.Cue, s.Content))
		lines[commit] = append(lines[commit], fmt.Sprint(s.Kind, s.Modality, s.Quotes))
		lines[speakers] = append(lines[speakers], s.Speaker)
		lines[channels] = append(lines[channels], fmt.Sprint(s.Via))
	}
	out := map[aspect]string{listed: fmt.Sprint(len(f.found))}
	for a, l := range lines {
		slices.Sort(l)
		out[a] = strings.Join(l, "\n")
	}
	return out
}
