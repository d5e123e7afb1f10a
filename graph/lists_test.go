package graph_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/managed/managedtest"
)

// TestPagesByNeighbours: lists in the order of a neighbour's property, some of which have none, or of how many there are, come the same page by page as in one.
func TestPagesByNeighbours(t *testing.T) {
	h := newHandler(t, openGraph(t))
	for _, list := range []struct{ field, order string }{
		{"claims", "{subject: {name: DESC}}"}, {"claims", "{object: {name: ASC}}, {text: DESC}"}, {"actors", "{subjectOfCount: DESC}, {name: ASC}"}, {"statements", "{speaker: {name: ASC}}"},
	} {
		ids := func(args string) (out []string, next any) {
			data := send(t, h, "", `{ list: %s(orderBy: [%s], %s) { nodes { id } pageInfo { endCursor hasNextPage } } }`, list.field, list.order, args)
			for i := 0; at(data, "list", "nodes", i) != nil; i++ {
				out = append(out, at(data, "list", "nodes", i, "id").(string))
			}
			if at(data, "list", "pageInfo", "hasNextPage") == true {
				next = at(data, "list", "pageInfo", "endCursor")
			}
			return out, next
		}
		all, _ := ids("first: 500")
		got, next := ids("first: 3")
		for next != nil {
			var page []string
			page, next = ids(`first: 3, after: "` + next.(string) + `"`)
			got = append(got, page...)
		}
		if diff := cmp.Diff(all, got); diff != "" || len(all) < 6 {
			t.Errorf("%s by %s: %s", list.field, list.order, diff)
		}
	}
}

// TestQuoteAgreement: whether a quote stands in its article is compared when it is asked for.
func TestQuoteAgreement(t *testing.T) {
	h := newHandler(t, openGraph(t))
	const first = `{ articles(where: {title: {eq: "First"}}) { nodes { statements(orderBy: [{quoteStart: ASC}]) { nodes { quote { status } } } } } }`
	answers(t, h, map[string]string{first: `{"articles":{"nodes":[{"statements":{"nodes":[{"quote":{"status":"EXACT"}},{"quote":{"status":"EXACT"}}]}}]}}`})
	for _, c := range []struct{ text, first, second string }{ // in order: what is counted below is of the last
		{"Well: Arland recognized Borland on Monday. Reportedly Cesland recognized Borland too.", "MOVED", "MOVED"},
		{"Arland recognised Borland on Monday. Reportedly Cesland recognized Borland too.", "DIFFERS", "EXACT"},
		{"All of this was taken down.", "GONE", "GONE"},
	} {
		runCypher(t, managedtest.Start(t), `MATCH (a:Article {title: 'First'}) SET a.text = '`+c.text+`'`)
		want := fmt.Sprintf(`{"quote":{"status":%q}},{"quote":{"status":%q}}`, c.first, c.second)
		answers(t, h, map[string]string{first: `{"articles":{"nodes":[{"statements":{"nodes":[` + want + `]}}]}}`})
	}
	answers(t, h, map[string]string{`{ statements(where: {quote: {status: {ne: EXACT}}}) { totalCount } }`: `{"statements":{"totalCount":2}}`})
}

// TestEvidenceOfARow: the statements behind a row are narrowed and paged as other lists are.
func TestEvidenceOfARow(t *testing.T) {
	store := openGraph(t)
	for _, day := range []kg.Date{"2021-05-01", "2021-05-02", "2021-05-03"} {
		if _, err := store.Save(context.Background(), kgtest.Record("Varland recognized Borland, the report of "+string(day)+" says.", "Report of "+string(day), day,
			kgtest.Said{Sentence: "Varland recognized Borland", Subject: "Varland", Predicate: "RECOGNIZED", Object: "Borland"})); err != nil {
			t.Fatal(err)
		}
	}
	h := newHandler(t, store)
	answers(t, h, map[string]string{
		`{ whoDid(predicate: "recognized", target: "Borland") { rows { actor { name } evidence(where: {article: {title: {endsWith: "2021-05-02"}}}) { article { title } } } } }`: `{"whoDid":{"rows":[{"actor":{"name":"Forland"},"evidence":[]},{"actor":{"name":"Arland"},"evidence":[]},{"actor":{"name":"Varland"},"evidence":[{"article":{"title":"Report of 2021-05-02"}}]}]}}`,
		`{ whatDid(actor: "Varland") { rows { evidence(first: 1, skip: 2) { date } } } }`:                                                                                        `{"whatDid":{"rows":[{"evidence":[{"date":"2021-05-03"}]}]}}`,
		`{ path(from: "Varland", to: "Borland") { paths { hops { evidence(where: {date: {gt: "2021-05-01"}}, skip: 1) { date } } } } }`:                                          `{"path":{"paths":[{"hops":[{"evidence":[{"date":"2021-05-03"}]}]}]}}`,
	})
	send(t, h, "INVALID_INPUT", `{ whatDid(actor: "Varland") { rows { evidence(skip: -1) { id } } } }`)
}
