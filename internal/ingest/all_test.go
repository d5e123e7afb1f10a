package ingest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/read"
)

// gathering is a store in memory that saves nothing before several records wait.
type gathering struct {
	listing
	mu       sync.Mutex
	waiting  int
	together chan struct{} // closed when as many wait as are wanted
	wanted   int
	asked    []int // of how many entities the profiles were asked for, call by call
	fails    string
}

func (g *gathering) Enqueue(r kg.Record) func(context.Context) (kg.Saved, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.waiting++; g.waiting == g.wanted {
		close(g.together)
	}
	return func(ctx context.Context) (kg.Saved, error) {
		<-g.together
		if strings.Contains(r.Article.Text, "unsaved") {
			return kg.Saved{}, kg.Errorf(kg.Invalid, "no index takes it")
		}
		return g.Save(ctx, r)
	}
}

func (g *gathering) Profiles(_ context.Context, ids ...string) ([]kg.Profile, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.asked = append(g.asked, len(ids))
	for _, id := range ids {
		if id == g.fails {
			return nil, errors.New("the graph went away")
		}
	}
	return nil, nil
}

// naming finds the first two words of a text as a person's name.
type naming struct{ polyglot }

func (n naming) Read(_ context.Context, in read.Text) (kg.Reading, error) {
	name := strings.Join(strings.Fields(in.Text)[:2], " ")
	return kg.Reading{Reader: "naming/1", Mentions: []kg.ReadMention{{Span: kg.Span{0, len(name)}, Type: "PERSON", Entity: name}}}, nil
}

// TestIngestAll: the articles of one request wait for the store together, each is told of in their order, and one that
// is refused, at whatever stage, refuses no other.
func TestIngestAll(t *testing.T) {
	store := &gathering{listing: listing{Memory: &kgtest.Memory{}}, together: make(chan struct{}), wanted: 5,
		fails: kg.EntityID(kg.Person, "Dora Fenn")}
	var list []kg.Submission
	for _, name := range []string{"Ann Lee", "Bob Mott", "", "Cid Orr", "Dora Fenn", "Eve Unsaved"} {
		text := ""
		if name != "" {
			text = fmt.Sprintf("%s spoke in Selm for an hour about the bridge, which stays %s.", name, strings.ToLower(strings.Fields(name)[1]))
		}
		list = append(list, kg.Submission{Text: text, Title: name, Language: "en"})
	}
	p := NewPipeline(naming{polyglot{"en"}}, linker(t), store, time.Now)
	var told []string
	err := p.IngestAll(context.Background(), list, func(done kg.Ingested, err error) error {
		if err != nil {
			told = append(told, "refused")
		} else {
			told = append(told, done.Title)
		}
		return nil
	})
	want := []string{"Ann Lee", "Bob Mott", "refused", "Cid Orr", "refused", "refused"}
	if err != nil || strings.Join(told, ", ") != strings.Join(want, ", ") {
		t.Errorf("%v; told of %q, want %q", err, told, want)
	}
	if _, err := store.Article(context.Background(), kg.ArticleID(list[5].Text)); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("an article that was refused is there: %v", err)
	}
}

// TestIngestAllStops: when what became of an article cannot be told, what is under way is ended and no more is begun.
func TestIngestAllStops(t *testing.T) {
	store := &gathering{listing: listing{Memory: &kgtest.Memory{}}, together: make(chan struct{}), wanted: 1}
	var list []kg.Submission
	for i := range 4 * mostUnderWay {
		list = append(list, kg.Submission{Text: fmt.Sprintf("Ann Lee spoke in Selm for %d hours about the bridge.", i), Language: "en"})
	}
	p := NewPipeline(naming{polyglot{"en"}}, linker(t), store, time.Now)
	gone := errors.New("nobody listens")
	calls := 0
	err := p.IngestAll(context.Background(), list, func(kg.Ingested, error) error { calls++; return gone })
	if !errors.Is(err, gone) || calls != 1 || store.waiting > mostUnderWay {
		t.Errorf("%v after %d calls, %d articles begun", err, calls, store.waiting)
	}
}
