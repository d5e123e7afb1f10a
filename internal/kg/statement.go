package kg

// StatementKind tells an utterance from a stance and from what the article says itself.
type StatementKind string

// The kinds.
const (
	Speech   StatementKind = "SPEECH"   // said, wrote, showed: a proposition or quoted words
	Stance   StatementKind = "STANCE"   // thought, intended, felt
	Narrated StatementKind = "NARRATED" // the article's own voice; it has no speaker
)

// Form tells how the words are given.
type Form string

// The forms.
const (
	Direct   Form = "DIRECT"   // wholly inside quotation marks
	Indirect Form = "INDIRECT" // wholly outside
	Mixed    Form = "MIXED"
)

// Modality tells how far the words commit to what they say.
type Modality string

// The modalities.
const (
	Asserted     Modality = "ASSERTED"
	Hedged       Modality = "HEDGED"       // reportedly, allegedly
	Future       Modality = "FUTURE"       // plans, promises
	Hypothetical Modality = "HYPOTHETICAL" // would, if, may
	Ordered      Modality = "ORDERED"      // urged, demanded
	Questioned   Modality = "QUESTIONED"
	// Doubtful is that of an assertion whose reader is not sure enough that the words say so: it waits for review and
	// asserts nothing. No text has it, so it is none of Modalities.
	Doubtful Modality = "DOUBTFUL"
)

// Modalities lists every modality that words can have.
func Modalities() []Modality {
	return []Modality{Asserted, Hedged, Future, Hypothetical, Ordered, Questioned}
}

// Status reports whether a statement still stands. Nothing is deleted: corrections and retractions change the status.
type Status string

// The statuses.
const (
	Current   Status = "CURRENT"
	Corrected Status = "CORRECTED"
	Retracted Status = "RETRACTED"
)

// Statement is one attributed utterance or stance in one article, or the article's own assertion.
type Statement struct {
	ID         string // StatementID of where it stands
	ArticleID  string
	Kind       StatementKind
	Form       Form
	Source     []Passage // the words that name the speaker
	Cue        []Passage // the words that attribute: "said", "according to"
	Content    []Passage // what was said; more than one where the sentence interrupts it
	Quoted     []Passage // the parts inside quotation marks, without the marks
	Quote      Quote     // the anchor, from the first content to the last
	SpeakerID  string    // "" for the article's own voice and for speakers nobody names
	Via        []string  // entity ids of channels and outlets, nearest to the speaker first
	Mentions   []Mention
	Modality   Modality
	UtteredOn  Date
	RecordedAt Date
	Confidence float64 // 0…1
	Extractor  string  // which reader, with its version
	Status     Status
	Review     Review // "" is Unreviewed
	Version    int    // how often people decided about it, from 1 on; 0 before it is stored
	Corrects   string // the id of the statement that a person put this one in the place of; "" for none
	KnownFrom  Date   // when it came to be known, where that is later than its article; set with a notice, read by knownAt
	ByHand     bool   // a person added it; its id is ManualStatementID
	Asserts    []Assertion
}

// SpeakerMention is the source's own words, "" where there are none.
func (s Statement) SpeakerMention() string {
	if len(s.Source) == 0 {
		return ""
	}
	return s.Source[0].Text
}

// Mention is one proper-name mention of an entity.
type Mention struct {
	EntityID string
	Passage
}

// Assertion ties a statement to a claim it makes.
type Assertion struct {
	ClaimID    string
	Modality   Modality
	ReadAs     Modality // what a Doubtful one was read as, and what it becomes once its statement is accepted; else ""
	Evidence   Passage
	Confidence float64
	Rules      []string // ids of the reader's rules that made it, in their order; none where a person or a model did
}
