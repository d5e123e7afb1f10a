package kg

// Record is one article with everything read from it, by ids: the unit a store writes in one transaction.
type Record struct {
	Article    Article
	Publisher  *Entity // nil when the outlet is unknown
	Entities   []Entity
	Mentions   []Mention
	Statements []Statement
	Claims     []Claim
}

// Check is the gate before every write. It refuses a record whose quotes do not stand at their offsets, or whose ids do
// not fit what they name, so that nothing can enter the graph without its words.
func (r Record) Check() error {
	if r.Article.Text == "" {
		return Errorf(Invalid, "the article has no text")
	}
	if r.Article.ID != ArticleID(r.Article.Text) {
		return Errorf(Invalid, "the article's id %q is not the hash of its text", r.Article.ID)
	}
	for _, d := range []Date{r.Article.PublishedAt, r.Article.RetrievedAt} {
		if _, err := ParseDate(string(d)); err != nil {
			return err
		}
	}
	known := refs{entities: map[string]bool{"": true}, claims: map[string]bool{}}
	for _, e := range r.Entities {
		known.entities[e.ID] = true
	}
	for _, c := range r.Claims {
		if err := known.claim(c); err != nil {
			return err
		}
	}
	text := NewRunes(r.Article.Text)
	for _, m := range r.Mentions {
		if err := known.mention(m, text); err != nil {
			return err
		}
	}
	for _, s := range r.Statements {
		if err := known.statement(s, r.Article.ID, text); err != nil {
			return err
		}
	}
	return nil
}

// refs is what a record brings along, so that nothing refers outside of it.
type refs struct{ entities, claims map[string]bool }

func (k refs) claim(c Claim) error {
	if c.ID != ClaimID(c) {
		return Errorf(Invalid, "the id of claim %q is not the hash of its parts", c.Text)
	}
	if !validPredicateID(c.Predicate) {
		return Errorf(Invalid, "claim %q has no valid predicate (%q)", c.Text, c.Predicate)
	}
	if !k.entities[c.SubjectID] || !k.entities[c.ObjectID] {
		return Errorf(Invalid, "claim %q refers to an entity that the record does not bring", c.Text)
	}
	k.claims[c.ID] = true
	return nil
}

func (k refs) mention(m Mention, text Runes) error {
	if !k.entities[m.EntityID] || m.EntityID == "" {
		return Errorf(Invalid, "the mention %q refers to an entity that the record does not bring", m.Text)
	}
	return text.checkQuote(Quote{Exact: m.Text, Start: m.Start, End: m.End})
}

func (k refs) statement(s Statement, articleID string, text Runes) error {
	if s.ArticleID != articleID ||
		!s.ByHand && s.ID != StatementID(articleID, s.Kind, s.SpeakerMention(), s.Source, s.Cue, s.Content) {
		return Errorf(Invalid, "the id of the statement %q does not fit its article and spans", shorten(s.Quote.Exact))
	}
	if err := text.checkQuote(s.Quote); err != nil {
		return err
	}
	for _, group := range [][]Passage{s.Source, s.Cue, s.Content, s.Quoted} {
		for _, p := range group {
			if err := text.checkQuote(Quote{Exact: p.Text, Start: p.Start, End: p.End}); err != nil {
				return err
			}
		}
	}
	for _, id := range append([]string{s.SpeakerID}, s.Via...) {
		if !k.entities[id] {
			return Errorf(Invalid, "the statement %q refers to an entity that the record does not bring", shorten(s.Quote.Exact))
		}
	}
	for _, m := range s.Mentions {
		if err := k.mention(m, text); err != nil {
			return err
		}
	}
	for _, a := range s.Asserts {
		if !k.claims[a.ClaimID] {
			return Errorf(Invalid, "the statement %q asserts a claim that the record does not bring", shorten(s.Quote.Exact))
		}
		if err := text.checkQuote(Quote{Exact: a.Evidence.Text, Start: a.Evidence.Start, End: a.Evidence.End}); err != nil {
			return err
		}
	}
	return nil
}
