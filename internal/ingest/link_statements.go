package ingest

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// unstated is the confidence of a reading that gives none.
const unstated = 0.5

// readClaim is a claim of a reading, and whether its reader withholds it.
type readClaim struct {
	kg.ReadClaim
	withheld bool
}

// statements takes in the statements with the claims inside them, then the claims of the article's own voice.
func (w *linking) statements(r kg.Reading) {
	inside := map[int][]readClaim{}
	var own []readClaim
	take := func(list []kg.ReadClaim, withheld bool) {
		for _, c := range list {
			if c.Statement == nil {
				own = append(own, readClaim{c, withheld})
			} else {
				inside[*c.Statement] = append(inside[*c.Statement], readClaim{c, withheld})
			}
		}
	}
	take(r.Claims, false)
	take(r.Withheld, true)
	for i, s := range r.Statements {
		w.attributed(s, inside[i])
	}
	w.narrated(own)
}

// passages reads spans of one role.
func (w *linking) passages(spans []kg.Span) []kg.Passage {
	var out []kg.Passage
	for _, s := range spans {
		p, _ := w.runes.Passage(s[0], s[1])
		out = append(out, p)
	}
	return out
}

func (w *linking) attributed(in kg.ReadStatement, claims []readClaim) {
	s := kg.Statement{Kind: in.Kind, Modality: in.Modality, UtteredOn: in.UtteredOn, Confidence: in.Confidence,
		SpeakerID: w.actor(in.Speaker),
		Source:    w.passages(in.Source), Cue: w.passages(in.Cue), Content: w.passages(in.Content),
		Quoted: w.passages(in.Quotes)}
	if s.Kind == "" {
		s.Kind = kg.Speech
	}
	for _, v := range in.Via {
		if id := w.actor(v); id != "" && !slices.Contains(s.Via, id) {
			s.Via = append(s.Via, id)
		}
	}
	w.add(s, claims)
}

// narrated makes statements of the article's own voice, one for each evidence.
func (w *linking) narrated(claims []readClaim) {
	var order []kg.Span
	byEvidence := map[kg.Span][]readClaim{}
	for _, c := range claims {
		if byEvidence[c.Evidence] == nil {
			order = append(order, c.Evidence)
		}
		byEvidence[c.Evidence] = append(byEvidence[c.Evidence], c)
	}
	for _, span := range order {
		group := byEvidence[span]
		s := kg.Statement{Kind: kg.Narrated, Content: w.passages([]kg.Span{span}), Modality: group[0].Modality}
		for _, c := range group {
			s.Confidence = max(s.Confidence, c.Confidence)
		}
		w.add(s, group)
	}
}

// add completes a statement and takes it in with its claims. A statement that is there already, to the letter, only
// gains claims.
func (w *linking) add(s kg.Statement, claims []readClaim) {
	if s.Modality == "" {
		s.Modality = kg.Asserted
	}
	if s.Confidence == 0 {
		s.Confidence = unstated
	}
	start, end := s.Content[0].Start, s.Content[0].End
	for _, c := range s.Content {
		start, end = min(start, c.Start), max(end, c.End)
	}
	s.Quote, _ = w.runes.Quote(start, end)
	s.ArticleID, s.Extractor, s.Status, s.Form = w.article.ID, w.extractor, kg.Current, formOf(s)
	s.ID = kg.StatementID(s.ArticleID, s.Kind, s.SpeakerMention(), s.Source, s.Cue, s.Content)
	for _, m := range w.record.Mentions {
		if slices.ContainsFunc(s.Content, func(p kg.Passage) bool { return m.Start >= p.Start && m.End <= p.End }) {
			s.Mentions = append(s.Mentions, m)
		}
	}
	for _, c := range claims {
		s.Asserts = withAssertion(s.Asserts, w.claim(c))
	}
	for i := range w.record.Statements {
		if w.record.Statements[i].ID == s.ID {
			w.record.Statements[i].Asserts = append(w.record.Statements[i].Asserts, s.Asserts...)
			return
		}
	}
	w.record.Statements = append(w.record.Statements, s)
}

// withAssertion adds an assertion, unless there is one that says the same by other rules.
func withAssertion(list []kg.Assertion, a kg.Assertion) []kg.Assertion {
	same := func(b kg.Assertion) bool {
		return a.ClaimID == b.ClaimID && a.Modality == b.Modality && a.Evidence == b.Evidence && a.Confidence == b.Confidence
	}
	if slices.ContainsFunc(list, same) {
		return list
	}
	return append(list, a)
}

// formOf compares what stands inside quotation marks with the whole content, by letters and digits.
func formOf(s kg.Statement) kg.Form {
	quoted, all := letters(s.Quoted), letters(s.Content)
	switch {
	case quoted == 0:
		return kg.Indirect
	case quoted >= all:
		return kg.Direct
	}
	return kg.Mixed
}

func letters(list []kg.Passage) int {
	n := 0
	for _, p := range list {
		for _, r := range p.Text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n++
			}
		}
	}
	return n
}

// claim takes in a claim and ties it to its evidence.
func (w *linking) claim(in readClaim) kg.Assertion {
	predicate, _ := w.vocabulary.Get(in.Predicate)
	evidence, _ := w.runes.Passage(in.Evidence[0], in.Evidence[1])
	if in.Modality == "" {
		in.Modality = kg.Asserted
	}
	date, _ := kg.ParseDate(string(in.Date)) // in UTC
	c := kg.Claim{Predicate: in.Predicate, Negated: in.Negated, Role: strings.TrimSpace(in.Role), OccurredOn: date}
	var known bool
	if c.SubjectID, known = w.named(in.Subject); !known {
		c.SubjectText = strings.TrimSpace(in.Subject)
	}
	if c.ObjectID, known = w.named(in.Object); !known {
		c.ObjectText = strings.TrimSpace(in.Object)
	}
	if in.Quantity != nil {
		c.Quantity = &kg.Quantity{Value: in.Quantity.Value, Unit: in.Quantity.Unit, Bound: in.Quantity.Bound}
	}
	c.ID = kg.ClaimID(c)
	c.Text = kg.ClaimText(c, predicate.Label, w.nameOf(c.SubjectID, c.SubjectText), w.nameOf(c.ObjectID, c.ObjectText))
	if !w.claims[c.ID] {
		w.claims[c.ID] = true
		w.record.Claims = append(w.record.Claims, c)
	}
	if in.Confidence == 0 {
		in.Confidence = unstated
	}
	out := kg.Assertion{
		ClaimID: c.ID, Modality: in.Modality, Evidence: evidence, Confidence: in.Confidence, Rules: in.Rules,
	}
	if in.withheld {
		out.Modality, out.ReadAs = kg.Doubtful, in.Modality
	}
	return out
}

func (w *linking) nameOf(id, text string) string {
	if e := w.entities[id]; e != nil {
		return e.Name
	}
	return text
}
