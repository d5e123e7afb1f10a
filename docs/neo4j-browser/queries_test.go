package neo4jbrowser_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

// wants says, for every query, what its answer must contain on the records of this test, and how many rows it must have.
var wants = map[string]struct {
	rows  int
	words []string
}{
	"who-recognized-donetsk": {3, []string{"Russia", "Syria", "RECOGNIZED", "Donetsk"}},
	"claim-with-its-words":   {4, []string{"Russia recognized Donetsk", "Moscow broke its silence", "Two days later"}},
	"what-a-speaker-said":    {2, []string{"Vladimir Putin", "Russia recognized Donetsk", "INDIRECT"}},
	"chains-of-via":          {2, []string{"Agency One", "Agency Two", "position:1", "Damascus follows"}},
	"neighbours-of-an-actor": {2, []string{"Russia", "Donetsk", "MET_WITH", "Syria"}},
	"disputed-figures":       {2, []string{"5937", "55000", "soldiers", "Ukraine", "Vladimir Putin"}},
	"most-cited-sources":     {4, []string{"Vladimir Putin", "Ukraine", "Dorland"}},
	"timeline-of-a-target":   {3, []string{"2022-02-21", "2022-06-29", "ASSERTED"}},
	"articles-by-outlet":     {1, []string{"Test Wire", "Two counts", "2020-01-06"}},
	"named-together":         {4, []string{"Donetsk", "Syria", "Vladimir Putin"}},

	"contradictions-around-an-actor": {2, []string{"CONTRADICTS", "5937", "55000"}},
	"taken-back":                     {1, []string{"RETRACTED", "Cesland", "First", "Erland has not"}},
	"who-is-who":                     {1, []string{"MERGED_INTO", "SAME", "Erland"}},
	"copies-of-a-text":               {1, []string{"COPY_OF", "Wire copy", "Test Wire"}},
	"claims-of-a-rule":               {2, []string{"LOST#1", "Russia", "Russia lost 5,937 soldiers"}},
	"how-two-are-connected":          {1, []string{"Syria", "Donetsk", "North Korea"}},
}

// records are kgtest's, and some that name what the queries name.
func records() []kg.Record {
	counts := kgtest.Record("Vladimir Putin said that Russia lost 5,937 soldiers. Ukraine said that Russia had lost 55,000 soldiers.", "Two counts", "2022-09-21",
		kgtest.Said{Speaker: "Vladimir Putin", Sentence: "Russia lost 5,937 soldiers", Subject: "Russia", Predicate: "LOST"},
		kgtest.Said{Speaker: "Ukraine", Sentence: "Russia had lost 55,000 soldiers", Subject: "Russia", Predicate: "LOST"})
	for i, value := range []float64{5937, 55000} {
		counts.Claims[i].Quantity = &kg.Quantity{Value: value, Unit: "soldiers"}
		counts.Claims[i].ID = kg.ClaimID(counts.Claims[i])
		counts.Statements[i].Asserts[0].ClaimID = counts.Claims[i].ID
	}
	told := kgtest.Record("Syria recognized Donetsk, Agency One told Agency Two. Russia met with Syria.", "Damascus follows", "2022-06-29",
		kgtest.Said{Speaker: "Syria", Sentence: "Syria recognized Donetsk", Subject: "Syria", Predicate: "RECOGNIZED", Object: "Donetsk"},
		kgtest.Said{Sentence: "Russia met with Syria", Subject: "Russia", Predicate: "MET_WITH", Object: "Syria"})
	for _, name := range []string{"Agency One", "Agency Two"} {
		e := kg.NewEntity(kg.Organization, name)
		told.Entities = append(told.Entities, e)
		told.Statements[0].Via = append(told.Statements[0].Via, e.ID)
	}
	long := "North Korea recognized Donetsk. The note was handed over in the morning, in a hall with many flags and few guests, and was read out twice by men in grey coats."
	north := kgtest.Said{Sentence: "North Korea recognized Donetsk", Subject: "North Korea", Predicate: "RECOGNIZED", Object: "Donetsk"}
	return append(kgtest.Recognitions(), counts, told,
		kgtest.Record(long, "Wire", "2022-07-13", north), kgtest.Record(long+" It rained.", "Wire copy", "2022-07-14", north),
		kgtest.Record("Vladimir Putin said that Russia recognized Donetsk.", "Moscow broke its silence", "2022-02-21",
			kgtest.Said{Speaker: "Vladimir Putin", Sentence: "Russia recognized Donetsk", Subject: "Russia", Predicate: "RECOGNIZED", Object: "Donetsk"}),
		kgtest.Record("It was on Monday that Russia recognized Donetsk.", "Two days later", "2022-02-23",
			kgtest.Said{Sentence: "Russia recognized Donetsk", Subject: "Russia", Predicate: "RECOGNIZED", Object: "Donetsk"}))
}

// openGraph gives a driver on a graph that holds records and nothing else.
func openGraph(t *testing.T) neo4j.DriverWithContext {
	t.Helper()
	store := neotest.Open(t, nil, append(kgtest.Predicates(), kg.Predicate{ID: "LOST", Label: "lost"}))
	all := records()
	neotest.Fill(t, store, all)
	decide(t, store, all[0], all[1].Article.ID)
	at := managedtest.Start(t)
	driver, err := neo4j.NewDriverWithContext(at.URI, neo4j.BasicAuth(at.User, at.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = driver.Close(context.Background()) })
	return driver
}

// decide does what only people do: two names are judged to be one actor, a statement is taken back.
func decide(t *testing.T, store *neo.Store, first kg.Record, notice string) {
	t.Helper()
	same := kg.Judgement{Left: kg.EntityID(kg.Place, "Cesland"), Right: kg.EntityID(kg.Place, "Erland"), Verdict: kg.Same, By: "me", Reason: "one state"}
	if _, err := store.Judge(context.Background(), same); err != nil {
		t.Fatal(err)
	}
	if err := store.Retract(context.Background(), kg.Decision{Statement: first.Statements[1].ID, By: "me", Reason: "the next one says so",
		Notice: &kg.Notice{Article: notice, Exact: "Erland has not recognized Borland"}}); err != nil {
		t.Fatal(err)
	}
}

// TestQueries runs every saved query: it has a name, reads only, never looks through all nodes, and finds what is there.
func TestQueries(t *testing.T) {
	files, err := filepath.Glob("Sayso/*.cypher")
	if err != nil || len(files) != len(wants) {
		t.Fatalf("%d saved queries, %d expectations (%v)", len(files), len(wants), err)
	}
	driver := openGraph(t)
	names := map[string]string{}
	for _, file := range files {
		key := strings.TrimSuffix(filepath.Base(file), ".cypher")
		t.Run(key, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			first, _, _ := strings.Cut(string(text), "\n")
			name, isComment := strings.CutPrefix(first, "// ")
			if !isComment || name == "" || len(name) > 70 {
				t.Errorf("the first line is no comment that could be its name: %q", first)
			}
			if other := names[name]; other != "" {
				t.Errorf("%s has the same name", other)
			}
			names[name] = file
			checkPlan(t, driver, string(text))
			checkAnswer(t, driver, string(text), wants[key].rows, wants[key].words)
		})
	}
}

func run(t *testing.T, driver neo4j.DriverWithContext, text string) *neo4j.EagerResult {
	t.Helper()
	result, err := neo4j.ExecuteQuery(context.Background(), driver, text, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return result
}

// costly are the ways to find nodes that grow with the whole graph.
var costly = regexp.MustCompile(`AllNodesScan|AllRelationshipsScan|CartesianProduct`)

func checkPlan(t *testing.T, driver neo4j.DriverWithContext, text string) {
	t.Helper()
	summary := run(t, driver, "EXPLAIN "+text).Summary
	if kind := summary.StatementType(); kind != neo4j.StatementTypeReadOnly {
		t.Errorf("the query is of type %v, and should only read", kind)
	}
	operators := walk(summary.Plan())
	if len(operators) < 2 {
		t.Fatalf("EXPLAIN gave no plan: %v", operators)
	}
	for _, o := range operators {
		if costly.MatchString(o) {
			t.Errorf("the plan has %s: %v", o, operators)
		}
	}
}

func walk(p neo4j.Plan) []string {
	if p == nil {
		return nil
	}
	all := []string{p.Operator()}
	for _, c := range p.Children() {
		all = append(all, walk(c)...)
	}
	return all
}

func checkAnswer(t *testing.T, driver neo4j.DriverWithContext, text string, rows int, words []string) {
	t.Helper()
	result := run(t, driver, text)
	if len(result.Records) != rows {
		t.Errorf("%d rows, want %d", len(result.Records), rows)
	}
	for _, n := range result.Summary.Notifications() {
		t.Errorf("Neo4j warns: %s: %s", n.Title(), n.Description())
	}
	answer := describe(result.Records)
	for _, w := range words {
		if !strings.Contains(answer, w) {
			t.Errorf("no %q in the answer:\n%s", w, answer)
		}
	}
}
