package imports

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/trig"
)

// nanopubSheet is the article of one statement's nanopublications.
type nanopubSheet struct {
	sheet
	f       Reader
	out     Item
	content kg.Span
	said    bool // somebody says it; otherwise it is in the voice of whoever published it
}

// newNanopubSheet begins an article: the words, and who said them.
func newNanopubSheet(f Reader, place string, np nanopub) *nanopubSheet {
	s := &nanopubSheet{f: f, out: Item{Place: place}}
	s.reading = kg.Reading{Reader: "nanopub" + version, Mentions: []kg.ReadMention{}, Claims: []kg.ReadClaim{}}
	statement, prov := np.source(), np.provenance
	article := prov.one(statement, provNames+"wasQuotedFrom")
	s.out.Submission = kg.Submission{Title: prov.one(article, dublinCore+"title"), URL: prov.one(article, schemaOrg+"url"),
		Publisher: prov.one(article, dublinCore+"publisher"), PublishedAt: s.day(prov.one(article, dublinCore+"date")),
		RetrievedAt: s.day(np.public.one(np.id, dublinCore+"created"))}
	words := np.quote()
	if words == "" {
		return s
	}
	s.content = s.line(words)
	speaker := strings.TrimSpace(prov.one(statement, ourNames+"speaker"))
	if speaker == "" {
		return s
	}
	st := kg.ReadStatement{Kind: kg.Speech, Modality: kg.Asserted, Content: []kg.Span{s.content},
		UtteredOn: s.day(prov.one(statement, dublinCore+"date"))}
	source := s.line(speaker)
	st.Source = []kg.Span{source}
	if len(prov.all(statement, provNames+"wasAttributedTo")) > 0 && proper(speaker) {
		st.Speaker = speaker
		s.named(f, source, speaker, np.kind(prov.one(statement, provNames+"wasAttributedTo")))
	}
	s.said = true
	s.reading.Statements = []kg.ReadStatement{st}
	return s
}

// day reads a date; one that cannot be read is left out, and told.
func (s *nanopubSheet) day(text string) kg.Date {
	if day, _, ok := strings.Cut(text, "T"); ok {
		text = day
	}
	day, err := kg.ParseDateAsWritten(text)
	if err != nil {
		s.out.leave("a date: %s", err)
	}
	return day
}

// take adds the claims of a nanopublication. A fault says why it has none that can be taken.
func (s *nanopubSheet) take(np nanopub, place string) *Item {
	refuse := func(format string, args ...any) *Item {
		bad := fault(place, format, args...)
		return &bad
	}
	switch status := np.provenance.one(np.source(), ourNames+"status"); {
	case len(np.assertion) == 0:
		return refuse("the nanopublication %s has no assertion", quoted(np.id))
	case status != "" && status != string(kg.Current):
		return refuse("its statement is %s; only statements that stand are taken", status)
	}
	s.leaveOut(np)
	before := len(s.reading.Claims)
	var foreign []string
	for _, subject := range np.reified() {
		if why := s.claim(np, np.claimOf(subject)); why != "" {
			foreign = append(foreign, why)
		}
	}
	for _, q := range np.direct() {
		c := nanopubClaim{predicate: q.Predicate.Value, subject: np.end(q.Subject), object: np.end(q.Object)}
		if why := s.claim(np, c); why != "" {
			foreign = append(foreign, why)
		}
	}
	if len(s.reading.Claims) == before {
		if len(foreign) == 0 {
			foreign = []string{"it says nothing of two things"}
		}
		return refuse("nothing of its assertion can be taken: %s", strings.Join(foreign, "; "))
	}
	for _, why := range foreign {
		s.out.leave("%s: %s", np.id, why)
	}
	return nil
}

// leaveOut tells what of a nanopublication about others the graph has no place for.
func (s *nanopubSheet) leaveOut(np nanopub) {
	for _, g := range []graph{np.assertion, np.public} {
		for _, q := range g {
			switch name, ours := strings.CutPrefix(q.Predicate.Value, npxNames); {
			case ours && slices.Contains([]string{"supersedes", "retracts", "invalidates", "disapproves"}, name):
				s.out.leave("that it %s %s: what was taken in before stays until it is taken back here", name,
					quoted(q.Object.Value))
			case ours && name == "hasSignature":
				s.out.leave("its signature, which nobody has checked")
			}
		}
	}
}

// reified are the statements that an assertion speaks of as things, as our export does.
func (np nanopub) reified() []string {
	var out []string
	for _, q := range np.assertion {
		if q.Predicate.Value == rdfNames+"type" && q.Object.Value == rdfNames+"Statement" {
			out = append(out, q.Subject.Value)
		}
	}
	return out
}

// direct are the statements of an assertion itself: not what describes a reified one, nor types and labels.
func (np nanopub) direct() []trig.Quad {
	reified := np.reified()
	var out []trig.Quad
	for _, q := range np.assertion {
		describes := q.Predicate.Value == rdfNames+"type" || np.labelling(q) || strings.HasPrefix(q.Predicate.Value, npxNames)
		if !describes && !slices.Contains(reified, q.Subject.Value) {
			out = append(out, q)
		}
	}
	return out
}

// labels are the properties that give names.
var labels = []string{rdfsLabel, schemaOrg + "name", "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
	"http://www.w3.org/2004/02/skos/core#prefLabel", dublinCore + "title"}

func (np nanopub) labelling(q trig.Quad) bool {
	return q.Object.Kind == trig.Literal && slices.Contains(labels, q.Predicate.Value)
}

// nanopubEnd is who or what stands at one end of a claim.
type nanopubEnd struct{ id, name, kind string }

// end names a node: by a label anywhere in the nanopublication, or as the words that it is.
func (np nanopub) end(t trig.Term) nanopubEnd {
	if t.Kind == trig.Literal {
		return nanopubEnd{name: strings.TrimSpace(t.Value)}
	}
	out := nanopubEnd{id: t.Value, kind: np.kind(t.Value)}
	for _, g := range []graph{np.assertion, np.provenance, np.public} {
		for _, label := range labels {
			if out.name == "" {
				out.name = strings.TrimSpace(g.one(t.Value, label))
			}
		}
	}
	return out
}

// kind is the type of mention of an actor, "" where the nanopublication does not say.
func (np nanopub) kind(id string) string {
	for _, g := range []graph{np.assertion, np.provenance, np.public} {
		for _, t := range g.all(id, rdfNames+"type") {
			at := strings.LastIndexAny(t.Value, "/#")
			if kind := strings.ToUpper(t.Value[at+1:]); slices.Contains(kg.MentionTypes(), kind) {
				return kind
			}
		}
	}
	return ""
}

// nanopubClaim is a claim as a nanopublication writes it.
type nanopubClaim struct {
	predicate, label       string
	subject, object        nanopubEnd
	negated                bool
	value, unit, bound     string
	role, occurredOn, mode string
}

// claimOf is a reified statement.
func (np nanopub) claimOf(subject string) nanopubClaim {
	g := np.assertion
	ours := func(name string) string { return g.one(subject, ourNames+name) }
	c := nanopubClaim{predicate: g.one(subject, rdfNames+"predicate"), label: g.one(subject, rdfsLabel),
		negated: slices.Contains([]string{"true", "1"}, ours("negated")),
		value:   ours("quantity"), unit: ours("unit"), bound: ours("bound"), role: ours("role"),
		occurredOn: ours("occurredOn")}
	for _, end := range []struct {
		to             *nanopubEnd
		actor, inWords string
	}{{&c.subject, rdfNames + "subject", "subjectText"}, {&c.object, rdfNames + "object", "objectText"}} {
		if t := g.all(subject, end.actor); len(t) > 0 {
			*end.to = np.end(t[0])
		}
		if end.to.name == "" {
			end.to.name = ours(end.inWords)
		}
	}
	for _, q := range np.provenance {
		if q.Predicate.Value == ourNames+"modality" {
			c.mode = q.Object.Value
		}
	}
	return c
}

// claim takes a claim, or says why it cannot be taken.
func (s *nanopubSheet) claim(np nanopub, c nanopubClaim) string {
	id, ours := strings.CutPrefix(c.predicate, ourNames)
	if name, err := url.PathUnescape(id); err == nil {
		id = name
	}
	if _, known := s.f.Words.Get(kg.PredicateID(id)); !known || !ours {
		return sprintf("the vocabulary has no predicate %s", quoted(c.predicate))
	}
	for _, end := range []nanopubEnd{c.subject, c.object} {
		if end.id != "" && end.name == "" {
			return sprintf("nothing says what %s is called", quoted(end.id))
		}
	}
	if c.subject.name == "" && c.object.name == "" {
		return "it says of nobody and nothing"
	}
	claim := kg.ReadClaim{Subject: c.subject.name, Predicate: kg.PredicateID(id), Object: c.object.name,
		Negated: c.negated, Modality: kg.Asserted, Role: c.role, Date: s.day(c.occurredOn)}
	if c.mode != "" {
		claim.Modality = kg.Modality(c.mode)
	}
	if !slices.Contains(kg.Modalities(), claim.Modality) {
		return sprintf("%s is no modality", quoted(c.mode))
	}
	if v, err := strconv.ParseFloat(c.value, 64); err == nil {
		claim.Quantity = &kg.ReadQuantity{Value: v, Unit: c.unit, Bound: kg.Bound(c.bound)}
	}
	if s.length == 0 { // no words are quoted: the record in words is the text
		s.content = s.line(s.inWords(c, id))
	}
	for _, end := range []nanopubEnd{c.subject, c.object} {
		if end.id != "" && !s.mention(s.f, s.content, end.name, end.kind) {
			s.named(s.f, s.line(end.name), end.name, end.kind)
		}
	}
	claim.Evidence = s.content
	if s.said {
		first := 0
		claim.Statement = &first
	}
	s.reading.Claims = append(s.reading.Claims, claim)
	return ""
}

// inWords is a claim of which no words are quoted: its label, or subject, predicate and object.
func (s *nanopubSheet) inWords(c nanopubClaim, id string) string {
	if c.label != "" {
		return strings.TrimSpace(c.label)
	}
	p, _ := s.f.Words.Get(kg.PredicateID(id))
	not := ""
	if c.negated {
		not = "not: "
	}
	return strings.Join(strings.Fields(not+c.subject.name+" "+p.Label+" "+c.object.name), " ") + "."
}

// item is the article.
func (s *nanopubSheet) item() Item {
	if s.out.Submission.Publisher == "" {
		s.out.Submission.Publisher = s.f.Publisher
	}
	if s.out.Submission.Title == "" {
		words, _ := kg.NewRunes(s.text.String()).Slice(s.content[0], s.content[1])
		s.out.Submission.Title = "Nanopublication: " + shortened(words)
	}
	s.out.Submission.Text, s.out.Submission.Reading = s.text.String(), &s.reading
	return s.out
}
