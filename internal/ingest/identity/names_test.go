package identity

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// tally counts what the linker says of pairs of one kind, by what is true of them.
type tally struct{ joined, review, nothing, apart int }

// ofNames says what the linker makes of two names alone; apart where they do not even meet.
func ofNames(a, b kg.Profile) string {
	keys := Keys(b.Type, b.Name)
	if a.ID == b.ID {
		return "joined"
	}
	if !slices.ContainsFunc(Keys(a.Type, a.Name), func(k string) bool { return slices.Contains(keys, k) }) {
		return "apart"
	}
	judged := Judge([]string{a.ID, b.ID}, []kg.Profile{a, b}, nil)
	switch {
	case len(judged) == 0:
		return "nothing"
	case judged[0].Verdict == kg.Same:
		return "joined"
	}
	return "for review"
}

func (t *tally) add(what string) {
	switch what {
	case "joined":
		t.joined++
	case "for review":
		t.review++
	case "nothing":
		t.nothing++
	default:
		t.apart++
	}
}

// TestNameScores measures who is taken for whom by names alone, kind by kind. Two who are different must never be joined.
func TestNameScores(t *testing.T) {
	data, err := os.ReadFile("testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	counts, order := map[string]*tally{}, []string{}
	var wrong []string
	for _, f := range lines(string(data)) {
		gold, kind := f[0], f[4]+"\t"+f[0]
		if counts[kind] == nil {
			counts[kind] = &tally{}
			order = append(order, kind)
		}
		profile := func(name string) kg.Profile {
			e := kg.NewEntity(kg.EntityType(f[1]), name)
			return kg.Profile{ID: e.ID, Type: e.Type, Name: name, Names: e.Names}
		}
		got := ofNames(profile(f[2]), profile(f[3]))
		counts[kind].add(got)
		if gold != "same" && got == "joined" {
			t.Errorf("%s and %s are joined, but are %s", f[2], f[3], gold)
		}
		if gold == "same" && got != "joined" || gold == "different" && got == "for review" || gold == "open" && got != "for review" {
			wrong = append(wrong, fmt.Sprintf("# %s: %s, %s: %s", gold, f[2], f[3], got))
		}
	}
	var out strings.Builder
	out.WriteString("# Pairs of testdata/names.tsv by kind, what is true of them, and what the linker says. Regenerate with make score.\n")
	out.WriteString("kind\tgold\tjoined\tfor review\tnothing\tnever meet\n")
	slices.SortStableFunc(order, strings.Compare)
	all := map[string]*tally{}
	for _, kind := range order {
		c := counts[kind]
		fmt.Fprintf(&out, "%s\t%d\t%d\t%d\t%d\n", kind, c.joined, c.review, c.nothing, c.apart)
		_, gold, _ := strings.Cut(kind, "\t")
		if all[gold] == nil {
			all[gold] = &tally{}
		}
		all[gold].joined, all[gold].review, all[gold].nothing, all[gold].apart = all[gold].joined+c.joined, all[gold].review+c.review, all[gold].nothing+c.nothing, all[gold].apart+c.apart
	}
	for _, gold := range []string{"same", "different", "open"} {
		fmt.Fprintf(&out, "all\t%s\t%d\t%d\t%d\t%d\n", gold, all[gold].joined, all[gold].review, all[gold].nothing, all[gold].apart)
	}
	out.WriteString(strings.Join(wrong, "\n") + "\n")
	compareScores(t, "testdata/names_scores.tsv", out.String())
}

// compareScores compares with a committed score file, or writes it.
func compareScores(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the scores are not those of %s; look, then run with -update: %s", file, diff)
	}
}

// TestRivalsOfMiddleNames checks that a name without a middle name is joined with nobody while it could be that of two.
func TestRivalsOfMiddleNames(t *testing.T) {
	of := func(names ...string) (ids []string, profiles []kg.Profile) {
		for _, name := range names {
			e := kg.NewEntity(kg.Person, name)
			ids, profiles = append(ids, e.ID), append(profiles, kg.Profile{ID: e.ID, Type: e.Type, Name: name})
		}
		return ids, profiles
	}
	verdicts := func(names ...string) map[kg.Verdict]int {
		ids, profiles := of(names...)
		out := map[kg.Verdict]int{}
		for _, j := range Judge(ids[len(ids)-1:], profiles, nil) {
			out[j.Verdict]++
		}
		return out
	}
	if got := verdicts("George Barlow", "George W. Barlow"); got[kg.Same] != 1 {
		t.Errorf("alone: %v", got)
	}
	if got := verdicts("George Barlow", "George W. Barlow", "George H. W. Barlow"); got[kg.Same] != 0 || got[kg.Unsure] != 2 {
		t.Errorf("with a rival: %v", got)
	}
	if got := verdicts("G. Barlow", "George Barlow", "Greta Barlow"); got[kg.Same] != 0 {
		t.Errorf("an initial of two: %v", got)
	}
}

// BenchmarkJudge judges a newcomer among many of one surname.
func BenchmarkJudge(b *testing.B) {
	var profiles []kg.Profile
	for i := range 500 {
		name := fmt.Sprintf("%c%c%cna Petrenko", 'A'+i%26, "aeiou"[i/26%5], "dklmnrst"[i/130%8])
		profiles = append(profiles, kg.Profile{ID: fmt.Sprint(i), Type: kg.Person, Name: name})
	}
	for b.Loop() {
		Judge([]string{"0"}, profiles, nil)
	}
}
