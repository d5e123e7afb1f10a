package archive

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"sayso/internal/kg"
)

// Lines are the nodes of an archive, a line each.
type Lines struct {
	scanner *bufio.Scanner
	number  int  // of the line that was read last
	whole   bool // the last line of all was read
}

// Open reads the first line of an archive. One of another form or edition is refused.
func Open(r io.Reader, edition int) (*Lines, error) {
	l := &Lines{scanner: bufio.NewScanner(r), number: 1}
	l.scanner.Buffer(make([]byte, 0, 1<<20), LongestLine)
	if !l.scanner.Scan() {
		if err := l.scanner.Err(); err != nil {
			return nil, broken(err)
		}
		return nil, kg.Errorf(kg.Invalid, "the file is empty; sayso export archive writes one")
	}
	var first header
	if err := json.Unmarshal(l.scanner.Bytes(), &first); err != nil || first.Archive == 0 {
		return nil, kg.Errorf(kg.Invalid, `the first line is not that of an archive ({"saysoArchive": …}); articles as lines of JSON are handed in with sayso ingest`)
	}
	if first.Archive != version || first.Edition != edition {
		return nil, kg.Errorf(kg.Invalid, "the archive is of form %d and edition %d, those wanted are %d and %d; take it in "+
			"with the version of Sayso that wrote it, then start the newer one on that data", first.Archive, first.Edition,
			version, edition)
	}
	return l, nil
}

// Next gives the next node's line, which is good until the next call; nil at the end, which [Lines.End] tells of.
func (l *Lines) Next() ([]byte, error) {
	for l.scanner.Scan() {
		l.number++
		if l.whole {
			return nil, kg.Errorf(kg.Invalid, "line %d stands behind the archive's last line; take in each archive by itself",
				l.number)
		}
		if l.whole = isFooter(l.scanner.Bytes()); !l.whole {
			return l.scanner.Bytes(), nil
		}
	}
	if err := l.scanner.Err(); err != nil {
		return nil, broken(err)
	}
	return nil, nil
}

// End gives an error where the end of the file is not the archive's.
func (l *Lines) End() error {
	if l.whole {
		return nil
	}
	return kg.Errorf(kg.Invalid, "the archive's last line is missing, so it is not whole; get the rest with "+
		"sayso export archive --resume and take it in again")
}

// Number is that of the line that [Lines.Next] gave last, from 1 on.
func (l *Lines) Number() int { return l.number }

// None is the error of a line that is none of an archive. The last line before a file breaks off is what came of it.
func (l *Lines) None(err error) error {
	if !l.scanner.Scan() && l.scanner.Err() != nil {
		return broken(l.scanner.Err())
	}
	return NoNode(l.number, err)
}

// NoNode is the error of the line with a number that cannot be read as a node's.
func NoNode(number int, err error) error {
	return kg.Errorf(kg.Invalid, "line %d is none of an archive (%s)", number, err.Error())
}

func broken(err error) error {
	if errors.Is(err, bufio.ErrTooLong) {
		return kg.Errorf(kg.TooLarge, "a line is longer than %d MB", LongestLine>>20)
	}
	return kg.Because(err, kg.Unavailable, "the archive broke off; take it in again from its beginning")
}
