package follow

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

const (
	mostAttempts = 8 // at an item, over about eleven hours
	firstRetry   = 5 * time.Minute
	noteEvery    = 20 // articles of a file
)

// item takes one item and notes what came of it. It reports false where its host may not be asked yet. An error is one
// of the keeper, or of a graph that is away: then the item waits without an attempt being counted.
func (f *Follower) item(ctx context.Context, s kg.FollowedSource, item kg.SourceItem) (worked bool, err error) {
	var fault error
	switch {
	case s.Kind == kg.FolderSource:
		fault = f.file(ctx, s, &item)
	case item.Address == "":
		fault = f.hand(ctx, &item, kg.Submission{HTML: item.Body, Publisher: item.Publisher})
	default:
		at, free, err := f.free(item.Address)
		if err == nil && !free {
			return false, nil
		}
		if fault = err; err == nil {
			if fault = f.hosts.allowed(ctx, at, f.options.Now()); fault == nil {
				fault = f.page(ctx, &item)
			}
		}
	}
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	var away away
	if asAway(fault, &away) {
		return false, away.error
	}
	f.settle(s, &item, fault)
	return true, f.keeper.SaveItem(ctx, item)
}

// settle says what becomes of an item.
func (f *Follower) settle(s kg.FollowedSource, item *kg.SourceItem, fault error) {
	if fault == nil {
		item.State, item.Fault, item.Body = kg.ItemTaken, "", ""
		return
	}
	item.Attempts++
	item.Fault = plain(fault)
	code := kg.CodeOf(fault)
	final := code == kg.Invalid || code == kg.TooLarge || code == kg.QuoteBroken
	if final || item.Attempts >= mostAttempts {
		item.State = kg.ItemFailed
		f.options.Log(s, "an article cannot be taken", "article", item.Address, "fault", item.Fault)
		return
	}
	item.NextAt = f.options.Now().Add(firstRetry << (item.Attempts - 1))
}

// page fetches the page of an item and hands it on.
func (f *Follower) page(ctx context.Context, item *kg.SourceItem) error {
	answer, err := f.pages.Ask(ctx, fetch.Request{Address: item.Address})
	if err != nil {
		return err
	}
	if answer.Status != http.StatusOK {
		if wait := answer.Wait(f.options.Now()); wait > 0 {
			if at, err := parsed(answer.URL); err == nil {
				f.hosts.rest(at, f.options.Now(), wait)
			}
		}
		return statusFault(item.Address, answer.Status)
	}
	submission, err := ingest.FromPage(answer.Page)
	if err != nil {
		return err
	}
	return f.hand(ctx, item, submission)
}

// away is that the graph cannot be reached.
type away struct{ error }

func asAway(err error, to *away) bool {
	a, ok := err.(away) //nolint:errorlint // made below, never wrapped
	if ok {
		*to = a
	}
	return ok
}

// hand gives an article to the pipeline, with what the source says of it where the article does not say it itself.
func (f *Follower) hand(ctx context.Context, item *kg.SourceItem, s kg.Submission) error {
	s.Title = cmp.Or(s.Title, item.Title)
	s.PublishedAt = cmp.Or(s.PublishedAt, item.Published)
	s.Publisher = cmp.Or(s.Publisher, item.Publisher)
	done, err := f.ingester.Ingest(ctx, s)
	if kg.CodeOf(err) == kg.Unavailable && err != nil {
		return away{err}
	}
	if err == nil {
		item.Article = done.ArticleID
	}
	return err
}

// file hands on the articles of a file, from where it was left. What of it is refused is told when the rest is done.
func (f *Follower) file(ctx context.Context, s kg.FollowedSource, item *kg.SourceItem) error {
	sources, err := f.within(s, item.Address)
	if err != nil {
		return err
	}
	at, refused, first := 0, 0, ""
	err = sources.Each(ctx, func(found ingest.Found) error {
		if at++; at <= item.Position {
			return nil
		}
		err := found.Fault
		if err == nil {
			err = f.hand(ctx, item, found.Submission)
		}
		var gone away
		if ctx.Err() != nil || asAway(err, &gone) {
			return cmp.Or(ctx.Err(), err)
		}
		if err != nil {
			refused++
			first = cmp.Or(first, fmt.Sprintf("%s: %s", found.Place, plain(err)))
		}
		if item.Position = at; at%noteEvery == 0 && refused == 0 {
			return f.keeper.SaveItem(ctx, *item)
		}
		return nil
	})
	if err == nil && refused > 0 {
		item.Position = 0 // tried again from the beginning: what is there already stays as it is
		return kg.Errorf(kg.Invalid, "%d of its %d articles were refused; the first: %s", refused, at, first)
	}
	return err
}
