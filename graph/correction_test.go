package graph_test

import (
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// notices are a report, and the correction that a paper printed ten days later.
func notices() []kg.Record {
	return []kg.Record{
		kgtest.Record("Arland recognized Borland. Arland met with Borland.", "Report", "2021-03-01",
			kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"},
			kgtest.Said{Sentence: "Arland met with Borland", Subject: "Arland", Predicate: "MET_WITH", Object: "Borland"}),
		kgtest.Record("Correction: our report was wrong. Erland recognized Borland.", "Correction", "2021-03-11",
			kgtest.Said{Sentence: "Erland recognized Borland", Subject: "Erland", Predicate: "SUPPORTED", Object: "Borland"}),
	}
}

// TestRetractionWithNotice: a statement that a notice takes back is known until the day before; the notice's words must stand in its article; lists, sums and
// edges leave it out and say so; the notice and what it takes back are one step apart.
func TestRetractionWithNotice(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	records := notices()
	neotest.Fill(t, store, records)
	h := curating(t, store)
	statement, notice := records[0].Statements[0].ID, records[1].Article.ID
	const retract = `mutation { retract(statement: %q, notice: {article: %q, exact: %q}, by: "me", reason: "the paper took it back") { status lapsedOn notices { on text start article { title takesBack { id } } } article { correctedBy { title corrects { title } } } } }`
	send(t, h, "QUOTE_NOT_FOUND", retract, statement, notice, "our report was right")
	done := send(t, h, "", retract, statement, notice, "our report was wrong")
	for path, want := range map[string]any{"status": "RETRACTED", "lapsedOn": "2021-03-11"} {
		if got := at(done, "retract", path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
	if got := at(done, "retract", "notices", 0, "article", "takesBack", 0, "id"); got != statement {
		t.Errorf("the notice takes back %v: %v", got, done)
	}
	if got := at(done, "retract", "article", "correctedBy", 0, "corrects", 0, "title"); got != "Report" {
		t.Errorf("the correction corrects %v: %v", got, done)
	}
	answers(t, h, map[string]string{
		`{ whoDid(predicate: "recognized", target: "Borland", knownAt: "2021-03-10") { rows { actor { name } } leftOut { status } } }`: `{"whoDid":{"rows":[{"actor":{"name":"Arland"}}],"leftOut":[]}}`,
		`{ whoDid(predicate: "recognized", target: "Borland", knownAt: "2021-03-11") { rows { actor { name } } leftOut { status } } }`: `{"whoDid":{"rows":[],"leftOut":[{"status":"RETRACTED"}]}}`,
		`{ timeline(actor: "Arland", target: "Borland", family: "recognition", knownAt: "2021-03-10") { entries { predicate } } }`:     `{"timeline":{"entries":[{"predicate":"RECOGNIZED"}]}}`,
		`{ claims(orderBy: [{text: ASC}]) { totalCount leftOut nodes { text } } }`:                                                     `{"claims":{"totalCount":2,"leftOut":1,"nodes":[{"text":"Arland met_with Borland"},{"text":"Erland supported Borland"}]}}`,
		`{ claims(includeLapsed: true) { totalCount leftOut } }`:                                                                       `{"claims":{"totalCount":3,"leftOut":0}}`,
		`{ statements { totalCount leftOut } all: statements(where: {status: {in: [CURRENT, RETRACTED]}}) { totalCount leftOut } }`:    `{"statements":{"totalCount":2,"leftOut":1},"all":{"totalCount":3,"leftOut":0}}`,
		`{ actor(name: "Arland") { subjectOf { totalCount leftOut nodes { text } } } }`:                                                `{"actor":{"subjectOf":{"totalCount":1,"leftOut":1,"nodes":[{"text":"Arland met_with Borland"}]}}}`,
		`{ aggregate(of: STATEMENTS) { leftOut rows { count claims } } }`:                                                              `{"aggregate":{"leftOut":1,"rows":[{"count":2,"claims":2}]}}`,
		`{ aggregate(of: ACTORS, where: {actors: {name: {eq: "Arland"}}}) { leftOut rows { count } } }`:                                `{"aggregate":{"leftOut":0,"rows":[{"count":1}]}}`,
		`{ activity(by: YEAR) { statements } all: activity(by: YEAR, includeLapsed: true) { statements } }`:                            `{"activity":{"statements":2},"all":{"statements":3}}`,
		`{ activity(by: YEAR, to: "2021-03-05") { leftOut buckets { date } } all: activity(by: YEAR, includeLapsed: true) { leftOut } later: activity(by: YEAR, from: "2021-03-05") { leftOut } happened: activity(by: YEAR, clock: HAPPENED, from: "2021-03-01", to: "2021-03-01") { leftOut } }`:       `{"activity":{"leftOut":1,"buckets":[{"date":"2021"}]},"all":{"leftOut":0},"later":{"leftOut":0},"happened":{"leftOut":0}}`,
		`{ some: actors(where: {subjectOf: {some: {predicate: {eq: RECOGNIZED}}}}) { totalCount } none: actors(where: {subjectOf: {none: {predicate: {eq: RECOGNIZED}}}}) { totalCount } every: actors(where: {name: {eq: "Arland"}, subjectOf: {every: {predicate: {eq: MET_WITH}}}}) { totalCount } }`: `{"some":{"totalCount":0},"none":{"totalCount":4},"every":{"totalCount":1}}`,
		`{ articles(where: {statements: {some: {claims: {some: {predicate: {eq: RECOGNIZED}}}}}}) { totalCount } lapsed: articles(where: {statements: {some: {status: {eq: RETRACTED}}}}) { totalCount } }`:                                                                                              `{"articles":{"totalCount":0},"lapsed":{"totalCount":1}}`,
		`{ statements(where: {claims: {some: {predicate: {eq: RECOGNIZED}}}}) { totalCount leftOut } all: statements(includeLapsed: true, where: {claims: {some: {predicate: {eq: RECOGNIZED}}}}) { totalCount leftOut } }`:                                                                              `{"statements":{"totalCount":0,"leftOut":1},"all":{"totalCount":1,"leftOut":0}}`,
		`{ neighbours(actor: "Arland") { edges { claimCount } } all: neighbours(actor: "Arland", includeLapsed: true) { edges { claimCount } } }`:                                                                                                                                                        `{"neighbours":{"edges":[{"claimCount":1}]},"all":{"edges":[{"claimCount":2}]}}`,
		`{ search(query: "recognized", types: [Statement]) { totalCount } all: search(query: "recognized", types: [Statement], includeLapsed: true) { totalCount } }`:                                                                                                                                    `{"search":{"totalCount":1},"all":{"totalCount":2}}`,
		`{ path(from: "Arland", to: "Erland") { paths { length } } }`:                                                        `{"path":{"paths":[{"length":2}]}}`,
		`{ path(from: "Arland", to: "Erland", knownAt: "2021-03-05") { paths { length } } }`:                                 `{"path":{"paths":[]}}`,
		`{ path(from: "Arland", to: "Borland", asOf: "2021-02") { paths { length } } }`:                                      `{"path":{"paths":[]}}`,
		`{ path(from: "Arland", to: "Borland", knownAt: "2021-03-02") { paths { hops { evidence { quote { exact } } } } } }`: `{"path":{"paths":[{"hops":[{"evidence":[{"quote":{"exact":"Arland met with Borland"}}]}]}]}}`,
	})
}

// TestCorrectionWithNotice: what a notice puts in the place of a statement may stand on the notice, and is known from its day; an article can be marked as a correction
// by hand, and the mark taken away.
func TestCorrectionWithNotice(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	records := notices()
	neotest.Fill(t, store, records)
	h := curating(t, store)
	statement, report, notice := records[0].Statements[0].ID, records[0].Article.ID, records[1].Article.ID
	correct := `mutation { correct(statement: %q, correction: {article: %q, exact: "Erland recognized Borland", claims: [{predicate: RECOGNIZED, subjectId: %q, objectId: %q}]}, %s by: "me", reason: "as printed") { knownFrom corrects { lapsedOn correctedBy { knownFrom } } } }`
	send(t, h, "INVALID_INPUT", correct, statement, notice, place("Erland"), place("Borland"), "")
	done := send(t, h, "", correct, statement, notice, place("Erland"), place("Borland"), `notice: {article: "`+notice+`", on: "2021-03-12"},`)
	if got := at(done, "correct", "corrects", "correctedBy", "knownFrom"); got != "2021-03-12" || at(done, "correct", "corrects", "lapsedOn") != "2021-03-12" {
		t.Errorf("corrected: %v", done)
	}
	answers(t, h, map[string]string{
		`{ whoDid(predicate: "recognized", target: "Borland", knownAt: "2021-03-11") { rows { actor { name } } } }`: `{"whoDid":{"rows":[{"actor":{"name":"Arland"}}]}}`,
		`{ whoDid(predicate: "recognized", target: "Borland", knownAt: "2021-03-12") { rows { actor { name } } } }`: `{"whoDid":{"rows":[{"actor":{"name":"Erland"}}]}}`,
		`{ whoDid(predicate: "recognized", target: "Borland") { rows { actor { name } } } }`:                        `{"whoDid":{"rows":[{"actor":{"name":"Erland"}}]}}`,
	})
	const mark = `mutation { markCorrection(article: %q, corrects: %q, holds: %s, by: "me", reason: "it says so") { corrects { title } correctedBy { title } } }`
	if got := at(send(t, h, "", mark, report, notice, "true"), "markCorrection", "corrects", 0, "title"); got != "Correction" {
		t.Errorf("marked: %v", got)
	}
	if got := at(send(t, h, "", mark, report, notice, "false"), "markCorrection", "corrects", 0, "title"); got != nil {
		t.Errorf("the mark was taken away: %v", got)
	}
	send(t, h, "INVALID_INPUT", mark, report, report, "true")
	send(t, h, "NOT_FOUND", mark, report, "art_x", "true")
}

// TestDeleteArticle: an article goes with its statements, the claims that only they make and the actors that only it names; the feed keeps what was done.
func TestDeleteArticle(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	records := append(notices(), kgtest.Record("Arland recognized Borland. Nothing more.", "Copy", "2021-04-01",
		kgtest.Said{Sentence: "Arland recognized Borland", Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"}))
	neotest.Fill(t, store, records)
	h := curating(t, store)
	id := records[1].Article.ID
	const remove = `mutation { deleteArticle(article: %q, by: "me", reason: "asked for by the person concerned") { kind before by } }`
	send(t, h, "INVALID_INPUT", strings.Replace(remove, "asked for by the person concerned", "", 1), id)
	done := send(t, h, "", remove, id)
	if before, _ := at(done, "deleteArticle", "before").(string); !strings.Contains(before, `"title":"Correction"`) {
		t.Errorf("the entry of the feed is %v", done)
	}
	answers(t, h, map[string]string{
		`{ articles { totalCount } statements { totalCount } claims { totalCount } }`:           `{"articles":{"totalCount":2},"statements":{"totalCount":3},"claims":{"totalCount":2}}`,
		`{ actors(where: {type: {eq: Place}}) { nodes { name } } }`:                             `{"actors":{"nodes":[{"name":"Arland"},{"name":"Borland"}]}}`,
		`{ node(id: "` + id + `") { id } history(id: "` + id + `") { nodes { kind reason } } }`: `{"node":null,"history":{"nodes":[{"kind":"ARTICLE_DELETED","reason":"asked for by the person concerned"},{"kind":"ARTICLE_SAVED","reason":null}]}}`,
		`{ claims(where: {predicate: {eq: RECOGNIZED}}) { nodes { statementCount } } }`:         `{"claims":{"nodes":[{"statementCount":2}]}}`,
	})
	send(t, h, "NOT_FOUND", remove, id)
	neotest.Fill(t, store, records[1:2]) // it may be taken in again
	answers(t, h, map[string]string{`{ articles { totalCount } history(id: "` + id + `") { totalCount } }`: `{"articles":{"totalCount":3},"history":{"totalCount":3}}`})
}
