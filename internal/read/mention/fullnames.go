package mention

import "sayso/internal/kg"

// officers makes persons of unknown names that an office stands behind, whatever the model took them for: "X, Spain's
// foreign minister:", and of those that begin with a first name and say something.
func (c persons) officers() {
	d := c.Doc
	shown := c.listPersons()
	for k := range c.Mentions {
		m := &c.Mentions[k]
		head := m.Head(d)
		if m.Entry == nil && shown[m.Name] {
			m.Type = kg.Person
			continue
		}
		if m.Entry != nil || m.Type != kg.Place || m.End >= len(d.Tokens) || d.Tokens[m.End].Text != "," ||
			d.Tokens[head].Dep == "pobj" {
			continue
		}
		for _, a := range d.All(head, "appos") {
			if a > head && c.officeAt(a) {
				m.Type = kg.Person
			}
		}
	}
}

// officeAt reports whether token i heads an office with an article or an owner, and a mark behind it.
func (c persons) officeAt(i int) bool {
	d := c.Doc
	if c.At[i] >= 0 || d.Tokens[i].Tag != "NN" || !c.titleHead(i) || c.Words.Titles[c.titleWord(i)] != "office" {
		return false
	}
	end := d.Right[i]
	return d.Child(i, "det", "poss") >= 0 && end < len(d.Tokens) && d.Tokens[end].Pos == "PUNCT"
}

// listPersons lists the names that somewhere in the text are a person's: by an office behind, by a first name that
// says something, or by saying something and standing nowhere as a place does.
func (c persons) listPersons() map[string]bool {
	shown, placed := map[string]bool{}, map[string]bool{}
	for _, m := range c.Mentions {
		if m.First > 0 {
			w := c.Doc.Lower(m.First - 1)
			placed[m.Name] = placed[m.Name] || w == "in" || near[w]
		}
	}
	for _, m := range c.Mentions {
		if c.officeBehind(m) || c.says(m, !placed[m.Name]) {
			shown[m.Name] = true
		}
	}
	return shown
}

// officeBehind reports whether a name that the model took for no person begins with a first name and has an office
// behind its comma: "Jane Roe, CEO and president of the firm".
func (c persons) officeBehind(m Mention) bool {
	d := c.Doc
	if _, first := firstNames()[d.Tokens[m.First].Text]; !first || m.Entry != nil || m.Type == kg.Person ||
		m.End-m.First < 2 || m.End-m.First > 4 {
		return false
	}
	i := m.End + 1
	if i >= len(d.Tokens) || d.Tokens[m.End].Text != "," {
		return false
	}
	for i+1 < len(d.Tokens) && i < m.End+4 && (d.Tokens[i].Dep == "det" || d.Tokens[i].Dep == "amod") {
		i++
	}
	class := c.Words.Titles[c.titleWord(i)]
	return c.titleHead(i) && c.At[i] < 0 && (class == "office" || class == "leads" || class == "spokesperson")
}

// says reports whether a name of several words that the model took for no person is the subject of a verb of saying,
// and begins with a first name, speaks of itself as he or she, or is taken for a place and stands nowhere as one.
func (c persons) says(m Mention, unplaced bool) bool {
	d := c.Doc
	if m.Entry != nil || m.Kind != "" || m.Type == kg.Person || m.End-m.First < 2 || m.End-m.First > 4 {
		return false
	}
	head := m.Head(d)
	if v := d.Tokens[head].Head; d.Tokens[head].Dep != "nsubj" || !saying[d.Lemma(v)] {
		return false
	}
	_, first := firstNames()[d.Tokens[m.First].Text]
	return m.Type == kg.Place && (first || unplaced) || c.speaksAsOne(head)
}

// speaksAsOne reports whether what a name says begins with he or she: "Jane Roe says she is ready".
func (c persons) speaksAsOne(head int) bool {
	d := c.Doc
	for _, clause := range d.All(d.Tokens[head].Head, "ccomp") {
		s := d.Child(clause, "nsubj", "nsubjpass")
		if s > head && d.Left[clause] <= s && (he[d.Lower(s)] || she[d.Lower(s)]) {
			return true
		}
	}
	return false
}

// fullNames gives surnames the first name that the model overlooked before them, where the text goes on with the
// surname alone or says what office it holds: "according to X Y of the university. … Y said".
func (c persons) fullNames() {
	d := c.Doc
	alone := map[string]int{}
	for _, m := range c.Mentions {
		if m.Type == kg.Person && m.End-m.First == 1 {
			alone[d.Tokens[m.First].Text]++
		}
	}
	for k := range c.Mentions {
		m := &c.Mentions[k]
		head := m.Head(d)
		if m.Type != kg.Person || m.Entry != nil || m.End-m.First > 2 || !c.firstNameBefore(m.First, head) {
			continue
		}
		office := d.Child(head, "appos") >= 0
		again := alone[d.Tokens[m.First].Text] > 1 && !d.Tokens[m.First-1].SentStart
		_, known := firstNames()[d.Tokens[m.First-1].Text]
		if d.Tokens[head].Dep == "nsubj" && d.Tokens[m.First-1].SentStart { // "Hope Larkin has run …"
			again = true
		}
		if m.End-m.First == 1 && (office || again) || m.End-m.First == 2 && known {
			c.resize(m, m.First-1, m.End)
		}
	}
}

// firstNameBefore reports whether the word right before token i, with which a name with the head begins, is an
// overlooked first name, and the first word of the name.
func (c persons) firstNameBefore(i, head int) bool {
	d := c.Doc
	p := i - 1
	if p < 0 || d.Sentence[p] != d.Sentence[i] || !c.inText(p) {
		return false
	}
	if !c.unseenName(p) || d.Tokens[p].Head != head || epithets[d.Lower(p)] || campaigns[d.Lower(p)] {
		return false
	}
	if p == 0 || d.Sentence[p-1] != d.Sentence[p] {
		return true
	}
	return c.At[p-1] < 0 && (d.Tokens[p-1].Head != head || d.Tokens[p-1].Tag != "NNP")
}
