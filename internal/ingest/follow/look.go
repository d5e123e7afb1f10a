package follow

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

const (
	feedTypes = "application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, " +
		"application/json;q=0.8, */*;q=0.1"
	slowest  = 24 * time.Hour // the longest time between two looks at a source that fails
	mostMaps = 200            // sitemaps of one index that are read at one look
)

// seen is what a look came to.
type seen struct {
	told
	unchanged          bool // since the look before
	etag, lastModified string
	wait               time.Duration // how long the server asks to be left alone
}

// look looks at a source and notes what came of it. It reports false where its host may not be asked yet.
func (f *Follower) look(ctx context.Context, s kg.FollowedSource) (looked bool, err error) {
	var found seen
	var fault error
	if s.Kind == kg.FolderSource {
		found.items, fault = f.folder(s)
	} else {
		at, free, err := f.free(s.Address)
		if err == nil && !free {
			return false, nil
		}
		if fault = err; err == nil {
			found, fault = f.fetched(ctx, s, at)
		}
	}
	if ctx.Err() != nil {
		return false, ctx.Err() // a stop is no fault of the source
	}
	return true, f.note(ctx, s, found, fault)
}

// note keeps what a look came to, in one write with the validators: they are sent back only when all that they stand
// for is kept.
func (f *Follower) note(ctx context.Context, s kg.FollowedSource, found seen, fault error) error {
	now := f.options.Now()
	s.LookedAt = now
	if fault != nil {
		s.Failures++
		s.Fault = plain(fault)
		s.NextAt = now.Add(max(slowed(s.Every, s.Failures), min(found.wait, longestWait)))
		f.options.Log(s, "a source cannot be read", "fault", s.Fault, "failures", s.Failures)
		return f.keeper.SaveLook(ctx, s, nil)
	}
	s.Failures, s.Fault, s.GoodAt, s.NextAt = 0, "", now, now.Add(s.Every)
	if !found.unchanged {
		s.ETag, s.LastModified = found.etag, found.lastModified
		if found.kind != "" {
			s.Kind = found.kind
		}
	}
	for i := range found.items {
		item := &found.items[i]
		item.Source, item.State, item.NextAt = s.ID, kg.ItemWaiting, now
	}
	return f.keeper.SaveLook(ctx, s, found.items)
}

// slowed is how long a source that failed so often in a row is left alone: twice as long each time.
func slowed(every time.Duration, failures int) time.Duration {
	for i := 1; i < failures && every < slowest; i++ {
		every *= 2
	}
	return max(min(every, slowest), time.Minute)
}

// plain is what a person may see of a fault.
func plain(err error) string {
	var own *kg.Error
	if errors.As(err, &own) {
		return own.Message
	}
	return "it failed inside the server; the log has the details"
}

// fetched asks the server of a source for what has changed, and reads it.
func (f *Follower) fetched(ctx context.Context, s kg.FollowedSource, at *url.URL) (seen, error) {
	now := f.options.Now()
	if err := f.hosts.allowed(ctx, at, now); err != nil {
		return seen{}, err
	}
	answer, err := f.pages.Ask(ctx, fetch.Request{
		Address: s.Address, Accept: feedTypes, ETag: s.ETag, LastModified: s.LastModified,
	})
	if err != nil {
		return seen{}, err
	}
	found := seen{etag: answer.ETag, lastModified: answer.LastModified, wait: answer.Wait(now)}
	switch answer.Status {
	case http.StatusOK:
	case http.StatusNotModified:
		found.unchanged = true
		return found, nil
	default:
		if found.wait > 0 {
			f.hosts.rest(at, now, found.wait)
		}
		return found, statusFault(s.Address, answer.Status)
	}
	if found.told, err = parse(answer.Page, now); err != nil {
		return found, err
	}
	return found, f.children(ctx, s, &found)
}

func statusFault(address string, status int) error {
	return kg.Errorf(kg.Unavailable, "%s answers %d %s", address, status, http.StatusText(status))
}

// children reads the sitemaps that an index names: those that it says have changed since the last good look, and those
// of which it says nothing. The index's own validators are not kept, for they do not speak of the sitemaps.
func (f *Follower) children(ctx context.Context, s kg.FollowedSource, found *seen) error {
	if len(found.sitemaps) > mostMaps {
		return kg.Errorf(kg.TooLarge, "%s names %d sitemaps; at most %d are read: follow some of them by their own addresses",
			s.Address, len(found.sitemaps), mostMaps)
	}
	if len(found.sitemaps) > 0 {
		found.etag, found.lastModified = "", ""
	}
	for _, child := range found.sitemaps {
		if day := kg.Date(firstWord(child.Modified)); day != "" && !s.GoodAt.IsZero() &&
			string(day) < string(kg.DateOf(s.GoodAt)) {
			continue
		}
		inside, err := f.child(ctx, child.Address)
		if err != nil {
			return err
		}
		found.items = append(found.items, inside...)
	}
	return nil
}

// child reads one sitemap of an index, once its host may be asked.
func (f *Follower) child(ctx context.Context, address string) ([]kg.SourceItem, error) {
	at, err := url.Parse(address)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%q is no address of a sitemap", address)
	}
	for free, ok := f.hosts.take(at, f.options.Now()); !ok; free, ok = f.hosts.take(at, f.options.Now()) {
		if err := f.options.Sleep(ctx, free.Sub(f.options.Now())); err != nil {
			return nil, err
		}
	}
	if err := f.hosts.allowed(ctx, at, f.options.Now()); err != nil {
		return nil, err
	}
	answer, err := f.pages.Ask(ctx, fetch.Request{Address: address, Accept: feedTypes})
	if err == nil && answer.Status != http.StatusOK {
		err = statusFault(address, answer.Status)
	}
	if err != nil {
		return nil, err
	}
	inside, err := parse(answer.Page, f.options.Now())
	if err == nil && len(inside.sitemaps) > 0 {
		err = kg.Errorf(kg.Invalid, "%s is an index inside an index of sitemaps; follow it by its own address", address)
	}
	return inside.items, err
}
