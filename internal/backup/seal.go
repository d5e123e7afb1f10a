package backup

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"sayso/internal/kg"
)

// Seal is the last line of a backup.
type Seal struct {
	Version int            `json:"saysoSeal"`
	TakenAt time.Time      `json:"takenAt"`
	SHA256  string         `json:"sha256"` // of the archive that the backup stands for, in hexadecimal
	Nodes   map[string]int `json:"nodes"`  // how many of each label
	Quotes  int            `json:"quotes"` // how many were found word for word in their articles
	// of an increment: the mark of the seal of what it builds on, see [Seal.mark]
	Parent string `json:"parent,omitempty"`
}

const version = 1

func isSeal(line []byte) bool { return bytes.HasPrefix(line, []byte(`{"saysoSeal":`)) }

// line gives the seal as it stands in a file.
func (s Seal) line() ([]byte, error) {
	text, err := json.Marshal(s)
	return append(text, '\n'), err
}

// mark is by what an increment knows the seal it builds on: the SHA-256 of its line. Since a seal names the one before
// it, a mark stands for a whole chain.
func mark(line []byte) string {
	sum := sha256.Sum256(line)
	return hex.EncodeToString(sum[:])
}

func readSeal(line []byte) (Seal, error) {
	if line == nil {
		return Seal{}, kg.Errorf(kg.Invalid, "the backup has no seal: it was cut, or is an archive (sayso import reads "+
			"those); take another one")
	}
	var seal Seal
	if err := json.Unmarshal(line, &seal); err != nil {
		return seal, damaged(err)
	}
	if seal.Version != version {
		return seal, kg.Errorf(kg.Invalid, "the backup is of form %d, this program reads form %d; use the version of Sayso "+
			"that wrote it", seal.Version, version)
	}
	return seal, nil
}
