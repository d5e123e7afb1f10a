package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestListings: neighbours and disputes give the same rows in small pages as in one, and refuse each other's cursors.
func TestListings(t *testing.T) {
	h := newHandler(t, openGraph(t))
	type list struct {
		TotalCount int
		Edges      []struct {
			Cursor string
			Node   json.RawMessage
		}
		PageInfo struct{ HasNextPage, HasPreviousPage bool }
	}
	get := func(field, args string) (list, string) {
		node := "actor { id } claimCount"
		if field == "disputes" {
			node = "kind sides { claim { id } }"
		}
		query := fmt.Sprintf(`{ %s(%s) { totalCount edges { cursor node { %s } } pageInfo { hasNextPage hasPreviousPage } } }`, field, args, node)
		_, text := post(h, query, nil)
		var answer struct {
			Data   map[string]list
			Errors []struct{ Message string }
		}
		if err := json.Unmarshal([]byte(text), &answer); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if len(answer.Errors) > 0 {
			return list{}, answer.Errors[0].Message
		}
		return answer.Data[field], ""
	}
	cursors := map[string]string{}
	for _, c := range []struct {
		field, args string
		rows        int
	}{{"neighbours", `actor: "Borland"`, 3}, {"disputes", `kind: null`, 3}, {"disputes", `target: "Gorland"`, 1}} {
		whole, failed := get(c.field, c.args+", first: 100")
		if failed != "" || len(whole.Edges) != c.rows || whole.TotalCount != c.rows || whole.PageInfo.HasNextPage {
			t.Fatalf("%s(%s): %+v %s", c.field, c.args, whole, failed)
		}
		var walked []string
		after := ""
		for range c.rows {
			page, failed := get(c.field, c.args+", first: 1"+after)
			if failed != "" || len(page.Edges) != 1 || page.PageInfo.HasPreviousPage != (after != "") {
				t.Fatalf("%s(%s%s): %+v %s", c.field, c.args, after, page, failed)
			}
			walked = append(walked, string(page.Edges[0].Node))
			cursors[c.field] = page.Edges[0].Cursor
			after = fmt.Sprintf(", after: %q", page.Edges[0].Cursor)
			if page.PageInfo.HasNextPage != (len(walked) < c.rows) {
				t.Errorf("%s(%s): after %d of %d rows hasNextPage is %v", c.field, c.args, len(walked), c.rows, page.PageInfo.HasNextPage)
			}
		}
		var all []string
		for _, e := range whole.Edges {
			all = append(all, string(e.Node))
		}
		if diff := cmp.Diff(all, walked); diff != "" {
			t.Errorf("%s(%s) in pages: %s", c.field, c.args, diff)
		}
	}
	if _, failed := get("disputes", fmt.Sprintf("after: %q", cursors["neighbours"])); failed == "" {
		t.Error("disputes took a cursor of neighbours")
	}
}
