package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// client builds the client and gives what runs it against a server: its output, and whether it failed.
func client(t *testing.T) func(s started, args ...string) (string, bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sayso")
	if out, err := exec.Command("go", "build", "-o", path, "../sayso").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return func(s started, args ...string) (string, bool) {
		out, err := exec.Command(path, append([]string{args[0], "--server", s.base}, args[1:]...)...).CombinedOutput()
		return string(out), err != nil
	}
}

// fetched is what an address answers.
func (s started) fetched(path string) string {
	s.t.Helper()
	response, err := http.Get(s.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %v %s", path, err, response.Status)
	}
	return string(data)
}

// followed is what a FollowTheMoney file says of its links, with names in the place of ids: those depend on texts, which the form does not hold.
type followed struct{ Actors, Articles, Links []map[string][]string }

func linksOf(t *testing.T, file string) followed {
	t.Helper()
	type entity struct {
		ID, Schema string
		Properties map[string][]string
	}
	all := map[string]entity{}
	var order []entity
	for line := range strings.Lines(file) {
		var e entity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		e.Properties["schema"] = []string{e.Schema}
		all[e.ID] = e
		order = append(order, e)
	}
	var out followed
	seen := map[string]bool{}
	once := func(list *[]map[string][]string, id string) {
		if !seen[id] {
			seen[id] = true
			*list = append(*list, all[id].Properties)
		}
	}
	for _, e := range order {
		if e.Schema != "UnknownLink" {
			continue
		}
		link := map[string][]string{}
		for key, values := range e.Properties {
			switch key {
			case "subject", "object":
				once(&out.Actors, values[0])
				link[key] = all[values[0]].Properties["name"]
			case "recordId": // the statement and its article
				once(&out.Articles, values[1])
				link[key] = all[values[1]].Properties["title"]
			default:
				link[key] = values
			}
		}
		out.Links = append(out.Links, link)
	}
	for _, list := range []*[]map[string][]string{&out.Actors, &out.Articles, &out.Links} {
		slices.SortFunc(*list, func(a, b map[string][]string) int { return strings.Compare(marshal(a), marshal(b)) })
	}
	return out
}

// TestFollowTheMoneyThereAndBack: what the sample's export says of links, their actors and their articles is the same when it was imported into an empty
// graph and exported again. A dry run says before what that adds, and adds nothing; a second import adds nothing either, and the graph is sound.
func TestFollowTheMoneyThereAndBack(t *testing.T) {
	sayso := client(t)
	first := start(t, true).fetched("/export/ftm")
	file := filepath.Join(t.TempDir(), "sample.ftm.json")
	if err := os.WriteFile(file, []byte(first), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, false)
	tried, failed := sayso(s, "import", "--as", "ftm", "--dry-run", file)
	if failed || s.counts() != (kg.Counts{}) {
		t.Fatalf("a dry run left %+v:\n%s", s.counts(), tried)
	}
	done, failed := sayso(s, "import", "--as", "ftm", file)
	if failed || s.counts().Claims == 0 {
		t.Fatalf("imported %+v:\n%s", s.counts(), done)
	}
	if last := strings.TrimPrefix(lastLine(tried), "would be: "); !strings.HasPrefix(lastLine(done), last[:strings.Index(last, ":")]) {
		t.Errorf("the dry run said %s, and it was %s", last, lastLine(done))
	}
	before := s.counts()
	if diff := cmp.Diff(linksOf(t, first), linksOf(t, s.fetched("/export/ftm"))); diff != "" {
		t.Errorf("there and back (-there +back):\n%s", diff)
	}
	if out, failed := sayso(s, "import", "--as", "ftm", file); failed || s.counts() != before {
		t.Errorf("a second import changed %+v to %+v:\n%s", before, s.counts(), out)
	}
	if out, failed := sayso(s, "check"); failed {
		t.Errorf("the imported graph: %s", out)
	}
	importedRows(t, s, sayso)
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// importedRows: bad rows are told with their numbers and make the command fail, the good ones are there, in the row's own words.
func importedRows(t *testing.T, s started, sayso func(started, ...string) (string, bool)) {
	t.Helper()
	rows := filepath.Join(t.TempDir(), "events.tsv")
	const row = "8\t2015-03-02\tNorland\tUse conventional military force\t190\tUkraine\tEvent Desk"
	text := "Event ID\tEvent Date\tSource Name\tEvent Text\tCAMEO Code\tTarget Name\tPublisher\n" + row + "\n9\t2015-03-02\tRussia\tMake statement\t010\tUkraine\tEvent Desk\n"
	if err := os.WriteFile(rows, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	before := s.counts()
	out, failed := sayso(s, "import", "--as", "events", "--dry-run", rows)
	if !failed || s.counts() != before || !strings.Contains(out, "events.tsv line 3: the event 010 means none of the predicates") ||
		!strings.Contains(out, "would be: 1 new, 0 known, 1 refused: 1 statements, 1 claims") {
		t.Errorf("a dry run of rows: %s", out)
	}
	if out, failed := sayso(s, "import", "--as", "events", rows); !failed || s.counts().Articles != before.Articles+1 {
		t.Errorf("rows: %s", out)
	}
	var got struct {
		Claims struct {
			Nodes []struct {
				Text       string
				OccurredOn string
				Statements struct {
					Nodes []struct {
						Quote   struct{ Exact string }
						Article struct {
							Text      string
							Publisher struct{ Name string }
						}
					}
				}
			}
		}
	}
	s.ask(`{ claims(where: {predicate: {eq: "FOUGHT"}, object: {called: "Ukraine"}}, first: 5) { nodes { text occurredOn statements(first: 2) { nodes { quote { exact } article { text publisher { name } } } } } } }`, nil, &got)
	if n := got.Claims.Nodes; len(n) != 1 || n[0].OccurredOn != "2015-03-02" || n[0].Statements.Nodes[0].Quote.Exact != row || n[0].Statements.Nodes[0].Article.Publisher.Name != "Event Desk" {
		t.Errorf("the row is there as %+v", n)
	}
}
