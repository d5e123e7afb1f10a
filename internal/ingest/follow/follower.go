package follow

import (
	"context"
	"log/slog"
	"net/url"
	"time"

	"golang.org/x/sync/errgroup"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// Pages fetches.
type Pages interface {
	Check(address string) error // refuses at once what is never fetched, such as an address of this machine
	Ask(ctx context.Context, r fetch.Request) (fetch.Answer, error)
}

// Options are how a follower goes about it. The zero value of a field means its default.
type Options struct {
	Now     func() time.Time                                      // time.Now
	Sleep   func(ctx context.Context, d time.Duration) error      // waits between the sitemaps of an index
	Between time.Duration                                         // between two requests to one host; 1 s, and -1 for none
	Folders []string                                              // folders that may be watched, with all below them
	Log     func(source kg.FollowedSource, what string, a ...any) // tells of faults; the log of the process
}

const (
	atOnce   = 4 // sources that are worked on side by side
	perStep  = 3 // items of one source between two looks at the others
	idleLook = time.Second
)

// Follower follows the sources of a keeper. Only one may run on a graph at a time.
type Follower struct {
	keeper   kg.SourceKeeper
	pages    Pages
	ingester kg.Ingester
	hosts    *hosts
	options  Options
}

// New makes a follower.
func New(keeper kg.SourceKeeper, pages Pages, ingester kg.Ingester, o Options) *Follower {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	if o.Between == 0 {
		o.Between = time.Second
	}
	if o.Log == nil {
		o.Log = func(s kg.FollowedSource, what string, a ...any) {
			slog.Warn(what, append([]any{"source", s.Address}, a...)...)
		}
	}
	return &Follower{
		keeper: keeper, pages: pages, ingester: ingester, hosts: &hosts{pages: pages, between: max(o.Between, 0)}, options: o,
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// Run follows until ctx ends. A graph that is away for a while is waited for.
func (f *Follower) Run(ctx context.Context) {
	told := ""
	for ctx.Err() == nil {
		worked, err := f.Step(ctx)
		if err != nil && ctx.Err() == nil && err.Error() != told {
			told = err.Error()
			slog.Warn("followed sources have to wait", "err", err)
		}
		if !worked || err != nil {
			_ = f.options.Sleep(ctx, idleLook)
		}
	}
}

// Step does what is due now: looks at each source whose time has come, then some of its items. It reports whether there
// was anything. An error is one of the keeper's; whatever goes wrong at a source is noted at the source.
func (f *Follower) Step(ctx context.Context) (worked bool, err error) {
	sources, err := f.keeper.Sources(ctx)
	if err != nil {
		return false, err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	did := make([]bool, len(sources))
	for i, s := range sources {
		if s.Paused {
			continue
		}
		group.Go(func() error {
			var err error
			did[i], err = f.source(ctx, s)
			return err
		})
	}
	err = group.Wait()
	for _, one := range did {
		worked = worked || one
	}
	return worked, err
}

// source does what is due at one source.
func (f *Follower) source(ctx context.Context, s kg.FollowedSource) (worked bool, err error) {
	if !s.NextAt.After(f.options.Now()) {
		looked, err := f.look(ctx, s)
		if err != nil {
			return false, err
		}
		worked, s.Waiting = looked, s.Waiting+1 // there may be new items
	}
	if s.Waiting == 0 {
		return worked, nil
	}
	items, err := f.keeper.Due(ctx, s.ID, f.options.Now(), perStep)
	if err != nil {
		return worked, err
	}
	for _, item := range items {
		did, err := f.item(ctx, s, item)
		if err != nil {
			return worked, err
		}
		worked = worked || did
	}
	return worked, nil
}

// free reports whether a host may be asked now, and reserves the request.
func (f *Follower) free(address string) (at *url.URL, ok bool, err error) {
	at, err = url.Parse(address)
	if err != nil || at.Host == "" {
		return nil, false, kg.Errorf(kg.Invalid, "%q is no address of a page", address)
	}
	_, ok = f.hosts.take(at, f.options.Now())
	return at, ok, nil
}
