package graph_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

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
