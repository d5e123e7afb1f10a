package access

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"

	"sayso/internal/kg"
)

// Each entry of the audit log ends with a hash over the entry's other bytes, over whatever stands between it and the
// entry before, and over that one's hash. So the last hash, the head, stands for all that is before it.

// Head is where a log ended at some moment, and the hash of the entry there.
type Head struct {
	Bytes int64  `json:"bytes"` // of the log, up to the end of that entry
	Chain string `json:"chain"` // in hexadecimal; "" for a log without an entry
}

// How an entry ends that has a hash.
const (
	chainOpens  = `,"chain":"`
	chainCloses = "\"}\n"
	chainLength = 2 * sha256.Size
)

// cutChain gives an entry's line without its hash, and the hash; ok is false where it has none.
func cutChain(line []byte) (entry []byte, chain string, ok bool) {
	at := len(line) - len(chainOpens) - chainLength - len(chainCloses)
	if at < 0 || !bytes.HasSuffix(line, []byte(chainCloses)) || !bytes.HasPrefix(line[at:], []byte(chainOpens)) {
		return nil, "", false
	}
	chain = string(line[at+len(chainOpens) : len(line)-len(chainCloses)])
	if _, err := hex.DecodeString(chain); err != nil {
		return nil, "", false
	}
	return append(bytes.Clone(line[:at]), '}'), chain, true
}

// link goes along a log and knows its head.
type link struct {
	head    Head
	sum     hash.Hash // of the head, and of what stands behind it
	pending int64     // how many bytes stand behind it
}

func newLink(h Head) *link {
	l := &link{head: h, sum: sha256.New()}
	_, _ = l.sum.Write([]byte(h.Chain)) // a hash never fails
	return l
}

// pass takes in bytes that are no entry with a hash.
func (l *link) pass(text []byte) {
	_, _ = l.sum.Write(text)
	l.pending += int64(len(text))
}

// next gives the line with which an entry is written, from its JSON, and moves on.
func (l *link) next(entry []byte) []byte {
	_, _ = l.sum.Write(entry)
	chain := hex.EncodeToString(l.sum.Sum(nil))
	line := append(bytes.TrimSuffix(bytes.Clone(entry), []byte("}")), chainOpens+chain+chainCloses...)
	*l = *newLink(Head{l.head.Bytes + l.pending + int64(len(line)), chain})
	return line
}

// read takes in a line of a log; ok is false where its hash is not the one that follows from what stands before.
func (l *link) read(line []byte) (hasHash, ok bool) {
	entry, _, hasHash := cutChain(line)
	if !hasHash {
		l.pass(line)
		return false, true
	}
	return true, bytes.Equal(l.next(entry), line)
}

// resume finds the head of a log that is there. What a crash left of an entry is ended, so that the next one begins a
// line.
func resume(file *os.File) (*link, error) {
	l := newLink(Head{})
	in := bufio.NewReaderSize(file, blockRead)
	for {
		line, err := in.ReadBytes('\n')
		if _, chain, ok := cutChain(line); ok { // trusted here: Verify is what proves it
			*l = *newLink(Head{l.head.Bytes + l.pending + int64(len(line)), chain})
		} else {
			l.pass(line)
		}
		if errors.Is(err, io.EOF) {
			if len(line) > 0 {
				l.pass([]byte("\n"))
				_, err = file.Write([]byte("\n"))
				return l, err
			}
			return l, nil
		}
		if err != nil {
			return l, err
		}
	}
}

// Verified is what a log is found to be.
type Verified struct {
	Head      Head
	Entries   int // with a hash
	Unchained int // lines without one: of a version that made none, or written by somebody else
	Heads     int // that were compared
}

// Verify proves that no entry of a log was altered, added, moved or cut out, and that the log had each of the heads
// once: then nothing before them was, not even by somebody who made all hashes anew. Entries may have been cut off at
// the end of the log only behind the last of the heads.
func Verify(log io.Reader, heads []Head) (Verified, error) {
	var v Verified
	passed := map[Head]bool{{}: true} // a log without an entry was the beginning of each
	l := newLink(Head{})
	in := bufio.NewReaderSize(log, blockRead)
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return v, kg.Errorf(kg.Unavailable, "the log cannot be read: %w", err)
		}
		hasHash, ok := l.read(line)
		switch {
		case !ok:
			return v, kg.Errorf(kg.Conflict, "line %d is not what was written, or a line before it was altered, added or cut "+
				"out: its hash does not follow", number)
		case hasHash:
			v.Entries, v.Head = v.Entries+1, l.head
			passed[l.head] = true
		case len(line) > 0:
			v.Unchained++
		}
		if err != nil {
			break
		}
	}
	for _, h := range heads {
		if !passed[h] {
			return v, kg.Errorf(kg.Conflict, "the log never had the head %s: what stood in its first %d bytes was cut or "+
				"altered since", shortChain(h), h.Bytes)
		}
		v.Heads++
	}
	return v, nil
}

func shortChain(h Head) string { return fmt.Sprintf("%.12s…", h.Chain) }
