package archtest

import (
	"fmt"
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
)

// wordless are the packages whose Go has no predicate id and no list of English words: both are data. The table only grows. told are files that
// write sentences for people.
var wordless = []struct {
	dir  string
	told []string
}{
	{dir: "internal/ask", told: []string{"describe.go", "nearest.go"}},
}

// TestWordsAreData finds what has come back into Go.
func TestWordsAreData(t *testing.T) {
	ids := predicateIDs(t)
	for _, room := range wordless {
		files, err := filepath.Glob(filepath.Join("..", "..", room.dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", room.dir, len(files), err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") || slices.Contains(room.told, filepath.Base(path)) {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range wordsIn(t, path, string(data), ids) {
				t.Error(found)
			}
		}
	}
}

// predicateIDs are the ids of the built-in vocabulary.
func predicateIDs(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "read", "vocabulary", "predicates.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^- id: (\w+)`).FindAllStringSubmatch(string(data), -1) {
		out[m[1]] = true
	}
	if len(out) < 40 {
		t.Fatalf("only %d predicates were found", len(out))
	}
	return out
}

var (
	oneWord   = regexp.MustCompile(`^[a-z][a-z'’-]*$`)
	manyWords = regexp.MustCompile(`^\s*[a-z][a-z'’-]*([ |,]+[a-z][a-z'’-]*)+\s*$`)
)

// wordsIn lists the predicate ids and the lists of words in a Go file: a text of several words that is no message, several words in a composite
// literal, in a case or as operands that one thing is compared with, and several words as the arguments of one call.
func wordsIn(t *testing.T, path, source string, ids map[string]bool) []string {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	note := func(n ast.Node, what string) {
		out = append(out, fmt.Sprintf("%s: %s stands in Go; put it into a data file", files.Position(n.Pos()), what))
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CallExpr:
			if message(n) {
				return false
			}
			noteWords(note, n, n.Args)
		case *ast.CompositeLit:
			noteWords(note, n, n.Elts)
		case *ast.CaseClause:
			noteWords(note, n, n.List)
		case *ast.BinaryExpr:
			if n.Op == token.LOR || n.Op == token.LAND {
				noteCompared(note, n)
			}
		case *ast.BasicLit:
			switch s := text(n); {
			case ids[s]:
				note(n, "the predicate "+s)
			case manyWords.MatchString(s):
				note(n, "the words "+strconv.Quote(s))
			}
		}
		return true
	})
	return out
}

// message reports whether a call makes a message for people, whose words are no list.
func message(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		of, ok := f.X.(*ast.Ident)
		return ok && (of.Name == "fmt" || of.Name == "errors" || of.Name == "kg" && f.Sel.Name == "Errorf")
	}
	return false
}

// fewest is how many words make a list.
const fewest = 3

// noteWords notes elements, their keys or values, that are words.
func noteWords(note func(ast.Node, string), at ast.Node, elements []ast.Expr) {
	var words []string
	for _, e := range elements {
		if pair, ok := e.(*ast.KeyValueExpr); ok {
			words = appendWord(words, pair.Key)
			e = pair.Value
		}
		words = appendWord(words, e)
	}
	if len(words) >= fewest {
		note(at, fmt.Sprintf("the list %q", words))
	}
}

func appendWord(words []string, e ast.Expr) []string {
	if s := text(e); oneWord.MatchString(s) {
		return append(words, s)
	}
	return words
}

// noteCompared notes several words that one thing is compared with: w == "a" || w == "b" || w == "c".
func noteCompared(note func(ast.Node, string), n *ast.BinaryExpr) {
	words := map[string][]string{}
	var walk func(e ast.Expr)
	walk = func(e ast.Expr) {
		b, ok := e.(*ast.BinaryExpr)
		if !ok {
			return
		}
		switch {
		case b.Op == n.Op:
			walk(b.X)
			walk(b.Y)
		case b.Op == token.EQL || b.Op == token.NEQ:
			operand := fmt.Sprint(expression(b.X))
			words[operand] = appendWord(words[operand], b.Y)
		}
	}
	walk(n)
	for operand, list := range words {
		if len(list) >= fewest {
			note(n, fmt.Sprintf("the list %q, which %s is compared with,", list, operand))
		}
	}
}

// expression writes the names of an expression.
func expression(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return expression(e.X) + "." + e.Sel.Name
	case *ast.IndexExpr:
		return expression(e.X) + "[" + expression(e.Index) + "]"
	case *ast.BinaryExpr:
		return expression(e.X) + e.Op.String() + expression(e.Y)
	case *ast.BasicLit:
		return e.Value
	}
	return "?"
}

// text is what a literal holds, "" where the expression is none.
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	return s
}

// TestWordsAreFound shows that a predicate id and each kind of list are found, and that messages are not.
func TestWordsAreFound(t *testing.T) {
	ids := map[string]bool{"RECOGNIZED": true}
	for source, want := range map[string]bool{
		`const recognized = "RECOGNIZED"`:                                                         true,
		`var verbs = set("say said " + "tells told")`:                                             true,
		`var verbs = []string{"say", "said", "tell"}`:                                             true,
		`var verbs = map[string]bool{"say": true, "said": true, "tell": true}`:                    true,
		`func f(w string) bool { switch w { case "a", "an", "the": return true }; return false }`: true,
		`func f(w string) bool { return w == "a" || w == "an" || w == "the" }`:                    true,
		`func f(w string) bool { return begins(w, "how is|are") }`:                                true,
		`func f(w string) bool { return indexOf(w, "say", "said", "tell") > 0 }`:                  true,
		`func f(w string) bool { return w == "by" || w == "of" }`:                                 false,
		`func f() error { return fmt.Errorf("ask one question in plain words") }`:                 false,
		`const name = "LostProperty"`:                                                             false,
	} {
		if found := wordsIn(t, "probe.go", "package probe\n\n"+source, ids); len(found) > 0 != want {
			t.Errorf("%s: found %q, want some: %v", source, found, want)
		}
	}
}
