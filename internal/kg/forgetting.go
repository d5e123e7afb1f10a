package kg

import "context"

// ForgottenArticles says what becomes of the texts that name somebody who is forgotten.
type ForgottenArticles string

// What may become of them.
const (
	RedactArticles ForgottenArticles = "REDACT" // the names are blacked out, code point for code point
	DeleteArticles ForgottenArticles = "DELETE" // the articles go
	KeepArticles   ForgottenArticles = "KEEP"   // the texts stay as they are
)

// Forgetting is what is kept of somebody who was forgotten: keyed hashes, in hexadecimal, by which names and ids are
// known again and never read.
type Forgetting struct {
	ID       string            `json:"id"`
	At       Date              `json:"at"`
	By       string            `json:"by"`
	Reason   string            `json:"reason"`
	Articles ForgottenArticles `json:"articles"`
	Key      string            `json:"key"`     // tells which key the hashes are made with, without giving it away
	Actors   []string          `json:"actors"`  // of the recorded ids
	Names    []string          `json:"names"`   // of names of several words, which are blacked out wherever they stand
	First    []string          `json:"first"`   // of the words that these begin with
	Parts    []string          `json:"parts"`   // of short names, blacked out where the text names the person in full
	Longest  int               `json:"longest"` // words of the longest name
}

// ForgetWish is a request to forget somebody.
type ForgetWish struct {
	Person   string // an id, or a name that nobody else has
	Articles ForgottenArticles
	DryRun   bool
	Force    bool // also of what is no person
	By       string
	Reason   string
}

// ForgetCounts counts what goes or is changed.
type ForgetCounts struct {
	Actors, Names, Judgements, Ratings        int
	ArticlesRedacted, ArticlesDeleted         int
	StatementsForgotten, StatementsRedacted   int
	ClaimsForgotten, ClaimsRedacted, Mentions int
	StandingQuestions, OtherEntries           int
}

// Plus adds up.
func (c ForgetCounts) Plus(d ForgetCounts) ForgetCounts {
	c.Actors, c.Names = c.Actors+d.Actors, c.Names+d.Names
	c.Judgements, c.Ratings = c.Judgements+d.Judgements, c.Ratings+d.Ratings
	c.ArticlesRedacted, c.ArticlesDeleted = c.ArticlesRedacted+d.ArticlesRedacted, c.ArticlesDeleted+d.ArticlesDeleted
	c.StatementsForgotten += d.StatementsForgotten
	c.StatementsRedacted += d.StatementsRedacted
	c.ClaimsForgotten, c.ClaimsRedacted = c.ClaimsForgotten+d.ClaimsForgotten, c.ClaimsRedacted+d.ClaimsRedacted
	c.Mentions += d.Mentions
	c.StandingQuestions += d.StandingQuestions
	c.OtherEntries += d.OtherEntries
	return c
}

// Remainder is a place where a name or an id of somebody forgotten still stands.
type Remainder struct {
	Kind string // the label of the node
	ID   string
	Why  string
}

// Forgotten tells what was done, or in a dry run what would be.
type Forgotten struct {
	Forgetting Forgetting
	Actors     []string // the recorded ids, for looking through backups; kept nowhere
	Counts     ForgetCounts
	Remains    []Remainder
}

// Forgetter forgets people.
type Forgetter interface {
	// Forget takes away what the graph holds of somebody, notes keyed hashes so that nothing brings them back, and looks
	// through the whole graph again for what is left. It may be called again: what is gone stays gone.
	Forget(ctx context.Context, w ForgetWish) (Forgotten, error)
	// ForgetAgain carries out forgettings of the past that this graph, from a backup, does not know of or holds
	// something of.
	ForgetAgain(ctx context.Context, past []Forgetting, by string) (Forgotten, error)
	// Forgettings lists those that the graph knows of, by id.
	Forgettings(ctx context.Context) ([]Forgetting, error)
}

// Suppressor takes out of what comes in what was forgotten.
type Suppressor interface {
	// Suppress gives a record without those who were forgotten, or refuses it where its articles are not to be held.
	Suppress(ctx context.Context, r Record) (Record, error)
}
