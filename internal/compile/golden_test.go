package compile_test

import (
	"strings"
	"testing"

	"sayso/graph/goldentest"
)

// TestGoldenRecorded runs every case of testdata on the rows that graph's TestGolden recorded on Neo4j: the Cypher, its
// parameters and the JSON are as they were, without a database. A change to a plan is accepted by
// go test ./graph -run Golden -update, which runs the new plan.
func TestGoldenRecorded(t *testing.T) {
	cases, err := goldentest.Cases("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			differences, err := c.Replay()
			if err != nil {
				t.Fatal(err)
			}
			if len(differences) > 0 {
				t.Errorf("go test ./graph -run Golden -update writes what is new:\n%s", strings.Join(differences, "\n"))
			}
		})
	}
}
