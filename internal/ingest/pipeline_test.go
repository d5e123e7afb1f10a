package ingest

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/read"
)

// listing is a store in memory that knows which articles wait.
type listing struct {
	*kgtest.Memory
	kg.Curator
	ids []string
}

func (l *listing) Profiles(context.Context, ...string) ([]kg.Profile, error) { return nil, nil }

func (l *listing) Unread(ctx context.Context, languages []string, after string, first int) ([]kg.Article, error) {
	var out []kg.Article
	for _, id := range l.ids {
		a, err := l.Article(ctx, id)
		if err == nil && a.Unread != "" && id > after && slices.Contains(languages, a.Language) && len(out) < first {
			out = append(out, a)
		}
	}
	return out, nil
}

// Try tells that whatever fits is new.
func (l *listing) Try(_ context.Context, r kg.Record) (kg.Saved, error) {
	return kg.Saved{ArticleIsNew: true}, r.Check()
}

// TestDryRun: a dry run goes the whole way but for the store.
func TestDryRun(t *testing.T) {
	store := &listing{Memory: &kgtest.Memory{}}
	p := NewPipeline(polyglot{"en"}, linker(t), store, time.Now)
	done, err := p.Ingest(context.Background(), kg.Submission{Text: "Ann Lee spoke in Selm for an hour.", DryRun: true})
	if _, missing := store.Article(context.Background(), done.ArticleID); err != nil || !done.ArticleIsNew || kg.CodeOf(missing) != kg.NotFound {
		t.Errorf("%+v, %v; the store says %v", done, err, missing)
	}
}

// polyglot finds one name in any text of its languages.
type polyglot []string

func (p polyglot) Languages() []string { return p }
func (p polyglot) Read(_ context.Context, in read.Text) (kg.Reading, error) {
	return kg.Reading{Reader: "polyglot/1", Mentions: []kg.ReadMention{{Span: kg.Span{0, 3}, Type: "PERSON", Entity: "Ann Lee"}}}, nil
}

// TestIngestByAddress: an article that is only an address is fetched; what is handed in with it holds, and an address of this machine is refused unless that is meant.
func TestIngestByAddress(t *testing.T) {
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, `<html><head><title>The quay</title><meta property="article:published_time" content="2024-05-20"></head><body><article>`+
			strings.Repeat("<p>Ann Lee said that the quay of Selm stays shut until the end of the year.</p>", 5)+`</article></body></html>`)
	}))
	defer page.Close()
	for private, want := range map[bool]kg.Code{true: "", false: kg.Invalid} {
		store := &listing{Memory: &kgtest.Memory{}}
		p := NewPipeline(polyglot{"en"}, linker(t), store, time.Now).Fetching(fetch.New(fetch.Options{Private: private}))
		done, err := p.Ingest(context.Background(), kg.Submission{URL: page.URL + "/quay", Publisher: "Selm Courier"})
		if want != "" {
			if kg.CodeOf(err) != want {
				t.Errorf("an address of this machine: %v", err)
			}
			continue
		}
		a, missing := store.Article(context.Background(), done.ArticleID)
		if err != nil || missing != nil || a.Title != "The quay" || a.Publisher != "Selm Courier" || a.PublishedAt != "2024-05-20" || !strings.HasPrefix(a.Text, "Ann Lee said") {
			t.Errorf("%+v %v %v", a, err, missing)
		}
	}
}

// TestUnread: an article in a language without a reader is kept with the mark, takes a ready-made reading, and is read when a reader comes.
func TestUnread(t *testing.T) {
	ctx := context.Background()
	store := &listing{Memory: &kgtest.Memory{}}
	pipeline := func(languages ...string) *Pipeline {
		return NewPipeline(polyglot(languages), linker(t), store, func() time.Time { return time.Date(2024, 5, 22, 0, 0, 0, 0, time.UTC) })
	}
	french := strings.Repeat("Le maire a déclaré lundi que le vieux pont resterait fermé jusqu'à la fin de l'année pour des travaux. ", 3)
	spanish := strings.Repeat("El alcalde dijo el lunes que el viejo puente permanecerá cerrado hasta el final del año por obras. ", 3)
	for _, text := range []string{french, spanish} {
		done, err := pipeline("en").Ingest(ctx, kg.Submission{Text: text})
		if err != nil || done.Unread == "" || !done.ArticleIsNew {
			t.Fatalf("%+v, %v", done, err)
		}
		store.ids = append(store.ids, done.ArticleID)
	}
	reading := kg.Reading{Mentions: []kg.ReadMention{{Span: kg.Span{0, 8}, Type: "PERSON", Entity: "Le maire"}}, Reader: "by hand"}
	done, err := pipeline("en").Ingest(ctx, kg.Submission{Text: spanish, Reading: &reading})
	if err != nil || done.Unread != "" {
		t.Fatalf("%+v, %v", done, err)
	}
	if a, _ := store.Article(ctx, store.ids[1]); a.Unread != "" || a.Reader != "by hand" {
		t.Errorf("%+v", a)
	}
	var told []kg.Ingested
	tell := func(done kg.Ingested, err error) {
		if err != nil {
			t.Error(err)
		}
		told = append(told, done)
	}
	if err := pipeline("en", "de").Reread(ctx, "", 10, tell); err != nil || len(told) != 0 {
		t.Errorf("%v, %+v", err, told)
	}
	if err := pipeline("en", "fr").Reread(ctx, "", 10, tell); err != nil || len(told) != 1 || told[0].ArticleID != store.ids[0] {
		t.Fatalf("%v, %+v", err, told)
	}
	if a, _ := store.Article(ctx, store.ids[0]); a.Unread != "" || a.Reader != "polyglot/1" {
		t.Errorf("%+v", a)
	}
}
