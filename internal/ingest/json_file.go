package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"sayso/internal/kg"
)

// readJSON hands over what a .json file holds: one article over any lines, a list of them, or one a line.
func readJSON(name string, r io.Reader, yield func(Found) error) error {
	data, err := io.ReadAll(io.LimitReader(r, largestHTML+1))
	if err != nil {
		return kg.Errorf(kg.Invalid, "%s cannot be read to its end", name)
	}
	if len(data) > largestHTML {
		return kg.Errorf(kg.TooLarge, "%s is longer than %d bytes; give it as JSON lines (.jsonl), which are read one by one",
			name, largestHTML)
	}
	text, err := decode(name, data, "")
	if err != nil {
		return err
	}
	var list []json.RawMessage
	switch whole := []byte(text); {
	case json.Unmarshal(whole, &list) == nil:
		for i, item := range list {
			at := Found{Place: fmt.Sprintf("%s item %d", name, i+1)}
			at.Submission, at.Fault = parseLine(at.Place, item)
			if err := yield(at); err != nil {
				return err
			}
		}
		return nil
	case json.Valid(whole):
		at := Found{Place: name}
		at.Submission, at.Fault = parseLine(name, whole)
		return yield(at)
	}
	return readLines(name, bytes.NewReader([]byte(text)), yield)
}
