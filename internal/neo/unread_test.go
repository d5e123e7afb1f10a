package neo

import (
	"context"
	"testing"

	"sayso/internal/kg"
)

// TestUnread: the mark of an article that waits for a reader, in the order and languages asked for, until it is read.
func TestUnread(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	for _, text := range []string{"Le vieux pont est fermé.", "El viejo puente está cerrado.", "Le port est fermé aussi."} {
		a := kg.Article{ID: kg.ArticleID(text), Text: text, OriginID: kg.ArticleID(text), Unread: "no reader"}
		a.Language = map[string]string{"L": "fr-CA", "E": "es"}[text[:1]]
		if _, err := s.Save(ctx, kg.Record{Article: a}); err != nil {
			t.Fatal(err)
		}
	}
	list := func(languages []string, after string, first int) (out []kg.Article) {
		out, err := s.Unread(ctx, languages, after, first)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	french := list([]string{"fr", "de"}, "", 10)
	if len(french) != 2 || french[0].ID >= french[1].ID || french[0].Unread != "no reader" || french[0].Text == "" {
		t.Fatalf("%+v", french)
	}
	if page := list([]string{"fr", "es"}, french[0].ID, 1); len(page) != 1 || page[0].ID <= french[0].ID {
		t.Errorf("%+v", page)
	}
	read := french[0]
	read.Unread, read.Reader = "", "polyglot/1"
	if _, err := s.Save(ctx, kg.Record{Article: read}); err != nil {
		t.Fatal(err)
	}
	read.Unread, read.Reader = "no reader", "" // an older server hands it in once more
	if _, err := s.Save(ctx, kg.Record{Article: read}); err != nil {
		t.Fatal(err)
	}
	if a, err := s.Article(ctx, read.ID); err != nil || a.Unread != "" || a.Reader != "polyglot/1" {
		t.Errorf("%+v, %v", a, err)
	}
	if left := list([]string{"fr"}, "", 10); len(left) != 1 {
		t.Errorf("%+v", left)
	}
}
