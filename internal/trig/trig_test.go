package trig

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// written gives the statements of a text, one a line, and the error that ended it.
func written(text string) (string, error) {
	var out strings.Builder
	err := Parse(text, func(q Quad) error {
		fmt.Fprintf(&out, "%s %s %s", shownTerm(q.Subject), shownTerm(q.Predicate), shownTerm(q.Object))
		if q.Graph != "" {
			fmt.Fprintf(&out, " in %s", q.Graph)
		}
		out.WriteByte('\n')
		return nil
	})
	return out.String(), err
}

func shownTerm(t Term) string {
	switch t.Kind {
	case IRI:
		return "<" + strings.TrimPrefix(t.Value, rdf) + ">"
	case Blank:
		return t.Value
	default:
		out := fmt.Sprintf("%q", t.Value)
		if t.Language != "" {
			out += "@" + t.Language
		}
		if t.Datatype != "" {
			out += "^" + strings.TrimPrefix(t.Datatype, xsd)
		}
		return out
	}
}

// TestGrammar: each form of the grammar gives its statements.
func TestGrammar(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"prefixes, base, a": {"@prefix e: <http://e/> .\nPREFIX f: <http://f/>\n@base <http://b/x/> .\ne:a a f:B ; e:p <y> , <../z> .",
			"<http://e/a> <type> <http://f/B>\n<http://e/a> <http://e/p> <http://b/x/y>\n<http://e/a> <http://e/p> <http://b/z>\n"},
		"graphs": {"<g> { <s> <p> <o> . <s> <p> <q> }\nGRAPH _:h { <s> <p> <o> }\n{ <s> <p> <o> . }\n<s> <p> <o> .",
			"<s> <p> <o> in g\n<s> <p> <q> in g\n<s> <p> <o> in _:h\n<s> <p> <o>\n<s> <p> <o>\n"},
		"literals": {`<s> <p> "a\tb\u00e9\U0001F600\uD83D\uDE00"@de-AT , 'c' , """two
lines "x" """ , '''d''' , "5"^^<t> , 7 , -1.5 , 2e3 , true , false .`,
			"<s> <p> \"a\\tbé😀😀\"@de-AT\n<s> <p> \"c\"\n<s> <p> \"two\\nlines \\\"x\\\" \"\n<s> <p> \"d\"\n<s> <p> \"5\"^t\n<s> <p> \"7\"^integer\n" +
				"<s> <p> \"-1.5\"^decimal\n<s> <p> \"2e3\"^double\n<s> <p> \"true\"^boolean\n<s> <p> \"false\"^boolean\n"},
		"blank nodes": {"_:x <p> [ <q> \"1\" ; <r> [ ] ] .\n[ <p> <o> ] .\n[] <p> <o> ; .",
			"_: 1 <q> \"1\"\n_: 1 <r> _: 2\n_:x <p> _: 1\n_: 3 <p> <o>\n_: 4 <p> <o>\n"},
		"lists":              {"<s> <p> ( <a> \"b\" ) , () .", "_: 1 <first> <a>\n_: 1 <rest> _: 2\n_: 2 <first> \"b\"\n_: 2 <rest> <nil>\n<s> <p> _: 1\n<s> <p> <nil>\n"},
		"comments and stops": {"# first\n@prefix e: <http://e/#> . # second\ne:a.b e:p\\-q e:c%20d.\ne:x e:y 7.\n", "<http://e/#a.b> <http://e/#p-q> <http://e/#c%20d>\n<http://e/#x> <http://e/#y> \"7\"^integer\n"},
		"nothing":            {"\ufeff \n# only a comment", ""},
	} {
		got, err := written(c.text)
		if d := cmp.Diff(c.want, got); d != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, d)
		}
	}
}

// TestNoTriG: what is wrong is told with its line and what stands there; what came before was handed over.
func TestNoTriG(t *testing.T) {
	for text, want := range map[string]string{
		"<s> <p> <o> .\n\n<s> <p> .":            `line 3 is no TriG: a number is wanted, and there stands "."`,
		"<s> <p> <o>":                           `line 1 is no TriG: "." is wanted, and there stands the end of the file`,
		"<s> e:p <o> .":                         `the prefix "e" is not declared`,
		"<g> { <s> <p> <o> ":                    `"}" is wanted`,
		"<s> <p> \"x\n\" .":                     "a string goes on to the next line",
		"<s> <p> \"\"\"x":                       "a string does not end",
		`<s> <p> "\q" .`:                        "is no escape",
		`<s> <p> "\u12" .`:                      "is no escape",
		"<s <p> <o> .":                          "an address has a blank or a mark in it",
		"<s> _:b <o> .":                         "a predicate is an IRI",
		"@prefix e <x> .":                       "a prefix ends in a colon",
		strings.Repeat("[ <p> ", 100):           "nest more than 64 deep",
		"<s> <p> " + strings.Repeat("( ", 1000): "nest more than 64 deep",
		"{\"@context\": 7}":                     "a name or an address is wanted",
	} {
		if _, err := written(text); kg.CodeOf(err) != kg.Invalid || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	got, err := written("<s> <p> <o> .\n<s> <p> .")
	if got != "<s> <p> <o>\n" || err == nil {
		t.Errorf("%q %v", got, err)
	}
	stop := errors.New("enough")
	if err := Parse("<s> <p> <o> , <o> .", func(Quad) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
}

// FuzzParse: whatever a text holds, it ends, nothing panics, and every statement has a subject and an IRI between.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"@prefix e: <http://e/> . e:a a e:B .", "<g> { <s> <p> \"x\\u00e9\"@en , [ <q> ( 1 2.5 ) ] }", "GRAPH _:h { [] <p> '''a'b''' }", "<s> <p> \"\\uD83D\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_ = Parse(text, func(q Quad) error {
			if q.Predicate.Kind != IRI || q.Subject.Kind == Literal || q.Line < 1 {
				t.Errorf("%+v", q)
			}
			return nil
		})
	})
}
