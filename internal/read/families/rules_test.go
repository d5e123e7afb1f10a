package families

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read"
)

const (
	ledgerFile  = "testdata/rules.tsv"
	reasonsFile = "testdata/rules_kept.tsv"
	newsFolder  = "../../../../shared/eval"
)

// worth is what a rule did in a collection, in texts.
type worth struct{ fired, decided, better, worse int }

func (w worth) String() string {
	return fmt.Sprintf("%4d %4d %4d %4d", w.fired, w.decided, w.better, w.worse)
}

// groupsOfTexts are the groups of texts that the ledger keeps apart.
var groupsOfTexts = []string{"own", "blind", "news"}

// TestRuleScores keeps a ledger of the rules: in how many texts each was applied, decided (the claims would be others without it), and made the claims
// better or worse by gold. News is real articles, some with gold; it is counted only where they are there. The test itself checks that every rule of
// grammar has its line, and no line is left of a rule that is gone; the counts are written with -update.
func TestRuleScores(t *testing.T) {
	if !*update {
		missingLines(t)
		return
	}
	reader := newReader(t)
	ledger := map[string]map[string]*worth{}
	for _, column := range groupsOfTexts {
		for _, it := range columnItems(t, column) {
			countRules(t, reader, it, column, ledger)
		}
	}
	for _, id := range append(reader.Rules(), rulesInCode(t)...) {
		if ledger[id] == nil {
			ledger[id] = map[string]*worth{}
		}
	}
	writeLedger(t, ledger)
}

// judgedText is a text, with gold where gold is true.
type judgedText struct {
	item
	gold bool
}

// columnItems are the texts of a column.
func columnItems(t *testing.T, column string) []judgedText {
	t.Helper()
	var out []judgedText
	if column == "news" {
		return newsItems(t)
	}
	for _, c := range collections {
		if (c.dir == "") != (column == "own") {
			continue
		}
		for _, f := range c.families {
			items, err := family(filepath.Join(c.dir, f))
			if err != nil {
				t.Fatal(err)
			}
			for _, it := range items {
				out = append(out, judgedText{it, true})
			}
		}
	}
	return out
}

// newsItems are real articles: those with gold claims, and others without.
func newsItems(t *testing.T) []judgedText {
	t.Helper()
	var out []judgedText
	golds := newsGold(t)
	for _, pattern := range []string{"realnews/text/*.txt", "polnear/dev/text/*.txt", "polnear/train/text/*.txt"} {
		files, err := filepath.Glob(filepath.Join(newsFolder, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			id := strings.TrimSuffix(filepath.Base(f), ".txt")
			claims, gold := golds[id]
			out = append(out, judgedText{item{id: id, text: string(data), claims: claims}, gold})
		}
	}
	if len(out) == 0 {
		t.Log("SKIPPED: the real articles are not there; their groupsOfTexts stay empty")
	}
	return out
}

// newsGold reads the gold claims of real articles by the article's name. Claims that are only acceptable are optional.
func newsGold(t *testing.T) map[string][]want {
	t.Helper()
	file, err := os.Open(filepath.Join(newsFolder, "realnews", "gold.jsonl"))
	if err != nil {
		return nil
	}
	defer file.Close()
	type gold struct {
		Subject, Object string
		Predicate       kg.PredicateID
		Negated         bool
		Modality        kg.Modality
		SubjectAlso     []string      `json:"subject_also"`
		ObjectAlso      []string      `json:"object_also"`
		ModalityAlso    []kg.Modality `json:"modality_also"`
	}
	out := map[string][]want{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var article struct {
			Doc                string
			Aliases            map[string][]string
			Claims, Acceptable []gold
		}
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			t.Fatal(err)
		}
		names := func(name string, also []string) []string {
			return append(append([]string{name}, also...), article.Aliases[name]...)
		}
		for i, c := range append(slices.Clone(article.Claims), article.Acceptable...) {
			out[article.Doc] = append(out[article.Doc], want{subject: names(c.Subject, c.SubjectAlso), object: names(c.Object, c.ObjectAlso),
				predicate: c.Predicate, negated: c.Negated, optional: i >= len(article.Claims), anySpeaker: true, anyFigure: true,
				modality: append([]kg.Modality{c.Modality}, c.ModalityAlso...)})
		}
	}
	return out
}

// countRules adds what each rule did in one text.
func countRules(t *testing.T, reader *read.Reader, it judgedText, column string, ledger map[string]map[string]*worth) {
	t.Helper()
	a, err := reader.Ablate(context.Background(), read.Text{Doc: it.id, Text: it.text})
	if err != nil {
		t.Fatal(err)
	}
	with := a.Without("")
	for rule := range a.Fired {
		if ledger[rule] == nil {
			ledger[rule] = map[string]*worth{}
		}
		w := ledger[rule][column]
		if w == nil {
			w = &worth{}
			ledger[rule][column] = w
		}
		w.fired++
		without := a.Without(rule)
		if cmp.Equal(bare(with), bare(without)) {
			continue
		}
		w.decided++
		if !it.gold {
			continue
		}
		switch d := it.value(with) - it.value(without); {
		case d > 0:
			w.better++
		case d < 0:
			w.worse++
		}
	}
}

// bare is the claims of a reading without their confidence, which every rule changes a little.
func bare(r kg.Reading) []kg.ReadClaim {
	out := slices.Clone(r.Claims)
	for i := range out {
		out[i].Confidence = 0
	}
	return out
}

// value is how good a reading is by gold: right claims and right modalities count for it, wrong claims against it.
func (it item) value(r kg.Reading) int {
	s := it.score(r)
	return 2*s.right - (s.predicted - s.right) + s.modality + s.figures + s.dates
}

func writeLedger(t *testing.T, ledger map[string]map[string]*worth) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# What each rule did, in texts: applied, decided (the claims would be others without it), better and worse by gold with it than without.\n" +
		"# own: sentences that the rules were written with; blind: sentences written before the rules saw them; news: real articles, 40 of them with gold.\n" +
		"# make score writes it\n")
	fmt.Fprintf(&b, "%-44s%20s%22s%22s\n", "", "own", "blind", "news")
	for _, rule := range slices.Sorted(maps.Keys(ledger)) {
		fmt.Fprintf(&b, "%-44s", rule)
		for _, c := range groupsOfTexts {
			w := ledger[rule][c]
			if w == nil {
				w = &worth{}
			}
			fmt.Fprintf(&b, "%s  ", w)
		}
		b.WriteString("\n")
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if err := os.WriteFile(ledgerFile, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fewest is how many texts of news a rule has to decide, unless blind sentences are better with it or a reason is given.
const fewest = 3

// missingLines checks that every rule has its line in the ledger, every line a rule, and every rule that decides hardly any news a reason.
func missingLines(t *testing.T) {
	t.Helper()
	data, err := os.ReadFile(ledgerFile)
	if err != nil {
		t.Fatalf("no ledger of rules; write it: make score (%v)", err)
	}
	kept := reasons(t)
	has := map[string]bool{}
	for _, line := range strings.Split(string(data), "\n") {
		fields := strings.Fields(line)
		if len(fields) != 1+4*len(groupsOfTexts) {
			continue
		}
		has[fields[0]] = true
		better, _ := strconv.Atoi(fields[7])
		news, _ := strconv.Atoi(fields[10])
		pattern := strings.Contains(fields[0], "#") // patterns are the vocabulary, which is data
		seldom := !pattern && better == 0 && news < fewest
		if !pattern && !seldom && kept[fields[0]] != "" {
			t.Errorf("%s needs no reason in %s: it decides %d texts of news and makes %d blind sentences better",
				fields[0], reasonsFile, news, better)
		}
		if seldom && kept[fields[0]] == "" {
			t.Errorf("%s decides %d texts of news and makes no blind sentence better; take it out, or give its reason in %s", fields[0], news, reasonsFile)
		}
	}
	for id := range kept {
		if !has[id] {
			t.Errorf("%s has a reason for %s, which is no rule", reasonsFile, id)
		}
	}
	for _, id := range rulesInCode(t) {
		if !has[id] {
			t.Errorf("the rule %s has no line in %s; write it: make score", id, ledgerFile)
		}
		delete(has, id)
	}
	for _, id := range newReader(t).Rules() {
		if !has[id] {
			t.Logf("the pattern %s has no line in %s yet; make score writes it", id, ledgerFile)
		}
		delete(has, id)
	}
	for id := range has {
		t.Errorf("%s has a line for %s, which is no rule; write it anew: make score", ledgerFile, id)
	}
}

// reasons are why rules stay that decide hardly any news.
func reasons(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(reasonsFile)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		if id, reason, ok := strings.Cut(line, "\t"); ok && !strings.HasPrefix(line, "#") {
			out[id] = reason
		}
	}
	return out
}

// ruleID is what the ids of rules of grammar look like: a room and a name.
var ruleID = regexp.MustCompile(`^[a-z]+\.[a-z]+(-[a-z]+)*$`)

// rulesInCode are the ids of the rules of grammar that stand in the rooms' code.
func rulesInCode(t *testing.T) []string {
	t.Helper()
	found := map[string]bool{}
	for _, room := range []string{"clause", "commitment", "frame", "match", "relation", "claim"} {
		files, err := filepath.Glob(filepath.Join("..", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				if id, err := strconv.Unquote(lit.Value); err == nil && ruleID.MatchString(id) {
					found[id] = true
				}
				return true
			})
		}
	}
	out := slices.Collect(maps.Keys(found))
	sort.Strings(out)
	return out
}
