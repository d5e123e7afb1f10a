package relation

import (
	"regexp"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/mention"
	"sayso/internal/read/phrase"
)

// partyNames gives the party of a letter or a noun for its people, "none" for those of no party; stateLabels the state
// of a short form behind such a letter. Both by words in small letters without full stops.
var (
	partyNames  = words("relation/parties.tsv")
	stateLabels = words("relation/state_labels.tsv")
)

// words reads a table of words and what each stands for.
func words(file string) map[string]string {
	out := map[string]string{}
	for _, row := range en.Table(file) {
		out[row.Word] = row.Value
	}
	return out
}

// labels reads what stands beside names of politicians: party and state.
type labels struct{ *Reader }

// partyLabel is what stands behind the name of a member of an American parliament: "(D-Ore.)", ", R-Texas,".
type partyLabel struct {
	party string // "" for none
	state string
	kind  string // of the state in the gazetteer
	end   int    // offset behind the label
}

// labelForm is a letter and a state: "(R)" alone says no more of a picture than on which side somebody stands.
var labelForm = regexp.MustCompile(
	`^,?\s?[(\[]?(D|R|I|Dem|Rep|GOP)\.?\s?[-–—‐‑,/]\s?([A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+)?)\s?(?:[)\],;]|$)`)

// longestLabel is how many letters a label has at most.
const longestLabel = 32

// labelOf reads the label behind a mention of a person.
func (re labels) labelOf(m mention.Mention) (partyLabel, bool) {
	from := m.Span[1]
	text := string(re.d.Text[from:min(from+longestLabel, len(re.d.Text))])
	if line := strings.IndexByte(text, '\n'); line >= 0 {
		text = text[:line]
	}
	g := labelForm.FindStringSubmatch(text)
	if g == nil {
		return partyLabel{}, false
	}
	l := partyLabel{party: partyNames[strings.ToLower(g[1])], kind: "region", end: from + len([]rune(g[0]))}
	if l.party == "none" {
		l.party = ""
	}
	l.state = stateLabels[strings.ToLower(strings.NewReplacer(".", "", " ", "").Replace(g[2]))]
	for _, e := range re.cast.Gaz.Senses(g[2]) {
		if l.state == "" && e.Kind == l.kind {
			l.state = e.Name
		}
	}
	return l, l.state != ""
}

// partisans reads the party of those who have a label behind the name, or a noun for the party's people before it.
func (re labels) partisans() {
	for _, m := range re.cast.Mentions {
		if m.Type != kg.Person || !re.ma.Readable(m.First) {
			continue
		}
		if l, ok := re.labelOf(m); ok && l.party != "" {
			re.belongs(m, l.party, kg.Span{m.Span[0], l.end})
			continue
		}
		if a, party := re.besideName(m); party != "" {
			re.belongs(m, party, re.d.Trimmed(m.First, a+1))
			continue
		}
		i := m.First - 1
		if i < 0 || re.d.Sentence[i] != re.d.Sentence[m.First] || re.cast.At[i] >= 0 || re.d.Tokens[i].Dep != "compound" {
			continue
		}
		word := re.d.Tokens[i].Text
		if party := partyNames[strings.ToLower(word)]; party != "" && len(word) > 3 && phrase.StartsUpper(word) {
			re.belongs(m, party, re.d.Trimmed(i, m.End))
		}
	}
}

// besideName gives the noun for a party's people that stands in apposition to a name, and the party: "Jane Roe, an
// Oregon Democrat,"; "" for none.
func (re labels) besideName(m mention.Mention) (noun int, party string) {
	d := re.d
	for _, a := range d.All(m.Head(d), "appos") {
		word := d.Tokens[a].Text
		if a < m.End || re.cast.At[a] >= 0 && d.Tokens[a].Pos != "PROPN" || len(word) <= 3 || !phrase.StartsUpper(word) {
			continue
		}
		if of := partyNames[strings.ToLower(word)]; of != "" && of != "none" && !re.ph.HasChildIn(a, notNow) {
			return a, of
		}
	}
	return -1, ""
}

// belongs emits that somebody is a member of a party.
func (re labels) belongs(m mention.Mention, party string, evidence kg.Span) {
	re.rules.Begin()
	if re.rules.Take("membership.party-label", m.First) {
		of := phrase.Node{Name: party, Token: -1, Typ: kg.Organization}
		re.states(re.patterns.Titles["member"], m.First, phrase.NodeOf(m, m.First), of, "role", "", evidence)
	}
}

// homeOf is the state that a label behind the name says of whom a state has elected: "Rep. Jane Doe (D-Ore.)".
func (re labels) homeOf(r mention.Role) (partyLabel, bool) {
	if r.Of != "" || !constituted[r.Head] {
		return partyLabel{}, false
	}
	l, ok := re.labelOf(re.cast.Mentions[r.Person])
	return l, ok && re.rules.Take("office.state-label", r.Token)
}
