package ask

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read/score"
)

var update = flag.Bool("update", false, "write the committed figures anew")

// gold is a question with how it is to be understood; refuse tells that it must not be understood with confidence.
type gold struct {
	family, question string
	want             map[string]string
	refuse           bool
}

func readGold(t *testing.T) []gold {
	t.Helper()
	file, err := os.Open("testdata/questions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var out []gold
	for s := bufio.NewScanner(file); s.Scan(); {
		fields := strings.Split(s.Text(), "\t")
		if strings.HasPrefix(s.Text(), "# ") || len(fields) < 3 {
			continue
		}
		g := gold{family: fields[0], question: fields[1], refuse: fields[0] == "refuse", want: map[string]string{"kind": fields[2]}}
		for _, f := range fields[3:] {
			key, value, _ := strings.Cut(f, "=")
			if key == "kind" {
				key = "dispute"
			}
			g.want[key] = value
		}
		out = append(out, g)
	}
	return append(out, gold{family: "refuse", question: "", refuse: true}, gold{family: "refuse", question: strings.Repeat("who recognized ", 700), refuse: true})
}

// understood writes an interpretation as gold does.
func understood(q Question) map[string]string {
	out := map[string]string{"kind": string(q.Kind)}
	ids := make([]string, len(q.Predicates))
	for i, id := range q.Predicates {
		ids[i] = string(id)
	}
	slices.Sort(ids)
	for key, value := range map[string]string{"predicates": strings.Join(ids, ","), "actor": q.Actor, "target": q.Target, "speaker": q.Speaker, "via": q.Via,
		"about": q.About, "asOf": string(q.AsOf), "knownAt": string(q.KnownAt), "from": string(q.From), "to": string(q.To), "moment": string(q.Moment),
		"dispute": q.Dispute} {
		if value != "" {
			out[key] = value
		}
	}
	if q.Negated {
		out["negated"] = "true"
	}
	return out
}

// wrong says how an interpretation differs from gold, "" where it does not. Names compare as names do: case and "the" do not matter.
func (g gold) wrong(q Question) string {
	have := understood(q)
	var out []string
	for _, key := range []string{"kind", "predicates", "actor", "target", "speaker", "via", "about", "asOf", "knownAt", "from", "to", "moment", "dispute", "negated"} {
		want := g.want[key]
		if key == "predicates" {
			ids := strings.Split(want, ",")
			slices.Sort(ids)
			want = strings.Join(ids, ",")
		}
		if kg.FoldName(have[key]) != kg.FoldName(want) {
			out = append(out, fmt.Sprintf("%s %q, want %q", key, have[key], want))
		}
	}
	return strings.Join(out, "; ")
}

// TestQuestionScores keeps in a file how many questions of each family are understood as they should be. None may be understood wrongly with
// confidence.
func TestQuestionScores(t *testing.T) {
	a := asker(t)
	type count struct{ all, right, unsure int }
	families, counts, sure := []string{}, map[string]*count{}, 0
	for _, g := range readGold(t) {
		if counts[g.family] == nil {
			families, counts[g.family] = append(families, g.family), &count{}
		}
		c := counts[g.family]
		c.all++
		q, err := a.Interpret(g.question, testNow)
		switch {
		case err != nil && kg.CodeOf(err) != kg.Invalid:
			t.Errorf("%.80q: %v", g.question, err)
		case err != nil && g.refuse || err == nil && g.refuse && q.Confidence < Sure:
			c.right++
		case err != nil:
			c.unsure++
			t.Logf("%s: %q is not understood: %v", g.family, g.question, err)
		case !g.refuse && g.wrong(q) == "":
			c.right++
		case q.Confidence < Sure:
			c.unsure++
			t.Logf("%s: %q is unsure (%.2f): %s", g.family, g.question, q.Confidence, g.wrong(q))
		default:
			sure++
			t.Errorf("%s: %q is understood wrongly with confidence %.2f: %s %s", g.family, g.question, q.Confidence, g.wrong(q), q.Text)
		}
	}
	lines := "# share of questions that are understood rightly, in percent; of those to refuse, that are refused or unsure\n"
	all := count{}
	for _, f := range families {
		c := counts[f]
		lines += fmt.Sprintf("%-12s R %5.1f  (%d of %d)\n", strings.ReplaceAll(f, " ", "-"), 100*float64(c.right)/float64(c.all), c.right, c.all)
		if f != "refuse" {
			all.all, all.right = all.all+c.all, all.right+c.right
		}
	}
	lines += fmt.Sprintf("%-12s R %5.1f  (%d of %d)\n", "all-families", 100*float64(all.right)/float64(all.all), all.right, all.all)
	if sure > 0 || 10*all.right < 9*all.all {
		t.Errorf("%d of %d are understood rightly, %d are understood wrongly with confidence", all.right, all.all, sure)
	}
	t.Log(lines)
	score.Ledger{Path: "testdata/scores/questions.txt", Tolerance: 0.1, Regenerate: "make score"}.Keep(t, lines, *update)
}
