package kg

import "encoding/json"

// Reading is what a reader found in one text, by names and offsets, as `sayso read --json` prints it, one JSON object
// an article. It is also what a ready-read article brings along.
type Reading struct {
	Doc        string          `json:"doc"`
	Mentions   []ReadMention   `json:"mentions"`
	Statements []ReadStatement `json:"statements"`
	Claims     []ReadClaim     `json:"claims"`
	Withheld   []ReadClaim     `json:"withheld,omitempty"` // claims that the reader is not sure enough of
	Reader     string          `json:"reader,omitempty"`   // name and version of the reader; not compared
	Dropped    int             `json:"dropped,omitempty"`  // items that a model gave and whose words are not in the text
}

// Span is [start, end] in code points, end-exclusive.
type Span [2]int

// ReadMention is a proper-name mention. Type is PERSON, ORGANIZATION or PLACE; Entity is the canonical name of who is
// meant.
type ReadMention struct {
	Span   Span   `json:"span"`
	Type   string `json:"type"`
	Entity string `json:"entity"`
	Fault  string `json:"fault,omitempty"` // why it could not be decoded; set by UnmarshalJSON, read by Sift
}

// ReadStatement is an attributed statement: somebody is its source. Speaker is "" where the article names nobody.
type ReadStatement struct {
	Source     []Span        `json:"source"`
	Cue        []Span        `json:"cue"`
	Content    []Span        `json:"content"`
	Kind       StatementKind `json:"kind"`
	Speaker    string        `json:"speaker"`
	Via        []string      `json:"via"`
	Quotes     []Span        `json:"quotes"`
	Modality   Modality      `json:"modality"`
	Claims     []int         `json:"claims"`
	UtteredOn  Date          `json:"utteredOn,omitempty"`
	Confidence float64       `json:"confidence,omitempty"`
	Fault      string        `json:"fault,omitempty"` // as in ReadMention
}

// ReadClaim is a claim. Statement is the index of the statement it is made in, nil for the article's own voice.
type ReadClaim struct {
	Subject    string        `json:"subject"`
	Predicate  PredicateID   `json:"predicate"`
	Object     string        `json:"object"`
	Negated    bool          `json:"negated"`
	Modality   Modality      `json:"modality"`
	Evidence   Span          `json:"evidence"`
	Quantity   *ReadQuantity `json:"quantity"`
	Role       string        `json:"role"`
	Date       Date          `json:"date"`
	Statement  *int          `json:"statement"`
	Confidence float64       `json:"confidence,omitempty"`
	Rules      []string      `json:"rules,omitempty"` // ids of the reader's rules that made it, each once; not compared
	Fault      string        `json:"fault,omitempty"` // as in ReadMention
}

// ReadQuantity is a figure.
type ReadQuantity struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	Bound Bound   `json:"bound,omitempty"`
}

// MentionTypes lists what ReadMention.Type may be.
func MentionTypes() []string { return []string{"PERSON", "ORGANIZATION", "PLACE"} }

// UnmarshalJSON decodes a mention. One that is not of the form keeps its place in the list and has a fault, so that
// those behind it are not lost.
func (m *ReadMention) UnmarshalJSON(data []byte) error {
	type plain ReadMention
	return decodeItem(data, (*plain)(m), &m.Fault)
}

// UnmarshalJSON decodes a statement as [ReadMention.UnmarshalJSON] does a mention.
func (s *ReadStatement) UnmarshalJSON(data []byte) error {
	type plain ReadStatement
	return decodeItem(data, (*plain)(s), &s.Fault)
}

// UnmarshalJSON decodes a claim as [ReadMention.UnmarshalJSON] does a mention.
func (c *ReadClaim) UnmarshalJSON(data []byte) error {
	type plain ReadClaim
	return decodeItem(data, (*plain)(c), &c.Fault)
}

// decodeItem decodes an item and notes what is wrong with it.
func decodeItem(data []byte, item any, fault *string) error {
	if err := json.Unmarshal(data, item); err != nil {
		*fault = JSONFault(err)
	}
	return nil
}
