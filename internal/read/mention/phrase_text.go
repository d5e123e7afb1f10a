package mention

import "strings"

// Text is the words of a noun phrase without its article, its relative clauses and what follows a comma.
func (c *Cast) Text(i int) string {
	d := c.Doc
	first, end := d.Left[i], d.Right[i]
	for first < i && c.opensPhrase(first) {
		first++
	}
	for _, ch := range d.Children[i] {
		if ch > i {
			end = min(end, c.cutBefore(ch))
		}
	}
	for j := i + 1; j < end; j++ {
		if d.Tokens[j].Dep == "relcl" && d.Left[j] > i &&
			(strings.HasPrefix(d.Tokens[d.Left[j]].Tag, "W") || d.Lower(d.Left[j]) == "that") {
			end = min(end, d.Left[j])
		}
	}
	end = max(end, i+1)
	return strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(d.Phrase(first, end), "\"", " ")), " "), " ',;:.")
}

// phraseOpeners are what a noun phrase may begin with that is no part of its words.
var phraseOpeners = map[string]bool{"det": true, "punct": true, "predet": true, "cc": true}

// opensPhrase reports whether a token at the beginning of a noun phrase is no part of its words.
func (c *Cast) opensPhrase(i int) bool {
	t := c.Doc.Tokens[i]
	return phraseOpeners[t.Dep] || t.Tag == "DT" || !c.Doc.Ink(i)
}

// cutBefore gives where the words of a noun phrase end for the sake of what hangs on it behind the noun: clauses,
// appositions, further nouns and marks. It is the end of the text for what belongs to the words.
func (c *Cast) cutBefore(ch int) int {
	d := c.Doc
	cut := false
	switch d.Tokens[ch].Dep {
	case "relcl", "appos", "acl", "advcl", "parataxis", "conj", "cc":
		cut = true
	case "npadvmod": // "a jury last November"
		cut = strings.HasSuffix(d.Tokens[ch].Ent, "-DATE")
	case "prep":
		cut = d.Child(ch, "pcomp") >= 0 || besideDeed[d.Lower(ch)]
	case "punct":
		if text := d.Tokens[ch].Text; text != "-" && text != "\"" {
			return ch
		}
	}
	if cut {
		return d.Left[ch]
	}
	return len(d.Tokens)
}
