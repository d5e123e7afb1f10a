package mcp

import (
	"encoding/json"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// Paging is what every tool with a long answer takes.
type Paging struct {
	MaxTokens int    `json:"max_tokens,omitempty" jsonschema:"about how many tokens the answer may have; 2000 when left out, at most 20000"`
	Cursor    string `json:"cursor,omitempty" jsonschema:"what the answer before gave as next"`
}

// The budget: four bytes of JSON are taken for a token, which is rather much.
const (
	usualTokens   = 2000
	mostTokens    = 20000
	bytesPerToken = 4
)

// bytes is how much the answer may have.
func (p Paging) bytes() int {
	n := p.MaxTokens
	if n <= 0 {
		n = usualTokens
	}
	return min(n, mostTokens) * bytesPerToken
}

// offset reads a cursor that counts items.
func (p Paging) offset() (int, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(p.Cursor, "after-"))
	if err != nil || n < 0 || !strings.HasPrefix(p.Cursor, "after-") {
		return 0, kg.Errorf(kg.Invalid, "cursor: give what the answer before gave as next")
	}
	return n, nil
}

// within gives those items from the offset on that fit into the budget, one at the least, and the cursor behind them
// where there are more.
func within[T any](items []T, p Paging) ([]T, string, error) {
	from, err := p.offset()
	if err != nil {
		return nil, "", err
	}
	from = min(from, len(items))
	some := items[from : from+fitting(items[from:], p.bytes())]
	if from+len(some) == len(items) {
		return some, "", nil
	}
	return some, "after-" + strconv.Itoa(from+len(some)), nil
}

// fitting is how many of the first items have so many bytes together, one at the least where there is one.
func fitting[T any](items []T, most int) int {
	size := 0
	for i, item := range items {
		text, err := json.Marshal(item)
		if size += len(text); i > 0 && (err != nil || size > most) {
			return i
		}
	}
	return len(items)
}
