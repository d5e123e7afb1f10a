package neotest

import (
	"context"
	"slices"
	"testing"
	"time"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
)

// Curated is a graph in which everything happened that an archive must keep: actors were joined and one was rated, a
// statement was reviewed, one was taken back, an article was deleted, a predicate was added, a source is followed and a
// question stands. more are further records.
func Curated(t testing.TB, more ...kg.Record) *neo.Store {
	t.Helper()
	ctx := context.Background()
	s := Open(t, nil, kgtest.Predicates())
	records := slices.Concat(kgtest.Recognitions(), kgtest.Relations(), more)
	Fill(t, s, records)
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	left, right := records[0].Entities[0], records[0].Entities[1]
	same := kg.Judgement{Left: left.ID, Right: right.ID, Verdict: kg.Same, By: "me", Reason: "one", Force: true}
	must(s.Judge(ctx, same))
	must(s.Rate(ctx, kg.Rating{Of: right.ID, Grade: "B", By: "me", Reason: "track record"}))
	looked := kg.Decision{Statement: records[0].Statements[0].ID, By: "me", Reason: "looked"}
	must(nil, s.Review(ctx, looked, kg.Accepted))
	must(nil, s.Retract(ctx, kg.Decision{Statement: records[1].Statements[0].ID, By: "me", Reason: "taken back"}))
	must(s.DeleteArticle(ctx, records[2].Article.ID, "me", "not ours"))
	address, at := "https://a.example/feed", time.Date(2023, 3, 1, 12, 0, 0, 0, time.UTC)
	must(nil, s.AddSource(ctx, kg.FollowedSource{
		ID: kg.SourceID(address), Address: address, Kind: kg.FeedSource, Every: time.Hour, AddedAt: at, NextAt: at,
	}))
	question := kg.StandingQuestion{
		ID: kg.StandingID("one"), Question: "Who recognized Borland?", By: "Ann", AddedAt: at, AskedAt: at, Known: "[]",
	}
	must(nil, s.AddStanding(ctx, question))
	told := kg.Telling{Question: question.ID, Number: 1, Kind: kg.TellingNew, At: at, Text: "Arland recognized Borland"}
	must(nil, s.SaveAnswer(ctx, question, 0, []kg.Telling{told}))
	must(s.ChangePredicate(ctx, kg.Predicate{ID: "TWINNED_WITH", Label: "twinned <with> & “so”"}, "me", "x"))
	return s
}
