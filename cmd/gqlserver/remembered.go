package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"sayso/internal/cypher"
	"sayso/internal/version"
)

// readsFile is a file of the data folder: the reads that users sent, as Cypher with the kinds of its parameters. No
// name, word or number of a request is in it.
const readsFile = "remembered-reads.json"

// rememberedReads is what it holds. Another build may write other Cypher.
type rememberedReads struct {
	Build string         `json:"build"`
	Reads []cypher.Query `json:"reads"` // the latest first
}

// memory is the folder in which reads are remembered: that of a graph of ours.
func (g *openedGraph) memory(s settings) string {
	if g.server == nil {
		return ""
	}
	return s.Data
}

// keepReads writes what the next start is to plan. A folder that cannot be written shows elsewhere; then the next first
// answers take longer, nothing else.
func keepReads(dir string, reads []cypher.Query) {
	if dir == "" || len(reads) == 0 {
		return
	}
	text, err := json.Marshal(rememberedReads{version.Build(), reads})
	if err == nil {
		path := filepath.Join(dir, readsFile)
		if err = os.WriteFile(path+".part", text, 0o600); err == nil {
			err = os.Rename(path+".part", path)
		}
	}
	if err != nil {
		slog.Warn("what users asked could not be remembered for the next start", "err", err)
	}
}

// loadReads gives what this build remembered; none where it has not.
func loadReads(dir string) ([]cypher.Query, error) {
	if dir == "" {
		return nil, nil
	}
	path := filepath.Join(dir, readsFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // Cypher tells whole numbers from others
	var kept rememberedReads
	if err := decoder.Decode(&kept); err != nil {
		return nil, fmt.Errorf("%s is damaged and can be removed: %w", path, err)
	}
	if kept.Build != version.Build() {
		return nil, nil
	}
	for _, q := range kept.Reads {
		for name, value := range q.Params {
			q.Params[name] = numbered(value)
		}
	}
	return kept.Reads, nil
}

// numbered gives a decoded value with its numbers as Cypher has them.
func numbered(value any) any {
	switch value := value.(type) {
	case json.Number:
		if whole, err := value.Int64(); err == nil {
			return whole
		}
		number, _ := value.Float64() // the decoder has seen that it is one
		return number
	case []any:
		for i := range value {
			value[i] = numbered(value[i])
		}
	case map[string]any:
		for name := range value {
			value[name] = numbered(value[name])
		}
	}
	return value
}
