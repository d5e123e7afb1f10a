package backup

import (
	"bytes"
	"encoding/json"
	"time"
)

// Seal is the last line of a backup.
type Seal struct {
	Version int            `json:"saysoSeal"`
	TakenAt time.Time      `json:"takenAt"`
	SHA256  string         `json:"sha256"` // of all that stands before, in hexadecimal
	Nodes   map[string]int `json:"nodes"`  // how many of each label
	Quotes  int            `json:"quotes"` // how many were found word for word in their articles
}

const version = 1

func isSeal(line []byte) bool { return bytes.HasPrefix(line, []byte(`{"saysoSeal":`)) }

// line gives the seal as it stands in a file.
func (s Seal) line() ([]byte, error) {
	text, err := json.Marshal(s)
	return append(text, '\n'), err
}
