package identity

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"sayso/internal/kg"
)

var update = flag.Bool("update", false, "write the score file anew")

// pairOf reads one line of pairs.tsv.
func pairOf(t *testing.T, line string) (verdict string, a, b kg.Profile, rivals int) {
	t.Helper()
	f := strings.Split(line, "\t")
	for len(f) < 11 {
		f = append(f, "")
	}
	list := func(s string) []string {
		if s == "" {
			return nil
		}
		return strings.Split(s, "|")
	}
	profile := func(id, name, roles, affiliations, companions string) kg.Profile {
		return kg.Profile{ID: id, Type: kg.EntityType(f[1]), Name: name, Names: []string{kg.FoldName(name)}, Roles: list(roles), Affiliations: list(affiliations), Companions: list(companions)}
	}
	return f[0], profile("left", f[2], f[3], f[4], f[5]), profile("right", f[6], f[7], f[8], f[9]), len(list(f[10]))
}

// TestPairScores measures the thresholds on pairs with gold. Joining two who are different is the error that must not happen.
func TestPairScores(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]map[string]int{"same": {}, "different": {}, "open": {}}
	var wrong []string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		gold, a, b, rivals := pairOf(t, line)
		got := "nothing"
		s, ok := Compare(a, b, rivals)
		switch {
		case ok && s.Chance >= sameFrom:
			got = "joined"
		case ok && s.Chance >= unsureFrom:
			got = "for review"
		}
		counts[gold][got]++
		if gold == "same" && got != "joined" || gold != "same" && got == "joined" {
			wrong = append(wrong, fmt.Sprintf("%s: %s, %s: %s, %.2f %s", gold, a.Name, b.Name, got, s.Chance, strings.Join(s.Reasons, "; ")))
		}
	}
	var out strings.Builder
	out.WriteString("# Pairs of testdata/pairs.tsv by what is true of them and what the linker says. Regenerate with make score.\ngold\tjoined\tfor review\tnothing\n")
	for _, gold := range []string{"same", "different", "open"} {
		fmt.Fprintf(&out, "%s\t%d\t%d\t%d\n", gold, counts[gold]["joined"], counts[gold]["for review"], counts[gold]["nothing"])
	}
	for _, w := range wrong {
		out.WriteString("# " + w + "\n")
	}
	if n := counts["different"]["joined"] + counts["open"]["joined"]; n > 0 {
		t.Errorf("%d pairs are joined that are different or open", n)
	}
	compareScores(t, "testdata/scores.tsv", out.String())
}
