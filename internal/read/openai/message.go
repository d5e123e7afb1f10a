package openai

import (
	_ "embed"
	"encoding/json"
	"strings"

	"sayso/internal/kg"
)

//go:embed prompt.txt
var promptText string

//go:embed schema.json
var schemaText []byte

// answer is what the model is asked for.
type answer struct {
	Mentions   []struct{ Text, Type, Entity string }
	Statements []answeredStatement
	Claims     []answeredClaim
}

type answeredStatement struct {
	Source, Cue string
	Content     []string
	Kind        kg.StatementKind
	Speaker     string
	Via, Quotes []string
	Modality    kg.Modality
}

type answeredClaim struct {
	Subject   string
	Predicate kg.PredicateID
	Object    string
	Negated   bool
	Modality  kg.Modality
	Evidence  string
	Quantity  *float64
	Unit      string
	Role      string
	Date      string
	Statement *int
}

// instructions are the prompt with the vocabulary.
func (r *Reader) instructions() string {
	var b strings.Builder
	b.WriteString(promptText)
	for _, p := range r.Vocabulary.All() {
		b.WriteString(string(p.ID) + ": " + p.Means + "\n")
	}
	return b.String()
}

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// request is the body of a chat completion with structured output.
func (r *Reader) request(text string, published kg.Date) ([]byte, error) {
	if published != "" {
		text = "Published on " + string(published) + ".\n\n" + text
	}
	return json.Marshal(map[string]any{
		"model": r.Model, "temperature": 0, "seed": 1,
		"messages": []message{{"system", r.instructions()}, {"user", text}},
		"response_format": map[string]any{"type": "json_schema",
			"json_schema": map[string]any{"name": "reading", "strict": true, "schema": json.RawMessage(schemaText)}},
	})
}
