package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// fillClaims adds claims on few days, some of them undated, so that order keys tie and are null.
func fillClaims(t *testing.T, save func(kg.Record) error, n int) {
	t.Helper()
	days := []kg.Date{"", "2019", "2019-05", "2019-05-04", "2020-01-01"}
	for i := range n {
		subject := fmt.Sprintf("Land%c%c", 'a'+i/26, 'a'+i%26)
		sentence := subject + " supported Borland"
		r := kgtest.Record(sentence+".", subject, days[i%len(days)], kgtest.Said{Sentence: sentence, Subject: subject, Predicate: "SUPPORTED", Object: "Borland"})
		if err := save(r); err != nil {
			t.Fatal(err)
		}
	}
}

type page struct {
	Data struct {
		Claims struct {
			Edges []struct {
				Cursor string
				Node   struct{ ID string }
			}
			PageInfo struct {
				HasNextPage, HasPreviousPage bool
				StartCursor, EndCursor       *string
			}
			TotalCount int
		}
	}
	Errors []struct{ Message string }
}

func getPage(h http.Handler, orderBy, args string, cursor *string) (page, error) {
	query := fmt.Sprintf(`query($c: String) { claims(where: {predicate: {eq: SUPPORTED}}, orderBy: %s, %s) {
		edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`, orderBy, args)
	variables, _ := json.Marshal(map[string]any{"c": cursor})
	_, body := post(h, query, variables)
	var p page
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		return p, err
	}
	if len(p.Errors) > 0 {
		return p, fmt.Errorf("%s", p.Errors[0].Message)
	}
	return p, nil
}

func (p page) ids() []string {
	var out []string
	for _, e := range p.Data.Claims.Edges {
		out = append(out, e.Node.ID)
	}
	return out
}

// TestPaging: whatever the order and the page sizes, forwards and backwards give every claim once, in the same order.
func TestPaging(t *testing.T) {
	store := openGraph(t)
	const n = 43
	fillClaims(t, func(r kg.Record) error { _, err := store.Save(context.Background(), r); return err }, n)
	h := newHandler(t, store)
	orders := []string{`[{firstOn: ASC}]`, `[{firstOn: DESC}]`, `[{firstOn: ASC}, {id: DESC}]`, `[{origins: DESC}, {firstOn: DESC}]`, `[{occurredOn: ASC}]`, `[{id: DESC}]`}
	rapid.Check(t, func(r *rapid.T) {
		order := rapid.SampledFrom(orders).Draw(r, "order")
		all, err := getPage(h, order, "first: 500, after: $c", nil)
		if err != nil || len(all.ids()) != n || all.Data.Claims.TotalCount != n || all.Data.Claims.PageInfo.HasNextPage {
			r.Fatalf("%s: %d of %d, %v", order, len(all.ids()), n, err)
		}
		size := rapid.IntRange(1, n).Draw(r, "size")
		if got := walk(r, h, order, fmt.Sprintf("first: %d, after: $c", size), false); !slices.Equal(got, all.ids()) {
			r.Fatalf("%s forwards by %d: %v, want %v", order, size, got, all.ids())
		}
		if got := walk(r, h, order, fmt.Sprintf("last: %d, before: $c", size), true); !slices.Equal(got, all.ids()) {
			r.Fatalf("%s backwards by %d: %v, want %v", order, size, got, all.ids())
		}
	})
}

// walk pages through the whole list and gives the ids in the list's order.
func walk(r *rapid.T, h http.Handler, order, args string, back bool) []string {
	var out []string
	var cursor *string
	for range 100 {
		p, err := getPage(h, order, args, cursor)
		if err != nil {
			r.Fatal(err)
		}
		info := p.Data.Claims.PageInfo
		if back {
			out = append(p.ids(), out...)
			if cursor = info.StartCursor; !info.HasPreviousPage {
				return out
			}
		} else {
			out = append(out, p.ids()...)
			if cursor = info.EndCursor; !info.HasNextPage {
				return out
			}
		}
	}
	r.Fatal("the list never ends")
	return nil
}
