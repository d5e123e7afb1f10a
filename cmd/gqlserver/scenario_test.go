package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// territory is what the articles of testdata/scenario dispute about.
const territory = "Abkhazia"

// scenario is a server that has read the articles.
type scenario struct {
	started
	ids map[string]string // article's id by file name
}

// TestScenario reads twenty-four articles of nine years about one disputed territory through the API, and asks what a reader of them would
// ask: who holds which position, since when, on whose word, what was taken back, denied or only hoped for, and who contradicts whom.
func TestScenario(t *testing.T) {
	s := scenario{start(t, false), map[string]string{}}
	s.readAll(t)
	for name, test := range map[string]func(scenario, *testing.T){
		"recognized": scenario.recognized, "as of": scenario.asOf, "known at": scenario.knownAt, "refused and withdrew": scenario.refused,
		"left out": scenario.leftOut, "origins": scenario.origins, "disputes": scenario.disputes, "timeline": scenario.timeline,
		"attribution": scenario.attribution, "identity": scenario.identity, "ways": scenario.ways, "quotes": scenario.quotes, "absence": scenario.absence,
	} {
		t.Run(name, func(t *testing.T) {
			s := s
			s.t = t
			test(s, t)
		})
	}
	t.Run("correction", s.correction) // changes the graph: comes last
}

// articleFile is an article with the fields of its front matter.
func articleFile(t *testing.T, path string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "---\n")
	head, text, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		t.Fatalf("%s has no front matter", path)
	}
	fields := map[string]any{"text": text}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if key == "date" {
			key = "publishedAt"
		}
		fields[key] = value
	}
	return fields
}

// readAll ingests all articles side by side in random order, and again in another: the second time nothing may change.
func (s scenario) readAll(t *testing.T) {
	t.Helper()
	paths, err := filepath.Glob("testdata/scenario/*.md")
	if err != nil || len(paths) < 24 {
		t.Fatalf("%d articles: %v", len(paths), err)
	}
	type done struct {
		file, id, fault string
	}
	var before kg.Counts
	for round := range 2 {
		all := make(chan done)
		rand.Shuffle(len(paths), func(i, j int) { paths[i], paths[j] = paths[j], paths[i] })
		for _, path := range paths {
			query, variables := ingestOne(articleFile(t, path))
			go func() {
				body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
				a := s.post(body)
				var data struct {
					Ingest struct {
						Results []struct {
							Article *struct{ ID string }
							Error   *struct{ Message string }
						}
					}
				}
				d := done{file: strings.TrimSuffix(filepath.Base(path), ".md"), fault: fmt.Sprint(a.Errors)}
				if err := json.Unmarshal(a.Data, &data); err == nil && len(data.Ingest.Results) == 1 && data.Ingest.Results[0].Article != nil {
					d.id, d.fault = data.Ingest.Results[0].Article.ID, ""
				}
				all <- d
			}()
		}
		for range paths {
			d := <-all
			if d.fault != "" {
				t.Fatalf("%s: %s", d.file, d.fault)
			}
			s.ids[d.file] = d.id
		}
		if round == 0 {
			before = s.counts()
		} else if after := s.counts(); after != before {
			t.Errorf("reading all again changed %+v to %+v", before, after)
		}
	}
}

// position is a row of an answer.
type position struct {
	Actor          struct{ Name string }
	Status         string
	FirstOn        string
	Origins        int
	Articles       int
	Evidence       []said
	Predicate      string
	Negated        bool
	Modality, Date string
	Reversal       bool
}

// said is a statement as the tests ask for it.
type said struct {
	ID       string
	Modality string
	Status   string
	Version  int
	Quote    struct {
		Exact      string
		Start, End int
	}
	Speaker *struct{ Name string }
	Via     []struct{ Name string }
	Article struct{ ID, Title, URL, PublishedAt, Text string }
}

const saidFields = `id modality status version quote { exact start end } speaker { name } via { name } article { id title url publishedAt text }`

// whoAnswer is what whoDid gives.
type whoAnswer struct {
	Rows    []position
	LeftOut []struct {
		Modality, Status string
		Negated          bool
		Count            int
		Evidence         []said
	}
	Absence *struct {
		Kind       string
		Statements []said
	}
}

// who asks whoDid about the territory; more arguments may be added.
func (s scenario) who(predicate, arguments string) whoAnswer {
	s.t.Helper()
	var data struct{ WhoDid whoAnswer }
	s.ask(`{ whoDid(predicate: "`+predicate+`", `+arguments+`) { rows { actor { name } status firstOn origins articles evidence { `+saidFields+` } }
	  leftOut { modality negated status count evidence { `+saidFields+` } } absence { kind statements { `+saidFields+` } } } }`, nil, &data)
	return data.WhoDid
}

const aboutTerritory = `target: "` + territory + `"`

// statuses lists who, the latest status and the first day.
func (a whoAnswer) statuses() []string {
	out := []string{}
	for _, r := range a.Rows {
		out = append(out, fmt.Sprintf("%s %s %s", r.Actor.Name, r.Status, r.FirstOn))
	}
	sort.Strings(out)
	return out
}

func (a whoAnswer) names() string {
	var out []string
	for _, r := range a.Rows {
		out = append(out, r.Actor.Name)
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// recognized: the current answer, with each one's latest position, the day and cited words.
func (s scenario) recognized(t *testing.T) {
	a := s.who("recognized", aboutTerritory)
	same(t, "who recognized", a.statuses(), []string{"Nauru RECOGNIZED 2009-12", "Nicaragua RECOGNIZED 2008", "Russia RECOGNIZED 2008",
		"Syria RECOGNIZED 2018-05-29", "Tuvalu WITHDREW_RECOGNITION 2011-09", "Vanuatu WITHDREW_RECOGNITION 2011-05", "Venezuela RECOGNIZED 2018-05-29"})
	for _, r := range a.Rows {
		if len(r.Evidence) == 0 {
			t.Errorf("%s has no evidence", r.Actor.Name)
		}
		for _, e := range r.Evidence {
			if !strings.Contains(e.Quote.Exact, "recogni") || !strings.HasPrefix(e.Article.URL, "https://") || e.Article.Title == "" {
				t.Errorf("%s is cited as %q from %q", r.Actor.Name, e.Quote.Exact, e.Article.URL)
			}
		}
	}
}

func (s scenario) asOf(t *testing.T) {
	same(t, "who had recognized by 2012", s.who("recognized", aboutTerritory+`, asOf: "2012"`).statuses(), []string{"Nauru RECOGNIZED 2009-12",
		"Nicaragua RECOGNIZED 2008", "Russia RECOGNIZED 2008", "Tuvalu RECOGNIZED 2011-09", "Vanuatu RECOGNIZED 2011-05"})
}

func (s scenario) knownAt(t *testing.T) {
	same(t, "what was known in February 2014", s.who("recognized", aboutTerritory+`, knownAt: "2014-02-01"`).statuses(),
		[]string{"Nauru RECOGNIZED 2009-12", "Tuvalu RECOGNIZED 2011-09", "Vanuatu WITHDREW_RECOGNITION 2011-05"})
}

func (s scenario) refused(t *testing.T) {
	same(t, "who refused", s.who("refused", aboutTerritory).names(), "Belarus, Poland")
	same(t, "who withdrew", s.who("withdrew", aboutTerritory).statuses(), []string{"Tuvalu WITHDREW_RECOGNITION 2014-03-31", "Vanuatu WITHDREW_RECOGNITION 2013-05"})
}

// leftOut: what is hedged, only possible, hoped for or denied is counted, listed on demand and shown when asked for.
func (s scenario) leftOut(t *testing.T) {
	a := s.who("recognized", aboutTerritory)
	found := map[string]int{}
	for _, l := range a.LeftOut {
		if l.Count != len(l.Evidence) {
			t.Errorf("%s %v: %d counted, %d listed", l.Modality, l.Negated, l.Count, len(l.Evidence))
		}
		for _, e := range l.Evidence {
			for _, country := range []string{"Ecuador", "Bolivia", "Belarus", "Serbia"} {
				if strings.Contains(e.Quote.Exact, country) {
					found[fmt.Sprintf("%s %s %v", country, l.Modality, l.Negated)] += 1
				}
			}
		}
	}
	same(t, "left out", found, map[string]int{"Ecuador HEDGED false": 1, "Bolivia HYPOTHETICAL false": 1, "Belarus FUTURE false": 1,
		"Serbia HEDGED false": 1, "Serbia ASSERTED true": 1})
	all := s.who("recognized", aboutTerritory+`, includeNonFactual: true`).names()
	for _, country := range []string{"Ecuador", "Bolivia", "Belarus", "Serbia"} {
		if !strings.Contains(all, country) {
			t.Errorf("%s is not among those that are reported in any way: %s", country, all)
		}
	}
}

// origins: three copies of one report are one origin.
func (s scenario) origins(t *testing.T) {
	for _, r := range s.who("recognized", aboutTerritory).Rows {
		if r.Actor.Name == "Venezuela" && (r.Articles != 3 || r.Origins != 1) {
			t.Errorf("Venezuela: %d articles of %d origins, want 3 of 1", r.Articles, r.Origins)
		}
	}
	var data struct {
		Articles struct {
			Nodes []struct{ Title, OriginID string }
		}
	}
	s.ask(`{ articles(first: 50) { nodes { title originId } } }`, nil, &data)
	origins := map[string][]string{}
	for _, a := range data.Articles.Nodes {
		origins[a.OriginID] = append(origins[a.OriginID], a.Title)
	}
	if len(data.Articles.Nodes) != 24 || len(origins) != 22 {
		t.Errorf("%d articles of %d origins, want 24 of 22: %v", len(data.Articles.Nodes), len(origins), origins)
	}
}

// disputes: both sides of each contradiction, and no contradiction where somebody changed sides.
func (s scenario) disputes(t *testing.T) {
	var data struct {
		About, Accused, Lost struct {
			Nodes []struct {
				Kind  string
				Sides []struct {
					Claim    struct{ Text string }
					Speakers []struct{ Name string }
					Evidence []said
				}
			}
		}
	}
	const fields = `{ nodes { kind sides { claim { text } speakers { name } evidence { ` + saidFields + ` } } } }`
	s.ask(`{ about: disputes(target: "`+territory+`", first: 50) `+fields+` accused: disputes(target: "Russia", kind: ATTRIBUTION) `+fields+
		` lost: disputes(target: "Georgia", kind: QUANTITY) `+fields+` }`, nil, &data)
	var got []string
	for _, d := range slices.Concat(data.About.Nodes, data.Accused.Nodes, data.Lost.Nodes) {
		var sides []string
		for _, side := range d.Sides {
			text, _, _ := strings.Cut(side.Claim.Text, " (")
			var speakers []string
			for _, who := range side.Speakers {
				speakers = append(speakers, who.Name)
			}
			if len(side.Evidence) == 0 {
				t.Errorf("%s has no evidence", text)
			}
			sides = append(sides, strings.TrimSpace(text+" by "+strings.Join(speakers, ", ")))
		}
		sort.Strings(sides)
		got = append(got, d.Kind+": "+strings.Join(sides, " | "))
	}
	sort.Strings(got)
	same(t, "disputes", got, []string{
		"ATTRIBUTION: Alexander Lukashenko accused Russia by | Russia denied it had put pressure on Belarus over Abkhazia by",
		"NEGATION: Serbia recognized Abkhazia by | not: Serbia recognized Abkhazia by Ivica Dačić",
		"NEGATION: Venezuela withdrew recognition of Abkhazia by Coast Net | not: Venezuela withdrew recognition of Abkhazia by Jorge Arreaza",
		"QUANTITY: Georgia lost 170 soldiers by Ministry of Defence of Georgia | Georgia lost 3000 soldiers by Ministry of Defence of Russia",
	})
}

// timeline: recognized, then withdrew, which is one reversal and no contradiction.
func (s scenario) timeline(t *testing.T) {
	var data struct {
		Timeline struct {
			Entries   []position
			Reversals int
		}
		Claims struct {
			Nodes []struct {
				Contested  bool
				Supersedes []struct{ Claim struct{ Text string } }
			}
		}
	}
	s.ask(`{ timeline(actor: "Tuvalu", `+aboutTerritory+`) { reversals entries { date predicate negated modality reversal } }
	  claims(where: {subject: {name: {eq: "Tuvalu"}}, object: {name: {eq: "`+territory+`"}}, predicate: {eq: WITHDREW_RECOGNITION}}) { nodes { contested supersedes { claim { text } } } } }`, nil, &data)
	var got []string
	for _, e := range data.Timeline.Entries {
		got = append(got, fmt.Sprintf("%s %s %s %v", e.Date, e.Predicate, e.Modality, e.Reversal))
	}
	same(t, "timeline", got, []string{"2011-09 RECOGNIZED ASSERTED false", "2014-03-31 WITHDREW_RECOGNITION ASSERTED true"})
	same(t, "reversals", data.Timeline.Reversals, 1)
	for _, c := range data.Claims.Nodes {
		if c.Contested || len(c.Supersedes) != 1 {
			t.Errorf("Tuvalu's withdrawal: %+v", c)
		}
	}
}

// attribution: who speaks through whom.
func (s scenario) attribution(t *testing.T) {
	s.says(t, "Bashar al-Assad", "faced the same enemies", "Apsnypress")
	s.says(t, "Daur Kove", "will open an embassy", "Apsnypress")
	s.says(t, "Ministry of Foreign Affairs of Syria", "expresses its gratitude", "SANA")
	s.says(t, "Ivica Dačić", "has not recognized", "")
	s.says(t, "Coast Net", "has withdrawn its recognition", "")
	s.says(t, "Jorge Arreaza", "has not withdrawn its recognition", "")
	s.says(t, "Taukelina Finikaso", "territorial integrity", "")
}

// identity: spellings of one person are one actor, two people of one surname are two.
func (s scenario) identity(t *testing.T) {
	var data struct {
		Actors struct {
			Nodes []struct {
				Name       string
				Aliases    []string
				Statements struct {
					Nodes []struct{ Quote struct{ Exact string } }
				}
			}
		}
	}
	s.ask(`{ actors(first: 200) { nodes { __typename name aliases statements(first: 50) { nodes { quote { exact } } } } } }`, nil, &data)
	people := map[string]string{}
	for _, a := range data.Actors.Nodes {
		var quotes []string
		for _, q := range a.Statements.Nodes {
			quotes = append(quotes, q.Quote.Exact)
		}
		for _, surname := range []string{"Kha", "Bzhan", "Shamba"} {
			if strings.Contains(a.Name, surname) {
				people[a.Name] = strings.Join(a.Aliases, ", ") + " | " + strings.Join(quotes, " | ")
			}
		}
	}
	one := func(surname string, parts ...string) {
		t.Helper()
		var who []string
		for name, is := range people {
			if strings.Contains(name, surname) {
				who = append(who, name+": "+is)
			}
		}
		if len(who) != 1 {
			t.Errorf("%s is %d actors: %s", surname, len(who), strings.Join(who, "\n"))
			return
		}
		for _, p := range parts {
			if !strings.Contains(who[0], p) {
				t.Errorf("%q is missing in %s", p, who[0])
			}
		}
	}
	one("Kha", "Khajimba", "Khadjimba", "would never return to Georgia", "is not for sale")
	one("Bzhan", "Bzhania", "Bzhaniya", "We have waited for this day")
	one("Sergei Shamba", "needed investors", "roads and ports")
	one("Taras Shamba", "should learn their language", "A people without a language")
	if strings.Contains(people["Sergei Shamba"], "language") || len(people) != 4 {
		t.Errorf("the two Shambas: %v", people)
	}
}

// ways: actors are tied by claims that can be cited.
func (s scenario) ways(t *testing.T) {
	var data struct {
		Path struct {
			Paths []struct {
				Length int
				Hops   []struct {
					From, To struct{ Name string }
					Evidence []said
				}
			}
		}
		Neighbours struct {
			Nodes []struct{ Name string }
		}
	}
	s.ask(`{ path(from: "Tuvalu", to: "Syria", first: 50) { paths { length hops { from { name } to { name } evidence { `+saidFields+` } } } }
	  neighbours(actor: "`+territory+`", first: 50) { nodes { __typename name } } }`, nil, &data)
	if len(data.Path.Paths) == 0 {
		t.Fatal("no way from Tuvalu to Syria")
	}
	var over []string
	for _, p := range data.Path.Paths {
		if p.Length != 2 {
			t.Errorf("a way of %d steps over %s", p.Length, p.Hops[0].To.Name)
		}
		over = append(over, p.Hops[0].To.Name)
		for _, h := range p.Hops {
			if len(h.Evidence) == 0 {
				t.Errorf("%s to %s has no evidence", h.From.Name, h.To.Name)
			}
		}
	}
	if !slices.Contains(over, territory) {
		t.Errorf("the ways from Tuvalu to Syria lead over %v", over)
	}
	var names []string
	for _, n := range data.Neighbours.Nodes {
		names = append(names, n.Name)
	}
	for _, want := range []string{"Russia", "Tuvalu", "Syria", "Poland", "Raul Khajimba", "Donetsk"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is no neighbour: %v", want, names)
		}
	}
}

// quotes: every statement's words stand at their offsets in the text of its article.
func (s scenario) quotes(t *testing.T) {
	type passage struct {
		Text       string
		Start, End int
	}
	var data struct {
		Statements struct {
			TotalCount int
			Nodes      []struct {
				said
				Content, Quoted, Source, Cue []passage
				Asserts                      []struct{ Evidence passage }
			}
		}
	}
	s.ask(`{ statements(first: 500) { totalCount nodes { `+saidFields+` content { text start end } quoted { text start end } source { text start end } cue { text start end } } } }`, nil, &data)
	if len(data.Statements.Nodes) != data.Statements.TotalCount || data.Statements.TotalCount < 80 {
		t.Fatalf("%d of %d statements", len(data.Statements.Nodes), data.Statements.TotalCount)
	}
	for _, n := range data.Statements.Nodes {
		text := kg.NewRunes(n.Article.Text)
		for _, p := range slices.Concat([]passage{{n.Quote.Exact, n.Quote.Start, n.Quote.End}}, n.Content, n.Quoted, n.Source, n.Cue) {
			if at, ok := text.Slice(p.Start, p.End); !ok || at != p.Text || at == "" {
				t.Errorf("%q is not at %d–%d of %q", p.Text, p.Start, p.End, n.Article.Title)
			}
		}
	}
}

// absence: why there is no answer is told apart.
func (s scenario) absence(t *testing.T) {
	kind := func(arguments string) string {
		var data struct{ WhatDid whoAnswer }
		s.ask(`{ whatDid(predicate: "recognized", `+arguments+`) { rows { actor { name } } absence { kind } } }`, nil, &data)
		if len(data.WhatDid.Rows) > 0 || data.WhatDid.Absence == nil {
			return fmt.Sprintf("%d rows", len(data.WhatDid.Rows))
		}
		return data.WhatDid.Absence.Kind
	}
	for _, c := range []struct{ arguments, want string }{
		{`actor: "Turkey", ` + aboutTerritory, "DECLINED_TO_COMMENT"},
		{`actor: "Serbia", ` + aboutTerritory, "DENIED"},
		{`actor: "NATO", ` + aboutTerritory, "NO_STATEMENT"},
		{`actor: "Mongolia", ` + aboutTerritory, "NOT_COVERED"},
		{`actor: "Tuvalu", ` + aboutTerritory + `, knownAt: "2013"`, "NOT_COVERED"},
	} {
		if got := kind(c.arguments); got != c.want {
			t.Errorf("%s: %s, want %s", c.arguments, got, c.want)
		}
	}
}

// correction: a misreported statement is taken back with a reason; the answer changes, nothing is lost, and the history says who and why.
func (s scenario) correction(t *testing.T) {
	s.t = t
	doubted := func() (list []said) {
		for _, l := range s.who("withdrew", aboutTerritory).LeftOut {
			for _, e := range l.Evidence {
				if strings.Contains(e.Quote.Exact, "Nicaragua") && l.Status == "CURRENT" && l.Modality == "HEDGED" {
					list = append(list, e)
				}
			}
		}
		return list
	}
	before := doubted()
	if len(before) != 1 {
		t.Fatalf("Nicaragua's withdrawal, which was wrong, is left out %d times: %+v", len(before), before)
	}
	var done struct {
		Retract struct{ Status string }
	}
	s.ask(`mutation($s: ID!, $v: Int) { retract(statement: $s, version: $v, reason: "the newspaper corrected itself", by: "desk") { status } }`,
		map[string]any{"s": before[0].ID, "v": before[0].Version}, &done)
	same(t, "status", done.Retract.Status, "RETRACTED")
	if after := doubted(); len(after) != 0 {
		t.Errorf("the statement still stands: %+v", after)
	}
	var history struct {
		History struct {
			Nodes []struct{ Kind, By, Reason string }
		}
	}
	s.ask(`query($s: ID!) { history(id: $s) { nodes { kind by reason } } }`, map[string]any{"s": before[0].ID}, &history)
	if len(history.History.Nodes) == 0 || history.History.Nodes[0].By != "desk" || history.History.Nodes[0].Reason != "the newspaper corrected itself" {
		t.Errorf("history: %+v", history)
	}
	var row said
	for _, r := range s.who("recognized", aboutTerritory).Rows {
		if r.Actor.Name == "Syria" {
			row = r.Evidence[0]
		}
	}
	s.ask(`mutation($s: ID!) { retract(statement: $s, reason: "test of one of three copies", by: "desk") { status } }`, map[string]any{"s": row.ID}, &done)
	if got := s.who("recognized", aboutTerritory).names(); !strings.Contains(got, "Syria") {
		t.Errorf("one of several reports was taken back, and the answer lost Syria: %s", got)
	}
}
