package kg

import (
	"context"
	"time"
)

// SourceKind is the form in which a followed source tells of its articles.
type SourceKind string

// The kinds.
const (
	FeedSource    SourceKind = "FEED"    // RSS, Atom or JSON Feed
	SitemapSource SourceKind = "SITEMAP" // a sitemap, or an index of sitemaps
	FolderSource  SourceKind = "FOLDER"  // a folder of the server's machine
)

// FollowedSource is a place that is looked at again and again for new articles.
type FollowedSource struct {
	ID       string
	Address  string // URL, or the folder's path
	Kind     SourceKind
	Every    time.Duration // how often it is looked at while all is well
	Paused   bool
	AddedAt  time.Time
	NextAt   time.Time // when it is looked at again
	LookedAt time.Time // the last look; zero for none
	GoodAt   time.Time // the last look that found it readable; zero for none
	Failures int       // looks in a row that failed
	Fault    string    // why the last look failed, "" when it did not
	// Validators of the last answer that could be read, sent back so that what has not changed is not sent again.
	ETag, LastModified string

	Waiting, Failed, Taken int // items in each state; kept by the store
}

// ItemState is how far an item of a source is.
type ItemState string

// The states.
const (
	ItemWaiting ItemState = "WAITING" // it is to be taken, or tried again
	ItemFailed  ItemState = "FAILED"  // it was tried often enough, or can never be taken; retrying is a person's decision
	ItemTaken   ItemState = "TAKEN"
)

// SourceItem is one article that a source told of, or one file of a folder. Sources that tell of the same address
// share it.
type SourceItem struct {
	Key       string // made of its address by the follower
	Source    string // the id of the source that told of it first
	Address   string
	Title     string
	Publisher string
	Published Date
	Body      string // what the feed itself holds of an item without an address; HTML
	State     ItemState
	Attempts  int
	NextAt    time.Time
	Fault     string // why the last attempt failed
	Article   string // id of the article it became
	Position  int    // of a file: how many articles of it are done
}

// SourceKeeper keeps what is followed and how far it is. Every method is one transaction.
type SourceKeeper interface {
	// AddSource notes a source; one that is there already stays as it is.
	AddSource(ctx context.Context, s FollowedSource) error
	// RemoveSource forgets a source with its items that were not taken. What was taken is remembered, so that it is not
	// taken again.
	RemoveSource(ctx context.Context, id string) error
	// PauseSource stops looking at a source, or goes on with it.
	PauseSource(ctx context.Context, id string, paused bool) error
	// RetrySource has a source looked at at once, and its failed items tried again.
	RetrySource(ctx context.Context, id string, now time.Time) error
	// Sources lists them in the order of their addresses.
	Sources(ctx context.Context) ([]FollowedSource, error)
	// SaveLook notes what one look at a source came to: the source as it is since, and its items. Those that are known
	// already, from whatever source, are left as they are. Whether a source is paused is not taken from s; a source that
	// was removed meanwhile stays removed.
	SaveLook(ctx context.Context, s FollowedSource, items []SourceItem) error
	// Due gives items of a source that wait and whose time has come, the longest waiting first.
	Due(ctx context.Context, source string, now time.Time, first int) ([]SourceItem, error)
	// FailedItems gives items of a source that failed.
	FailedItems(ctx context.Context, source string, first int) ([]SourceItem, error)
	// SaveItem notes how far an item is. One whose source was removed meanwhile is noted only if it was taken.
	SaveItem(ctx context.Context, i SourceItem) error
}

// SourceID is the id of a followed source: a hash of its address.
func SourceID(address string) string { return newID("src_", address) }

// SourceItemKey is the key of an item: a hash of what tells it from others.
func SourceItemKey(parts ...string) string { return newID("itm_", parts...) }
