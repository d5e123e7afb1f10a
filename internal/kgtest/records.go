package kgtest

import (
	"strings"
	"unicode/utf8"

	"sayso/internal/kg"
)

// Said is one sentence of an article made for tests: Speaker said that Subject did Predicate to Object. Speaker "" makes it the article's
// own voice.
type Said struct {
	Speaker, Sentence, Subject string
	Predicate                  kg.PredicateID
	Object                     string
	Negated                    bool
	Modality                   kg.Modality // "" means kg.Asserted
	OccurredOn                 kg.Date
}

// Record makes a record of an article whose sentences are given. Each sentence must be in the text; all names are places.
func Record(text, title string, publishedAt kg.Date, said ...Said) kg.Record {
	b := builder{runes: kg.NewRunes(text), text: text, entities: map[string]kg.Entity{}}
	outlet := kg.NewEntity(kg.Organization, "Test Wire")
	b.record = kg.Record{Publisher: &outlet, Article: kg.Article{ID: kg.ArticleID(text), Title: title, PublishedAt: publishedAt, RetrievedAt: "2022-09-01",
		Language: "en", Publisher: outlet.Name, Text: text, OriginID: kg.ArticleID(text)}}
	for _, s := range said {
		b.add(s)
	}
	return b.record
}

type builder struct {
	record   kg.Record
	runes    kg.Runes
	text     string
	entities map[string]kg.Entity
}

func (b *builder) entity(name string) string {
	if name == "" {
		return ""
	}
	e, ok := b.entities[name]
	if !ok {
		e = kg.NewEntity(kg.Place, name)
		b.entities[name] = e
		b.record.Entities = append(b.record.Entities, e)
		if p, ok := b.passage(name); ok {
			b.record.Mentions = append(b.record.Mentions, kg.Mention{EntityID: e.ID, Passage: p})
		}
	}
	return e.ID
}

func (b *builder) passage(words string) (kg.Passage, bool) {
	at := strings.Index(b.text, words)
	if at < 0 {
		return kg.Passage{}, false
	}
	start := utf8.RuneCountInString(b.text[:at])
	return b.runes.Passage(start, start+utf8.RuneCountInString(words))
}

func (b *builder) add(s Said) {
	if s.Modality == "" {
		s.Modality = kg.Asserted
	}
	claim := kg.Claim{SubjectID: b.entity(s.Subject), Predicate: s.Predicate, ObjectID: b.entity(s.Object), Negated: s.Negated, OccurredOn: s.OccurredOn,
		Text: s.Subject + " " + strings.ToLower(string(s.Predicate)) + " " + s.Object}
	claim.ID = kg.ClaimID(claim)
	b.record.Claims = append(b.record.Claims, claim)
	content, _ := b.passage(s.Sentence)
	st := kg.Statement{ArticleID: b.record.Article.ID, Kind: kg.Narrated, Form: kg.Indirect, Content: []kg.Passage{content}, Modality: s.Modality,
		Confidence: 0.9, Extractor: "test 1", Status: kg.Current,
		Asserts: []kg.Assertion{{ClaimID: claim.ID, Modality: s.Modality, Evidence: content, Confidence: 0.9}}}
	if s.Speaker != "" {
		st.Kind, st.SpeakerID = kg.Speech, b.entity(s.Speaker)
		if p, ok := b.passage(s.Speaker); ok {
			st.Source = []kg.Passage{p}
		}
	}
	st.Quote, _ = b.runes.Quote(content.Start, content.End)
	for _, m := range b.record.Mentions {
		if m.Start >= content.Start && m.End <= content.End {
			st.Mentions = append(st.Mentions, m)
		}
	}
	st.ID = kg.StatementID(st.ArticleID, st.Kind, st.SpeakerMention(), st.Source, st.Cue, st.Content)
	b.record.Statements = append(b.record.Statements, st)
}

// Recognitions is a small set of records about a recognition, with a withdrawal, a refusal, a hedged and a denied report.
func Recognitions() []kg.Record {
	return []kg.Record{
		Record("Arland recognized Borland on Monday. Reportedly Cesland recognized Borland too.", "First", "2020-01-06",
			Said{Sentence: "Arland recognized Borland on Monday", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland", OccurredOn: "2020-01-06"},
			Said{Sentence: "Reportedly Cesland recognized Borland too", Subject: "Cesland", Predicate: "RECOGNIZED", Object: "Borland", Modality: kg.Hedged}),
		Record("Dorland said that Arland recognized Borland. Erland has not recognized Borland.", "Second", "2021-03-01",
			Said{Speaker: "Dorland", Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland", OccurredOn: "2020-01-06"},
			Said{Sentence: "Erland has not recognized Borland", Subject: "Erland", Predicate: "RECOGNIZED", Object: "Borland", Negated: true}),
		Record("Arland withdrew its recognition of Borland. Forland recognized Borland in 2019.", "Third", "2022-05-10",
			Said{Sentence: "Arland withdrew its recognition of Borland", Subject: "Arland", Predicate: "WITHDREW_RECOGNITION", Object: "Borland"},
			Said{Sentence: "Forland recognized Borland in 2019", Subject: "Forland", Predicate: "RECOGNIZED", Object: "Borland", OccurredOn: "2019"}),
	}
}

// Predicates is a vocabulary that Recognitions uses.
func Predicates() []kg.Predicate {
	return []kg.Predicate{
		{ID: "RECOGNIZED", Label: "recognized", Synonyms: []string{"recognised"}, Family: "recognition"},
		{ID: "REFUSED_RECOGNITION", Label: "refused to recognize", Synonyms: []string{"refused"}, Family: "recognition"},
		{ID: "WITHDREW_RECOGNITION", Label: "withdrew recognition of", Synonyms: []string{"withdrew"}, Family: "recognition"},
		{ID: "MET_WITH", Label: "met with", Synonyms: []string{"met"}},
	}
}
