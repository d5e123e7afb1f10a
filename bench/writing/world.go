package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"sayso/internal/kg"
)

// Sizes of the world that is written: an article makes so many statements, about so many actors in all.
const (
	statementsPerArticle = 10
	actors               = 2000
)

var deeds = []struct {
	verb      string
	predicate kg.PredicateID
}{
	{"attacked", "ATTACKED"}, {"sanctioned", "SANCTIONED"}, {"recognized", "RECOGNIZED"}, {"accused", "ACCUSED"},
	{"met", "MET_WITH"}, {"supported", "SUPPORTED"}, {"condemned", "CONDEMNED"}, {"denied an attack on", "DENIED"},
}

// world makes articles with ready readings; each depends on its number and the seed alone.
type world struct{ random *rand.Rand }

// newWorld starts a world; worlds with different seeds draw other articles about the same actors.
func newWorld(seed uint64) *world { return &world{rand.New(rand.NewPCG(seed, 2))} }

var syllables = strings.Fields("ba do fi gu ka le mi no pa ru sa te vi zo bri cla dre fro gly hun jar kes lom mur")

// place names an actor so that few sound alike.
func place(n int) string {
	var b strings.Builder
	for range 3 {
		b.WriteString(syllables[n%len(syllables)])
		n = n/len(syllables) + 7*n
	}
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:] + "land"
}

// popular draws an actor, small numbers far more often: the cube of an even chance.
func (w *world) popular() int { return int(actors * math.Pow(w.random.Float64(), 3)) }

// article gives one with ten statements, each by somebody about two others.
func (w *world) article(name string) kg.Submission {
	d := draft{name: name}
	for i := range statementsPerArticle {
		deed := deeds[w.random.IntN(len(deeds))]
		a, b := w.popular(), w.popular()
		for b == a {
			b = (b + 1) % actors
		}
		d.says(place(w.popular()), place(a), deed.verb, place(b), deed.predicate, i)
	}
	return d.submission(fmt.Sprintf("20%02d-%02d-%02d", 14+w.random.IntN(9), 1+w.random.IntN(12), 1+w.random.IntN(28)))
}

// report gives an article with one statement, of one given claim.
func (w *world) report(name string, subject, object int) kg.Submission {
	d := draft{name: name}
	d.says(place(w.popular()), place(subject), "attacked", place(object), "ATTACKED", 0)
	return d.submission(fmt.Sprintf("2022-%02d-%02d", 1+w.random.IntN(12), 1+w.random.IntN(28)))
}

// draft is an article that grows by statements.
type draft struct {
	name    string
	text    strings.Builder
	reading kg.Reading
}

// add appends words, which are ASCII, and gives their span.
func (d *draft) add(words string) kg.Span {
	start := d.text.Len()
	d.text.WriteString(words)
	return kg.Span{start, d.text.Len()}
}

func (d *draft) actor(name string) kg.Span {
	span := d.add(name)
	d.reading.Mentions = append(d.reading.Mentions, kg.ReadMention{Span: span, Type: "PLACE", Entity: name})
	return span
}

// says appends "Speaker said that Subject attacked Object in case name/i."
func (d *draft) says(speaker, subject, verb, object string, predicate kg.PredicateID, i int) {
	source := d.actor(speaker)
	cue := d.add(" said")
	d.add(" that ")
	start := d.actor(subject)[0]
	d.add(" " + verb + " ")
	end := d.actor(object)[1]
	d.add(fmt.Sprintf(" in case %s of part %d.\n", d.name, i))
	at := len(d.reading.Statements)
	d.reading.Statements = append(d.reading.Statements, kg.ReadStatement{Source: []kg.Span{source},
		Cue: []kg.Span{{cue[0] + 1, cue[1]}}, Content: []kg.Span{{start, end}}, Kind: kg.Speech, Speaker: speaker,
		Modality: kg.Asserted, Claims: []int{at}, Confidence: 0.8})
	d.reading.Claims = append(d.reading.Claims, kg.ReadClaim{Subject: subject, Predicate: predicate, Object: object,
		Modality: kg.Asserted, Evidence: kg.Span{start, end}, Statement: &at, Confidence: 0.8})
}

func (d *draft) submission(day string) kg.Submission {
	d.reading.Reader = "bench/1"
	return kg.Submission{Text: d.text.String(), Title: d.name, Language: "en", PublishedAt: kg.Date(day),
		RetrievedAt: "2024-01-01", Reading: &d.reading}
}
