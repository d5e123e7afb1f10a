package mention

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"sayso/internal/nlp"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/syntax"
	"sayso/internal/read/tagger"
)

var update = flag.Bool("update", false, "write the mentions and roles of testdata anew")

// parsed reads a text as far as mentions need it.
func parsed(t *testing.T, text string) (*syntax.Document, *gazetteer.Gazetteer, *Lexicon) {
	t.Helper()
	pipeline, err := nlp.English()
	fail(t, err)
	gaz, err := gazetteer.Load()
	fail(t, err)
	words, err := Words()
	fail(t, err)
	in := tagger.Prepare(pipeline, text)
	return syntax.New([]rune(in.Doc.Text), []rune(text), in.Segments, in.Quotes, in.Doc.Tokens), gaz, words
}

func fail(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// cases are the texts of testdata by file.
func cases(t *testing.T) map[string]*txtar.Archive {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	fail(t, err)
	if len(paths) == 0 {
		t.Fatal("there are no cases")
	}
	out := map[string]*txtar.Archive{}
	for _, p := range paths {
		if out[p], err = txtar.ParseFile(p); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestMentions: each file of testdata is an archive of texts (name.text), each followed by what is found in it
// (name.found): a line for each mention, for each role, and for each noun or pronoun that stands for somebody. To add a
// text, write it with no lines below and run the test with -update.
func TestMentions(t *testing.T) {
	for path, a := range cases(t) {
		out := &txtar.Archive{Comment: a.Comment}
		want := map[string]string{}
		for _, f := range a.Files {
			want[f.Name] = string(f.Data)
		}
		for _, f := range a.Files {
			name, isText := strings.CutSuffix(f.Name, ".text")
			if !isText {
				continue
			}
			found := describe(Find(parsed(t, strings.TrimSpace(string(f.Data)))))
			out.Files = append(out.Files, f, txtar.File{Name: name + ".found", Data: []byte(found)})
			if diff := cmp.Diff(want[name+".found"], found); diff != "" && !*update {
				t.Errorf("%s, %s: %s", path, name, diff)
			}
		}
		if *update {
			fail(t, os.WriteFile(path, txtar.Format(out), 0o600))
		}
	}
}

// describe writes a cast as lines.
func describe(c *Cast) string {
	var b strings.Builder
	for _, m := range c.Mentions {
		fmt.Fprintf(&b, "%s: %s %s", c.Doc.Words(m.Span), m.Type, m.Name)
		if m.Kind != "" {
			fmt.Fprintf(&b, ", %s", m.Kind)
		}
		if g := c.gender[m.Name]; g != "" {
			fmt.Fprintf(&b, " (%s)", g)
		}
		b.WriteString("\n")
	}
	for _, r := range c.Roles {
		former := ""
		if r.Former {
			former = "former "
		}
		fmt.Fprintf(&b, "role: %s, %s%s (%s) of %q\n", c.Mentions[r.Person].Name, former, r.Title, r.Class, r.Of)
	}
	for i := range c.Doc.Tokens {
		if c.At[i] >= 0 ||
			!c.Doc.Noun(i) && !strings.HasPrefix(c.Doc.Tokens[i].Tag, "PRP") && !strings.HasPrefix(c.Doc.Tokens[i].Tag, "W") {
			continue
		}
		if a, ok := c.Who(i); ok {
			fmt.Fprintf(&b, "%s → %s\n", c.Doc.Lower(i), a.Name)
		} else if a, ok := c.SpokenOf(i); ok {
			fmt.Fprintf(&b, "%s ~ %s\n", c.Doc.Lower(i), a.Name)
		}
	}
	return b.String()
}

// TestPassesWriteWhatTheySay: over all texts of testdata, a pass changes nothing but what it declares, and goes by
// nothing that no pass before it has written.
func TestPassesWriteWhatTheySay(t *testing.T) {
	written := aspect(0)
	for _, p := range passes {
		if missing := p.reads &^ written; missing != 0 {
			t.Errorf("%s reads %s, which nothing before it writes", p.name, named(missing))
		}
		written |= p.writes
	}
	changed := map[string]aspect{}
	for path, a := range cases(t) {
		for _, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".text") {
				continue
			}
			c := newCast(parsed(t, strings.TrimSpace(string(f.Data))))
			before := snapshot(c)
			for _, p := range passes {
				c.do(p)
				after := snapshot(c)
				for a := range aspects {
					if before[a] == after[a] {
						continue
					}
					changed[p.name] |= a
					if p.writes&a == 0 && before[bounds] == after[bounds] { // where mentions come or go, what stands in them does too
						t.Errorf("%s, %s: %s changes %s", path, f.Name, p.name, named(a))
					}
				}
				before = after
			}
		}
	}
	for _, p := range passes {
		if idle := p.writes &^ changed[p.name]; idle == p.writes {
			t.Errorf("no text of testdata shows what %s does", p.name)
		}
	}
}

func named(a aspect) string {
	var out []string
	for one, name := range aspects {
		if a&one != 0 {
			out = append(out, name)
		}
	}
	return strings.Join(out, " and ")
}

// snapshot writes each aspect of a cast as text.
func snapshot(c *Cast) map[aspect]string {
	out := map[aspect]string{}
	for _, m := range c.Mentions {
		out[bounds] += fmt.Sprintln(m.First, m.End, m.Span)
		out[types] += fmt.Sprintln(m.Type)
		out[names] += fmt.Sprintln(m.Name, m.Kind, m.Entry != nil)
	}
	out[roles] = fmt.Sprintln(c.Roles)
	out[genders] = fmt.Sprintln(c.gender)
	return out
}

// TestPlaced: mentions do not overlap, stand in order, and At leads to each.
func TestPlaced(t *testing.T) {
	for path, a := range cases(t) {
		for _, f := range a.Files {
			if !strings.HasSuffix(f.Name, ".text") {
				continue
			}
			c := Find(parsed(t, strings.TrimSpace(string(f.Data))))
			end := 0
			for k, m := range c.Mentions {
				if m.First < end || m.End <= m.First || m.Type == "" || m.Name == "" {
					t.Errorf("%s, %s: %+v", path, f.Name, m)
				}
				for i := m.First; i < m.End; i++ {
					if c.At[i] != k {
						t.Errorf("%s, %s: token %d is in %d, want %d", path, f.Name, i, c.At[i], k)
					}
				}
				end = m.End
			}
		}
	}
}
