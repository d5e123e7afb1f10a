package attribution

import (
	"slices"
	"sort"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/mention"
)

// speakers resolves who the sources are and through which channels they spoke, in the order of the text, since a
// message without an owner belongs to who spoke last.
func (f *finder) speakers() {
	last, lastPara := "", -10
	issued := map[string]string{} // by the noun of a message, who has told something in it: "X said in a report"
	for _, k := range f.order() {
		s := &f.found[k]
		f.voices().channels(s)
		if s.SourceToken >= 0 && s.Speaker == "" && !f.voices().nobody(s) {
			if a, ok := f.voices().speaker(f.voices().firstNamed(s), 0); ok {
				s.Speaker = a
			} else if a, ok := f.voices().namedWithin(s); ok {
				s.Speaker = a
			} else if by := issued[f.d.Lemma(s.SourceToken)]; by != "" && f.cast.At[s.SourceToken] < 0 {
				s.Speaker = by
			} else if f.voices().goesBack(s.SourceToken) && f.voices().near(s, lastPara) {
				s.Speaker = last
			}
		}
		s.Via = slices.DeleteFunc(s.Via, func(v string) bool { return v == s.Speaker })
		if s.Speaker != "" && s.Kind == kg.Speech && len(s.Tokens) > 0 {
			last, lastPara = s.Speaker, f.d.Paragraph(s.Tokens[0][0])
			f.voices().noteMessages(s, issued)
		}
	}
}

// noteMessages notes in which report a statement's speaker has told it: "the board said in an interim report". Of
// letters and statements a text has many, and the last is meant.
func (f voices) noteMessages(s *Statement, issued map[string]string) {
	if s.CueToken < 0 {
		return
	}
	for _, p := range f.d.All(s.CueToken, "prep") {
		if o := f.d.Child(p, "pobj"); o >= 0 && f.d.Lower(p) == "in" && documents[f.d.Lemma(o)] && !s.Holds(o) {
			issued[f.d.Lemma(o)] = s.Speaker
		}
	}
}

// firstNamed is the head of the name that speaks: of several joined ones ("Spain, Greece and Cyprus") that of the
// first.
func (f voices) firstNamed(s *Statement) int {
	at := f.cast.At[s.SourceToken]
	if at < 0 {
		return s.SourceToken
	}
	for _, r := range f.tokens(s.Source) {
		for i := r[0]; i < min(r[1], s.SourceToken); i++ {
			if k := f.cast.At[i]; k >= 0 && k < at && f.cast.Mentions[k].Type == f.cast.Mentions[at].Type && f.joined(k, at) {
				return f.cast.Mentions[k].Head(f.d)
			}
		}
	}
	return s.SourceToken
}

// namedWithin names the one person whose name stands between commas in a source that is itself nobody's name: "another
// resident, Jane Roe,".
func (f voices) namedWithin(s *Statement) (string, bool) {
	source := f.tokens(s.Source)
	if len(source) != 1 || f.isMessage(s.SourceToken) {
		return "", false
	}
	found := -1
	for i := source[0][0] + 1; i < source[0][1]; i++ {
		k := f.cast.At[i]
		if k < 0 || f.cast.Mentions[k].Type != kg.Person || f.cast.Mentions[k].First != i {
			continue
		}
		end := f.cast.Mentions[k].End
		if found >= 0 || f.d.Tokens[i-1].Text != "," || end < source[0][1] && f.d.Tokens[end].Text != "," {
			return "", false
		}
		found = k
	}
	if found < 0 {
		return "", false
	}
	return f.cast.Mentions[found].Name, true
}

// joined reports whether nothing but commas, "and" and names stands between two mentions.
func (f voices) joined(a, b int) bool {
	for i := f.cast.Mentions[a].End; i < f.cast.Mentions[b].First; i++ {
		if t := f.d.Tokens[i]; f.cast.At[i] < 0 && t.Pos != "PUNCT" && t.Dep != "cc" && t.Dep != "det" && f.d.Ink(i) {
			return false
		}
	}
	return true
}

func (f voices) near(s *Statement, para int) bool {
	if len(s.Tokens) == 0 {
		return false
	}
	p := f.d.Paragraph(s.Tokens[0][0])
	return p-para <= 1
}

// order gives the statements by their first token.
func (f *finder) order() []int {
	idx := make([]int, len(f.found))
	for i := range idx {
		idx[i] = i
	}
	sort.SliceStable(idx, func(i, j int) bool { return first(f.found[idx[i]]) < first(f.found[idx[j]]) })
	return idx
}

// speaker names who a source is.
func (f voices) speaker(i, depth int) (string, bool) {
	d := f.d
	if depth > 3 {
		return "", false
	}
	if f.isMessage(i) {
		return f.owners().messageOwner(i, depth)
	}
	if a, ok := f.cast.Who(i); ok {
		return a.Name, true
	}
	if a, ok := f.owners().described(i); ok {
		return a.Name, true
	}
	if strings.HasPrefix(d.Tokens[i].Tag, "W") { // "who said": the noun its clause hangs on
		for up, n := d.Tokens[i].Head, 0; n < 4 && up != d.Tokens[up].Head; n++ {
			if d.Tokens[up].Dep == "relcl" && d.Tokens[up].Head < i {
				return f.speaker(d.Tokens[up].Head, depth+1)
			}
			if a := f.cleft(up); a >= 0 && a < i {
				return f.speaker(a, depth+1)
			}
			up = d.Tokens[up].Head
		}
	}
	return "", false
}

// cleft is whom "it was X who said" picks out, for the verb of the clause behind; -1 for nobody.
func (f voices) cleft(v int) int {
	d := f.d
	be := d.Tokens[v].Head
	if s := d.Child(
		be,
		"nsubj",
		"expl",
	); d.Tokens[v].Dep != "ccomp" && d.Tokens[v].Dep != "advcl" || d.Lemma(be) != "be" || s < 0 ||
		d.Lower(s) != "it" {
		return -1
	}
	return d.Child(be, "attr")
}

// nobody reports whether a source says that there is none: "neither X nor Y", "no official".
func (f voices) nobody(s *Statement) bool {
	source := f.tokens(s.Source)
	if len(source) == 0 {
		return false
	}
	return nobody[f.d.Lower(source[0][0])]
}

// channels notes the outlets and channels named in the statement's sentence outside of what was said and of who said
// it.
func (f voices) channels(s *Statement) {
	d := f.d
	if s.CueToken < 0 {
		return
	}
	sent := d.Sentences[d.Sentence[s.CueToken]]
	src := -1
	if s.SourceToken >= 0 {
		src = f.cast.At[s.SourceToken]
	}
	from := sort.Search(len(f.cast.Mentions), func(k int) bool { return f.cast.Mentions[k].First >= sent.First })
	for k := from; k < len(f.cast.Mentions) && f.cast.Mentions[k].First < sent.End; k++ {
		m := f.cast.Mentions[k]
		if k == src || s.Holds(m.First) || !f.outlet(m) || !f.belongs(s, m.Head(d)) {
			continue
		}
		if f.accordingTo(m.Head(d)) { // who passes it on stands behind whom it was told
			defer s.addVia(m.Name)
			continue
		}
		s.addVia(m.Name)
	}
	if k := f.reporter(s); k >= 0 && k != src {
		s.addVia(f.cast.Mentions[k].Name)
	}
	for i := sent.First; i < sent.End; i++ {
		if ch := f.words.channels[d.Lemma(i)]; ch != "" && !s.Holds(i) && len(s.Via) == 0 &&
			(i == s.CueToken || f.belongs(s, i)) {
			s.addVia(ch)
		}
	}
}

// accordingTo reports whether a name is the object of "according to".
func (f view) accordingTo(i int) bool {
	up := f.d.Tokens[i].Head
	return f.d.Tokens[i].Dep == "pobj" && (accordingTo[f.d.Lower(up)] || accordingTo[f.d.Lower(f.d.Tokens[up].Head)])
}

// reporter gives the outlet that reports a statement, in "X said …, the agency reported" and "the agency said X hoped
// …"; -1 for none.
func (f voices) reporter(s *Statement) int {
	d, up := f.d, f.d.Tokens[s.Main].Head
	if d.Tokens[s.Main].Dep != "ccomp" || !d.Verb(up) || s.Holds(up) {
		return -1
	}
	if q, _, known := f.cueOf(up); !known || q.kind != kg.Speech {
		return -1
	}
	src, _ := f.sources().subject(up)
	if src < 0 || f.cast.At[src] < 0 || !f.outlet(f.cast.Mentions[f.cast.At[src]]) {
		return -1
	}
	return f.cast.At[src]
}

// belongs reports whether a token hangs on the attributing clause without a finite verb of its own between, or stands
// in the source.
func (f voices) belongs(s *Statement, i int) bool {
	d := f.d
	for steps := 0; steps < 12; steps++ {
		if i == s.Main || i == s.CueToken || i == s.SourceToken {
			return true
		}
		if steps == 0 && f.cast.At[i] >= 0 && d.Tokens[i].Head == s.Main &&
			!s.Holds(i) { // a name is no clause, whatever the parser says
			return true
		}
		if d.Tokens[i].Dep == "conj" && d.Verb(i) || d.Tokens[i].Dep == "ccomp" {
			return false
		}
		speaking := d.Tokens[i].Tag == "VBG" && appearing[d.Lemma(i)] // "speaking to the BBC, X said"
		if d.Tokens[i].Dep == "advcl" && d.Tokens[i].Tag != "VBN" && !speaking {
			return false
		}
		if i == d.Tokens[i].Head {
			return false
		}
		i = d.Tokens[i].Head
	}
	return false
}

func (f voices) outlet(m mention.Mention) bool { return m.Kind == "outlet" || m.Kind == "channel" }

func (s *Statement) addVia(name string) {
	for _, v := range s.Via {
		if v == name {
			return
		}
	}
	s.Via = append(s.Via, name)
}
