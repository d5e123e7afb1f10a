package queue

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"

	"github.com/klauspost/compress/zstd"

	"sayso/internal/kg"
)

// largestUnpacked bounds what a message may become, in bytes: whoever reaches a shared NATS may write into it.
const largestUnpacked = 256 << 20

var (
	packer, _   = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2))
	unpacker, _ = zstd.NewReader(nil, zstd.WithDecoderMaxMemory(largestUnpacked), zstd.WithDecoderConcurrency(2))
)

// pack makes a message of a submission. Its checksum tells later whether it is still whole.
func pack(s kg.Submission) ([]byte, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return nil, kg.Hidden(err)
	}
	return packer.EncodeAll(data, nil), nil
}

// unpack gives the submission of a message.
func unpack(message []byte) (s kg.Submission, err error) {
	data, err := unpacker.DecodeAll(message, nil)
	if err == nil {
		err = json.Unmarshal(data, &s)
	}
	if err != nil {
		return s, kg.Because(err, kg.Invalid, "its message in the queue is damaged; remove it and hand the article in again")
	}
	return s, nil
}

// idOf names a submission in the queue: by its article, the reading that it brings, or its address.
func idOf(s kg.Submission, articleID string) (string, error) {
	switch {
	case articleID == "":
		return "page_" + digest([]byte(s.URL)), nil
	case s.Reading == nil:
		return articleID, nil
	}
	reading, err := json.Marshal(s.Reading)
	if err != nil {
		return "", kg.Hidden(err)
	}
	return articleID + "_" + digest(reading)[:16], nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// wellFormed are ids that may stand in a subject: nothing in them stands for other subjects.
var wellFormed = regexp.MustCompile(`^[A-Za-z0-9_-]{1,200}$`)
