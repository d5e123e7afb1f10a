// Package lines reads files line by line within bounds: a small file can hold, or unpack to, a line without an end.
package lines

import (
	"bufio"
	"errors"
)

// Next reads up to the end of a line and gives it with its line feed; err is io.EOF where the file ends first. A line
// of more than most bytes is passed over: nothing of it is kept, and tooLong is true.
func Next(r *bufio.Reader, most int) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > most {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}
