package neo

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"sayso/internal/cypher"
)

const (
	// mostRemembered bounds how many texts of reads are remembered; the least lately used are forgotten.
	mostRemembered = 200
	// longestRepeat bounds how long a remembered read may run when it is repeated: it was planned before it ran.
	longestRepeat = 10 * time.Second
	// nobody stands for a text of a caller; nothing in a graph has it.
	nobody = "none"
)

// remembered are the texts of reads that users sent, so that the next start can have them planned. What is kept of a
// parameter is its kind, by which Neo4j keeps plans; no value of a caller is.
type remembered struct {
	mu   sync.Mutex
	kept *simplelru.LRU[string, cypher.Query]
}

func newRemembered() *remembered {
	kept, err := simplelru.NewLRU[string, cypher.Query](mostRemembered, nil)
	if err != nil { // only for a size below one
		panic(err)
	}
	return &remembered{kept: kept}
}

func (r *remembered) note(q cypher.Query) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, known := r.kept.Get(q.Text); !known {
		r.kept.Add(q.Text, cypher.Query{Name: q.Name, Text: q.Text, Params: kinds(q.Params)})
	}
}

// kinds gives parameters of the same kinds without their values.
func kinds(params map[string]any) map[string]any {
	out := make(map[string]any, len(params))
	for name, value := range params {
		out[name] = kind(value)
	}
	return out
}

// kind gives a value of the same kind that says nothing: numbers become 1, for a limit must be one, and lists have one
// entry, or none.
func kind(value any) any {
	switch value := value.(type) {
	case nil, bool:
		return value
	case string:
		return nobody
	case int, int64:
		return int64(1)
	case float64:
		return 1.5 // which JSON keeps apart from a whole number
	case []string:
		return []any{nobody}[:min(1, len(value))]
	case []any:
		if len(value) == 0 {
			return []any{}
		}
		return []any{kind(value[0])}
	case map[string]any:
		return map[string]any{}
	default:
		return nobody
	}
}

// Remembered gives the reads that users sent last, the latest first, with the kinds of their parameters and no value.
func Remembered(s *Store) []cypher.Query {
	s.remembered.mu.Lock()
	defer s.remembered.mu.Unlock()
	values := s.remembered.kept.Values()
	out := make([]cypher.Query, len(values))
	for i, q := range values {
		out[len(values)-1-i] = q
	}
	return out
}

// Repeat runs a remembered read so that Neo4j has planned it, unless it was sent since this server started. What it
// finds is nobody's business, nor why it fails: a text of another edition may name what is there no longer.
func Repeat(ctx context.Context, s *Store, q cypher.Query) {
	s.remembered.note(q)
	if s.planning.knows(q.Text) {
		return
	}
	limited, cancel := context.WithTimeout(ctx, longestRepeat)
	defer cancel()
	if _, err := s.records(limited, q.Name, q.Text, q.Params); err != nil {
		slog.DebugContext(ctx, "a remembered read failed", "statement", q.Name, "err", err)
	}
}
