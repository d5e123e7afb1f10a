package ingest

import (
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// unstated is the confidence of a reading that gives none.
const unstated = 0.5

// statements takes in the statements with the claims inside them, then the claims of the article's own voice.
func (w *linking) statements(r kg.Reading) error {
	inside := map[int][]kg.ReadClaim{}
	var own []kg.ReadClaim
	for i, c := range r.Claims {
		switch {
		case c.Statement == nil:
			own = append(own, c)
		case *c.Statement < 0 || *c.Statement >= len(r.Statements):
			return kg.Errorf(kg.Invalid, "claim %d belongs to statement %d, but there are %d statements", i, *c.Statement, len(r.Statements))
		default:
			inside[*c.Statement] = append(inside[*c.Statement], c)
		}
	}
	for i, s := range r.Statements {
		if err := w.attributed(i, s, inside[i]); err != nil {
			return err
		}
	}
	return w.narrated(own)
}

// passages reads spans of one role.
func (w *linking) passages(where string, i int, spans []kg.Span) ([]kg.Passage, error) {
	var out []kg.Passage
	for _, s := range spans {
		p, ok := w.runes.Passage(s[0], s[1])
		if !ok {
			return nil, kg.Errorf(kg.QuoteBroken, "statement %d has the %s span %v, but the text has %d code points", i, where, s, w.runes.Len())
		}
		out = append(out, p)
	}
	return out, nil
}

func (w *linking) attributed(i int, in kg.ReadStatement, claims []kg.ReadClaim) error {
	s := kg.Statement{Kind: in.Kind, Modality: in.Modality, UtteredOn: in.UtteredOn, Confidence: in.Confidence, SpeakerID: w.actor(in.Speaker)}
	if s.Kind == "" {
		s.Kind = kg.Speech
	}
	if s.Kind != kg.Speech && s.Kind != kg.Stance {
		return kg.Errorf(kg.Invalid, "statement %d has the kind %q; it must be SPEECH or STANCE", i, in.Kind)
	}
	if _, err := kg.ParseDate(string(in.UtteredOn)); err != nil {
		return err
	}
	var err error
	for _, role := range []struct {
		name string
		to   *[]kg.Passage
		from []kg.Span
	}{{"source", &s.Source, in.Source}, {"cue", &s.Cue, in.Cue}, {"content", &s.Content, in.Content}, {"quotes", &s.Quoted, in.Quotes}} {
		if *role.to, err = w.passages(role.name, i, role.from); err != nil {
			return err
		}
	}
	if len(s.Content) == 0 {
		return kg.Errorf(kg.Invalid, "statement %d has no content", i)
	}
	for _, v := range in.Via {
		if id := w.actor(v); id != "" && !slices.Contains(s.Via, id) {
			s.Via = append(s.Via, id)
		}
	}
	return w.add(s, claims)
}

// narrated makes statements of the article's own voice, one for each evidence.
func (w *linking) narrated(claims []kg.ReadClaim) error {
	var order []kg.Span
	byEvidence := map[kg.Span][]kg.ReadClaim{}
	for _, c := range claims {
		if byEvidence[c.Evidence] == nil {
			order = append(order, c.Evidence)
		}
		byEvidence[c.Evidence] = append(byEvidence[c.Evidence], c)
	}
	for _, span := range order {
		p, ok := w.runes.Passage(span[0], span[1])
		if !ok {
			return kg.Errorf(kg.QuoteBroken, "a claim has the evidence span %v, but the text has %d code points", span, w.runes.Len())
		}
		group := byEvidence[span]
		s := kg.Statement{Kind: kg.Narrated, Content: []kg.Passage{p}, Modality: group[0].Modality}
		for _, c := range group {
			s.Confidence = max(s.Confidence, c.Confidence)
		}
		if err := w.add(s, group); err != nil {
			return err
		}
	}
	return nil
}

// add completes a statement and takes it in with its claims. A statement that is there already, to the letter, only gains claims.
func (w *linking) add(s kg.Statement, claims []kg.ReadClaim) error {
	if s.Modality == "" {
		s.Modality = kg.Asserted
	}
	if !slices.Contains(kg.Modalities(), s.Modality) {
		return kg.Errorf(kg.Invalid, "the modality %q is unknown; it must be one of %v", s.Modality, kg.Modalities())
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
		a, err := w.claim(c)
		if err != nil {
			return err
		}
		if !slices.Contains(s.Asserts, a) {
			s.Asserts = append(s.Asserts, a)
		}
	}
	for i := range w.record.Statements {
		if w.record.Statements[i].ID == s.ID {
			w.record.Statements[i].Asserts = append(w.record.Statements[i].Asserts, s.Asserts...)
			return nil
		}
	}
	w.record.Statements = append(w.record.Statements, s)
	return nil
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
func (w *linking) claim(in kg.ReadClaim) (kg.Assertion, error) {
	var none kg.Assertion
	predicate, ok := w.vocabulary.Get(in.Predicate)
	if !ok {
		_, err := w.vocabulary.Find(string(in.Predicate))
		if err == nil {
			err = kg.Errorf(kg.Invalid, "the predicate %q must be written as its id, in upper case", in.Predicate)
		}
		return none, err
	}
	evidence, ok := w.runes.Passage(in.Evidence[0], in.Evidence[1])
	if !ok {
		return none, kg.Errorf(kg.QuoteBroken, "a %s claim has the evidence span %v, but the text has %d code points", in.Predicate, in.Evidence, w.runes.Len())
	}
	if in.Modality == "" {
		in.Modality = kg.Asserted
	}
	if !slices.Contains(kg.Modalities(), in.Modality) {
		return none, kg.Errorf(kg.Invalid, "the modality %q is unknown; it must be one of %v", in.Modality, kg.Modalities())
	}
	date, err := kg.ParseDate(string(in.Date))
	if err != nil {
		return none, err
	}
	c := kg.Claim{Predicate: in.Predicate, Negated: in.Negated, Role: strings.TrimSpace(in.Role), OccurredOn: date}
	if c.SubjectID, ok = w.named(in.Subject); !ok {
		c.SubjectText = strings.TrimSpace(in.Subject)
	}
	if c.ObjectID, ok = w.named(in.Object); !ok {
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
	return kg.Assertion{ClaimID: c.ID, Modality: in.Modality, Evidence: evidence, Confidence: in.Confidence}, nil
}

func (w *linking) nameOf(id, text string) string {
	if e := w.entities[id]; e != nil {
		return e.Name
	}
	return text
}
