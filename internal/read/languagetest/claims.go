package languagetest

import (
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/frame"
	"sayso/internal/read/mention"
	"sayso/internal/read/pattern"
	"sayso/internal/read/syntax"
	"sayso/internal/read/trace"
)

// cast finds the names.
func (r *reader) cast(d *syntax.Document) *mention.Cast {
	cast := &mention.Cast{Doc: d, Gaz: r.gaz, At: make([]int, len(d.Tokens))}
	for i, t := range d.Tokens {
		cast.At[i] = -1
		name := r.names[t.Text]
		if name == "" {
			name = r.names[strings.TrimSuffix(t.Text, "n")]
		}
		if e, ok := r.gaz.Lookup(name, kg.Place); ok {
			cast.At[i] = len(cast.Mentions)
			cast.Mentions = append(cast.Mentions, mention.Mention{Span: d.Span(i, i+1), First: i, End: i + 1,
				Type: e.Type, Name: e.Name, Kind: e.Kind, Entry: &e})
		}
	}
	return cast
}

// statements finds who says what: a verb of saying with a clause behind it.
func statements(d *syntax.Document, cast *mention.Cast) []attribution.Statement {
	var out []attribution.Statement
	for v, t := range d.Tokens {
		said, who := d.Child(v, "ccomp"), d.Child(v, "nsubj")
		if t.Pos != "VERB" || !saying[t.Lemma] || said < 0 || who < 0 {
			continue
		}
		first, end := d.Left[said], d.Right[said]
		if d.Tokens[first].Pos == "SCONJ" {
			first++
		}
		speaker := ""
		if k := cast.At[who]; k >= 0 {
			speaker = cast.Mentions[k].Name
		}
		out = append(out, attribution.Statement{Source: []kg.Span{d.Span(who, who+1)}, Cue: []kg.Span{d.Span(v, v+1)},
			Content: []kg.Span{d.Trimmed(first, end)}, Kind: kg.Speech, Speaker: speaker, Modality: kg.Asserted,
			Confidence: 1, CueToken: v, Main: v, SourceToken: who, Tokens: [][2]int{{first, end}}, Root: said, Lemma: t.Lemma})
	}
	return out
}

// frames turns the trees into frames.
func frames(d *syntax.Document) []*frame.Frame {
	var out []*frame.Frame
	for v, t := range d.Tokens {
		if t.Pos != "VERB" {
			continue
		}
		f := &frame.Frame{Trigger: v, Lemma: t.Lemma, Roles: map[frame.Role][]int{},
			Commitment: frame.Commitment{Modality: kg.Modality(endings[strings.TrimPrefix(d.Lower(v), t.Lemma)])},
			Why:        []trace.Step{{Rule: "eo.roles", Tokens: []int{v}}}}
		for role, dep := range map[frame.Role]string{frame.Agent: "nsubj", frame.Object: "obj"} {
			f.Fill(role, d.All(v, dep))
		}
		for _, c := range d.All(v, "advmod") {
			f.Commitment.Negated = f.Commitment.Negated || denying[d.Lower(c)]
		}
		out = append(out, f)
	}
	return out
}

// nodes gives whom the names of a text stand for.
func nodes(cast *mention.Cast) pattern.Nodes {
	return func(token int) (frame.Node, bool) {
		k := cast.At[token]
		if k < 0 {
			return frame.Node{}, false
		}
		m := cast.Mentions[k]
		return frame.Node{Name: m.Name, Token: token, Typ: m.Type, Kind: m.Kind}, true
	}
}
