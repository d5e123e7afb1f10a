package kg

import "time"

// Lane is one of the lines in which articles wait to be read.
type Lane string

// The lanes.
const (
	PeopleLane Lane = "PEOPLE" // what people and their programs hand in
	FeedsLane  Lane = "FEEDS"  // what followed sources bring
)

// TicketState says how far an article in the queue is.
type TicketState string

// The states.
const (
	TicketQueued  TicketState = "QUEUED"  // it waits
	TicketReading TicketState = "READING" // a worker has it in hand
	TicketStored  TicketState = "STORED"  // it is in the graph
	TicketFailed  TicketState = "FAILED"  // it is a dead letter
)

// Ticket tells how far an article is that was handed to the queue.
type Ticket struct {
	ID        string // names the article in the queue: made of its text, or of its address where that is all there is
	State     TicketState
	Lane      Lane
	ArticleID string // "" while it is not known
	Title     string
	URL       string
	At        time.Time    // since when it is in that state
	Failures  map[Code]int // how often reading it failed, by cause
	Deaths    int          // how often a process ended while it was read, which is no failure
	Fault     string       // why it failed the last time, or why it waits
}

// Enqueued is what became of one submission to the queue.
type Enqueued struct {
	Ticket  Ticket
	Waiting bool          // it was in the queue before
	Err     error         // why it was not accepted, with a code
	Again   time.Duration // after an error: when it may be taken, 0 for never
}

// DeadLetter is an article that could not be read.
type DeadLetter struct {
	Ticket
	QueuedAt time.Time
	Bytes    int // of its message in the queue, compressed
}

// LaneStatus tells how full a lane is.
type LaneStatus struct {
	Lane                   Lane
	Articles, MostArticles int64     // that wait or are read, and how many may
	Bytes, MostBytes       int64     // of these
	Oldest                 time.Time // when the one that waits longest came; zero for none
	Room                   bool      // whether more are taken
}

// QueueStatus tells how a queue fares.
type QueueStatus struct {
	Lanes       []LaneStatus
	DeadLetters int64
	DeadBytes   int64
	Workers     int      // of this process
	Damaged     []string // what is left of files that could not be read, and notes of messages that were lost
	Trouble     string   // why nothing is taken at the moment, "" where all is well
}
