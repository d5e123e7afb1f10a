package relation

import (
	"sayso/internal/kg"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
)

// speaking finds the body that speaks where somebody with a bare title is named.
type speaking struct{ *Reader }

// body is the body whose saying somebody with a bare title stands in: "X says cameraman John Doe was shot", "X said so
// on Monday, with spokesman John Doe calling it a lie"; for those who speak also that of the sentence before.
func (re speaking) body(r mention.Role) (phrase.Node, bool) {
	if r.Token != re.cast.Mentions[r.Person].First-1 {
		return phrase.Node{}, false
	}
	spokesman := re.classOf(r) == "spokesperson"
	v, ok := re.above(r, spokesman)
	if !ok && spokesman {
		v, ok = re.before(r.Token)
	}
	if !ok || !re.rules.Take("office.of-speaking-body", r.Token, v) {
		return phrase.Node{}, false
	}
	return re.saying(v)
}

// above is the verb of saying above a name whose subject is a body, an outlet where the title is none of who speaks.
func (re speaking) above(r mention.Role, spokesman bool) (int, bool) {
	d := re.d
	for v := d.Tokens[re.cast.Mentions[r.Person].Head(d)].Head; ; v = d.Tokens[v].Head {
		if a, ok := re.saying(v); ok && (spokesman || a.Kind == "outlet") {
			return v, true
		}
		if d.Tokens[v].Head == v {
			return -1, false
		}
	}
}

// before is the main verb of the sentence before token i, where a body says something by it in the same paragraph or
// the one before.
func (re speaking) before(i int) (int, bool) {
	d := re.d
	n := d.Sentence[i]
	if n == 0 {
		return -1, false
	}
	for v := d.Sentences[n-1].First; v < d.Sentences[n-1].End; v++ {
		if d.Tokens[v].Head != v || d.Paragraph(i)-d.Paragraph(v) > 1 {
			continue
		}
		if _, ok := re.saying(v); ok {
			return v, true
		}
	}
	return -1, false
}

// saying is the named body that verb v has say something.
func (re speaking) saying(v int) (phrase.Node, bool) {
	s := re.d.Child(v, "nsubj")
	if s < 0 || !re.words.Speech(re.d.Lemma(v)) || re.cast.At[s] < 0 {
		return phrase.Node{}, false
	}
	m := re.cast.Mentions[re.cast.At[s]]
	return phrase.NodeOf(m, s), m.Type == kg.Organization
}
