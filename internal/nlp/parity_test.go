package nlp

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var moreReference = flag.String("reference", "", "directory with further texts (*.txt) and what spaCy makes of them (*.tsv)")

// annotated is a text with what spaCy makes of it.
type annotated struct {
	name, text string
	tokens     []Token
}

func readReference(t *testing.T, texts string) []annotated {
	t.Helper()
	source, err := os.ReadFile(texts)
	if err != nil {
		t.Fatal(err)
	}
	table, err := os.ReadFile(strings.TrimSuffix(texts, ".txt") + ".tsv")
	if err != nil {
		t.Fatal(err)
	}
	var out []annotated
	bodies := splitSections(string(source))
	tables := splitSections(string(table))
	if len(bodies) != len(tables) || len(bodies) == 0 {
		t.Fatalf("%s has %d texts but the reference has %d; run convert/reference.py", texts, len(bodies), len(tables))
	}
	for i, b := range bodies {
		a := annotated{name: b[0], text: b[1]}
		for n, line := range strings.Split(tables[i][1], "\n") {
			if line == "" {
				continue
			}
			a.tokens = append(a.tokens, referenceToken(t, line, n))
		}
		out = append(out, a)
	}
	return out
}

func splitSections(s string) (out [][2]string) {
	for _, section := range strings.Split("\n"+s, "\n=== ")[1:] {
		name, body, _ := strings.Cut(section, "\n")
		out = append(out, [2]string{name, body})
	}
	if n := len(out); n > 0 {
		out[n-1][1] = strings.TrimSuffix(out[n-1][1], "\n")
	}
	return out
}

func referenceToken(t *testing.T, line string, n int) Token {
	t.Helper()
	f := strings.Split(line, "\t")
	if len(f) != 11 {
		t.Fatalf("reference line has %d fields: %s", len(f), line)
	}
	unquote := func(s string) (out string) {
		if err := json.Unmarshal([]byte(s), &out); err != nil {
			t.Fatalf("reference line %s: %v", line, err)
		}
		return out
	}
	number := func(s string) int {
		v, err := strconv.Atoi(s)
		if err != nil {
			t.Fatalf("reference line %s: %v", line, err)
		}
		return v
	}
	tok := Token{
		Text: unquote(f[0]), Norm: unquote(f[1]), Start: number(f[2]), Space: f[3] == "1", Tag: f[4], Pos: f[5],
		Lemma: unquote(f[6]), Head: n + number(f[7]), Dep: f[8], SentStart: f[9] == "1", Ent: f[10],
	}
	tok.End = tok.Start + len([]rune(tok.Text))
	return tok
}

// differences names the fields in which two tokens differ.
func differences(got, want Token) (out []string) {
	add := func(name string, differs bool) {
		if differs {
			out = append(out, name)
		}
	}
	add("token", got.Text != want.Text || got.Start != want.Start || got.End != want.End || got.Space != want.Space)
	add("norm", got.Norm != want.Norm)
	add("tag", got.Tag != want.Tag)
	add("head", got.Head != want.Head)
	add("dep", got.Dep != want.Dep)
	add("sent", got.SentStart != want.SentStart)
	add("ent", got.Ent != want.Ent)
	add("pos", got.Pos != want.Pos)
	add("lemma", got.Lemma != want.Lemma)
	return out
}

func TestParity(t *testing.T) {
	dirs := []string{"testdata"}
	if *moreReference != "" {
		dirs = append(dirs, *moreReference)
	}
	p, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		if len(files) == 0 {
			t.Fatalf("no texts in %s", dir)
		}
		for _, file := range files {
			t.Run(filepath.Base(file), func(t *testing.T) { checkParity(t, p, readReference(t, file)) })
		}
	}
}

func checkParity(t *testing.T, p *Pipeline, texts []annotated) {
	total, whole, words := 0, 0, 0
	wrong := map[string]int{}
	for _, a := range texts {
		got := p.Analyze(a.text, nil).Tokens
		total += len(a.tokens)
		if len(got) != len(a.tokens) {
			t.Errorf("%s: %d tokens, spaCy has %d", a.name, len(got), len(a.tokens))
			logFirstCut(t, a, got)
			continue
		}
		for i, want := range a.tokens {
			fields := differences(got[i], want)
			for _, f := range fields {
				wrong[f]++
			}
			if len(fields) == 0 {
				whole++
			} else {
				t.Logf("%s token %d differs in %v:\n  got  %v\n  want %v", a.name, i, fields, got[i], want)
			}
			if wordsAgree(fields) {
				words++
			}
		}
	}
	share := 100 * float64(words) / float64(total)
	t.Logf("%d tokens; equal in norm, tag, head, dep, sentence start and entity %.3f %%; in all fields %.3f %%; differing fields %v",
		total, share, 100*float64(whole)/float64(total), wrong)
	if share < 99.9 {
		t.Errorf("only %.3f %% of tokens are as spaCy has them, want 99.9 %%", share)
	}
	for _, f := range []string{"pos", "lemma"} {
		if s := 100 * float64(total-wrong[f]) / float64(total); s < 99.9 {
			t.Errorf("only %.3f %% of tokens have spaCy's %s, want 99.9 %%", s, f)
		}
	}
}

func wordsAgree(fields []string) bool {
	for _, f := range fields {
		if f != "pos" && f != "lemma" {
			return false
		}
	}
	return true
}

func logFirstCut(t *testing.T, a annotated, got []Token) {
	for i := range min(len(got), len(a.tokens)) {
		if got[i].Text != a.tokens[i].Text || got[i].Space != a.tokens[i].Space {
			t.Logf("%s token %d: got %q (blank %v), want %q (blank %v)", a.name, i, got[i].Text, got[i].Space, a.tokens[i].Text, a.tokens[i].Space)
			return
		}
	}
}
