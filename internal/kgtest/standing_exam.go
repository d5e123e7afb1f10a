package kgtest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// TestStandingKeeper is the exam of a kg.StandingKeeper that is empty.
func TestStandingKeeper(t *testing.T, k kg.StandingKeeper) {
	t.Helper()
	ctx, now := t.Context(), time.Date(2023, 3, 1, 12, 0, 0, 5, time.UTC)
	hook, mail := kg.Channel{Kind: kg.WebhookChannel, Address: "https://a.example/hook"}, kg.Channel{Kind: kg.EmailChannel, Address: "ann@a.example"}
	one := kg.StandingQuestion{ID: kg.StandingID("one"), Question: "Who recognized Donetsk?", By: "Ann", AddedAt: now, AskedAt: now, Seq: 3, Known: "[]", Channels: []kg.Channel{hook, mail}}
	two := kg.StandingQuestion{ID: kg.StandingID("two"), Question: "Who is Ann Lee?", By: "Ann", AddedAt: now.Add(time.Second), AskedAt: now, Known: "[]"}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(k.AddStanding(ctx, two))
	must(k.AddStanding(ctx, one))
	again := one
	again.Known, again.Channels = "[1]", nil
	must(k.AddStanding(ctx, again))
	must(k.PauseStanding(ctx, two.ID, true))
	two.Paused = true
	list := func(want ...kg.StandingQuestion) {
		t.Helper()
		got, err := k.Standing(ctx)
		must(err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
	list(one, two)
	tellings := []kg.Telling{
		{Question: one.ID, Number: 1, Kind: kg.TellingNew, At: now, Seq: 4, Text: "Selm recognized Donetsk", Quotes: []kg.ToldQuote{{Statement: "st_1", Exact: "“We do”", Article: "art_1", PublishedAt: "2023"}}},
		{Question: one.ID, Number: 2, Kind: kg.TellingDisputed, At: now, Seq: 4, Text: "Selm recognized Donetsk", Quotes: []kg.ToldQuote{}},
	}
	one.Seq, one.Known, one.Told, one.AskedAt = 4, `["x"]`, 2, now.Add(time.Minute)
	must(k.SaveAnswer(ctx, one, 0, tellings))
	list(one, two)
	if err := k.SaveAnswer(ctx, one, 0, tellings); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("told twice: %v", err)
	}
	for after, want := range map[int][]kg.Telling{0: tellings, 1: tellings[1:], 2: nil, 9: nil} {
		got, err := k.Tellings(ctx, one.ID, after, 10)
		must(err)
		if len(got) != len(want) || len(want) > 0 && !cmp.Equal(want, got) {
			t.Errorf("tellings behind %d:\n%s", after, cmp.Diff(want, got))
		}
	}
	one.Channels[1].Told, one.Channels[1].Fault, one.Channels[1].Failures, one.Channels[1].NextAt = 1, "it was away", 3, now
	must(k.SaveChannel(ctx, one.ID, one.Channels[1]))
	list(one, two)
	must(k.RemoveStanding(ctx, one.ID))
	list(two)
	must(k.AddStanding(ctx, again))
	if got, err := k.Tellings(ctx, one.ID, 0, 10); err != nil || len(got) != 0 {
		t.Errorf("tellings of a question that was removed: %+v, %v", got, err)
	}
	for name, err := range map[string]error{"pause": k.PauseStanding(ctx, "sq_none", true), "remove": k.RemoveStanding(ctx, "sq_none"),
		"answer": k.SaveAnswer(ctx, kg.StandingQuestion{ID: "sq_none"}, 0, nil), "channel": k.SaveChannel(ctx, two.ID, hook)} {
		if kg.CodeOf(err) != kg.NotFound {
			t.Errorf("%s of a question that is not there: %v", name, err)
		}
	}
}
