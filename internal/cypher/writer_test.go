package cypher

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWriter(t *testing.T) {
	var w Writer
	w.Syntax("MATCH (").Ident("n").Syntax(":").Ident("Odd Label`").Syntax(" {id: ").Param("x").Syntax("}) RETURN ").Param(7)
	q := w.Query("test")
	if want := "MATCH (n:`Odd Label``` {id: $p0}) RETURN $p1"; q.Text != want {
		t.Errorf("text %q, want %q", q.Text, want)
	}
	if q.Params["p0"] != "x" || q.Params["p1"] != 7 {
		t.Errorf("params %v", q.Params)
	}
	if a, b := w.Fresh("n"), w.Fresh("n"); a == b {
		t.Errorf("%q twice", a)
	}
}

// FuzzIdent: an identifier never ends its own quotation, and a value never enters the text.
func FuzzIdent(f *testing.F) {
	for _, s := range []string{"name", "a b", "`", "``", "x`}) DETACH DELETE n //", "\\u0060", "", "1a", "é", "a\x00b"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, value string) {
		var w Writer
		text := w.Ident(name).Syntax(" = ").Param(value).Query("fuzz").Text
		ident, rest, found := strings.Cut(text, " = $p0")
		if !found || rest != "" {
			// the name itself may hold the separator; then it must be inside backticks
			ident = strings.TrimSuffix(text, " = $p0")
		}
		if strings.HasPrefix(ident, "`") {
			inner := strings.ReplaceAll(ident[1:len(ident)-1], "``", "")
			if strings.Contains(inner, "`") || !strings.HasSuffix(ident, "`") {
				t.Fatalf("%q escapes: %q", name, ident)
			}
		} else if !plainIdent(ident) {
			t.Fatalf("%q is not quoted: %q", name, ident)
		}
		if len(value) > 8 && !strings.Contains(name, value) && utf8.ValidString(value) && strings.Contains(text, value) {
			t.Fatalf("the value %q stands in the text %q", value, text)
		}
	})
}
