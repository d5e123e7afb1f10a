package graph_test

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// retractions are records of recognitions that were taken back, told again later without a date, and held on to.
func retractions() []kg.Record {
	said := func(sentence, subject string, p kg.PredicateID) kgtest.Said {
		return kgtest.Said{Sentence: sentence, Subject: subject, Predicate: p, Object: "Ostia"}
	}
	return []kg.Record{
		kgtest.Record("Nornia withdrew its recognition of Ostia. Pernia withdrew its recognition of Ostia. Quornia withdrew its recognition of Ostia.", "Withdrawals", "2014-03-01",
			said("Nornia withdrew its recognition of Ostia", "Nornia", "WITHDREW_RECOGNITION"), said("Pernia withdrew its recognition of Ostia", "Pernia", "WITHDREW_RECOGNITION"),
			said("Quornia withdrew its recognition of Ostia", "Quornia", "WITHDREW_RECOGNITION")),
		kgtest.Record("Nornia had recognized Ostia for years. Quornia continues to recognize Ostia. Rornia recognized Ostia.", "Looking back", "2021-12-08",
			said("Nornia had recognized Ostia for years", "Nornia", "RECOGNIZED"), said("Quornia continues to recognize Ostia", "Quornia", "RECOGNIZED"),
			said("Rornia recognized Ostia", "Rornia", "RECOGNIZED")),
	}
}

// TestTakenBack: who took a recognition back has given one; telling of it once more does not give it again, holding on to it does. It is the same whichever position
// is asked for, and whomever the question begins with.
func TestTakenBack(t *testing.T) {
	store := openGraph(t)
	for _, r := range retractions() {
		if _, err := store.Save(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	h := newHandler(t, store)
	ask := func(query string) []string {
		t.Helper()
		var got struct {
			Data map[string]struct {
				Rows []struct {
					Actor           struct{ Name string }
					Status, FirstOn string
					Origins         int
				}
			}
			Errors []struct{ Message string }
		}
		_, body := post(h, query, nil)
		if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Errors) > 0 {
			t.Fatalf("%s: %v %s", query, err, body)
		}
		var out []string
		for _, answer := range got.Data {
			for _, r := range answer.Rows {
				if r.Origins != 1 {
					t.Errorf("%s: %s has %d origins, want 1", query, r.Actor.Name, r.Origins)
				}
				out = append(out, r.Actor.Name+" "+r.Status+" "+r.FirstOn)
			}
		}
		slices.Sort(out)
		return out
	}
	for query, want := range map[string][]string{
		`{ whoDid(predicate: "recognized", target: "Ostia") { rows { actor { name } status firstOn origins } } }`: {
			"Nornia WITHDREW_RECOGNITION 2021-12-08", "Pernia WITHDREW_RECOGNITION 2014-03-01", "Quornia RECOGNIZED 2021-12-08", "Rornia RECOGNIZED 2021-12-08"},
		`{ whoDid(predicate: "withdrew", target: "Ostia") { rows { actor { name } status firstOn origins } } }`: {
			"Nornia WITHDREW_RECOGNITION 2014-03-01", "Pernia WITHDREW_RECOGNITION 2014-03-01", "Quornia RECOGNIZED 2014-03-01"},
		`{ whatDid(actor: "Nornia", predicate: "recognized") { rows { actor { name } status firstOn origins } } }`: {"Nornia WITHDREW_RECOGNITION 2021-12-08"},
	} {
		if diff := cmp.Diff(want, ask(query)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", query, diff)
		}
	}
}
