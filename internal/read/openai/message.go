package openai

import (
	_ "embed"
	"encoding/json"
	"strings"
	"sync"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
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
var instructions = sync.OnceValues(func() (string, error) {
	words, err := vocabulary.Load()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(promptText)
	for _, p := range words.All() {
		b.WriteString(string(p.ID) + ": " + p.Means + "\n")
	}
	return b.String(), nil
})

type message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// request is the body of a chat completion with structured output.
func (r *Reader) request(text string, published kg.Date) ([]byte, error) {
	system, err := instructions()
	if err != nil {
		return nil, err
	}
	if published != "" {
		text = "Published on " + string(published) + ".\n\n" + text
	}
	return json.Marshal(map[string]any{
		"model": r.Model, "temperature": 0, "seed": 1,
		"messages": []message{{"system", system}, {"user", text}},
		"response_format": map[string]any{"type": "json_schema",
			"json_schema": map[string]any{"name": "reading", "strict": true, "schema": json.RawMessage(schemaText)}},
	})
}
