package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// TestListsThatTie: the head of a list over an edge is the head of the whole list, also where more nodes have its last row's date than are looked at first.
func TestListsThatTie(t *testing.T) {
	store := openGraph(t)
	for i := range 90 {
		land, day := fmt.Sprintf("Tie%c%c", 'a'+i/26, 'a'+i%26), kg.Date([]string{"2019-05-04", "2019-05-04", "2019-05-04", "2020-01-01", ""}[i%5])
		sentence := land + " supported Borland"
		r := kgtest.Record(sentence+".", land, day, kgtest.Said{Sentence: sentence, Subject: land, Predicate: "SUPPORTED", Object: "Borland", OccurredOn: day})
		if _, err := store.Save(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	h := newHandler(t, store)
	list := func(args string) []string {
		t.Helper()
		var got struct {
			Data struct {
				Actors struct {
					Nodes []struct {
						ObjectOf struct{ Nodes []struct{ ID string } }
					}
				}
			}
		}
		_, body := post(h, `{ actors(where: {name: {eq: "Borland"}}) { nodes { objectOf(`+args+`) { nodes { id } } } } }`, nil)
		if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Data.Actors.Nodes) != 1 {
			t.Fatalf("%s: %v %s", args, err, body)
		}
		var out []string
		for _, n := range got.Data.Actors.Nodes[0].ObjectOf.Nodes {
			out = append(out, n.ID)
		}
		return out
	}
	for _, order := range []string{"", ", orderBy: [{firstOn: ASC}]", ", orderBy: [{occurredOn: DESC}]", ", orderBy: [{occurredOn: ASC}]"} {
		all := list("first: 500" + order)
		if len(all) < 90 {
			t.Fatalf("%s: %d claims", order, len(all))
		}
		for _, n := range []int{5, 7, 20, 41, 60} {
			if head := list(fmt.Sprintf("first: %d%s", n, order)); !slices.Equal(head, all[:n]) {
				t.Errorf("first %d%s: %v, want %v", n, order, head, all[:n])
			}
			if tail := list(fmt.Sprintf("last: %d%s", n, order)); !slices.Equal(tail, all[len(all)-n:]) {
				t.Errorf("last %d%s: %v, want %v", n, order, tail, all[len(all)-n:])
			}
		}
	}
}
