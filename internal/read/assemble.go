package read

import (
	"slices"

	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/layout"
	"sayso/internal/read/mention"
	"sayso/internal/read/settle"
	"sayso/internal/read/trace"
)

// Assemble makes of what the stages of any language found in a text the reading that a store takes, and gives its
// claims with what is known of them. reader is the reader's name with its version; uttered tells on which day a
// statement with a cue was made, "" where it is not said.
func Assemble(reader string, in Text, said *attribution.Result, found []settle.Claim,
	uttered func(attribution.Statement) kg.Date) (kg.Reading, []settle.Claim) {
	claims := make([]kg.ReadClaim, len(found))
	for i, c := range found {
		claims[i] = c.ReadClaim
		claims[i].Rules = trace.Rules(c.Why)
	}
	whole := kg.Reading{
		Doc: in.Doc, Mentions: mentionsOf(said.Cast), Statements: []kg.ReadStatement{}, Claims: claims, Reader: reader,
	}
	for _, s := range said.Statements {
		st := s.Read()
		if s.CueToken >= 0 {
			st.UtteredOn = uttered(s)
		}
		whole.Statements = append(whole.Statements, st)
	}
	for i, c := range claims {
		if c.Statement != nil {
			s := &whole.Statements[*c.Statement]
			s.Claims = append(s.Claims, i)
		}
	}
	out, left := whole.Sift(kg.NewRunes(in.Text), nil)
	var kept []settle.Claim
	for i, c := range found {
		if !slices.ContainsFunc(left, func(l kg.LeftOutItem) bool { return l.What == kg.ClaimItem(i) }) {
			kept = append(kept, c)
		}
	}
	return out, kept
}

// mentionsOf are the names of a text. Who reported, edited and photographed is no actor of the story; the agency is its
// channel.
func mentionsOf(cast *mention.Cast) []kg.ReadMention {
	out := []kg.ReadMention{}
	for _, m := range cast.Mentions {
		kind := cast.Doc.Kind(m.First)
		if m.Kind == "" && (kind == layout.Credit || kind == layout.Byline && m.Type == kg.Person) {
			continue
		}
		out = append(out, kg.ReadMention{Span: m.Span, Type: mentionType[m.Type], Entity: m.Name})
	}
	return out
}
