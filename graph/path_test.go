package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"
)

// TestShortestPaths compares every pair of actors with a search over all claims, breadth first: the answer has all of the shortest ways, up to what
// was asked for, and none that is longer.
func TestShortestPaths(t *testing.T) {
	h := newHandler(t, openGraph(t))
	ties := claimTies(t, h)
	const mostHops = 4
	lengths := map[int]int{}
	for from := range ties {
		away, ways := breadthFirst(ties, from)
		for to := range ties {
			if from == to {
				continue
			}
			_, body := post(h, fmt.Sprintf(`{ path(fromId: %q, toId: %q, maxHops: %d, first: 50) { paths { length hops { from { id } to { id } claim { id } } } } }`, from, to, mostHops), nil)
			var answer struct {
				Data struct{ Path struct{ Paths []pathFound } }
			}
			if err := json.Unmarshal([]byte(body), &answer); err != nil {
				t.Fatalf("%s: %v", body, err)
			}
			paths := answer.Data.Path.Paths
			want, reachable := away[to]
			if !reachable || want > mostHops {
				if len(paths) > 0 {
					t.Errorf("%s to %s: %d ways, there is none", from, to, len(paths))
				}
				continue
			}
			lengths[want]++
			if len(paths) != min(ways[to], 50) {
				t.Errorf("%s to %s: %d ways, want %d", from, to, len(paths), ways[to])
			}
			for _, p := range paths {
				if p.Length != want || !p.joined(from, to) {
					t.Errorf("%s to %s: a way of %d claims %+v, the shortest has %d", from, to, p.Length, p.Hops, want)
				}
			}
		}
	}
	for _, length := range []int{1, 2, 3} {
		if lengths[length] == 0 {
			t.Errorf("no two actors are %d claims apart: the test shows nothing about them", length)
		}
	}
}

type pathFound struct {
	Length int
	Hops   []struct{ From, To, Claim struct{ ID string } }
}

// joined reports whether the hops lead from one actor to the other, over a claim each.
func (p pathFound) joined(from, to string) bool {
	at := from
	for _, hop := range p.Hops {
		if hop.From.ID != at || hop.Claim.ID == "" {
			return false
		}
		at = hop.To.ID
	}
	return at == to && len(p.Hops) == p.Length
}

// breadthFirst gives how many claims each actor is away from one, and over how many ways of that length.
func breadthFirst(ties map[string]map[string]int, from string) (away, ways map[string]int) {
	away, ways = map[string]int{from: 0}, map[string]int{from: 1}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for next, claims := range ties[queue[0]] {
			if _, seen := away[next]; !seen {
				away[next] = away[queue[0]] + 1
				queue = append(queue, next)
			}
			if away[next] == away[queue[0]]+1 {
				ways[next] += ways[queue[0]] * claims
			}
		}
	}
	return away, ways
}

// claimTies gives for each two actors how many claims tie them, from each side.
func claimTies(t *testing.T, h http.Handler) map[string]map[string]int {
	t.Helper()
	var answer struct {
		Data struct {
			Claims struct {
				Nodes []struct{ Subject, Object *struct{ ID string } }
			}
		}
	}
	_, body := post(h, `{ claims(where: {negated: {eq: false}}, first: 500) { nodes { subject { id } object { id } } } }`, nil)
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	ties := map[string]map[string]int{}
	add := func(from, to string) {
		if ties[from] == nil {
			ties[from] = map[string]int{}
		}
		ties[from][to]++
	}
	for _, c := range answer.Data.Claims.Nodes {
		if c.Subject == nil || c.Object == nil || c.Subject.ID == c.Object.ID {
			continue
		}
		add(c.Subject.ID, c.Object.ID)
		add(c.Object.ID, c.Subject.ID)
	}
	return ties
}
