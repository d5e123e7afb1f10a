package kg

import "context"

// Submission is an article handed in to be read and stored. Give Text or HTML.
type Submission struct {
	Text        string
	HTML        string
	Title       string
	URL         string
	Publisher   string
	Authors     []string
	PublishedAt Date
	RetrievedAt Date
	Language    string
	Credit      string   // lines of a page that say who reported; set when it is cleaned, read for Article.Wire
	Reading     *Reading // what a reader found before; nil to have the text read
	DryRun      bool     // tell what would be stored, and store nothing
}

// Ingested tells what became of one submission.
type Ingested struct {
	ArticleID string
	Title     string
	URL       string
	Saved
	Unread  string        // why it was stored without being read; "" for one that was read
	LeftOut []LeftOutItem // what of its reading could not be stored
}

// Ingester reads submissions and stores what they say.
type Ingester interface {
	// Ingest stores one article. The error of a submission that cannot be taken has a code and says what to do; nothing of
	// it is stored.
	Ingest(ctx context.Context, s Submission) (Ingested, error)
	// IngestAll stores articles as Ingest does, several together where that is quicker, and tells what became of each, in
	// their order. An error of tell is given back; articles behind it may be left.
	IngestAll(ctx context.Context, list []Submission, tell func(Ingested, error) error) error
	// Reread reads up to first of the stored articles that are unread and in a language that can be read now, by id, from
	// behind the id after on. It tells what became of each; one that fails stays unread, and those behind it follow.
	Reread(ctx context.Context, after string, first int, tell func(Ingested, error)) error
}

// IngestOneByOne is an IngestAll of who stores each article by itself.
func IngestOneByOne(ctx context.Context, list []Submission, ingest func(context.Context, Submission) (Ingested, error),
	tell func(Ingested, error) error) error {
	for _, s := range list {
		done, err := ingest(ctx, s)
		if err := tell(done, err); err != nil {
			return err
		}
	}
	return nil
}
