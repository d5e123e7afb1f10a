package forget

import (
	"slices"

	"sayso/internal/kg"
)

// Record gives a record without those who were forgotten: as an article that never had their names, with what others
// say and do in it. It refuses an article that is not to be held.
func (l *List) Record(r kg.Record) (kg.Record, error) {
	if l.Empty() {
		return r, nil
	}
	look := l.Look(r.Article.Text, r.Mentions)
	if look.Goes() {
		return kg.Record{}, kg.Errorf(kg.Forbidden, "the article names somebody who was forgotten on request, and such "+
			"articles are not held here; it was not taken")
	}
	w := look.Rewriter(r.Article)
	out := kg.Record{Article: w.Article}
	if r.Publisher != nil && !l.Actor(r.Publisher.ID) {
		out.Publisher = r.Publisher
	}
	for _, m := range r.Mentions {
		if !l.Actor(m.EntityID) {
			m.Passage = w.Passage(m.Passage)
			out.Mentions = append(out.Mentions, m)
		}
	}
	for _, c := range r.Claims {
		w.Claim(c)
	}
	for _, s := range r.Statements {
		if now, ok := w.Statement(s); ok {
			out.Statements = append(out.Statements, now)
		}
	}
	out.Claims = w.made(r.Claims, out.Statements)
	out.Entities = l.left(r, out)
	return out, nil
}

// claim gives a claim as it may stay; ok is false for one about somebody forgotten, or of which nothing is left.
func (l *List) claim(c kg.Claim) (now kg.Claim, ok bool) {
	if l.Actor(c.SubjectID) || l.Actor(c.ObjectID) {
		return c, false
	}
	changed := false
	for _, text := range []*string{&c.SubjectText, &c.ObjectText, &c.Role, &c.Text} {
		black, hit := l.Black(*text)
		*text, changed = black, changed || hit
	}
	if !changed {
		return c, true
	}
	c.ID = kg.ClaimID(c)
	return c, c.SubjectID != "" || kg.FoldName(c.SubjectText) != ""
}

// Rewriter gives what stands in one article as it may stay.
type Rewriter struct {
	Article kg.Article // as it may stay
	list    *List
	runes   kg.Runes
	claims  map[string]kg.Claim // as they may stay, by the ids they had
}

// Rewriter begins with the article that was looked at: its text may get another id.
func (t *Text) Rewriter(a kg.Article) *Rewriter {
	if text := t.Black(a.Text); text != a.Text {
		a.Text, a.ID, a.OriginID = text, kg.ArticleID(text), kg.OriginID(text)
	}
	a.Title, a.URL, a.Authors = t.Beside(a.Title), t.Address(a.URL), t.Authors(a.Authors)
	return &Rewriter{Article: a, list: t.list, runes: kg.NewRunes(a.Text), claims: map[string]kg.Claim{}}
}

// Claim takes a claim in that statements of the article make, and gives it as it may stay; ok is false for one about
// somebody forgotten, or of which nothing is left.
func (w *Rewriter) Claim(c kg.Claim) (now kg.Claim, ok bool) {
	now, ok = w.list.claim(c)
	if ok {
		w.claims[c.ID] = now
	}
	return now, ok
}

// Passage gives the words that stand in the place of a passage now.
func (w *Rewriter) Passage(p kg.Passage) kg.Passage {
	p.Text, _ = w.runes.Slice(p.Start, p.End)
	return p
}

func (w *Rewriter) passages(list []kg.Passage) []kg.Passage {
	out := slices.Clone(list)
	for i := range out {
		out[i] = w.Passage(out[i])
	}
	return out
}

// Statement gives a statement as it may stay, with those of the claims taken in that may stay; ok is false for one of
// somebody forgotten, or that is only about them.
func (w *Rewriter) Statement(s kg.Statement) (now kg.Statement, ok bool) {
	if w.list.Actor(s.SpeakerID) {
		return s, false
	}
	var asserts []kg.Assertion
	for _, a := range s.Asserts {
		if c, ok := w.claims[a.ClaimID]; ok {
			a.ClaimID, a.Evidence = c.ID, w.Passage(a.Evidence)
			asserts = append(asserts, a)
		}
	}
	// the article's own voice says what it claims; a speaker is quoted all the same
	if s.Kind == kg.Narrated && len(s.Asserts) > 0 && len(asserts) == 0 {
		return s, false
	}
	s.Asserts = asserts
	s.Via = slices.DeleteFunc(slices.Clone(s.Via), w.list.Actor)
	s.Mentions = slices.DeleteFunc(slices.Clone(s.Mentions), func(m kg.Mention) bool { return w.list.Actor(m.EntityID) })
	for i := range s.Mentions {
		s.Mentions[i].Passage = w.Passage(s.Mentions[i].Passage)
	}
	s.Source, s.Cue = w.passages(s.Source), w.passages(s.Cue)
	s.Content, s.Quoted = w.passages(s.Content), w.passages(s.Quoted)
	s.Quote, _ = w.runes.Quote(s.Quote.Start, s.Quote.End)
	s.ArticleID = w.Article.ID
	if !s.ByHand {
		s.ID = kg.StatementID(s.ArticleID, s.Kind, s.SpeakerMention(), s.Source, s.Cue, s.Content)
	}
	return s, true
}

// made gives the claims that some statements make, each once.
func (w *Rewriter) made(before []kg.Claim, statements []kg.Statement) []kg.Claim {
	made := map[string]bool{}
	for _, s := range statements {
		for _, a := range s.Asserts {
			made[a.ClaimID] = true
		}
	}
	var out []kg.Claim
	for _, c := range before {
		if now, ok := w.claims[c.ID]; ok && made[now.ID] {
			made[now.ID] = false
			out = append(out, now)
		}
	}
	return out
}

// left gives the entities of a record that somebody is still meant by, without what tells of those forgotten.
func (l *List) left(before, after kg.Record) []kg.Entity {
	was, is := meant(before), meant(after)
	var out []kg.Entity
	for _, e := range before.Entities {
		if gone := was[e.ID] && !is[e.ID]; !gone && !l.Actor(e.ID) {
			out = append(out, l.entity(e))
		}
	}
	return out
}

// meant lists those that a record refers to.
func meant(r kg.Record) map[string]bool {
	out := map[string]bool{}
	for _, m := range r.Mentions {
		out[m.EntityID] = true
	}
	for _, c := range r.Claims {
		out[c.SubjectID], out[c.ObjectID] = true, true
	}
	for _, s := range r.Statements {
		out[s.SpeakerID] = true
		for _, id := range s.Via {
			out[id] = true
		}
		for _, m := range s.Mentions {
			out[m.EntityID] = true
		}
	}
	return out
}

// entity gives somebody else without the company of those forgotten.
func (l *List) entity(e kg.Entity) kg.Entity {
	e.Affiliations = slices.DeleteFunc(slices.Clone(e.Affiliations), l.Actor)
	e.Companions = slices.DeleteFunc(slices.Clone(e.Companions), l.Actor)
	e.Description, _ = l.Black(e.Description)
	if !slices.ContainsFunc(e.Aliases, l.Named) {
		return e
	}
	folded := map[string]bool{}
	var aliases []string
	for _, a := range e.Aliases {
		if l.Named(a) {
			folded[kg.FoldName(a)] = true
		} else {
			aliases = append(aliases, a)
		}
	}
	e.Aliases = aliases
	delete(folded, kg.FoldName(e.Name))
	e.Names = slices.DeleteFunc(slices.Clone(e.Names), func(n string) bool { return folded[n] })
	return e
}
