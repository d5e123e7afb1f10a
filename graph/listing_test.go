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
			Cursor     string
			Node       json.RawMessage
			ClaimCount int
		}
		PageInfo struct{ HasNextPage, HasPreviousPage bool }
	}
	get := func(field, args string) (list, string) {
		row := "node { id } claimCount"
		if field == "disputes" {
			row = "node { id kind sides { claim { id } } }"
		}
		query := fmt.Sprintf(`{ %s(%s) { totalCount edges { cursor %s } pageInfo { hasNextPage hasPreviousPage } } }`, field, args, row)
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
		var back []string
		before := ""
		for range c.rows {
			page, failed := get(c.field, c.args+", last: 1"+before)
			if failed != "" || len(page.Edges) != 1 || page.PageInfo.HasNextPage != (before != "") || page.PageInfo.HasPreviousPage != (len(back) < c.rows-1) {
				t.Fatalf("%s(%s%s): %+v %s", c.field, c.args, before, page, failed)
			}
			back = append([]string{string(page.Edges[0].Node)}, back...)
			before = fmt.Sprintf(", before: %q", page.Edges[0].Cursor)
		}
		var all []string
		for _, e := range whole.Edges {
			all = append(all, string(e.Node))
		}
		if diff := cmp.Diff(all, walked); diff != "" {
			t.Errorf("%s(%s) in pages: %s", c.field, c.args, diff)
		}
		if diff := cmp.Diff(all, back); diff != "" {
			t.Errorf("%s(%s) in pages from the end: %s", c.field, c.args, diff)
		}
	}
	if _, failed := get("disputes", fmt.Sprintf("after: %q", cursors["neighbours"])); failed == "" {
		t.Error("disputes took a cursor of neighbours")
	}
}

// TestDisputeByID: a dispute's id leads back to it, alone and among other things; one of claims that do not contradict leads nowhere.
func TestDisputeByID(t *testing.T) {
	h := newHandler(t, openGraph(t))
	const fields = `{ __typename id kind reason sides { claim { id } statements } }`
	var listed struct {
		Data struct {
			Disputes struct{ Nodes []json.RawMessage }
		}
	}
	_, text := post(h, `{ disputes { nodes `+fields+` } }`, nil)
	if err := json.Unmarshal([]byte(text), &listed); err != nil || len(listed.Data.Disputes.Nodes) != 3 {
		t.Fatal(err, text)
	}
	for _, want := range listed.Data.Disputes.Nodes {
		var d struct{ ID string }
		if err := json.Unmarshal(want, &d); err != nil {
			t.Fatal(err)
		}
		variables, _ := json.Marshal(map[string]any{"id": d.ID, "ids": []string{"di_nothing", "RECOGNIZED", d.ID, "di_cl_x_y"}})
		_, text := post(h, `query($id: ID!, $ids: [ID!]!) { node(id: $id) { ... on Dispute `+fields+` } nodes(ids: $ids) { id ... on Dispute `+fields+` } }`, variables)
		var got struct {
			Data struct {
				Node  json.RawMessage
				Nodes []json.RawMessage
			}
		}
		if err := json.Unmarshal([]byte(text), &got); err != nil || len(got.Data.Nodes) != 4 {
			t.Fatal(err, text)
		}
		if string(got.Data.Node) != string(want) || string(got.Data.Nodes[0]) != "null" || string(got.Data.Nodes[3]) != "null" || len(got.Data.Nodes[1]) < 10 {
			t.Errorf("%s: got %s, want %s", d.ID, text, want)
		}
		if diff := cmp.Diff(decoded(t, want), decoded(t, got.Data.Nodes[2])); diff != "" {
			t.Error(diff)
		}
	}
}

func decoded(t *testing.T, data json.RawMessage) (v any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
