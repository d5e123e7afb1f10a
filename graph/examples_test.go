package graph_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/graph"
	"sayso/graph/operations"
	"sayso/internal/ask"
	"sayso/internal/forget"
	"sayso/internal/ingest/fetch"
	"sayso/internal/ingest/follow"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/queue"
	"sayso/internal/standing"
)

// taking says that it took an article.
type taking struct{}

func (taking) Reread(context.Context, string, int, func(kg.Ingested, error)) error {
	return nil
}

func (taking) Ingest(_ context.Context, s kg.Submission) (kg.Ingested, error) {
	return kg.Ingested{ArticleID: kg.ArticleID(s.Text), Title: s.Title, Saved: kg.Saved{ArticleIsNew: true}}, nil
}

// unreadable takes what is handed to the queue and can read nothing of it.
type unreadable struct{}

func (unreadable) Prepare(s kg.Submission) (kg.Submission, string, error) {
	return s, kg.ArticleID(s.Text), nil
}

func (unreadable) Fetch(_ context.Context, s kg.Submission) (kg.Submission, error) { return s, nil }

func (unreadable) Ingest(context.Context, kg.Submission) (kg.Ingested, error) {
	return kg.Ingested{}, kg.Errorf(kg.Invalid, "nobody can read this")
}

// queueOf is a queue with a dead letter, whose id it gives.
func queueOf(t *testing.T) (*queue.Queue, string) {
	t.Helper()
	q, err := queue.Open(t.Context(), queue.Options{Dir: t.TempDir(), Intake: unreadable{}, Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	sent := q.Enqueue(t.Context(), kg.PeopleLane, kg.Submission{Text: "?", Title: "Nonsense"})[0]
	for range 500 {
		if now, err := q.Ticket(t.Context(), sent.Ticket.ID); err == nil && now.State == kg.TicketFailed {
			return q, sent.Ticket.ID
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("it is no dead letter")
	return nil, ""
}

// exampleOrder is the order in which the examples that build on each other are run; the others come behind.
var exampleOrder = []string{"ingest", "judge", "undo", "split", "review", "retract", "add_statement", "correct", "mark_correction", "rate", "change_predicate", "reread",
	"follow_source", "followed_sources", "pause_source", "retry_source", "remove_source",
	"enqueue", "queue", "queued_articles", "dead_letters", "dead_letter", "retry_dead_letter", "remove_dead_letter",
	"watch", "standing_questions", "pause_standing_question", "remove_standing_question"}

// TestExamples runs the examples of what changes the graph, and of what shows the changes. Each must be answered without an error.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("examples/*.graphql")
	if err != nil || len(files) < len(exampleOrder) {
		t.Fatalf("%d examples, %v", len(files), err)
	}
	var first []string
	for _, name := range exampleOrder {
		first = append(first, filepath.Join("examples", name+".graphql"))
	}
	store := openGraph(t)
	v, err := kg.NewVocabulary(kgtest.Predicates())
	if err != nil {
		t.Fatal(err)
	}
	var h http.Handler
	standing := standingOn(t, store, &h)
	waiting, letter := queueOf(t)
	h, err = graph.Handler(graph.Options{Store: store, Ingester: taking{}, Asker: ask.New(v), Vocabulary: v, Curator: store, Feed: store, Now: testNow,
		Follower: follow.New(&kgtest.Sources{}, fetch.New(fetch.Options{}), taking{}, follow.Options{}), Standing: standing, Queue: waiting,
		Forgetter: neo.NewForgetter(store, &forget.KeyFile{Path: filepath.Join(t.TempDir(), forget.KeyFileName)})})
	if err != nil {
		t.Fatal(err)
	}
	records := kgtest.Recognitions()
	variables := map[string]string{"arland": place("Arland"), "forland": place("Forland"), "borland": place("Borland"), "cesland": place("Cesland"),
		"letter": letter, "source": kg.SourceID("https://example.org/feed.xml"), "wire": kg.EntityID(kg.Organization, "Test Wire"), "article": records[0].Article.ID, "statement": records[0].Statements[0].ID, "other": records[1].Statements[0].ID, "otherArticle": records[1].Article.ID}
	for _, file := range append(first, without(files, first)...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(data), "subscription") {
			continue // TestSubscriptionFilters and others run these
		}
		runExample(t, h, file, string(data), variables)
	}
}

// standingOn keeps standing questions in memory and answers them by a handler that is made later.
func standingOn(t *testing.T, feed kg.Feed, h *http.Handler) *standing.Asker {
	t.Helper()
	document, err := operations.Of("standing/answer")
	if err != nil {
		t.Fatal(err)
	}
	request := func(_ context.Context, document string, variables map[string]any, out any) error {
		given, err := json.Marshal(variables)
		if err != nil {
			return err
		}
		_, body := post(*h, document, given)
		return json.Unmarshal([]byte(body), &struct{ Data any }{out})
	}
	return standing.New(&kgtest.Standing{}, feed, request, standing.Options{Document: document, Post: fetch.New(fetch.Options{}), Key: []byte("key")})
}

func without(list, drop []string) []string {
	var out []string
	for _, x := range list {
		found := false
		for _, d := range drop {
			found = found || d == x
		}
		if !found {
			out = append(out, x)
		}
	}
	return out
}

// runExample runs one and keeps the ids that later ones need.
func runExample(t *testing.T, h http.Handler, file, query string, variables map[string]string) {
	t.Helper()
	given, err := json.Marshal(variables)
	if err != nil {
		t.Fatal(err)
	}
	_, body := post(h, query, given)
	var answer struct {
		Data   map[string]any
		Errors []any
	}
	if err := json.Unmarshal([]byte(body), &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%s: %v %s", file, err, body)
	}
	for field, name := range map[string]string{"judge": "judgement", "addStatement": "byHand"} {
		if id, ok := at(answer.Data, field, "id").(string); ok {
			variables[name] = id
		}
	}
	if id, ok := at(answer.Data, "watch", "standing", "id").(string); ok {
		variables["standing"] = id
	}
}

// IngestAll hands each to Ingest.
func (t taking) IngestAll(ctx context.Context, list []kg.Submission, tell func(kg.Ingested, error) error) error {
	return kg.IngestOneByOne(ctx, list, t.Ingest, tell)
}
