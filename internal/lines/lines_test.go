package lines_test

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"

	"sayso/internal/lines"
)

// TestNext: lines longer than the reader's buffer come whole, those that are too long are passed over, and the last may lack its line feed.
func TestNext(t *testing.T) {
	long := strings.Repeat("x", 100)
	r := bufio.NewReaderSize(strings.NewReader("one\n\n"+long+"\n"+long+long+"\ntwo"), 16)
	for _, want := range []struct {
		line    string
		tooLong bool
		err     error
	}{{"one\n", false, nil}, {"\n", false, nil}, {long + "\n", false, nil}, {"", true, nil}, {"two", false, io.EOF}, {"", false, io.EOF}} {
		line, tooLong, err := lines.Next(r, 150)
		if string(line) != want.line || tooLong != want.tooLong || !errors.Is(err, want.err) {
			t.Errorf("%q, %v, %v; want %+v", line, tooLong, err, want)
		}
	}
}
