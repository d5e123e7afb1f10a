package mention

import (
	"regexp"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/layout"
)

// unseenBodies makes an organization of a name that speaks, which the model overlooked and the words around it show to
// be no person's: letters ("RNLI said"), "the X Initiative for Y", or what the text calls "it" or "which".
func (c organizations) unseenBodies() {
	d := c.Doc
	for i := range d.Tokens {
		if d.Kind(i) != layout.Body || !c.speaks(i) || !c.overlooked(i) {
			continue
		}
		first, end := c.bodyName(i)
		if !c.showsBody(first, i, end) {
			continue
		}
		c.Mentions = append(c.Mentions, Mention{
			Span: d.Span(first, end), First: first, End: end, Type: kg.Organization, Name: d.Phrase(first, end),
		})
		for j := first; j < end; j++ {
			c.At[j] = len(c.Mentions) - 1
		}
	}
}

// speaks reports whether a noun is the subject of a verb of saying or follows "according to".
func (c organizations) speaks(i int) bool {
	d := c.Doc
	switch up := d.Tokens[i].Head; d.Tokens[i].Dep {
	case "nsubj":
		return saying[d.Lemma(up)] && d.Verb(up)
	case "pobj":
		return d.Lower(up) == "to" && up > 0 && accordingTo[d.Lower(up-1)]
	}
	return false
}

// overlooked reports whether a token is written as a name and in no mention.
func (c organizations) overlooked(i int) bool {
	t := c.Doc.Tokens[i]
	if c.At[i] >= 0 || !strings.HasPrefix(t.Tag, "NN") || !startsName(t.Text) || !nameEnd(t.Text) ||
		c.Words.honorifics[t.Text] {
		return false
	}
	_, demonym := c.Gaz.Demonym(t.Text)
	return !demonym && !c.titleHead(i) && (strings.HasPrefix(t.Tag, "NNP") || t.SentStart && t.Tag == "NNS")
}

// bodyName gives the tokens of the name with head i: the capitalized words before it, and "for", "of" or "on" with such
// words behind it.
func (c organizations) bodyName(i int) (first, end int) {
	d := c.Doc
	first, end = i, i+1
	for first > 0 && d.Sentence[first-1] == d.Sentence[i] && c.At[first-1] < 0 && c.capitalWordAt(first-1) {
		first--
	}
	if end+1 < len(d.Tokens) && namesJoin[d.Lower(end)] && c.capitalWordAt(end+1) && d.Tokens[end].Head == i {
		for end++; end < len(d.Tokens) && d.Sentence[end] == d.Sentence[i] && c.capitalWordAt(end); end++ {
		}
	}
	return first, end
}

// capitalWordAt reports whether a word inside a sentence is written with a capital as those of names are.
func (c organizations) capitalWordAt(i int) bool {
	t := c.Doc.Tokens[i]
	return startsName(t.Text) && unicode.IsUpper([]rune(t.Text)[0]) && (t.Pos == "PROPN" || t.Pos == "ADJ") && !t.SentStart
}

// showsBody reports whether the name with head i is a body's and no person's.
func (c organizations) showsBody(first, i, end int) bool {
	d := c.Doc
	if end-first == 1 && allCapital(d.Tokens[i].Text) {
		n := len(d.Tokens[i].Text)
		return n >= 3 && n <= 6 && !degrees[d.Tokens[i].Text] && !capitalWords[d.Lower(i)]
	}
	if class := c.describedAs(Mention{First: first, End: end}); class == "organization" || class == "company" {
		return true
	}
	behindThe := first > 0 && definiteThe[d.Lower(first-1)] && d.Sentence[first-1] == d.Sentence[i]
	if behindThe && (end > i+1 || end-first > 1) {
		return true
	}
	for _, r := range d.All(i, "relcl") {
		if s := d.Child(r, "nsubj"); s >= 0 && d.Lower(s) == "which" {
			return true
		}
	}
	return d.Tokens[i].Dep == "nsubj" && c.ofItself(d.Tokens[i].Head, "ccomp")
}

// ofItself reports whether the subject of a clause that hangs on verb v is an "it" that stands for something, unlike
// that of "it is too early".
func (c organizations) ofItself(v int, labels ...string) bool {
	d := c.Doc
	for _, w := range d.All(v, labels...) {
		s := d.Child(w, "nsubj")
		told := d.Lemma(w) != "be" || d.Child(w, "acomp", "attr", "ccomp") < 0
		if s >= 0 && it[d.Lower(s)] && !weather[d.Lemma(w)] && told {
			return true
		}
	}
	return false
}

// gluedNames stretches a name over what a hyphen without blanks joins to it: "OVR-Data".
func (c organizations) gluedNames() {
	d := c.Doc
	for k := range c.Mentions {
		m := &c.Mentions[k]
		last := m.End + 1
		if m.Entry != nil || m.Type == kg.Person || last >= len(d.Tokens) || c.At[last] >= 0 || !c.glued(m.End) {
			continue
		}
		_, demonym := c.Gaz.Demonym(d.Tokens[last].Text)
		if demonym || d.Tokens[last].Tag != "NNP" || !startsName(d.Tokens[last].Text) {
			continue
		}
		if _, known := c.Gaz.Lookup(d.Tokens[last].Text, ""); known {
			continue
		}
		m.End = last + 1
		m.Span, m.Name = d.Span(m.First, m.End), d.Phrase(m.First, m.End)
	}
}

// gluedFront stretches a name over the word that a hyphen without blanks joins to its front: "OVR-Data".
func (c organizations) gluedFront() {
	d := c.Doc
	for k := range c.Mentions {
		m := &c.Mentions[k]
		first := m.First - 2
		if m.Entry != nil || m.Type == kg.Person || first < 0 || !c.glued(m.First-1) {
			continue
		}
		if !c.unseenWord(first) && !(c.At[first] < 0 && particle[d.Lower(first)]) { // "al-Rasheed Trust"
			continue
		}
		if d.Sentence[first] == d.Sentence[m.First] && d.Tokens[first].Head == m.Head(d) {
			c.resize(m, first, m.End)
		}
	}
}

// unseenWord reports whether a token in no mention is tagged as a name, in capitals or not, and names no people.
func (c organizations) unseenWord(i int) bool {
	t := c.Doc.Tokens[i]
	return c.At[i] < 0 && t.Tag == "NNP" && startsName(t.Text) && len([]rune(t.Text)) > 1 && !c.demonym(i)
}

// glued reports whether token i is a hyphen without blanks around it.
func (c organizations) glued(i int) bool {
	t := c.Doc.Tokens
	return t[i].Text == "-" && t[i].Start == t[i-1].End && t[i+1].Start == t[i].End
}

// bareSurnames gives a single name that the model took for an organization, here or elsewhere, one type: a person's
// where it speaks as only people do, unless the text calls it "it" or shows a firm: `"…," Roe told the deputies`.
func (c organizations) bareSurnames() {
	d := c.Doc
	seen, person, body := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, m := range c.Mentions {
		if m.Entry != nil || m.Kind != "" || m.End-m.First != 1 {
			continue
		}
		text := d.Tokens[m.First].Text
		if m.Type == kg.Place { // "Oyelaran stood up"
			person[text] = person[text] || c.talksAsPerson(m.First)
			continue
		}
		seen[text] = seen[text] || m.Type == kg.Organization
		person[text] = person[text] || c.talksAsPerson(m.First)
		body[text] = body[text] || allCapital(text) || c.isBody(m)
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		text := d.Tokens[m.First].Text
		switch single := m.End-m.First == 1 && m.Entry == nil && !c.surname(text); {
		case !single:
		case m.Type != kg.Place && seen[text] && body[text]:
			m.Type = kg.Organization
		case person[text] && !body[text]:
			m.Type = kg.Person
		}
	}
}

// talksAsPerson reports whether a name is the subject of a verb by which people speak to others, or of one beside a
// quotation.
func (c organizations) talksAsPerson(i int) bool {
	d := c.Doc
	v := d.Tokens[i].Head
	if d.Tokens[i].Dep != "nsubj" || !d.Verb(v) {
		return false
	}
	if o := d.Child(v, "dobj", "dative"); tells[d.Lemma(v)] && o >= 0 {
		return c.At[o] < 0 // firms tell agencies and exchanges
	}
	return bodily[d.Lemma(v)] || rises[d.Lemma(v)] && d.Child(v, "prt") > v
}

// besideQuote reports whether a name is the subject of a verb of saying that a quotation stands right before.
func (c persons) besideQuote(i int) bool {
	d := c.Doc
	v := d.Tokens[i].Head
	if d.Tokens[i].Dep != "nsubj" || !saying[d.Lemma(v)] || d.Quoted[i] >= 0 {
		return false
	}
	before := min(i, v) - 1
	return before >= 0 && d.Quoted[before] >= 0 && d.Sentence[before] == d.Sentence[i]
}

// isBody reports whether the words around a single name show it to be a firm, a party or the like.
func (c organizations) isBody(m Mention) bool {
	d := c.Doc
	if m.First > 0 && (definiteThe[d.Lower(m.First-1)] || c.corporateBeside(m)) || c.describedAs(m) != "" {
		return true
	}
	return c.ofItself(d.Tokens[m.First].Head, "ccomp", "advcl", "conj")
}

// handles makes a person of the name of an account that speaks: "@roe99 wrote".
func (c organizations) handles() {
	d := c.Doc
	for i, t := range d.Tokens {
		if c.At[i] >= 0 || !handle.MatchString(t.Text) || d.Kind(i) != layout.Body {
			continue
		}
		up := t.Head
		if t.Dep == "appos" && d.Tokens[up].Dep == "nsubj" {
			up = d.Tokens[up].Head
		}
		turn := i+1 < len(d.Tokens) && d.Tokens[i+1].Text == ":" && (i == 0 || d.Segment[i-1] != d.Segment[i]) // "@roe: …"
		if turn || d.Verb(up) && saying[d.Lemma(up)] && up != i {
			c.Mentions = append(c.Mentions, Mention{Span: d.Span(i, i+1), First: i, End: i + 1, Type: kg.Person, Name: t.Text})
			c.At[i] = len(c.Mentions) - 1
		}
	}
}

var handle = regexp.MustCompile(`^@\w{2,}$`)
