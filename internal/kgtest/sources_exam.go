package kgtest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// TestSourceKeeper is the exam of a kg.SourceKeeper that is empty.
func TestSourceKeeper(t *testing.T, k kg.SourceKeeper) {
	t.Helper()
	ctx, now := t.Context(), time.Date(2023, 3, 1, 12, 0, 0, 0, time.UTC)
	one := kg.FollowedSource{
		ID: kg.SourceID("https://a.example/feed"), Address: "https://a.example/feed", Kind: kg.FeedSource,
		Every: time.Hour, AddedAt: now, NextAt: now,
	}
	two := kg.FollowedSource{
		ID: kg.SourceID("/news"), Address: "/news", Kind: kg.FolderSource, Every: time.Minute, AddedAt: now, NextAt: now,
	}
	must := mustDo(t)
	list := func() []kg.FollowedSource {
		out, err := k.Sources(ctx)
		must(err)
		return out
	}
	must(k.AddSource(ctx, one))
	must(k.AddSource(ctx, two))
	must(k.PauseSource(ctx, one.ID, true))
	again := one
	again.Every = time.Minute
	must(k.AddSource(ctx, again))
	one.Paused = true
	if diff := cmp.Diff([]kg.FollowedSource{two, one}, list()); diff != "" {
		t.Fatalf("added, one paused (-want +got):\n%s", diff)
	}
	items := []kg.SourceItem{
		{Key: "i1", Source: one.ID, Address: "https://a.example/1", Title: "One", Published: "2023-02", State: kg.ItemWaiting, NextAt: now},
		{Key: "i2", Source: one.ID, Body: "<p>Two", Publisher: "A", State: kg.ItemWaiting, NextAt: now.Add(time.Minute)},
		{Key: "i3", Source: one.ID, Address: "https://a.example/3", State: kg.ItemWaiting, NextAt: now},
	}
	looked := one
	looked.Paused, looked.LookedAt, looked.GoodAt, looked.NextAt = false, now, now, now.Add(time.Hour)
	looked.Failures, looked.Fault, looked.ETag, looked.LastModified = 2, "it was away", `"x"`, "yesterday"
	must(k.SaveLook(ctx, looked, items))
	due, err := k.Due(ctx, one.ID, now, 10)
	must(err)
	if diff := cmp.Diff([]kg.SourceItem{items[0], items[2]}, due); diff != "" {
		t.Errorf("due (-want +got):\n%s", diff)
	}
	items[0].State, items[0].Article, items[0].Position = kg.ItemTaken, "art_1", 3
	items[2].State, items[2].Fault, items[2].Attempts = kg.ItemFailed, "it is gone", 8
	must(k.SaveItem(ctx, items[0]))
	must(k.SaveItem(ctx, items[0]))
	must(k.SaveItem(ctx, items[2]))
	must(k.SaveLook(ctx, looked, []kg.SourceItem{{Key: "i1", Source: one.ID, State: kg.ItemWaiting, NextAt: now}}))
	looked.Paused, looked.Waiting, looked.Failed, looked.Taken = true, 1, 1, 1
	if diff := cmp.Diff(looked, list()[1]); diff != "" {
		t.Errorf("after a look (-want +got):\n%s", diff)
	}
	failed, err := k.FailedItems(ctx, one.ID, 10)
	must(err)
	if diff := cmp.Diff(items[2:], failed); diff != "" {
		t.Errorf("failed (-want +got):\n%s", diff)
	}
	must(k.RetrySource(ctx, one.ID, now))
	if s := list()[1]; s.Waiting != 2 || s.Failed != 0 || !s.NextAt.Equal(now) || s.Failures != 0 {
		t.Errorf("after a retry: %+v", s)
	}
	testRemovedSource(t, k, one, looked, items)
}

// mustDo ends a test at an error.
func mustDo(t *testing.T) func(error) {
	return func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
}

// testRemovedSource removes a source, one of whose items waits and one was taken, and adds it again.
func testRemovedSource(t *testing.T, k kg.SourceKeeper, one, looked kg.FollowedSource, items []kg.SourceItem) {
	t.Helper()
	ctx, now := t.Context(), one.AddedAt
	must := mustDo(t)
	must(k.RemoveSource(ctx, one.ID))
	items[1].State = kg.ItemFailed
	must(k.SaveItem(ctx, items[1]))
	must(k.SaveLook(ctx, looked, items))
	must(k.AddSource(ctx, one))
	must(k.SaveLook(ctx, one, []kg.SourceItem{
		{Key: "i1", Source: one.ID, State: kg.ItemWaiting, NextAt: now},
		{Key: "i4", Source: one.ID, State: kg.ItemWaiting, NextAt: now},
	}))
	if due, err := k.Due(ctx, one.ID, now, 10); err != nil || len(due) != 1 || due[0].Key != "i4" {
		t.Errorf("what was taken before the source was removed is due again: %+v, %v", due, err)
	}
	for name, err := range map[string]error{
		"pause":  k.PauseSource(ctx, "src_none", true),
		"remove": k.RemoveSource(ctx, "src_none"),
		"retry":  k.RetrySource(ctx, "src_none", now),
	} {
		if kg.CodeOf(err) != kg.NotFound {
			t.Errorf("%s of a source that is not there: %v", name, err)
		}
	}
}
