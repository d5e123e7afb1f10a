package kg

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// LeftOutItem is one item of a reading that cannot be stored; the rest of its article is.
type LeftOutItem struct {
	What   string // "mention", "statement" or "claim", with its place in the reading: "statement 3"
	Reason string // a sentence that says what to mend
	Words  string // the words that it is about, "" where it has none
}

// longestName is how many code points a name, a role or the text of a subject or an object may have; the graph's
// indexes hold no more.
const longestName = 1000

// Sift splits a reading of text into what a store takes and what it refuses, by the rules of [Record.Check] and of the
// vocabulary; without a vocabulary any well-formed predicate passes. A claim whose statement is left out is left out
// with it. The places that statements and claims tell of each other are those of the sifted reading.
func (r Reading) Sift(text Runes, words *Vocabulary) (Reading, []LeftOutItem) {
	s := sifting{text: text, words: words, in: r, moved: map[int]int{}}
	out := r
	out.Mentions, out.Statements, out.Claims = []ReadMention{}, []ReadStatement{}, []ReadClaim{}
	for i, m := range r.Mentions {
		if s.passes("mention", i, m.Span, s.mention(m)) {
			out.Mentions = append(out.Mentions, m)
		}
	}
	for i, st := range r.Statements {
		if s.passes("statement", i, first(st.Content), s.statement(st)) {
			s.moved[i] = len(out.Statements)
			st.Claims = []int{}
			out.Statements = append(out.Statements, st)
		}
	}
	out.Claims = append(out.Claims, s.claims("claim", r.Claims)...)
	for i, c := range out.Claims {
		if c.Statement != nil {
			st := &out.Statements[*c.Statement]
			st.Claims = append(st.Claims, i)
		}
	}
	out.Withheld = s.claims("withheld claim", r.Withheld)
	return out, s.left
}

// claims gives the claims that pass, with the places of their statements in the sifted reading.
func (s *sifting) claims(what string, list []ReadClaim) []ReadClaim {
	var out []ReadClaim
	for i, c := range list {
		if !s.passes(what, i, c.Evidence, s.claim(c)) {
			continue
		}
		if c.Statement != nil {
			at := s.moved[*c.Statement]
			c.Statement = &at
		}
		out = append(out, c)
	}
	return out
}

// ClaimItem is what a claim is called among the items left out.
func ClaimItem(i int) string { return fmt.Sprintf("claim %d", i) }

// sifting is the work on one reading.
type sifting struct {
	text  Runes
	words *Vocabulary
	in    Reading
	moved map[int]int // where a statement that passed stands now
	left  []LeftOutItem
}

// passes notes an item with a fault among those left out.
func (s *sifting) passes(what string, i int, span Span, fault error) bool {
	if fault == nil {
		return true
	}
	passage, _ := s.text.Slice(span[0], span[1])
	s.left = append(
		s.left,
		LeftOutItem{What: fmt.Sprintf("%s %d", what, i), Reason: fault.Error(), Words: shorten(strings.TrimSpace(passage))},
	)
	return false
}

func first(list []Span) Span {
	if len(list) == 0 {
		return Span{}
	}
	return list[0]
}

func (s *sifting) mention(m ReadMention) error {
	if m.Fault != "" {
		return Errorf(Invalid, "%s", m.Fault)
	}
	if !slices.Contains(MentionTypes(), m.Type) {
		return Errorf(Invalid, "it has the type %q; write one of %s", shorten(m.Type), strings.Join(MentionTypes(), ", "))
	}
	if err := s.span("span", m.Span); err != nil {
		return err
	}
	name := m.Entity
	if name == "" {
		name, _ = s.text.Slice(m.Span[0], m.Span[1])
	}
	if FoldName(name) == "" {
		return Errorf(Invalid, "it is called %q, which has no letter or digit", shorten(name))
	}
	return checkLength("entity", name)
}

func (s *sifting) statement(st ReadStatement) error {
	if st.Fault != "" {
		return Errorf(Invalid, "%s", st.Fault)
	}
	if !slices.Contains([]StatementKind{"", Speech, Stance}, st.Kind) {
		return Errorf(Invalid, "it has the kind %q; write %s or %s", shorten(string(st.Kind)), Speech, Stance)
	}
	if err := checkMeasures(st.Modality, st.Confidence, st.UtteredOn); err != nil {
		return err
	}
	if len(st.Content) == 0 {
		return Errorf(Invalid, "it has no content; give the span of what was said")
	}
	for _, role := range []struct {
		name  string
		spans []Span
	}{{"source", st.Source}, {"cue", st.Cue}, {"content", st.Content}, {"quotes", st.Quotes}} {
		for _, span := range role.spans {
			if err := s.span(role.name, span); err != nil {
				return err
			}
		}
	}
	for _, via := range st.Via {
		if err := checkLength("via", via); err != nil {
			return err
		}
	}
	return checkLength("speaker", st.Speaker)
}

func (s *sifting) claim(c ReadClaim) error {
	if c.Fault != "" {
		return Errorf(Invalid, "%s", c.Fault)
	}
	if err := s.home(c); err != nil {
		return err
	}
	if err := s.predicate(c.Predicate); err != nil {
		return err
	}
	if err := checkMeasures(c.Modality, c.Confidence, c.Date); err != nil {
		return err
	}
	for _, field := range [][2]string{{"subject", c.Subject}, {"object", c.Object}, {"role", c.Role}} {
		if err := checkLength(field[0], field[1]); err != nil {
			return err
		}
	}
	if err := checkRules(c.Rules); err != nil {
		return err
	}
	return s.span("evidence", c.Evidence)
}

// home finds the statement that a claim says it is made in.
func (s *sifting) home(c ReadClaim) error {
	if c.Statement == nil {
		return nil
	}
	if *c.Statement < 0 || *c.Statement >= len(s.in.Statements) {
		return Errorf(
			Invalid,
			"it belongs to statement %d, but there are %d statements (the first is 0)",
			*c.Statement,
			len(s.in.Statements),
		)
	}
	if _, ok := s.moved[*c.Statement]; !ok {
		return Errorf(Invalid, "it belongs to statement %d, which is left out", *c.Statement)
	}
	return nil
}

func (s *sifting) predicate(id PredicateID) error {
	if !validPredicateID(id) && s.words == nil {
		return Errorf(
			Invalid,
			"the predicate %q must be written in upper-case letters, digits and underscores",
			shorten(string(id)),
		)
	}
	if s.words == nil {
		return nil
	}
	if _, ok := s.words.Get(id); ok {
		return nil
	}
	if _, err := s.words.Find(string(id)); err != nil {
		return err
	}
	return Errorf(Invalid, "the predicate %q must be written as its id, in upper case", shorten(string(id)))
}

func (s *sifting) span(role string, span Span) error {
	if p, ok := s.text.Passage(span[0], span[1]); !ok || strings.TrimSpace(p.Text) == "" {
		return Errorf(
			QuoteBroken,
			"its %s is [%d, %d], and there are no words; offsets count the %d code points of the text",
			role,
			span[0],
			span[1],
			s.text.Len(),
		)
	}
	return nil
}

// checkMeasures checks what statements and claims have alike.
func checkMeasures(m Modality, confidence float64, d Date) error {
	if m != "" && !slices.Contains(Modalities(), m) {
		return Errorf(Invalid, "the modality %q is unknown; it must be one of %v", shorten(string(m)), Modalities())
	}
	if confidence < 0 || confidence > 1 {
		return Errorf(Invalid, "the confidence %v is not between 0 and 1", confidence)
	}
	_, err := ParseDate(string(d))
	return err
}

// mostRules is how many rules one claim may name: our own reader names some twenty.
const mostRules = 100

func checkRules(rules []string) error {
	if len(rules) > mostRules {
		return Errorf(TooLarge, "it names %d rules, at most %d are taken", len(rules), mostRules)
	}
	for _, rule := range rules {
		if err := checkLength("rule", rule); err != nil {
			return err
		}
	}
	return nil
}

func checkLength(field, value string) error {
	if n := utf8.RuneCountInString(value); n > longestName {
		return Errorf(TooLarge, "its %s has %d characters, at most %d are taken", field, n, longestName)
	}
	return nil
}
