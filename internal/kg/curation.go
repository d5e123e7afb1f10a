package kg

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Review is what people think of a reading: whether the statement was read rightly, not whether it is true.
type Review string

// The reviews.
const (
	Unreviewed Review = "UNREVIEWED"
	Accepted   Review = "ACCEPTED"
	Rejected   Review = "REJECTED" // misread: answers leave the statement out
)

// Decision is a person's decision about a statement.
type Decision struct {
	Statement string // its id
	By        string
	Reason    string
	Version   int     // the statement's version that the person saw; 0 to decide whatever it is by now
	Notice    *Notice // where the statement is taken back; nil when nobody says
}

// Notice is where a publication takes a statement back or puts another in its place: the article that says so, the day,
// the words.
type Notice struct {
	Article string // its id; "" when only the day is known
	On      Date   // the day; without it, that of the article
	Exact   string // the words, "" for the whole article; with Start and End as in ManualStatement
	Start   int
	End     int
}

// Anchor checks a notice against its article: the words must stand there. It gives the day and the quote, which is
// empty for the whole article. a is the zero value when the notice names no article.
func (n Notice) Anchor(a Article) (Date, Quote, error) {
	on, err := ParseDate(string(n.On))
	if err != nil {
		return "", Quote{}, err
	}
	on = cmp.Or(on, a.PublishedAt, a.RetrievedAt).Day()
	if on == "" {
		return "", Quote{}, Errorf(
			Invalid,
			"notice: say on which day the statement was taken back (on), or in which article (article)",
		)
	}
	if n.Exact == "" && n.End <= n.Start {
		return on, Quote{}, nil
	}
	if n.Article == "" {
		return "", Quote{}, Errorf(Invalid, "notice: say in which article its words stand (article)")
	}
	text := NewRunes(a.Text)
	p, err := text.find(ManualStatement{Exact: n.Exact, Start: n.Start, End: n.End})
	if err != nil {
		return "", Quote{}, err
	}
	q, _ := text.Quote(p.Start, p.End)
	return on, q, nil
}

// Check refuses a decision that others could not follow.
func (d Decision) Check() error {
	switch {
	case strings.TrimSpace(d.By) == "":
		return Errorf(Invalid, "say who decides (by)")
	case strings.TrimSpace(d.Reason) == "":
		return Errorf(Invalid, "say why (reason): a decision without a reason cannot be checked by others")
	}
	return nil
}

// ManualStatement is a statement that a person adds, or puts in the place of another one. Spans count the article's
// code points.
type ManualStatement struct {
	Article   string // its id
	Exact     string // the words; needed when Start and End are 0, otherwise they must agree
	Start     int
	End       int
	Kind      StatementKind
	Modality  Modality
	Speaker   string // an entity's id; "" for the article's own voice
	Via       []string
	UtteredOn Date
	Claims    []HandClaim
	Corrects  string // the id of the statement that it takes the place of; "" for none
	KnownFrom Date   // the day of the notice that put it there; "" where it is as old as its article
}

// HandClaim is a claim that a person finds in a statement. Subject and object are entity ids, or else words.
type HandClaim struct {
	Predicate  PredicateID
	SubjectID  string
	Subject    string
	ObjectID   string
	Object     string
	Negated    bool
	Modality   Modality // "" for the statement's own
	Quantity   *Quantity
	Role       string
	OccurredOn Date
}

// Record makes what a store writes of a statement by hand. entities are those that it refers to, label says how a
// predicate reads. Words that are not in the article are refused with the nearest that are.
func (h ManualStatement) Record(
	a Article,
	entities map[string]Entity,
	label func(PredicateID) (string, error),
	d Decision,
	at Date,
) (Record, error) {
	text := NewRunes(a.Text)
	passage, err := text.find(h)
	if err != nil {
		return Record{}, err
	}
	s := Statement{
		ArticleID:  a.ID,
		Kind:       h.Kind,
		Form:       Indirect,
		Content:    []Passage{passage},
		SpeakerID:  h.Speaker,
		Via:        h.Via,
		Modality:   h.Modality,
		UtteredOn:  h.UtteredOn,
		Confidence: 1,
		Extractor:  "by hand: " + d.By,
		Status:     Current,
		Corrects:   h.Corrects,
		ByHand:     true,
	}
	s.Quote, _ = text.Quote(passage.Start, passage.End)
	s.KnownFrom = h.KnownFrom
	if err := h.complete(&s); err != nil {
		return Record{}, err
	}
	s.ID = ManualStatementID(s, d, at)
	r := Record{Article: a}
	for _, c := range h.Claims {
		claim, modality, err := c.claim(s.Modality, entities, label)
		if err != nil {
			return Record{}, err
		}
		if !slices.ContainsFunc(r.Claims, func(have Claim) bool { return have.ID == claim.ID }) {
			r.Claims = append(r.Claims, claim)
		}
		s.Asserts = append(s.Asserts, Assertion{ClaimID: claim.ID, Modality: modality, Evidence: passage, Confidence: 1})
	}
	for _, e := range entities {
		r.Entities = append(r.Entities, Entity{ID: e.ID, Type: e.Type, Name: e.Name})
	}
	slices.SortFunc(r.Entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) })
	r.Statements = []Statement{s}
	return r, nil
}

// complete fills in what was left open and refuses what does not fit.
func (h ManualStatement) complete(s *Statement) error {
	if s.Modality == "" {
		s.Modality = Asserted
	}
	if !slices.Contains(Modalities(), s.Modality) {
		return Errorf(Invalid, "the modality %q is unknown; it must be one of %v", s.Modality, Modalities())
	}
	if s.Kind == "" {
		s.Kind = Speech
		if h.Speaker == "" {
			s.Kind = Narrated
		}
	}
	if (s.Kind == Narrated) != (h.Speaker == "") {
		return Errorf(
			Invalid,
			"a %s statement %s",
			s.Kind,
			map[bool]string{true: "needs a speaker", false: "has no speaker: it is the article's own voice"}[h.Speaker == ""],
		)
	}
	_, err := ParseDate(string(h.UtteredOn))
	return err
}

// find gives the passage that a statement stands on.
func (r Runes) find(h ManualStatement) (Passage, error) {
	if h.End > h.Start {
		p, ok := r.Passage(h.Start, h.End)
		if !ok {
			return p, Errorf(QuoteBroken, "%d–%d is not inside the article, which has %d code points", h.Start, h.End, r.Len())
		}
		if h.Exact != "" && h.Exact != p.Text {
			return p, r.checkQuote(Quote{Exact: h.Exact, Start: h.Start, End: h.End})
		}
		return p, nil
	}
	at := strings.Index(r.text, h.Exact)
	if h.Exact == "" || at < 0 {
		return Passage{}, r.checkQuote(Quote{Exact: h.Exact})
	}
	if strings.Contains(r.text[at+1:], h.Exact) {
		return Passage{}, Errorf(
			Invalid,
			"the words %q stand in the article more than once; give start and end too",
			shorten(h.Exact),
		)
	}
	start := slices.Index(r.offsets, at)
	p, _ := r.Passage(start, start+len([]rune(h.Exact)))
	return p, nil
}

func (c HandClaim) claim(
	modality Modality,
	entities map[string]Entity,
	label func(PredicateID) (string, error),
) (Claim, Modality, error) {
	words, err := label(c.Predicate)
	if err != nil {
		return Claim{}, "", err
	}
	if c.Modality != "" {
		modality = c.Modality
	}
	if !slices.Contains(Modalities(), modality) {
		return Claim{}, "", Errorf(Invalid, "the modality %q is unknown; it must be one of %v", modality, Modalities())
	}
	if c.SubjectID == "" && FoldName(c.Subject) == "" {
		return Claim{}, "", Errorf(Invalid, "the claim %s has no subject; give subjectId or subject", c.Predicate)
	}
	if _, err := ParseDate(string(c.OccurredOn)); err != nil {
		return Claim{}, "", err
	}
	out := Claim{
		Predicate:  c.Predicate,
		SubjectID:  c.SubjectID,
		ObjectID:   c.ObjectID,
		Negated:    c.Negated,
		Quantity:   c.Quantity,
		Role:       strings.TrimSpace(c.Role),
		OccurredOn: c.OccurredOn,
	}
	subject, object := entities[c.SubjectID].Name, entities[c.ObjectID].Name
	if c.SubjectID == "" {
		out.SubjectText, subject = strings.TrimSpace(c.Subject), strings.TrimSpace(c.Subject)
	}
	if c.ObjectID == "" {
		out.ObjectText, object = strings.TrimSpace(c.Object), strings.TrimSpace(c.Object)
	}
	out.ID = ClaimID(out)
	out.Text = ClaimText(out, words, subject, object)
	return out, modality, nil
}

// Entities lists the ids of everybody that the statement refers to.
func (h ManualStatement) Entities() []string {
	ids := append([]string{h.Speaker}, h.Via...)
	for _, c := range h.Claims {
		ids = append(ids, c.SubjectID, c.ObjectID)
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return id == "" })
}

// ManualStatementID is the id of a statement that a person added: two people may say two things of one passage.
func ManualStatementID(s Statement, d Decision, at Date) string {
	return newID(
		"st_",
		"by hand",
		s.ArticleID,
		s.Corrects,
		s.SpeakerID,
		strconv.Itoa(s.Quote.Start),
		strconv.Itoa(s.Quote.End),
		d.By,
		d.Reason,
		string(at),
	)
}

// Rating is a person's opinion of a source's reliability, A (always) to F (cannot be judged), or of a statement's
// credibility, 1 (confirmed) to 6 (cannot be judged): the Admiralty code. It is kept beside what it rates and never
// mixed into it.
type Rating struct {
	ID     string
	Of     string // the id of an entity (reliability) or a statement (credibility)
	Grade  string
	By     string
	Reason string
	At     Date
}

// Kind checks the grade and tells what is rated.
func (r Rating) Kind() (ChangeKind, error) {
	statement := strings.HasPrefix(r.Of, "st_")
	switch {
	case statement && len(r.Grade) == 1 && r.Grade >= "1" && r.Grade <= "6":
		return StatementRated, nil
	case !statement && len(r.Grade) == 1 && r.Grade >= "A" && r.Grade <= "F":
		return SourceRated, nil
	}
	return "", Errorf(Invalid, "the grade %q does not fit; a source is rated A to F, a statement 1 to 6", r.Grade)
}

// RatingID is the id of a rating: a person may change its mind, and both opinions stay.
func RatingID(r Rating) string { return newID("ra_", r.Of, r.Grade, r.By, string(r.At)) }
