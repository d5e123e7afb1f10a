package imports

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

//go:embed data/wikidata.tsv
var wikidataClasses string

var (
	wikidataTable = readTable(wikidataClasses)
	itemID        = regexp.MustCompile(`^Q[1-9]\d{0,11}$`)
)

// Name is an actor of a Wikidata extract, or what is wrong at its place.
type Name struct {
	Place string
	Entry gazetteer.Entry
	Fault error
}

// term is a label or an alias of Wikidata in one language.
type term struct {
	Value string `json:"value"`
}

// wikidataItem is what is taken of an item in Wikidata's JSON.
type wikidataItem struct {
	ID      string            `json:"id"`
	Labels  map[string]term   `json:"labels"`
	Aliases map[string][]term `json:"aliases"`
	Claims  map[string][]struct {
		Rank string `json:"rank"`
		Main struct {
			Value struct {
				Value json.RawMessage `json:"value"`
			} `json:"datavalue"`
		} `json:"mainsnak"`
	} `json:"claims"`
}

// Names reads an extract of Wikidata: items as Wikidata's dumps have them, a line each, in a list or not. It hands over
// what the gazetteer can hold.
func Names(name string, r io.Reader, yield func(Name) error) error {
	return eachLine(name, r, func(n int, line []byte, tooLong bool) error {
		place := fmt.Sprintf("%s line %d", name, n)
		line = bytes.TrimSuffix(bytes.TrimSpace(line), []byte(","))
		if s := string(line); !tooLong && (s == "[" || s == "]" || s == "") {
			return nil
		}
		if tooLong {
			line = nil
		}
		var item wikidataItem
		if err := object(line, &item); err != nil {
			return yield(Name{Place: place, Fault: kg.Errorf(kg.Invalid, "%s: %s", place, err)})
		}
		e, what := item.entry()
		if what != "" {
			return yield(Name{Place: place, Fault: kg.Errorf(kg.Invalid, "%s: %s", place, what)})
		}
		return yield(Name{Place: place, Entry: e})
	})
}

// entry is what the gazetteer knows of an item; what says why it can know nothing.
func (w wikidataItem) entry() (e gazetteer.Entry, what string) {
	if !itemID.MatchString(w.ID) {
		return e, sprintf("%s is no id of an item", quoted(w.ID))
	}
	e = gazetteer.Entry{WikidataID: w.ID, Name: w.label()}
	if e.Name == "" {
		return e, w.ID + " has no label in English or Latin letters"
	}
	classes := w.classes()
	for _, c := range classes {
		if known := wikidataTable[c]; known != nil {
			e.Type, e.Kind = kg.EntityType(known[0]), known[1]
			break
		}
	}
	if e.Type == "" {
		return e, sprintf("%s (%s) is of the classes %v, and none of these acts", e.Name, w.ID, classes)
	}
	for _, n := range w.others() {
		switch {
		case n == e.Name || !holds(n):
		case !latin(n):
			e.Names = append(e.Names, n)
		case e.Type != kg.Person || strings.Contains(n, " "): // a surname alone means others, too
			e.Aliases = append(e.Aliases, n)
		}
	}
	return e, ""
}

func (w wikidataItem) label() string {
	for _, language := range []string{"en", "mul"} {
		if l := strings.TrimSpace(w.Labels[language].Value); holds(l) {
			return l
		}
	}
	for _, n := range w.others() {
		if holds(n) && latin(n) {
			return n
		}
	}
	return ""
}

// others lists all labels and aliases, sorted, each once.
func (w wikidataItem) others() []string {
	var out []string
	for _, l := range w.Labels {
		out = append(out, strings.TrimSpace(l.Value))
	}
	for _, list := range w.Aliases {
		for _, a := range list {
			out = append(out, strings.TrimSpace(a.Value))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shortest is how many letters a name must have: shorter ones mean too much.
const shortest = 3

// holds reports whether a name can be kept: it has letters, and nothing that parts names from each other in a file.
func holds(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLetter(r) {
			letters++
		}
		if r == '|' || r == '#' || unicode.IsControl(r) {
			return false
		}
	}
	least := shortest
	if !latin(name) {
		least = 2 // 中国
	}
	return letters >= least && len([]rune(name)) <= 200
}

func latin(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// classes are what an item is an instance of, without what Wikidata calls deprecated.
func (w wikidataItem) classes() []string {
	var out []string
	for _, c := range w.Claims["P31"] {
		var value struct {
			ID string `json:"id"`
		}
		if c.Rank != "deprecated" && json.Unmarshal(c.Main.Value.Value, &value) == nil && value.ID != "" {
			out = append(out, value.ID)
		}
	}
	return out
}
