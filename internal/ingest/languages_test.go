package ingest

import (
	"context"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/read"
	"sayso/internal/read/languagetest"
)

// TestReadWhenAReaderComes: an article waits while its language is not registered, is read once it is, and its
// statements name the reader of that language, as those of English name theirs.
func TestReadWhenAReaderComes(t *testing.T) {
	ctx := context.Background()
	store := &listing{Memory: &kgtest.Memory{}}
	pipeline := func(languages read.Languages) *Pipeline {
		readers, err := languages.Readers(read.Settings{})
		if err != nil {
			t.Fatal(err)
		}
		return NewPipeline(readers, linker(t), store, time.Now).Telling(languages.Told())
	}
	before, after := pipeline(read.Registered()), pipeline(append(read.Registered(), languagetest.Esperanto{}))
	text := "Kenjo rekonis Kosovon. Serbio diris, ke Peruo ne vizitis Ĉadon. " +
		"La ministro parolis en la ĉefurbo, kie oni atendis lian respondon pri la nova interkonsento, kaj multaj ĵurnalistoj estis tie. " +
		"Ankaŭ la aliaj landoj volas scii, kial la kunveno ne okazis antaŭ ol la parlamento voĉdonis."
	done, err := before.Ingest(ctx, kg.Submission{Text: text, PublishedAt: "2024-05-20"})
	if err != nil || !strings.Contains(done.Unread, "its language is eo and this server reads en") {
		t.Fatalf("%+v, %v", done, err)
	}
	store.ids = append(store.ids, done.ArticleID)
	articles := 0
	tell := func(done kg.Ingested, err error) {
		if articles++; err != nil || done.Unread != "" || done.Added.Statements == 0 || done.Added.Claims != 2 {
			t.Errorf("%+v, %v", done, err)
		}
	}
	if err := after.Reread(ctx, "", 10, tell); err != nil || articles != 1 {
		t.Fatalf("%d articles were read, %v", articles, err)
	}
	if a, _ := store.Article(ctx, done.ArticleID); a.Reader != languagetest.Name || a.Language != "eo" {
		t.Errorf("%+v", a)
	}
	done, err = after.Ingest(ctx, kg.Submission{Text: "Kenya recognized Kosovo on Monday, the minister said.", PublishedAt: "2024-05-20"})
	if a, _ := store.Article(ctx, done.ArticleID); err != nil || !strings.HasPrefix(a.Reader, "sayso-rules/") {
		t.Errorf("%+v, %v", a, err)
	}
}
