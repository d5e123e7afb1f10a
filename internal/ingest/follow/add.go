package follow

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"sayso/internal/kg"
)

const (
	usualEvery    = 15 * time.Minute
	shortestEvery = time.Minute
	longestEvery  = 30 * 24 * time.Hour
	longestText   = 2000
)

// Add notes a source to be followed from now on and gives it. An address that is followed already is given as it is.
// every is 0 for the usual time.
func (f *Follower) Add(ctx context.Context, address string, every time.Duration) (kg.FollowedSource, error) {
	s := kg.FollowedSource{
		Address: strings.TrimSpace(address), Kind: kg.FeedSource, Every: every, AddedAt: f.options.Now(),
		NextAt: f.options.Now(),
	}
	if every == 0 {
		s.Every = usualEvery
	}
	if s.Every < shortestEvery || s.Every > longestEvery {
		return s, kg.Errorf(kg.Invalid, "a source is looked at every %s to %s, not every %s", shortestEvery, longestEvery,
			s.Every)
	}
	if err := f.check(&s); err != nil {
		return s, err
	}
	s.ID = kg.SourceID(s.Address)
	if err := f.keeper.AddSource(ctx, s); err != nil {
		return s, err
	}
	return f.Source(ctx, s.ID)
}

// check tells whether an address can be followed, and which kind it is.
func (f *Follower) check(s *kg.FollowedSource) error {
	if len(s.Address) > longestText {
		return kg.Errorf(kg.Invalid, "the address has %d bytes; at most %d are taken", len(s.Address), longestText)
	}
	if filepath.IsAbs(s.Address) {
		s.Kind = kg.FolderSource
		_, err := f.watched(s.Address)
		return err
	}
	at, err := url.Parse(s.Address)
	if err != nil || at.Scheme != "http" && at.Scheme != "https" || at.Hostname() == "" {
		return kg.Errorf(kg.Invalid, "%q can be followed neither as a feed nor as a folder; give the address of a feed or "+
			"sitemap such as "+
			"https://example.org/feed.xml, or the whole path of a folder", s.Address)
	}
	if at.User != nil {
		return kg.Errorf(kg.Invalid, "the address holds a user's name or password; write it without")
	}
	at.Fragment = ""
	s.Address = at.String()
	return f.pages.Check(s.Address)
}

// Source gives one source as it is now. The error of one that is not followed has the code NotFound.
func (f *Follower) Source(ctx context.Context, id string) (kg.FollowedSource, error) {
	all, err := f.keeper.Sources(ctx)
	if err != nil {
		return kg.FollowedSource{}, err
	}
	for _, s := range all {
		if s.ID == id {
			return s, nil
		}
	}
	return kg.FollowedSource{}, kg.Errorf(kg.NotFound,
		"no source with the id %q is followed; sources lists those that are", id)
}

// Retry has a source looked at at once, and its failed items tried again.
func (f *Follower) Retry(ctx context.Context, id string) error {
	return f.keeper.RetrySource(ctx, id, f.options.Now())
}

// Sources lists what is followed.
func (f *Follower) Sources(ctx context.Context) ([]kg.FollowedSource, error) {
	return f.keeper.Sources(ctx)
}

// Pause stops looking at a source, or goes on with it.
func (f *Follower) Pause(ctx context.Context, id string, paused bool) error {
	return f.keeper.PauseSource(ctx, id, paused)
}

// Remove stops following a source.
func (f *Follower) Remove(ctx context.Context, id string) error {
	return f.keeper.RemoveSource(ctx, id)
}

// Failed lists items of a source that could not be taken.
func (f *Follower) Failed(ctx context.Context, id string, first int) ([]kg.SourceItem, error) {
	return f.keeper.FailedItems(ctx, id, first)
}
