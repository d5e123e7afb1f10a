package neo

import (
	"context"
	"time"

	"sayso/internal/kg"
)

var _ kg.SourceKeeper = (*Store)(nil)

// moment is how a time is kept: in this form the order of texts is that of times.
const moment = "2006-01-02T15:04:05.000000000Z"

// endOfTime is behind every moment.
const endOfTime = "9999"

func momentOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(moment)
}

func (v values) moment(key string) time.Time {
	t, _ := time.Parse(moment, v.text(key))
	return t
}

// AddSource implements kg.SourceKeeper.
func (s *Store) AddSource(ctx context.Context, source kg.FollowedSource) error {
	properties := sourceProperties(source)
	properties["paused"], properties["taken"] = source.Paused, 0
	return s.writeBeside(ctx, func(tx transaction) error {
		_, err := tx.run("add_source", map[string]any{"id": source.ID, "properties": properties})
		return err
	})
}

// changeSource runs a query that gives a row if there is such a source.
func (s *Store) changeSource(ctx context.Context, query, id string, params map[string]any) error {
	params["id"] = id
	return s.writeBeside(ctx, func(tx transaction) error {
		rows, err := tx.rows(query, params)
		if err == nil && len(rows) == 0 {
			return kg.Errorf(kg.NotFound, "no source with the id %q is followed; sources lists those that are", id)
		}
		return err
	})
}

// RemoveSource implements kg.SourceKeeper.
func (s *Store) RemoveSource(ctx context.Context, id string) error {
	return s.changeSource(ctx, "remove_source", id, map[string]any{})
}

// PauseSource implements kg.SourceKeeper.
func (s *Store) PauseSource(ctx context.Context, id string, paused bool) error {
	return s.changeSource(ctx, "pause_source", id, map[string]any{"paused": paused})
}

// RetrySource implements kg.SourceKeeper.
func (s *Store) RetrySource(ctx context.Context, id string, now time.Time) error {
	return s.changeSource(ctx, "retry_source", id, map[string]any{"at": momentOf(now)})
}

// Sources implements kg.SourceKeeper.
func (s *Store) Sources(ctx context.Context) ([]kg.FollowedSource, error) {
	records, err := s.read(ctx, "get_sources", nil)
	if err != nil {
		return nil, err
	}
	var out []kg.FollowedSource
	for _, record := range records {
		r := row(record)
		source := sourceOf(r.sub("source"))
		source.Waiting, source.Failed = r.number("waiting"), r.number("failed")
		out = append(out, source)
	}
	return out, nil
}

// itemsAtOnce is how many items are written by one run of a query.
const itemsAtOnce = 1000

// SaveLook implements kg.SourceKeeper.
func (s *Store) SaveLook(ctx context.Context, source kg.FollowedSource, items []kg.SourceItem) error {
	return s.writeBeside(ctx, func(tx transaction) error {
		rows, err := tx.rows("save_look", map[string]any{"id": source.ID, "properties": sourceProperties(source)})
		if err != nil || len(rows) == 0 {
			return err
		}
		for from := 0; from < len(items); from += itemsAtOnce {
			var rows []any
			for _, item := range items[from:min(from+itemsAtOnce, len(items))] {
				rows = append(rows, itemProperties(item))
			}
			if _, err := tx.run("save_source_items", map[string]any{"rows": rows}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Due implements kg.SourceKeeper.
func (s *Store) Due(ctx context.Context, source string, now time.Time, first int) ([]kg.SourceItem, error) {
	return s.sourceItems(ctx, source, kg.ItemWaiting, momentOf(now), first)
}

// FailedItems implements kg.SourceKeeper.
func (s *Store) FailedItems(ctx context.Context, source string, first int) ([]kg.SourceItem, error) {
	return s.sourceItems(ctx, source, kg.ItemFailed, endOfTime, first)
}

func (s *Store) sourceItems(ctx context.Context, source string, state kg.ItemState, at string,
	first int) ([]kg.SourceItem, error) {
	records, err := s.read(ctx, "get_source_items",
		map[string]any{"id": source, "status": string(state), "at": at, "first": first})
	if err != nil {
		return nil, err
	}
	var out []kg.SourceItem
	for _, record := range records {
		out = append(out, itemOf(row(record).sub("item")))
	}
	return out, nil
}

// SaveItem implements kg.SourceKeeper.
func (s *Store) SaveItem(ctx context.Context, item kg.SourceItem) error {
	return s.writeBeside(ctx, func(tx transaction) error {
		_, err := tx.run("save_source_item", map[string]any{
			"id": item.Source, "key": item.Key, "status": string(item.State), "properties": itemProperties(item),
		})
		return err
	})
}

// sourceProperties are those that a look may change; whether it is paused and how many of its items were taken are kept
// apart.
func sourceProperties(s kg.FollowedSource) map[string]any {
	return map[string]any{"id": s.ID, "address": s.Address, "kind": string(s.Kind),
		"everySeconds": int(s.Every / time.Second), "addedAt": momentOf(s.AddedAt),
		"nextAt": momentOf(s.NextAt), "lookedAt": momentOf(s.LookedAt), "goodAt": momentOf(s.GoodAt), "failures": s.Failures,
		"fault": s.Fault,
		"etag":  s.ETag, "lastModified": s.LastModified}
}

func sourceOf(v values) kg.FollowedSource {
	return kg.FollowedSource{ID: v.text("id"), Address: v.text("address"), Kind: kg.SourceKind(v.text("kind")),
		Every:  time.Duration(v.number("everySeconds")) * time.Second,
		Paused: v.flag("paused"), AddedAt: v.moment("addedAt"), NextAt: v.moment("nextAt"), LookedAt: v.moment("lookedAt"),
		GoodAt:   v.moment("goodAt"),
		Failures: v.number("failures"), Fault: v.text("fault"), ETag: v.text("etag"), LastModified: v.text("lastModified"),
		Taken: v.number("taken")}
}

func itemProperties(i kg.SourceItem) map[string]any {
	return map[string]any{"key": i.Key, "source": i.Source, "address": i.Address, "title": i.Title,
		"publisher": i.Publisher, "published": string(i.Published),
		"body": i.Body, "state": string(i.State), "attempts": i.Attempts, "nextAt": momentOf(i.NextAt), "fault": i.Fault,
		"article": i.Article, "position": i.Position}
}

func itemOf(v values) kg.SourceItem {
	return kg.SourceItem{Key: v.text("key"), Source: v.text("source"), Address: v.text("address"), Title: v.text("title"),
		Publisher: v.text("publisher"),
		Published: v.date("published"), Body: v.text("body"), State: kg.ItemState(v.text("state")),
		Attempts: v.number("attempts"), NextAt: v.moment("nextAt"),
		Fault: v.text("fault"), Article: v.text("article"), Position: v.number("position")}
}
