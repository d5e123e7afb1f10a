package imports

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"sayso/internal/kg"
	"sayso/internal/lines"
)

// Sizes of what is taken.
const (
	longestRow  = 16 << 20  // bytes of one line or object
	largestFile = 256 << 20 // bytes of a file that must be known whole before the first item
)

// eachLine hands over the lines of a file with their numbers. tooLong are lines of which nothing was kept.
func eachLine(name string, r io.Reader, yield func(n int, line []byte, tooLong bool) error) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for n := 1; ; n++ {
		line, tooLong, err := lines.Next(in, longestRow)
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return kg.Errorf(kg.Invalid, "%s breaks off behind line %d; the lines up to it were taken", name, n-1)
		}
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(bytes.TrimSpace(line)) > 0 || tooLong {
			if stop := yield(n, bytes.TrimRight(line, "\r\n"), tooLong); stop != nil {
				return stop
			}
		}
		if last {
			return nil
		}
	}
}

// eachObject hands over the JSON objects of a file: one over many lines, the items of a list, or one a line. place says
// where each stands. A bad line is handed over as it is, for those behind it follow; behind a bad object of a list
// nothing can be told from it.
func eachObject(name string, r io.Reader, yield func(place string, raw json.RawMessage) error) error {
	buffered := bufio.NewReaderSize(r, 1<<20)
	head, _ := buffered.Peek(1 << 20)
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	first, _, more := bytes.Cut(head, []byte("\n"))
	if len(head) > 0 && head[0] != '[' && more && json.Valid(bytes.TrimSpace(first)) {
		return eachLine(name, buffered, func(n int, line []byte, tooLong bool) error {
			place := fmt.Sprintf("%s line %d", name, n)
			if tooLong {
				line = nil
			}
			return yield(place, line)
		})
	}
	if bom, err := buffered.Peek(3); err == nil && string(bom) == "\ufeff" {
		_, _ = buffered.Discard(3)
	}
	limited := &io.LimitedReader{R: buffered, N: largestFile}
	decoder := json.NewDecoder(limited)
	if len(head) > 0 && head[0] == '[' {
		if _, err := decoder.Token(); err != nil {
			return kg.Errorf(kg.Invalid, "%s is no JSON", name)
		}
	}
	for n := 1; decoder.More(); n++ {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return kg.Errorf(kg.Invalid, "%s: item %d is no JSON, and what stands behind it cannot be told from it: %s", name, n,
				kg.JSONFault(err))
		}
		if err := yield(fmt.Sprintf("%s item %d", name, n), raw); err != nil {
			return err
		}
	}
	if limited.N <= 0 {
		return kg.Errorf(kg.TooLarge, "%s is longer than %d MB; give it as lines, or split it", name, largestFile>>20)
	}
	return nil
}

// object decodes a JSON object and says what is wrong with one that is none.
func object(raw json.RawMessage, out any) error {
	if len(raw) == 0 {
		return kg.Errorf(kg.TooLarge, "it is longer than %d MB", longestRow>>20)
	}
	if !utf8.Valid(raw) {
		return kg.Errorf(kg.Invalid, "it is not UTF-8")
	}
	if err := json.Unmarshal(raw, out); err != nil {
		return kg.Errorf(kg.Invalid, "%s", kg.JSONFault(err))
	}
	return nil
}
