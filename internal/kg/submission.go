package kg

import "context"

// Submission is an article handed in to be read and stored. Give Text or HTML.
type Submission struct {
	Text        string
	HTML        string
	Title       string
	URL         string
	Publisher   string
	PublishedAt Date
	RetrievedAt Date
	Language    string
	Reading     *Reading // what a reader found before; nil to have the text read
}

// Ingested tells what became of one submission.
type Ingested struct {
	ArticleID string
	Title     string
	URL       string
	Saved
	LeftOut []LeftOutItem // what of its reading could not be stored
}

// Ingester reads submissions and stores what they say.
type Ingester interface {
	// Ingest stores one article. The error of a submission that cannot be taken has a code and says what to do; nothing of it is stored.
	Ingest(ctx context.Context, s Submission) (Ingested, error)
}
