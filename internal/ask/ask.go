// Package ask reads questions in English and says what they ask for. It may not know the graph's database nor any
// Cypher.
//
// A question is cut into words; the times ("since 2014", "last month", "as known in March 2022") and the sources
// ("according to Kyiv", "via TASS") are taken out, wherever they stand, as is what narrows the question down and no
// answer heeds ("before the referendum"), which makes it unsure. What is left is offered to a reader for each family of
// questions, and every way to understand it is given a confidence. The surest is the interpretation, others are its
// alternatives. A question that no reader takes is an error that names the nearest ones that can be read.
package ask

import (
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"sayso/internal/kg"
)

// Asker reads questions with the words of a vocabulary. It may be used by several goroutines.
type Asker struct {
	vocabulary *kg.Vocabulary
	lexicon    atomic.Pointer[lexicon] // of the vocabulary as it was when somebody asked last
}

// New makes an Asker. Words that the vocabulary is extended with later are understood too.
func New(vocabulary *kg.Vocabulary) *Asker { return &Asker{vocabulary: vocabulary} }

const (
	longestQuestion  = 500  // characters
	leastConfidence  = 0.35 // what is less sure is not understood
	mostAlternatives = 4
)

// Interpret reads a question that is asked at a moment, which tells when "last month" was. A question that cannot be
// read is an error with code [kg.Invalid] that names the nearest ones that can.
func (a *Asker) Interpret(question string, now time.Time) (Question, error) {
	if len(question) > 4*longestQuestion || utf8.RuneCountInString(question) > longestQuestion {
		return Question{}, kg.Errorf(
			kg.Invalid,
			"the question has more than %d characters; ask it in one sentence",
			longestQuestion,
		)
	}
	words := normal(tokenize(question))
	if len(words) == 0 {
		return Question{}, kg.Errorf(kg.Invalid, `ask a question, for example "Who recognized Donetsk?"`)
	}
	if reason := unfit(question); reason != "" {
		return Question{}, kg.Errorf(kg.Invalid, "this question cannot be read: %s", reason)
	}
	r := prepare(words, a.wordsNow(), clock{now})
	readings := r.readings()
	if !sure(readings) {
		wide := prepare(words, r.lex.wider, clock{now})
		if better := wide.deeds(); sure(better) || len(readings) == 0 {
			r, readings = wide, better
		}
	}
	if !sure(readings) {
		if mended, better, ok := a.respelled(words, clock{now}); ok {
			r, readings = mended, better
		}
	}
	var q Question
	if len(readings) > 0 && readings[0].Confidence >= leastConfidence {
		q = settle(readings)
	} else if told, ok := r.countTold(); ok {
		q = told
	} else {
		return Question{}, a.unread(r, readings)
	}
	q.Search = a.searchFor(r.asked, q.Predicates)
	return q, nil
}

// sure reports whether the first of some readings may be taken without a look at the others.
func sure(readings []Question) bool { return len(readings) > 0 && readings[0].Confidence >= Sure }

// deeds gives the readings that ask who did what to whom and when, the surest first.
func (r request) deeds() []Question {
	return slices.DeleteFunc(r.readings(), func(q Question) bool {
		return q.Kind != WhoDid && q.Kind != WhatDid && q.Kind != When
	})
}

// oddSigns are those that no question has: $ is one but for an amount, # but for a tag.
var oddSigns = regexp.MustCompile("[{}<>;`\\\\=|*^~]|--|\\$(?:\\D|$)|#(?:[^\\pL\\d]|$)")

// unfit says why a text is no question in English, "" where it may be one.
func unfit(question string) string {
	if oddSigns.MatchString(question) {
		return "it holds signs that no question has; write it in plain words"
	}
	parts := strings.FieldsFunc(question, func(r rune) bool { return r == '?' })
	full := 0
	for _, p := range parts {
		if p = strings.Trim(p, ` !"”.`); p != "" && !strings.HasPrefix(p, "(") {
			full++
		}
	}
	if full > 1 {
		return "it asks several things; ask them one by one"
	}
	return ""
}

// reader understands one family of questions.
type reader struct {
	name string
	read func(request) []Question
	asks bool // it begins with who or what is asked for, so that what is said of those narrows the question down
}

// readers are the families of questions in the order in which they are read. Each has a type and a file of its own, and
// testdata/readers has what each makes of its questions.
var readers = []reader{
	{name: "disputes", read: func(r request) []Question { return disputeReader{r}.read() }},
	{name: "figures", read: func(r request) []Question { return figureReader{r}.read() }},
	{name: "positions", read: func(r request) []Question { return positionReader{r}.read() }},
	{name: "connections", read: func(r request) []Question { return connectionReader{r}.read() }},
	{name: "when", read: func(r request) []Question { return whenReader{r}.read() }},
	{name: "denials", read: func(r request) []Question { return denialReader{r}.read() }, asks: true},
	{name: "blames", read: func(r request) []Question { return blameReader{r}.read() }, asks: true},
	{name: "said", read: func(r request) []Question { return speechReader{r}.read() }, asks: true},
	{name: "deeds", read: func(r request) []Question { return deedReader{r}.read() }, asks: true},
	{name: "lightDeeds", read: func(r request) []Question { return lightVerbReader{r}.read() }},
	{name: "nominals", read: func(r request) []Question { return nominalReader{r}.read() }},
	{name: "whoIs", read: func(r request) []Question { return identityReader{r}.read() }},
}

// readings lists the ways to understand the question, the surest first.
func (r request) readings() []Question {
	if len(r.words) == 0 {
		return nil // times and sources alone
	}
	var out []Question
	for _, reader := range readers {
		if r.toWhom && reader.name != "said" {
			continue // according to whom: who says so
		}
		for _, q := range r.by(reader) {
			if q.Confidence > 0 && !slices.ContainsFunc(out, q.same) {
				out = append(out, q)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int { return sign(b.Confidence - a.Confidence) })
	return out
}

// tie is how little readings may differ in confidence that are as sure as each other.
const tie = 0.005

// by gives the readings of one reader, each with its sentence.
func (r request) by(reader reader) []Question {
	var out []Question
	for _, q := range reader.read(r) {
		if q.unnamed() && !q.open() {
			continue
		}
		if reader.asks && r.askedOf != "" {
			q.LeftOut = append(slices.Clone(q.LeftOut), r.askedOf)
		}
		if q.Confidence >= Sure && !q.answered() {
			q.Confidence = Sure - 0.04 - 0.01*(1-q.Confidence) // the surest of them stays it
		}
		q.Predicates = r.lex.anyPost(q)
		q.Text = q.describe(r.lex)
		out = append(append(out, q), r.apart(q)...)
	}
	return out
}

// unnamed reports whether a question names nobody and nothing.
func (q Question) unnamed() bool { return q.Actor+q.Target+q.Speaker+q.Via+q.About == "" }

// open reports whether a question that names nobody asks for something all the same: what is disputed, who blames whom,
// who was kidnapped, who resigned.
func (q Question) open() bool {
	deed := q.Kind == WhatDid || q.Kind == WhoDid && !q.Negated
	return q.Kind == Disputes || q.Kind == WhoBlames || deed && len(q.Predicates) > 0
}

// answered reports whether an answer heeds all that a question says.
func (q Question) answered() bool {
	switch {
	case (q.Kind == Disputes || q.Kind == WhoIs) && (q.Speaker != "" || q.Via != ""):
		return false // these are not told by source
	case q.Kind == WhoIs && (q.AsOf != "" || q.KnownAt != "" || q.From != "" || q.To != ""),
		q.Kind == Disputes && q.KnownAt != "":
		return false // nor by time
	}
	return len(q.LeftOut) == 0
}

func sign(x float64) int {
	switch {
	case x > 1e-9:
		return 1
	case x < -1e-9:
		return -1
	}
	return 0
}

// settle takes the surest reading. Readings that are as sure and ask for something else make it less sure.
func settle(readings []Question) Question {
	q := readings[0]
	for _, other := range readings[1:] {
		if other.Confidence > q.Confidence-tie {
			q.Confidence = min(q.Confidence, Sure-0.05)
		}
		if other.Confidence >= leastConfidence && len(q.Alternatives) < mostAlternatives {
			q.Alternatives = append(q.Alternatives, other)
		}
	}
	q.Confidence = max(0, min(q.Confidence, 0.97))
	return q
}

// apart gives a question about two names at once as a question about each.
func (r request) apart(q Question) []Question {
	first, second, found := strings.Cut(q.Target, " and ")
	if !found {
		first, second, found = strings.Cut(q.Target, " or ")
	}
	if !found || q.Topic || first == "" || second == "" {
		return nil
	}
	var out []Question
	for _, name := range []string{first, second} {
		one := q
		one.Target, one.Confidence = strings.TrimPrefix(name, "both "), Sure-0.1
		one.Text = one.describe(r.lex)
		out = append(out, one)
	}
	return out
}
