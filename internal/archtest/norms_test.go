package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// norm is how many functions and conditions of a package break the norms that the linter does not know. The numbers can
// only shrink.
type norm struct {
	conditions int // with more than four boolean operators
	functions  int // of more than 60 lines
	branching  int // functions of a cyclomatic complexity above 20
	methods    int // of the type that has most, where these are more than 40; else 0
}

// mostMethods is how many methods a type may have.
const mostMethods = 40

// beyond are the packages that do not keep to a norm yet; all others do.
var beyond = map[string]norm{
	"internal/compile": {methods: 73}, // the writer of Cypher, which every clause and question adds to
	"internal/neo":     {methods: 81}, // the Store, which is each of the stores that kg names
}

func TestNorms(t *testing.T) {
	for _, room := range packages(t) {
		have, most := measure(t, filepath.Join("..", "..", filepath.FromSlash(room))), beyond[room]
		switch {
		case have == most:
		case have.conditions > most.conditions || have.functions > most.functions,
			have.branching > most.branching || have.methods > most.methods:
			t.Errorf("%s has %+v, which is more than %+v; write shorter conditions, functions and types", room, have, most)
		default:
			t.Errorf("%s has %+v and not %+v any more; lower its numbers", room, have, most)
		}
	}
}

// packages lists the folders with Go code that is not generated, from the top of the project.
func packages(t *testing.T) []string {
	t.Helper()
	top := filepath.Join("..", "..")
	var out []string
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); name == "node_modules" || name == "testdata" || path != top && strings.HasPrefix(name, ".") {
			return filepath.SkipDir
		}
		room, err := filepath.Rel(top, path)
		if err != nil || room == filepath.Join("graph", "gen") {
			return err
		}
		files, err := filepath.Glob(filepath.Join(path, "*.go"))
		if slices.ContainsFunc(files, func(f string) bool { return !strings.HasSuffix(f, "_test.go") }) {
			out = append(out, filepath.ToSlash(room))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("found only the packages %v", out)
	}
	return out
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
