package ingest

import (
	"context"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/vocabulary"
)

type rehearsing struct {
	record     kg.Record
	judgements []kg.Judgement
}

func (r *rehearsing) Rehearse(_ context.Context, record kg.Record, judgements ...kg.Judgement) error {
	r.record, r.judgements = record, judgements
	return record.Check()
}

// TestRehearsal: the article that is rehearsed brings something for each query that saves one.
func TestRehearsal(t *testing.T) {
	entries, err := vocabulary.Files{}.Entries()
	if err != nil {
		t.Fatal(err)
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		t.Fatal(err)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := read.Registered().Readers(read.Settings{Entries: entries})
	if err != nil {
		t.Fatal(err)
	}
	var got rehearsing
	if err := NewPipeline(reader, NewLinker(known, words), nil, time.Now).Rehearse(context.Background(), &got); err != nil {
		t.Fatal(err)
	}
	var speaker, via, object, quantity, negated bool
	for _, s := range got.record.Statements {
		speaker = speaker || s.SpeakerID != ""
		via = via || len(s.Via) > 0
	}
	for _, c := range got.record.Claims {
		object = object || c.ObjectID != ""
		quantity = quantity || c.Quantity != nil
		negated = negated || c.Negated
	}
	if !speaker || !via || !object || !quantity || !negated || got.record.Publisher == nil || len(got.judgements) != 1 {
		t.Errorf("the rehearsal lacks something: speaker %t, via %t, object %t, quantity %t, negated %t, %d judgements",
			speaker, via, object, quantity, negated, len(got.judgements))
	}
}
