package graph_test

import (
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// arrests tell of somebody who was arrested by police, by nobody who is told, and by a state; of a hedged and of a
// denied arrest; and of a meeting with an unnamed man.
func arrests() []kg.Record {
	said := func(text, subject, words, object string) kgtest.Said {
		return kgtest.Said{Sentence: text, Subject: subject, SubjectText: words, Predicate: "ATTACKED", Object: object}
	}
	hedged := said("Reportedly gunmen attacked Borland", "", "gunmen", "Borland")
	hedged.Modality = kg.Hedged
	denied := said("No troops attacked Borland", "", "troops", "Borland")
	denied.Negated = true
	later := said("Rebels attacked Cesland on Monday", "", "Rebels", "Cesland")
	later.OccurredOn = "2021-03-08"
	return []kg.Record{
		kgtest.Record("Rebels attacked Borland. Arland attacked Borland. Borland was attacked. Reportedly gunmen attacked Borland. No troops attacked Borland.",
			"Report", "2021-03-01", said("Rebels attacked Borland", "", "Rebels", "Borland"), said("Arland attacked Borland", "Arland", "", "Borland"),
			said("Borland was attacked", "", "", "Borland"), hedged, denied),
		kgtest.Record("Rebels attacked Cesland on Monday. Dorland met with an envoy.", "Later", "2021-03-09", later,
			kgtest.Said{Sentence: "Dorland met with an envoy", Subject: "Dorland", Predicate: "MET_WITH", ObjectText: "an envoy"}),
	}
}

// TestUnnamedDoers: who did it without a name stands beside the rows, under the same limits, from either side of what
// two do together, and keeps an answer from saying that nothing is told.
func TestUnnamedDoers(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	records := arrests()
	neotest.Fill(t, store, records)
	h := curating(t, store)
	const attacked = `{ whoDid(predicate: "attacked", target: `
	answers(t, h, map[string]string{
		attacked + `"Borland") { rows { actor { name } } unnamed { text subjectText } absence { kind } } }`:       `{"whoDid":{"rows":[{"actor":{"name":"Arland"}}],"unnamed":[{"text":"Rebels attacked Borland","subjectText":"Rebels"},{"text":" attacked Borland","subjectText":null}],"absence":null}}`,
		attacked + `"Borland", includeNonFactual: true) { unnamed { subjectText } } }`:                            `{"whoDid":{"unnamed":[{"subjectText":"Rebels"},{"subjectText":null},{"subjectText":"gunmen"}]}}`,
		attacked + `"Cesland") { rows { actor { name } } unnamed { occurredOn } absence { kind } } }`:             `{"whoDid":{"rows":[],"unnamed":[{"occurredOn":"2021-03-08"}],"absence":{"kind":"UNNAMED"}}}`,
		attacked + `"Cesland", asOf: "2021-03-07") { unnamed { text } absence { kind } } }`:                       `{"whoDid":{"unnamed":[],"absence":{"kind":"NOT_COVERED"}}}`,
		attacked + `"Cesland", knownAt: "2021-03-08") { unnamed { text } } }`:                                     `{"whoDid":{"unnamed":[]}}`,
		attacked + `"Cesland", speaker: "Dorland") { unnamed { text } } }`:                                        `{"whoDid":{"unnamed":[]}}`,
		attacked + `"Borland") { unnamed(first: 1, skip: 1) { subjectText } } }`:                                  `{"whoDid":{"unnamed":[{"subjectText":null}]}}`,
		`{ whoDid(predicate: "met with", target: "Dorland") { rows { status } unnamed { objectText } } }`:         `{"whoDid":{"rows":[],"unnamed":[{"objectText":"an envoy"}]}}`,
		`{ ask(question: "Who attacked Cesland?") { rows { status } unnamed { subjectText } absence { kind } } }`: `{"ask":{"rows":[],"unnamed":[{"subjectText":"Rebels"}],"absence":{"kind":"UNNAMED"}}}`,
		`{ ask(question: "What did Arland do to Borland?") { unnamed { text } } }`:                                `{"ask":{"unnamed":null}}`,
	})
	send(t, h, "", `mutation { retract(statement: %q, by: "me", reason: "it was not so") { status } }`, records[1].Statements[0].ID)
	answers(t, h, map[string]string{
		attacked + `"Cesland") { unnamed { text } absence { kind } } }`: `{"whoDid":{"unnamed":[],"absence":{"kind":"NO_STATEMENT"}}}`,
	})
}

// TestUnnamedTargets: what was done to that has no name is found by its words in any inflection, also with a doer who
// has none, under the same limits; not where an actor bears the words as a name, and not by half of the words.
func TestUnnamedTargets(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	done := func(text, subject, doer, predicate, object string) kgtest.Said {
		return kgtest.Said{Sentence: text, Subject: subject, SubjectText: doer, Predicate: kg.PredicateID(predicate), ObjectText: object}
	}
	neotest.Fill(t, store, []kg.Record{kgtest.Record(
		"Arland attacked the mining camps of Borland. Rebels attacked the mining camp on Monday. Dorland attacked the convoys in Cesland.", "Report",
		"2021-03-01", done("Arland attacked the mining camps of Borland", "Arland", "", "ATTACKED", "mining camps of Borland"),
		done("Rebels attacked the mining camp on Monday", "", "Rebels", "ATTACKED", "mining camp"),
		done("Dorland attacked the convoys in Cesland", "Dorland", "", "ATTACKED", "convoys"))})
	h := curating(t, store)
	const attacked = `{ whoDid(predicate: "attacked", target: `
	answers(t, h, map[string]string{
		attacked + `"the mining camp") { rows { status } unnamed { text } absence { kind } } }`:         `{"whoDid":{"rows":[],"unnamed":[{"text":"Arland attacked mining camps of Borland"},{"text":"Rebels attacked mining camp"}],"absence":{"kind":"UNNAMED"}}}`,
		attacked + `"mining camps in Borland") { unnamed { objectText } } }`:                            `{"whoDid":{"unnamed":[{"objectText":"mining camps of Borland"}]}}`,
		attacked + `"mining camp", asOf: "2021-02") { unnamed { text } absence { kind } } }`:            `{"whoDid":{"unnamed":[],"absence":{"kind":"NOT_COVERED"}}}`,
		attacked + `"mining town") { unnamed { text } } }`:                                              `{"whoDid":{"unnamed":[]}}`,
		attacked + `"arland") { unnamed { text } } }`:                                                   `{"whoDid":{"unnamed":[]}}`,
		`{ ask(question: "Who attacked the mining camp?") { unnamed { subjectText } } }`:                `{"ask":{"unnamed":[{"subjectText":null},{"subjectText":"Rebels"}]}}`,
		`{ ask(question: "Who attacked the convoys in Cesland?") { claims { nodes { objectText } } } }`: `{"ask":{"claims":{"nodes":[{"objectText":"convoys"}]}}}`,
		`{ ask(question: "Who attacked the convoys in Borland?") { claims { nodes { objectText } } } }`: `{"ask":{"claims":{"nodes":[]}}}`,
	})
}
