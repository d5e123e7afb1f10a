package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// norm is how many functions and conditions of a package break the norms that the linter cannot hold for one package. The
// numbers can only shrink.
type norm struct {
	conditions int // with more than four boolean operators
	functions  int // of more than 60 lines
	branching  int // functions of a cyclomatic complexity above 20
	methods    int // of the type that has most, where these are more than 40; else 0
}

// mostMethods is how many methods a type may have.
const mostMethods = 40

// norms are the packages that keep to them, or are on the way there.
var norms = map[string]norm{
	"internal/ask":              {},
	"internal/dispute":          {},
	"internal/kg":               {},
	"internal/read/attribution": {},
	"internal/read/gazetteer":   {},
	"internal/read/layout":      {},
	"internal/read/leaders":     {},
	"internal/read/quotation":   {},
	"internal/read/lang":        {},
	"internal/read/lang/en":     {},
	"internal/read/claim":       {},
	"internal/read/clause":      {},
	"internal/read/commitment":  {},
	"internal/read/dates":       {},
	"internal/read/frame":       {},
	"internal/read/match":       {},
	"internal/read/phrase":      {},
	"internal/read/relation":    {},
	"internal/read/syntax":      {},
	"internal/read/trace":       {},
	"internal/read/vocabulary":  {},
	"internal/read":             {},
	"internal/read/mention":     {},
}

func TestNorms(t *testing.T) {
	for room, most := range norms {
		have := measure(t, filepath.Join("..", "..", filepath.FromSlash(room)))
		if have == most {
			continue
		}
		if have.conditions > most.conditions || have.functions > most.functions || have.branching > most.branching ||
			have.methods > most.methods {
			t.Errorf("%s has %+v, which is more than %+v; write shorter conditions, functions and types", room, have, most)
			continue
		}
		t.Errorf("%s has %+v and not %+v any more; lower its numbers", room, have, most)
	}
}

func measure(t *testing.T, dir string) norm {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %d files, %v", dir, len(paths), err)
	}
	var out norm
	methods := map[string]int{}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, p, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = out.add(files, file)
		countMethods(file, methods)
	}
	out.methods = crowded(methods)
	return out
}

// countMethods adds the methods of a file to those of each type.
func countMethods(file *ast.File, methods map[string]int) {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
			methods[receiver(f.Recv.List[0].Type)]++
		}
	}
}

// receiver is the name of a method's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// crowded is the number of methods of the type that has most, 0 where these are not too many.
func crowded(methods map[string]int) int {
	most := 0
	for _, n := range methods {
		most = max(most, n)
	}
	if most <= mostMethods {
		return 0
	}
	return most
}

// add counts a file.
func (n norm) add(files *token.FileSet, file *ast.File) norm {
	inner := map[ast.Node]bool{}
	ast.Inspect(file, func(node ast.Node) bool {
		b, ok := node.(*ast.BinaryExpr)
		if ok && !inner[b] && operators(b, inner) > 4 {
			n.conditions++
		}
		return true
	})
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if files.Position(f.End()).Line-files.Position(f.Pos()).Line > 60 {
			n.functions++
		}
		if complexity(f) > 20 {
			n.branching++
		}
	}
	return n
}

// operators counts the boolean operators of a condition and notes those inside, which are no conditions of their own.
func operators(condition *ast.BinaryExpr, inner map[ast.Node]bool) int {
	n := 0
	ast.Inspect(condition, func(node ast.Node) bool {
		if b, ok := node.(*ast.BinaryExpr); ok && (b.Op == token.LAND || b.Op == token.LOR) {
			inner[b] = true
			n++
		}
		return true
	})
	return n
}

// complexity is the cyclomatic complexity of a function, with the functions inside it.
func complexity(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			if node.List != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

// TestMeasured shows that each norm is measured.
func TestMeasured(t *testing.T) {
	files := token.NewFileSet()
	branches := strings.Repeat("if a { a = b }\n", 21)
	source := "package p\nfunc f(a, b, c, d, e, f bool) bool { return a && b && c || d && e && f }\n" +
		"func g(a, b bool) {\n" + branches + strings.Repeat("a = b\n", 40) + "}\n"
	file, err := parser.ParseFile(files, "probe.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	if have := (norm{}).add(files, file); have != (norm{conditions: 1, functions: 1, branching: 1}) {
		t.Errorf("measured %+v", have)
	}
	file, err = parser.ParseFile(files, "probe.go", "package p\n"+strings.Repeat("func (x *T) m() {}\n", 41)+"func (x U) m() {}\n", 0)
	if err != nil {
		t.Fatal(err)
	}
	methods := map[string]int{}
	if countMethods(file, methods); crowded(methods) != 41 || crowded(map[string]int{"T": 40}) != 0 {
		t.Errorf("41 methods are counted as %v", methods)
	}
}
