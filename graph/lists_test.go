package graph_test

import (
	"testing"

	"sayso/internal/neo/managed/managedtest"
)

// TestLists: what conditions, orders and sums can say beside equality.
func TestLists(t *testing.T) {
	h := newHandler(t, openGraph(t))
	answers(t, h, map[string]string{
		`{ actors(where: {name: {eq: "ARLAND", ignoreCase: true}}) { nodes { name } } }`:                                                                                                                                                                          ``,
		`{ articles(where: {title: {in: ["first", "SECOND"], ignoreCase: true}}, orderBy: [{title: ASC}]) { nodes { title } } }`:                                                                                                                                  ``,
		`{ statements(where: {quote: {exact: {startsWith: "arland WITHDREW", ignoreCase: true}}}) { nodes { quote { exact } } } }`:                                                                                                                                ``,
		`{ actors(where: {name: {gte: "I", lt: "K"}, type: {eq: Place}}) { nodes { name } } }`:                                                                                                                                                                    ``,
		`{ actors(where: {statements: {count: {gte: 1}}}) { nodes { name statements { totalCount } } } }`:                                                                                                                                                         ``,
		`{ actors(where: {subjectOf: {count: {eq: 2}, where: {predicate: {eq: RECOGNIZED}}}}) { nodes { name } } }`:                                                                                                                                               ``,
		`{ actors(where: {not: {objectOf: {count: {gt: 0}}}, subjectOf: {count: {gt: 1}}}) { nodes { name } } }`:                                                                                                                                                  ``,
		`{ claims(where: {speaker: {name: {eq: "Dorland"}}, modality: {eq: ASSERTED}}) { nodes { text } } }`:                                                                                                                                                      ``,
		`{ claims(where: {modality: {eq: HEDGED}}) { nodes { text } } }`:                                                                                                                                                                                          ``,
		`{ claims(where: {via: {some: {name: {eq: "Dorland"}}}}) { totalCount } }`:                                                                                                                                                                                ``,
		`{ actors(orderBy: [{subjectOfCount: DESC}, {name: ASC}], first: 2) { nodes { name subjectOf { totalCount } } pageInfo { endCursor } } }`:                                                                                                                 ``,
		`{ claims(where: {predicate: {eq: RECOGNIZED}, negated: {eq: false}}, orderBy: [{subject: {name: DESC}}], first: 3) { nodes { subject { name } } } }`:                                                                                                     ``,
		`{ statements(orderBy: [{article: {title: ASC}}, {quoteStart: ASC}], first: 2) { nodes { article { title } quote { exact } } } }`:                                                                                                                         ``,
		`{ articles(where: {title: {eq: "Words"}}) { nodes { statements(first: 3, orderBy: [{mentionsCount: DESC}, {quoteStart: ASC}]) { nodes { quote { exact } mentions(where: {actor: {name: {eq: "Horland"}}}) { text } } } } } }`:                            ``,
		`{ claims(where: {subject: {name: {eq: "Arland"}}, predicate: {eq: RECOGNIZED}}) { nodes { assertedBy(where: {statement: {speaker: {name: {eq: "Dorland"}}}}) { statement { speaker { name } } } later: assertedBy(first: 1, skip: 1) { modality } } } }`: ``,
		`{ aggregate(of: STATEMENTS, by: [KIND], having: {avgConfidence: {gt: 0.5}}, orderBy: [{days: DESC}]) { rows { keys { value } count minConfidence maxConfidence avgConfidence firstOn lastOn days } } }`:                                                  ``,
		`{ aggregate(of: CLAIMS, by: [HAPPENED_YEAR], orderBy: [{key: ASC}]) { rows { keys { value } count } } }`:                                                                                                                                                 ``,
		`{ aggregate(of: STATEMENTS, by: [VIA]) { rows { keys { value } channels count } } }`:                                                                                                                                                                     ``,
		`{ activity(by: YEAR, clock: HAPPENED) { undated statements buckets { date statements claims articles } } }`:                                                                                                                                              ``,
		`{ activity(by: YEAR, clock: HAPPENED, from: "2020", to: "2021") { buckets { date } } }`:                                                                                                                                                                  ``,
		`{ search(query: "recognized", atLeast: 0.5) { totalCount } all: search(query: "recognizd", atLeast: 0.5) { totalCount } }`:                                                                                                                               ``,
		`{ articles(where: {title: {startsWith: "First"}, publisher: null}) { totalCount } }`:                                                                                                                                                                     ``,
		`{ articles(where: {title: null}) { totalCount } }`:                                                                                                                                                                                                       ``,
		`{ articles(where: {statements: null}) { totalCount } }`:                                                                                                                                                                                                  ``,
		`{ articles(where: {statements: {some: null}}) { totalCount } }`:                                                                                                                                                                                          ``,
		`{ articles(where: {or: [{title: {eq: "First"}}, {publisher: null}]}) { totalCount } }`:                                                                                                                                                                   ``,
		`{ actors(where: {aliases: null}) { totalCount } }`:                                                                                                                                                                                                       ``,
		`{ actors(where: {aliases: {some: null}}) { totalCount } }`:                                                                                                                                                                                               ``,
		`{ actors(where: {called: null}) { totalCount } }`:                                                                                                                                                                                                        ``,
		`{ articles(where: {not: {publisher: {}}}) { totalCount } }`:                                                                                                                                                                                              ``,
	})
}

// TestQuoteAgreement: whether a quote stands in its article is compared when it is asked for.
func TestQuoteAgreement(t *testing.T) {
	h := newHandler(t, openGraph(t))
	const first = `{ articles(where: {title: {eq: "First"}}) { nodes { statements(orderBy: [{quoteStart: ASC}]) { nodes { quote { status } } } } } }`
	answers(t, h, map[string]string{first: `{"articles":{"nodes":[{"statements":{"nodes":[{"quote":{"status":"EXACT"}},{"quote":{"status":"EXACT"}}]}}]}}`})
	for text, want := range map[string]string{
		"Well: Arland recognized Borland on Monday. Reportedly Cesland recognized Borland too.": `{"quote":{"status":"MOVED"}},{"quote":{"status":"MOVED"}}`,
		"Arland recognised Borland on Monday. Reportedly Cesland recognized Borland too.":       `{"quote":{"status":"DIFFERS"}},{"quote":{"status":"EXACT"}}`,
		"All of this was taken down.": `{"quote":{"status":"GONE"}},{"quote":{"status":"GONE"}}`,
	} {
		runCypher(t, managedtest.Start(t), `MATCH (a:Article {title: 'First'}) SET a.text = '`+text+`'`)
		answers(t, h, map[string]string{first: `{"articles":{"nodes":[{"statements":{"nodes":[` + want + `]}}]}}`})
	}
	answers(t, h, map[string]string{`{ statements(where: {quote: {status: {ne: EXACT}}}) { totalCount } }`: `{"statements":{"totalCount":2}}`})
}
