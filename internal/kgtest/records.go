package kgtest

import (
	"strings"
	"unicode/utf8"

	"sayso/internal/kg"
)

// Said is one sentence of an article made for tests: Speaker said that Subject did Predicate to Object. Speaker "" makes it the article's
// own voice, Predicate "" a sentence that claims nothing. Cue is the words that attribute. Names are further places that the sentence names.
type Said struct {
	Speaker, Cue, Sentence string
	Subject, SubjectText   string
	Predicate              kg.PredicateID
	Object, ObjectText     string
	Names                  []string
	Negated                bool
	Modality               kg.Modality // "" means kg.Asserted
	OccurredOn             kg.Date
	Quantity               *kg.Quantity
	Stance                 bool // what Speaker thought or felt, not said
	Person                 bool // Speaker is a person
}

// Record makes a record of an article whose sentences are given. Each sentence must be in the text; all names are places
// but those of speakers who are told to be persons.
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

func (b *builder) entity(name string) string { return b.entityOf(kg.Place, name) }

func (b *builder) entityOf(t kg.EntityType, name string) string {
	if name == "" {
		return ""
	}
	e, ok := b.entities[name]
	if !ok {
		e = kg.NewEntity(t, name)
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

func (b *builder) claim(s Said) kg.Claim {
	c := kg.Claim{SubjectID: b.entity(s.Subject), SubjectText: s.SubjectText, Predicate: s.Predicate, ObjectID: b.entity(s.Object), ObjectText: s.ObjectText, Negated: s.Negated,
		OccurredOn: s.OccurredOn, Quantity: s.Quantity, Text: s.Subject + s.SubjectText + " " + strings.ToLower(string(s.Predicate)) + " " + s.Object + s.ObjectText}
	c.ID = kg.ClaimID(c)
	b.record.Claims = append(b.record.Claims, c)
	return c
}

func (b *builder) add(s Said) {
	if s.Modality == "" {
		s.Modality = kg.Asserted
	}
	for _, name := range s.Names {
		b.entity(name)
	}
	if s.Person {
		b.entityOf(kg.Person, s.Speaker)
	}
	content, _ := b.passage(s.Sentence)
	st := kg.Statement{ArticleID: b.record.Article.ID, Kind: kg.Narrated, Form: kg.Indirect, Content: []kg.Passage{content}, Modality: s.Modality,
		Confidence: 0.9, Extractor: "test 1", Status: kg.Current}
	if s.Predicate != "" {
		claim := b.claim(s)
		st.Asserts = []kg.Assertion{{ClaimID: claim.ID, Modality: s.Modality, Evidence: content, Confidence: 0.9,
			Rules: []string{string(s.Predicate) + "#1", "subject.direct"}}}
	}
	if s.Speaker != "" {
		st.Kind, st.SpeakerID = kg.Speech, b.entity(s.Speaker)
		if s.Stance {
			st.Kind = kg.Stance
		}
		if p, ok := b.passage(s.Speaker); ok {
			st.Source = []kg.Passage{p}
		}
	}
	if p, ok := b.passage(s.Cue); ok {
		st.Cue = []kg.Passage{p}
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

// Relations is a second set of records, about other places: what they did to each other and said of each other, a denial, a refusal to comment, and a
// position that changed several times.
func Relations() []kg.Record {
	return []kg.Record{
		Record("Gorland met with Horland on Friday. Gorland sanctioned Ironia. Horland accused Gorland of spying.", "Talks", "2021-06-01",
			Said{Sentence: "Gorland met with Horland on Friday", Subject: "Gorland", Predicate: "MET_WITH", Object: "Horland", OccurredOn: "2021-05-28"},
			Said{Sentence: "Gorland sanctioned Ironia", Subject: "Gorland", Predicate: "SANCTIONED", Object: "Ironia"},
			Said{Sentence: "Horland accused Gorland of spying", Subject: "Horland", Predicate: "ACCUSED", Object: "Gorland"}),
		Record("Ironia denied attacking Jutia. Horland declined to comment on Kestria. Gorland attacked a bridge.", "Silence", "2021-09-12",
			Said{Sentence: "Ironia denied attacking Jutia", Subject: "Ironia", Predicate: "DENIED", ObjectText: "attacking Jutia", Names: []string{"Jutia"}},
			Said{Speaker: "Horland", Cue: "declined", Sentence: "to comment on Kestria", Names: []string{"Kestria"}},
			Said{Sentence: "Gorland attacked a bridge", Subject: "Gorland", Predicate: "ATTACKED", ObjectText: "a bridge"}),
		Record("Gorland said that Horland had threatened it. Horland said that it met with Gorland again. Possibly Ironia sanctioned Gorland.", "Words", "2022-02-02",
			Said{Speaker: "Gorland", Sentence: "Horland had threatened it", Names: []string{"Horland"}},
			Said{Speaker: "Horland", Sentence: "it met with Gorland again", Subject: "Horland", Predicate: "MET_WITH", Object: "Gorland", OccurredOn: "2022-01"},
			Said{Sentence: "Possibly Ironia sanctioned Gorland", Subject: "Ironia", Predicate: "SANCTIONED", Object: "Gorland", Modality: kg.Hedged}),
		Record("Horland has not sanctioned Jutia. Forland sanctioned Jutia.", "Taken back", "2022-03-01",
			Said{Sentence: "Horland has not sanctioned Jutia", Subject: "Horland", Predicate: "SANCTIONED", Object: "Jutia", Negated: true},
			Said{Sentence: "Forland sanctioned Jutia", Subject: "Forland", Predicate: "SANCTIONED", Object: "Jutia"}),
		Record("Lutonia recognized Mersia in 2010. Lutonia withdrew its recognition of Mersia in 2014. Lutonia may have recognized Mersia in 2016. "+
			"Lutonia then recognized Mersia in 2018. Lutonia does not recognize Mersia now.", "Back and forth", "2020-11-05",
			Said{Sentence: "Lutonia recognized Mersia in 2010", Subject: "Lutonia", Predicate: "RECOGNIZED", Object: "Mersia", OccurredOn: "2010"},
			Said{Sentence: "Lutonia withdrew its recognition of Mersia in 2014", Subject: "Lutonia", Predicate: "WITHDREW_RECOGNITION", Object: "Mersia", OccurredOn: "2014"},
			Said{Sentence: "Lutonia may have recognized Mersia in 2016", Subject: "Lutonia", Predicate: "RECOGNIZED", Object: "Mersia", OccurredOn: "2016", Modality: kg.Hedged},
			Said{Sentence: "Lutonia then recognized Mersia in 2018", Subject: "Lutonia", Predicate: "RECOGNIZED", Object: "Mersia", OccurredOn: "2018-03"},
			Said{Sentence: "Lutonia does not recognize Mersia now", Subject: "Lutonia", Predicate: "RECOGNIZED", Object: "Mersia", Negated: true}),
	}
}

// Predicates is a vocabulary that Recognitions and Relations use.
func Predicates() []kg.Predicate {
	return []kg.Predicate{
		{ID: "RECOGNIZED", Label: "recognized", Synonyms: []string{"recognised"}, Inverse: "was recognized by", Family: "recognition"},
		{ID: "REFUSED_RECOGNITION", Label: "refused to recognize", Synonyms: []string{"refused"}, Family: "recognition", Excludes: []kg.PredicateID{"RECOGNIZED"}},
		{ID: "WITHDREW_RECOGNITION", Label: "withdrew recognition of", Synonyms: []string{"withdrew"}, Family: "recognition", Implies: []kg.PredicateID{"RECOGNIZED"}},
		{ID: "MET_WITH", Label: "met with", Synonyms: []string{"met"}, Inverse: "met with"},
		{ID: "SUPPORTED", Label: "supported", Inverse: "was supported by"},
		{ID: "SANCTIONED", Label: "sanctioned", Inverse: "was sanctioned by", Family: "measures"},
		{ID: "ACCUSED", Label: "accused", Inverse: "was accused by"},
		{ID: "ATTACKED", Label: "attacked", Synonyms: []string{"attacking"}, Inverse: "was attacked by"},
		{ID: "DENIED", Label: "denied", Inverse: "was denied by"},
	}
}

// Retellings is a third set: acts that are told with their day and, later, without it.
func Retellings() []kg.Record {
	recognized := func(text, title string, on kg.Date, occurred kg.Date) kg.Record {
		return Record(text+".", title, on, Said{Sentence: text, Subject: "Nordmark", Predicate: "RECOGNIZED", Object: "Sudmark", OccurredOn: occurred})
	}
	attacked := func(text, title string, on kg.Date, occurred kg.Date) kg.Record {
		return Record(text+".", title, on, Said{Sentence: text, Subject: "Westmark", Predicate: "ATTACKED", Object: "Sudmark", OccurredOn: occurred})
	}
	return []kg.Record{
		recognized("Nordmark recognized Sudmark on 4 May", "Dated", "2016-05-05", "2016-05-04"),
		recognized("Nordmark recognized Sudmark", "Undated", "2016-05-06", ""),
		recognized("Long ago Nordmark recognized Sudmark", "Years later", "2019-02-01", ""),
		recognized("Nordmark still recognized Sudmark", "Still", "2020-02-01", ""),
		Record("Nordmark hopes that it recognized Sudmark.", "Hope", "2015-01-01",
			Said{Sentence: "it recognized Sudmark", Subject: "Nordmark", Predicate: "RECOGNIZED", Object: "Sudmark", Modality: kg.Future}),
		attacked("Westmark attacked Sudmark on 1 March", "Attack", "2017-03-01", "2017-03-01"),
		attacked("Westmark attacked Sudmark", "Same month", "2017-03-20", ""),
		attacked("Again Westmark attacked Sudmark", "A year on", "2018-03-20", ""),
	}
}
