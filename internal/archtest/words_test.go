package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso/internal/read/vocabulary"
)

// wordless are the rooms that may have neither: reading and asking.
var wordless = []string{"internal/read/", "internal/ask/", "internal/dispute/"}

// keyed are the rooms whose lists are keys of files, features of a model or our own enumerations, and no English.
var keyed = []string{
	"internal/read/vocabulary",
	"internal/read/score",
	"internal/read/openai",
	"internal/read/tagger/measure",
	"internal/read/tagger/features",
}

// told are files that write sentences for people.
var told = []string{"internal/ask/describe.go", "internal/ask/unread.go"}

// labels are the words of our own enumerations, of the parser's label scheme and of file formats, which are no English.
var labels = strings.Fields(`
	acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative dep det dobj expl intj mark meta neg nmod
	npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp prefix
	inner inner-with thatsubject clause none
	flat channel state government settlement region territory country outlet force water area organization company unnamed company army office leads staff member university
	spokesperson adviser person place actor entity text any armed optional object
	role verb noun copula structure mutual between ellipsis measure headline said
	tree mentions frames statements claims`)

func init() {
	labels = append(labels, vocabulary.Needs()...)
	labels = append(labels, named...)
}

// named are the classes of words, kinds of patterns, outcomes and files that Go names.
var named = strings.Fields(`message right wrong through figure victims explain`)

// kinds are those of the labels that have two words.
var kinds = []string{"armed force", "disputed territory", "international body", "named organization"}

// grammatical are the words of closed classes by which the grammar of English is written. Code is grammar: a test for
// one of them is no list that anybody would add a word to.
var grammatical = strings.Fields(`
	the an that this these those it them they its their he she his her who which whose what whether one two both all no nor neither either other another
	of by to in as with for from on at over into against among after before until up out off down about than without through
	and or but if so not then there be have do had been being were can could may might will would should must`)

// takers are the functions that ask for a word by itself, and those that reading asks by besides.
var (
	takers        = []string{"HasChild", "Behind"}
	readingTakers = []string{"has", "Has", "HasPrefix", "HasSuffix", "Contains"}
)

// endings are what English words are told by, not words.
var endings = strings.Fields(`ing ed ly th st nd rd 's`)

// TestNoWordsInGo: predicates are named in the vocabulary, and lists of English words stand in the language's folder.
func TestNoWordsInGo(t *testing.T) {
	root := filepath.Join("..", "..")
	ids := predicateIDs(t, root)
	var faults []string
	rooms := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		room := filepath.ToSlash(strings.TrimPrefix(filepath.Dir(path), root+string(filepath.Separator)))
		if !slices.ContainsFunc(wordless, func(p string) bool { return strings.HasPrefix(room+"/", p) }) ||
			slices.Contains(keyed, room) {
			return nil
		}
		if slices.Contains(told, room+"/"+d.Name()) {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return err
		}
		if !ast.IsGenerated(file) {
			rooms[room] = true
			faults = append(append(faults, wordsIn(fset, file, ids)...), singleWords(fset, file, strings.HasPrefix(room, "internal/read"))...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	if len(rooms) < 20 {
		t.Errorf("only %d rooms were looked at", len(rooms))
	}
}

// singleWords names the words of English that one thing is compared with, in a condition, a case or as what a function
// looks for: nouns, verbs, adjectives and adverbs, which belong into the language's folder.
func singleWords(fset *token.FileSet, file *ast.File, reading bool) []string {
	var out []string
	look := func(list ...ast.Expr) {
		for _, e := range list {
			s, ok := literal(e)
			if ok && len(s) > 1 && english.MatchString(s) && !slices.Contains(labels, s) && !slices.Contains(kinds, s) &&
				!slices.Contains(grammatical, s) && !slices.Contains(endings, s) {
				out = append(out, fset.Position(e.Pos()).String()+": the word "+strconv.Quote(s)+"; give it a list in the language's folder")
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				look(n.X, n.Y)
			}
		case *ast.CaseClause:
			look(n.List...)
		case *ast.CallExpr:
			if slices.Contains(takers, callee(n)) || reading && slices.Contains(readingTakers, callee(n)) {
				look(n.Args...)
			}
		}
		return true
	})
	return out
}

// TestSingleWordsAreFound shows that a word by itself is found, and that labels and grammar's own words are not.
func TestSingleWordsAreFound(t *testing.T) {
	for code, want := range map[string]int{
		`x := w == "hope"`:                        1,
		`x := "hope" != w`:                        1,
		`switch w { case "hope": case "wish": }`:  2,
		`x := ph.HasChild(v, "gladly")`:           1,
		`x := w == "of" || ph.HasChild(v, "not")`: 0,
		`x := t.Dep == "nsubj" || w == "c"`:       0,
		`x := kind == "disputed territory"`:       0,
		`x := strings.HasSuffix(w, "hope")`:       1,
		`x := strings.HasSuffix(w, "ing")`:        0,
		`x := lists.Of("hope")`:                   0,
		`x := w == "Hope"`:                        0,
	} {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "probe.go", "package p\nfunc f() {\n"+code+"\n}", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := singleWords(fset, file, true); len(got) != want {
			t.Errorf("%s: %v, want %d", code, got, want)
		}
	}
}

// TestWordsAreFound shows that predicate ids and lists of words are found in each of their forms, and labels and single
// words are not.
func TestWordsAreFound(t *testing.T) {
	for _, c := range []struct {
		code string
		want int
	}{
		{`x := p == "MET_WITH"`, 1},
		{`switch w { case "hope", "wish": }`, 1},
		{`x := w == "hope" || w == "wish" || n > 3`, 1},
		{`x := w != "hope" && w != "wish"`, 1},
		{`x := w == "hope" || v == "wish"`, 0},
		{`x := map[string]bool{"hope": true, "wish": true}`, 1},
		{`x := []string{"hope", "wish"}`, 1},
		{`x := has(v, "hope", "wish")`, 1},
		{`x := lemmas("hope wish plan aim")`, 1},
		{`x := lemmas("hope wish " + "plan aim")`, 1},
		{`switch w { case "hope": case "wish": }`, 0},
		{`x := w == "hope" && n > 3 || w == "hope" && n < 2`, 0},
		{`x := child(v, "nsubj", "dobj")`, 0},
		{`switch k { case "state", "disputed territory": }`, 0},
		{`x := errorf("the file has no words, so that nothing can be read")`, 0},
	} {
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, "probe.go", "package p\nfunc f() {\n"+c.code+"\n}", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := wordsIn(fset, file, map[string]bool{"MET_WITH": true}); len(got) != c.want {
			t.Errorf("%s: %d faults, want %d: %v", c.code, len(got), c.want, got)
		}
	}
}

var idLine = regexp.MustCompile(`(?m)^- id: ([A-Z0-9_]+)$`)

func predicateIDs(t *testing.T, root string) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, "internal", "read", "vocabulary", "predicates.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range idLine.FindAllSubmatch(data, -1) {
		ids[string(m[1])] = true
	}
	if len(ids) < 60 {
		t.Fatalf("only %d predicates were found", len(ids))
	}
	return ids
}

// wordsIn names the predicate ids and lists of words of a file.
func wordsIn(fset *token.FileSet, file *ast.File, ids map[string]bool) []string {
	var out []string
	at := func(n ast.Node, what string) { out = append(out, fset.Position(n.Pos()).String()+": "+what) }
	inner := map[ast.Node]bool{} // parts of a chain that was looked at whole
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.Field:
			return false
		case *ast.BasicLit:
			if s, ok := literal(n); ok && ids[s] {
				at(n, "the predicate "+s+"; give it a field or a trait in the vocabulary")
			}
		case *ast.CaseClause:
			if w := listed(n.List); w != "" {
				at(n, "a list of words in a case: "+w)
			}
		case *ast.CompositeLit:
			if w := listed(keysOf(n.Elts)); w != "" {
				at(n, "a list of words: "+w)
			}
		case *ast.CallExpr:
			if w := listed(n.Args); w != "" {
				at(n, "a list of words as arguments: "+w)
			}
			if len(n.Args) == 1 && !strings.Contains(callee(n), "rror") {
				if s := whole(n.Args[0]); sentence.MatchString(s) {
					at(n, "a list of words in a string: "+s)
				}
			}
		case *ast.BinaryExpr:
			if !inner[n] {
				for _, w := range chained(n, inner) {
					at(n, "a list of words in a condition: "+w)
				}
			}
		}
		return true
	})
	return out
}

// sentence is a string of nothing but words in small letters.
var sentence = regexp.MustCompile(`^[a-z-]+( [a-z-]+){2,}$`)

// whole is a string that may be written in parts.
func whole(e ast.Expr) string {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == token.ADD {
		return whole(b.X) + whole(b.Y)
	}
	s, _ := literal(e)
	return s
}

func callee(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

// english is a word or two in small letters.
var english = regexp.MustCompile(`^'?[a-zé]+([' -][a-zé]+){0,2}$`)

// listed gives the words of a list that has at least two of them, not all of which are labels; "" for none.
func listed(list []ast.Expr) string {
	var words []string
	foreign := false
	for _, e := range list {
		if s, ok := literal(e); ok && english.MatchString(s) && !slices.Contains(words, s) {
			words = append(words, s)
			foreign = foreign || !slices.Contains(labels, s) && !slices.Contains(kinds, s)
		}
	}
	if len(words) < 2 || !foreign {
		return ""
	}
	return strings.Join(words, ", ")
}

func keysOf(list []ast.Expr) []ast.Expr {
	var out []ast.Expr
	for _, e := range list {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Key
		}
		out = append(out, e)
	}
	return out
}

// chained gives the lists of words that one expression is compared with in a chain of "or" or "and".
func chained(top *ast.BinaryExpr, inner map[ast.Node]bool) []string {
	if top.Op != token.LOR && top.Op != token.LAND {
		return nil
	}
	compared := map[string][]ast.Expr{}
	var order []string
	ast.Inspect(top, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		if !ok {
			return true
		}
		inner[b] = true
		if b.Op == token.EQL || b.Op == token.NEQ {
			if _, word := literal(b.Y); word {
				k := source(b.X)
				if compared[k] == nil {
					order = append(order, k)
				}
				compared[k] = append(compared[k], b.Y)
			}
		}
		return true
	})
	var out []string
	for _, k := range order {
		if w := listed(compared[k]); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// source is an expression as text, as far as it tells expressions of conditions apart.
func source(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return source(e.X) + "." + e.Sel.Name
	case *ast.BasicLit:
		return e.Value
	case *ast.IndexExpr:
		return source(e.X) + "[" + source(e.Index) + "]"
	case *ast.BinaryExpr:
		return source(e.X) + e.Op.String() + source(e.Y)
	case *ast.CallExpr:
		args := make([]string, len(e.Args))
		for i, a := range e.Args {
			args[i] = source(a)
		}
		return source(e.Fun) + "(" + strings.Join(args, ",") + ")"
	}
	return "?"
}
