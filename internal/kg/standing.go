package kg

import (
	"context"
	"strconv"
	"time"
)

// ChannelKind says how tellings are sent.
type ChannelKind string

// The kinds.
const (
	WebhookChannel ChannelKind = "WEBHOOK"
	EmailChannel   ChannelKind = "EMAIL"
)

// Channel is a way by which a standing question is told, and how far it is.
type Channel struct {
	Kind     ChannelKind `json:"kind"`
	Address  string      `json:"address"`
	Told     int         `json:"told"`     // number of the last telling that arrived
	Failures int         `json:"failures"` // attempts in a row that failed
	Fault    string      `json:"fault"`    // why the last one failed, "" when it did not
	NextAt   time.Time   `json:"nextAt"`   // when it is tried again
}

// StandingQuestion is a question that is answered anew whenever the graph changes.
type StandingQuestion struct {
	ID       string
	Question string
	By       string
	Paused   bool
	AddedAt  time.Time
	AskedAt  time.Time
	Seq      int    // the change up to which its answer is told
	Fault    string // why it could not be answered the last time
	Known    string // the answer that was told, in the form of whoever asks
	Told     int    // number of the last telling
	Channels []Channel
}

// TellingKind says what became of an entry of an answer.
type TellingKind string

// The kinds.
const (
	TellingNew       TellingKind = "NEW"
	TellingWithdrawn TellingKind = "WITHDRAWN"
	TellingDisputed  TellingKind = "DISPUTED"
	TellingSettled   TellingKind = "SETTLED"
)

// Telling is one change of the answer to a standing question.
type Telling struct {
	Question string // the id of the standing question
	Number   int    // from 1 on, for each question
	Kind     TellingKind
	At       time.Time
	Seq      int // the change of the graph behind which it was seen
	Text     string
	Quotes   []ToldQuote
}

// ID is made of the question and the number.
func (t Telling) ID() string { return t.Question + "_" + strconv.Itoa(t.Number) }

// ToldQuote is a statement's words as they stood when they were told.
type ToldQuote struct {
	Statement   string `json:"statement"`
	Exact       string `json:"exact"`
	Speaker     string `json:"speaker,omitempty"`
	Article     string `json:"article"`
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	PublishedAt Date   `json:"publishedAt,omitempty"`
}

// StandingKeeper keeps standing questions and what was told of them. Every method is one transaction.
type StandingKeeper interface {
	// AddStanding notes a question; one that is there already stays as it is.
	AddStanding(ctx context.Context, q StandingQuestion) error
	// RemoveStanding forgets a question with its tellings.
	RemoveStanding(ctx context.Context, id string) error
	// PauseStanding stops answering a question, or goes on with it.
	PauseStanding(ctx context.Context, id string, paused bool) error
	// Standing lists the questions, oldest first.
	Standing(ctx context.Context) ([]StandingQuestion, error)
	// SaveAnswer notes that a question was answered: AskedAt, Seq, Fault, Known and Told, with the tellings that this
	// gave, which follow on the number before. When somebody else has told of the question meanwhile, nothing is written
	// and the error has the code Conflict; for one that was removed, NotFound.
	SaveAnswer(ctx context.Context, q StandingQuestion, before int, tellings []Telling) error
	// SaveChannel notes how far a channel is.
	SaveChannel(ctx context.Context, question string, c Channel) error
	// Tellings gives those of a question behind a number, in their order.
	Tellings(ctx context.Context, question string, after, first int) ([]Telling, error)
}

// StandingID is the id of a standing question: a hash of what makes it another one.
func StandingID(parts ...string) string { return newID("sq_", parts...) }
