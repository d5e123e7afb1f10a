// Command names measures who is taken for whom by names alone, over labelled pairs of names that nomenklatura publishes
// (contrib/name_bench/cases.csv; fetch the repository, none of it is kept here).
//
//	go run ./bench/names [-half looked-at|figure|all] [-show] FILE
//
// FILE is a table with the columns schema, name1, name2 and is_match. Rules may be made with the half looked-at; the
// other half is only for the figure.
package main

import (
	"crypto/sha256"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"slices"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
)

// labelled is a pair of names with gold.
type labelled struct {
	a, b kg.Profile
	same bool
}

// outcome is what becomes of a pair.
type outcome string

const (
	joined    outcome = "SAME"
	review    outcome = "UNSURE"
	nothing   outcome = "nothing"
	neverMeet outcome = "never meet"
)

func main() {
	half := flag.String("half", "all", "which pairs: looked-at, figure or all")
	show := flag.Bool("show", false, "print every pair that is not as its label says (of the half looked-at only)")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "names: give the table of labelled pairs (contrib/name_bench/cases.csv of nomenklatura)")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *half, *show && *half == "looked-at"); err != nil {
		fmt.Fprintln(os.Stderr, "names: "+err.Error())
		os.Exit(1)
	}
}

func run(file, half string, show bool) error {
	pairs, err := load(file, half)
	if err != nil {
		return err
	}
	counts := map[bool]map[outcome]int{true: {}, false: {}}
	for _, p := range pairs {
		o, score := decide(p)
		counts[p.same][o]++
		missed, wronglyMet := p.same && o != joined, !p.same && (o == joined || o == review)
		if show && (missed || wronglyMet) {
			fmt.Printf("%v\t%s\t%s\t%s\t%.2f\n", p.same, o, p.a.Name, p.b.Name, score)
		}
	}
	print(counts)
	return nil
}

// decide asks the linker about a pair of which it knows only the names.
func decide(p labelled) (outcome, float64) {
	if p.a.ID == p.b.ID {
		return joined, 1 // one recorded actor
	}
	if !slices.ContainsFunc(identity.Keys(p.a.Type, p.a.Name), func(key string) bool {
		return slices.Contains(identity.Keys(p.b.Type, p.b.Name), key)
	}) {
		return neverMeet, 0
	}
	judged := identity.Judge([]string{p.a.ID, p.b.ID}, []kg.Profile{p.a, p.b}, nil)
	switch {
	case len(judged) == 0:
		return nothing, 0
	case judged[0].Verdict == kg.Same:
		return joined, judged[0].Score
	}
	return review, judged[0].Score
}

func print(counts map[bool]map[outcome]int) {
	fmt.Println("label\tSAME\tUNSURE\tnothing\tnever meet")
	for _, same := range []bool{true, false} {
		c := counts[same]
		fmt.Printf("%v\t%d\t%d\t%d\t%d\n", same, c[joined], c[review], c[nothing], c[neverMeet])
	}
	right, wrong := counts[true], counts[false]
	all := right[joined] + right[review] + right[nothing] + right[neverMeet]
	candidates := right[joined] + right[review]
	fmt.Printf("SAME: precision %.1f %%, recall %.1f %%\n", percent(right[joined], right[joined]+wrong[joined]),
		percent(right[joined], all))
	fmt.Printf("SAME or UNSURE: precision %.1f %%, recall %.1f %%\n",
		percent(candidates, candidates+wrong[joined]+wrong[review]), percent(candidates, all))
}

func percent(part, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(part) / float64(of)
}

// load reads the pairs of a half.
func load(file, half string) ([]labelled, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s is empty", file)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, name := range []string{"schema", "name1", "name2", "is_match"} {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("%s has no column %s; it must be a table of labelled pairs", file, name)
		}
	}
	var out []labelled
	for _, row := range rows[1:] {
		a, b := row[column["name1"]], row[column["name2"]]
		if in := halfOf(a, b); half != "all" && half != in {
			continue
		}
		t := kg.Organization
		if row[column["schema"]] == "Person" {
			t = kg.Person
		}
		out = append(out, labelled{profile(t, a), profile(t, b), row[column["is_match"]] == "true"})
	}
	return out, nil
}

// halfOf deals the pairs by a hash of their names, so that a new edition of the table moves none.
func halfOf(a, b string) string {
	if sha256.Sum256([]byte(a + "\t" + b))[0]%2 == 0 {
		return "looked-at"
	}
	return "figure"
}

func profile(t kg.EntityType, name string) kg.Profile {
	e := kg.NewEntity(t, name)
	return kg.Profile{ID: e.ID, Type: t, Name: name, Names: e.Names}
}
