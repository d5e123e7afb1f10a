package families

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// item is a text with the claims it makes.
type item struct {
	id, text string
	claims   []want
}

// want is a claim that is right. Every list holds readings that are equally right.
type want struct {
	subject, object []string
	predicate       kg.PredicateID
	negated         bool
	optional        bool
	modality        []kg.Modality
	speaker         []string // nil: the article's own voice
	anySpeaker      bool
	figure          *figure
	anyFigure       bool
	date, role      string
	line            string // as written, to show it
}

type figure struct {
	value    float64
	unit     string // "*" is any
	bound    []kg.Bound
	anyBound bool
}

var (
	head   = regexp.MustCompile(`^([a-z][0-9]{2}): (\S.*)$`)
	amount = regexp.MustCompile(`^([0-9.]+) (.+?)(?: ((?:AT_LEAST|AT_MOST|ABOUT|MORE_THAN|LESS_THAN|ANY_BOUND)(?:/[A-Z_]+)*))?$`)
)

// family reads testdata/NAME.txt.
func family(name string) ([]item, error) {
	data, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		return nil, err
	}
	known, err := predicates()
	if err != nil {
		return nil, err
	}
	return parseFamily(string(data), known)
}

func predicates() (map[string]bool, error) {
	entries, err := vocabulary.Entries()
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, e := range entries {
		known[string(e.ID)] = true
	}
	return known, nil
}

func parseFamily(data string, known map[string]bool) ([]item, error) {
	var out []item
	seen := map[string]bool{}
	for n, line := range strings.Split(data, "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] != ' ':
			m := head.FindStringSubmatch(line)
			if m == nil || seen[m[1]] {
				return nil, fmt.Errorf(`line %d: want "id: text" with an id of its own, such as "r07: Ghana …"`, n+1)
			}
			seen[m[1]] = true
			out = append(out, item{id: m[1], text: m[2]})
		case len(out) == 0:
			return nil, fmt.Errorf("line %d: a claim before the first text", n+1)
		default:
			w, err := parseClaim(strings.TrimSpace(line), known)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", n+1, err)
			}
			it := &out[len(out)-1]
			it.claims = append(it.claims, w)
		}
	}
	return out, nil
}

// parseClaim reads "subject PREDICATE object ; mark ; mark", as README.md says.
func parseClaim(line string, known map[string]bool) (want, error) {
	w := want{line: line}
	line, w.optional = strings.CutPrefix(line, "? ")
	parts := strings.Split(line, " ; ")
	words := strings.Fields(parts[0])
	for i, word := range words {
		if known[word] {
			w.subject = readings(strings.Join(words[:i], " "))
			w.predicate = kg.PredicateID(word)
			w.object = readings(strings.Join(words[i+1:], " "))
		}
	}
	if len(w.subject) == 0 || len(w.object) == 0 {
		return w, fmt.Errorf(`%q is not "subject PREDICATE object" with a predicate of the vocabulary; write "-" for an empty name`, parts[0])
	}
	for _, mark := range parts[1:] {
		if err := w.mark(mark); err != nil {
			return w, err
		}
	}
	if w.modality == nil {
		w.modality = []kg.Modality{kg.Asserted}
	}
	return w, nil
}

func readings(s string) []string {
	if s == "" {
		return nil
	}
	out := strings.Split(s, " / ")
	for i, r := range out {
		if r == "-" {
			out[i] = ""
		}
	}
	return out
}

func (w *want) mark(mark string) error {
	key, value, _ := strings.Cut(mark, " ")
	switch {
	case mark == "not":
		w.negated = true
	case mark == "any figure":
		w.anyFigure = true
	case mark == "by ?":
		w.anySpeaker = true
	case key == "by":
		w.speaker = readings(value)
	case key == "date":
		w.date = value
	case key == "role":
		w.role = value
	case mark[0] >= '0' && mark[0] <= '9':
		return w.amount(mark)
	default:
		return w.modal(mark)
	}
	return nil
}

func (w *want) modal(mark string) error {
	for _, m := range strings.Split(mark, "/") {
		known := false
		for _, k := range kg.Modalities() {
			known = known || string(k) == m
		}
		if !known {
			return fmt.Errorf("unknown mark %q", mark)
		}
		w.modality = append(w.modality, kg.Modality(m))
	}
	return nil
}

func (w *want) amount(mark string) error {
	m := amount.FindStringSubmatch(mark)
	if m == nil {
		return fmt.Errorf(`%q is not a figure such as "14 people AT_LEAST"`, mark)
	}
	value, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return fmt.Errorf("figure %q: %w", mark, err)
	}
	f := &figure{value: value, unit: m[2], anyBound: m[3] == "ANY_BOUND", bound: []kg.Bound{kg.Exactly}}
	if m[3] != "" {
		f.bound = nil
		for _, b := range strings.Split(m[3], "/") {
			f.bound = append(f.bound, kg.Bound(b))
		}
	}
	w.figure = f
	return nil
}

func TestParseClaimRefusesBadLines(t *testing.T) {
	known := map[string]bool{"KILLED": true}
	for _, bad := range []string{"storm KILLED", "KILLED two men", "storm HURT two men", "storm KILLED two men ; maybe",
		"storm KILLED two men ; 2", "storm KILLED two men ; FUTURE/SOON"} {
		if _, err := parseClaim(bad, known); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
	w, err := parseClaim("? storm / - KILLED two men ; not ; HEDGED/FUTURE ; 2 men AT_LEAST ; by Ana Ruiz ; date 2020", known)
	if err != nil {
		t.Fatal(err)
	}
	if !w.optional || !w.negated || len(w.modality) != 2 || w.subject[1] != "" || w.figure.unit != "men" ||
		w.figure.bound[0] != kg.AtLeast || w.speaker[0] != "Ana Ruiz" || w.date != "2020" {
		t.Errorf("read as %+v", w)
	}
}
