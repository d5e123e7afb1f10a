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

func readGold(t *testing.T, collection string) []gold {
	t.Helper()
	file, err := os.Open("testdata/" + collection + ".tsv")
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
		g := gold{
			family:   fields[0],
			question: fields[1],
			refuse:   fields[0] == "refuse",
			want:     map[string]string{"kind": fields[2]},
		}
		for _, f := range fields[3:] {
			key, value, _ := strings.Cut(f, "=")
			if key == "kind" {
				key = "dispute"
			}
			g.want[key] = value
		}
		out = append(out, g)
	}
	if collection == "questions" {
		out = append(
			out,
			gold{family: "refuse", question: "", refuse: true},
			gold{family: "refuse", question: strings.Repeat("who recognized ", 700), refuse: true},
		)
	}
	return out
}

// understood writes an interpretation as gold does.
func understood(q Question) map[string]string {
	out := map[string]string{"kind": string(q.Kind)}
	ids := make([]string, len(q.Predicates))
	for i, id := range q.Predicates {
		ids[i] = string(id)
	}
	if len(ids) > 1 && ids[0] == "HOLDS_OFFICE_IN" {
		ids = ids[:1] // the others by which somebody may hold that post come along
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

// wrong says how an interpretation differs from gold, "" where it does not. Names compare as names do: case and "the"
// do not matter. Where gold gives several values with "|" between them, any of them is right.
func (g gold) wrong(q Question) string {
	have := understood(q)
	var out []string
	for _, key := range []string{"kind", "predicates", "actor", "target", "speaker", "via", "about", "asOf", "knownAt", "from", "to", "moment", "dispute", "negated"} {
		right := slices.ContainsFunc(strings.Split(g.want[key], "|"), func(want string) bool {
			if key == "predicates" {
				ids := strings.Split(want, ",")
				slices.Sort(ids)
				want = strings.Join(ids, ",")
			}
			return kg.FoldName(have[key]) == kg.FoldName(want)
		})
		if !right {
			out = append(out, fmt.Sprintf("%s %q, want %q", key, have[key], g.want[key]))
		}
	}
	return strings.Join(out, "; ")
}

// count is how many questions of a family were understood rightly, refused or read without confidence though they could
// be read, and understood wrongly with confidence.
type count struct{ all, right, unsure, wrong int }

func (c *count) add(d count) {
	c.all, c.right, c.unsure, c.wrong = c.all+d.all, c.right+d.right, c.unsure+d.unsure, c.wrong+d.wrong
}

func (c count) line(name string) string {
	return fmt.Sprintf(
		"%-12s R %5.1f  (%d of %d; %d unsure or refused, %d wrong with confidence)\n",
		strings.ReplaceAll(name, " ", "-"),
		100*float64(c.right)/float64(c.all),
		c.right,
		c.all,
		c.unsure,
		c.wrong,
	)
}

// TestQuestionScores keeps in files how many questions of each family are understood as they should be. In the
// collections that were mended on, none may be understood wrongly with confidence.
func TestQuestionScores(t *testing.T) {
	for _, c := range []struct {
		name string
		held bool // little was mended on it, or it asks for deeds that the vocabulary lacks: its figure only tells
	}{{name: "questions"}, {name: "second"}, {name: "third"}, {name: "fourth"}, {name: "fifth", held: true}, {name: "sixth", held: true}, {name: "seventh"}, {name: "eighth"}, {name: "ninth"}, {name: "tenth"}, {name: "eleventh"}, {name: "twelfth"}, {name: "thirteenth"}, {name: "fourteenth"}, {name: "fifteenth"}, {name: "sixteenth", held: true}, {name: "seventeenth"}, {name: "eighteenth"}, {name: "nineteenth"}, {name: "twentieth"}, {name: "twentyfirst"}, {name: "twentysecond"}, {name: "twentythird"}, {name: "twentyfourth"}, {name: "twentyfifth"}, {name: "twentysixth", held: true}, {name: "twentyseventh", held: true}, {name: "twentyeighth", held: true}, {name: "twentyninth", held: true}, {name: "forms"}} {
		t.Run(c.name, func(t *testing.T) {
			all, lines := examine(t, readGold(t, c.name), c.held)
			if !c.held && (all.wrong > 0 || 10*all.right < 9*all.all) {
				t.Errorf(
					"%d of %d are understood rightly, %d are understood wrongly with confidence",
					all.right,
					all.all,
					all.wrong,
				)
			}
			score.Ledger{
				Path:       "testdata/scores/" + c.name + ".txt",
				Tolerance:  0.1,
				Regenerate: "make score",
			}.Keep(
				t,
				lines,
				*update,
			)
		})
	}
}

// examine asks the questions of a collection, and counts for each family. The total is of the families without the
// questions to refuse.
func examine(t *testing.T, questions []gold, held bool) (count, string) {
	t.Helper()
	a := asker(t)
	families, counts := []string{}, map[string]*count{}
	for _, g := range questions {
		if counts[g.family] == nil {
			families, counts[g.family] = append(families, g.family), &count{}
		}
		one, complaint := g.ask(a)
		counts[g.family].add(one)
		switch {
		case complaint != "" && one.wrong > 0 && !held:
			t.Error(complaint)
		case complaint != "":
			t.Log(complaint)
		}
	}
	lines := "# share of questions that are understood rightly, in percent; of those to refuse, that are refused or unsure\n"
	all := count{}
	for _, f := range families {
		lines += counts[f].line(f)
		if f != "refuse" {
			all.add(*counts[f])
		}
	}
	lines += all.line("all-families")
	t.Log(lines)
	return all, lines
}

// ask counts one question, and says what is wrong with its interpretation.
func (g gold) ask(a *Asker) (count, string) {
	q, err := a.Interpret(g.question, testNow)
	switch {
	case err != nil && kg.CodeOf(err) != kg.Invalid:
		return count{all: 1, wrong: 1}, fmt.Sprintf("%.80q: %v", g.question, err)
	case g.refuse && (err != nil || q.Confidence < Sure):
		return count{all: 1, right: 1}, ""
	case err != nil:
		return count{all: 1, unsure: 1}, fmt.Sprintf("%s: %q is not understood: %v", g.family, g.question, err)
	case !g.refuse && g.wrong(q) == "":
		return count{all: 1, right: 1}, ""
	case q.Confidence < Sure:
		return count{
				all:    1,
				unsure: 1,
			}, fmt.Sprintf(
				"%s: %q is unsure (%.2f): %s",
				g.family,
				g.question,
				q.Confidence,
				g.wrong(q),
			)
	}
	return count{
			all:   1,
			wrong: 1,
		}, fmt.Sprintf(
			"%s: %q is understood wrongly with confidence %.2f: %s %s",
			g.family,
			g.question,
			q.Confidence,
			g.wrong(q),
			q.Text,
		)
}
