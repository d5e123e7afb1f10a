package export

// Statement is a statement as the document graph/operations/export.graphql gives it.
type Statement struct {
	ID         string      `json:"id"`
	Kind       string      `json:"kind"`
	Form       string      `json:"form"`
	Modality   string      `json:"modality"`
	Status     string      `json:"status"`
	Review     string      `json:"review"`
	Version    int         `json:"version"`
	Date       string      `json:"date"`
	UtteredOn  string      `json:"utteredOn"`
	RecordedAt string      `json:"recordedAt"`
	Confidence *float64    `json:"confidence"`
	Extractor  string      `json:"extractor"`
	Quote      Quote       `json:"quote"`
	Content    []Passage   `json:"content"`
	Quoted     []Passage   `json:"quoted"`
	Source     []Passage   `json:"source"`
	Cue        []Passage   `json:"cue"`
	Speaker    *Actor      `json:"speaker"`
	Via        []Actor     `json:"via"`
	Mentions   []Mention   `json:"mentions"`
	Asserts    []Assertion `json:"asserts"`
	Article    Article     `json:"article"`
}

// Quote is the statement's words with a text-quote and a text-position selector, in code points.
type Quote struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
}

// Passage is a stretch of the article's text, in code points, end exclusive.
type Passage struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Actor is a person, an organization or a place.
type Actor struct {
	Type     string `json:"__typename"`
	ID       string `json:"id"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Wikidata string `json:"wikidataId"`
}

// Mention is a name inside the statement.
type Mention struct {
	Passage
	Actor Actor `json:"actor"`
}

// Assertion is that the statement makes a claim, with the words that do.
type Assertion struct {
	Passage
	Modality   string   `json:"modality"`
	Confidence *float64 `json:"confidence"`
	Claim      Claim    `json:"claim"`
}

// Claim is a proposition.
type Claim struct {
	ID          string    `json:"id"`
	Text        string    `json:"text"`
	Negated     bool      `json:"negated"`
	Quantity    *float64  `json:"quantity"`
	Unit        string    `json:"unit"`
	Bound       string    `json:"bound"`
	Role        string    `json:"role"`
	OccurredOn  string    `json:"occurredOn"`
	Predicate   Predicate `json:"predicate"`
	Subject     *Actor    `json:"subject"`
	SubjectText string    `json:"subjectText"`
	Object      *Actor    `json:"object"`
	ObjectText  string    `json:"objectText"`
}

// Predicate is an entry of the vocabulary.
type Predicate struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Article is where the statement stands.
type Article struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	Language    string   `json:"language"`
	PublishedAt string   `json:"publishedAt"`
	RetrievedAt string   `json:"retrievedAt"`
	Authors     []string `json:"authors"`
	OriginID    string   `json:"originId"`
	Publisher   *Actor   `json:"publisher"`
}

// name gives an actor's name, or else the words that stand in its place.
func name(a *Actor, words string) string {
	if a != nil {
		return a.Name
	}
	return words
}

func id(a *Actor) string {
	if a != nil {
		return a.ID
	}
	return ""
}

// SaidBy gives the speaker's name, or else the words that name one; none for the article's own voice.
func (s Statement) SaidBy() string {
	words := ""
	for i, p := range s.Source {
		if i > 0 {
			words += " "
		}
		words += p.Text
	}
	return name(s.Speaker, words)
}

// actors gives everybody whom the statement names or comes from.
func (s Statement) actors() []*Actor {
	out := []*Actor{s.Speaker, s.Article.Publisher}
	for i := range s.Via {
		out = append(out, &s.Via[i])
	}
	for i := range s.Mentions {
		out = append(out, &s.Mentions[i].Actor)
	}
	for _, a := range s.Asserts {
		out = append(out, a.Claim.Subject, a.Claim.Object)
	}
	return out
}
