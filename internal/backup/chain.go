package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"

	"filippo.io/age"

	"sayso/internal/kg"
)

// LongestChain is how many increments may build on each other: a restore reads all of them, and all must be whole.
const LongestChain = 32

// opening is the first line of an increment. The other lines but the last, the seal, are those of the archive that it
// stands for, where "saysoKeep" stands for some of its parent's archive, and "saysoDrop" passes over some.
type opening struct {
	Increment int    `json:"saysoIncrement"` // version of this form
	On        string `json:"on"`             // the name of the backup that this one builds on
}

// step is a line that stands for lines of the parent's archive.
type step struct {
	Keep int `json:"saysoKeep,omitempty"` // so many come next
	Drop int `json:"saysoDrop,omitempty"` // so many are in this archive no more
}

func isOpening(line []byte) bool { return bytes.HasPrefix(line, []byte(`{"saysoIncrement":`)) }

func isStep(line []byte) bool {
	return bytes.HasPrefix(line, []byte(`{"saysoKeep":`)) || bytes.HasPrefix(line, []byte(`{"saysoDrop":`))
}

// link gives the lines of the archive that a backup stands for. At the end it has compared their sum with the seal, and
// the marks of its parents with theirs.
type link struct {
	name   string // "" where it is not known
	own    *unpacked
	file   io.Closer // nil where it is another's
	parent *link     // nil for a whole backup, and where it is not there
	builds bool      // it is an increment
	first  []byte    // a line that was looked at and is the next one
	keep   int       // lines of the parent that come next
	sum    hash.Hash
	seal   Seal
	mark   string // of its seal; "" before the end
}

// newLink reads whether a file is an increment, and of what.
func newLink(r io.Reader, identities []age.Identity) (*link, opening, error) {
	u, err := unpackedFrom(r, identities)
	if err != nil {
		return nil, opening{}, err
	}
	l := &link{own: u, sum: sha256.New()}
	line, err := u.next()
	if err != nil && !errors.Is(err, io.EOF) {
		u.close()
		return nil, opening{}, err
	}
	var o opening
	if !isOpening(line) {
		l.first = line
		return l, o, nil
	}
	if err := json.Unmarshal(line, &o); err == nil && o.Increment == version {
		l.builds = true
		return l, o, nil
	}
	u.close()
	return nil, o, kg.Errorf(kg.Invalid, "the increment is of form %d, this program reads form %d; use the version of "+
		"Sayso that wrote it", o.Increment, version)
}

// openChain opens a backup of a place with all that it builds on.
func openChain(ctx context.Context, p Place, name string, identities []age.Identity) (*link, error) {
	var last, child *link
	for range LongestChain + 1 {
		l, o, err := openLink(ctx, p, name, identities)
		if err != nil {
			if child != nil {
				err = kg.Because(err, kg.CodeOf(err), "%s builds on %s: %s", p.At(child.name), p.At(name), message(err))
			}
			last.close()
			return nil, err
		}
		if child == nil {
			last = l
		} else {
			child.parent = l
		}
		if o.Increment == 0 {
			return last, nil
		}
		if _, ok := ParseName(o.On); !ok { // it could lead anywhere
			last.close()
			return nil, kg.Errorf(kg.Invalid, "%s builds on a backup with a name that is none; it was altered", p.At(name))
		}
		child, name = l, o.On
	}
	last.close()
	return nil, kg.Errorf(kg.Invalid, "%s builds on more than %d others; it was altered, or a newer version of "+
		"Sayso wrote it", p.At(last.name), LongestChain)
}

func openLink(ctx context.Context, p Place, name string, identities []age.Identity) (*link, opening, error) {
	file, err := p.Open(ctx, name)
	if err != nil {
		return nil, opening{}, err
	}
	l, o, err := newLink(file, identities)
	if err != nil {
		_ = file.Close()
		return nil, o, err
	}
	l.name, l.file = name, file
	return l, o, nil
}

func message(err error) string {
	var ours *kg.Error
	if errors.As(err, &ours) {
		return ours.Message
	}
	return err.Error()
}

func (l *link) close() {
	for ; l != nil; l = l.parent {
		l.own.close()
		if l.file != nil {
			_ = l.file.Close()
		}
	}
}

// next gives the next line of the archive, io.EOF where all was read and is what was sealed.
func (l *link) next() ([]byte, error) {
	for l.mark == "" {
		line, err := l.raw()
		switch {
		case errors.Is(err, io.EOF):
			return nil, l.end(nil)
		case err != nil:
			return nil, err
		case isSeal(line):
			return nil, l.end(line)
		case l.builds && isStep(line):
			if err := l.step(line); err != nil {
				return nil, err
			}
			continue
		}
		l.sum.Write(line)
		return line, nil
	}
	return nil, io.EOF
}

// raw gives the next line of the file, or of the parent where lines of it are kept.
func (l *link) raw() ([]byte, error) {
	if l.keep > 0 {
		l.keep--
		return l.ofParent()
	}
	if line := l.first; line != nil {
		l.first = nil
		return line, nil
	}
	return l.own.next()
}

func (l *link) ofParent() ([]byte, error) {
	if l.parent == nil {
		return nil, kg.Errorf(kg.Invalid, "the file is an increment; restore it from the folder or bucket where what it "+
			"builds on lies too")
	}
	line, err := l.parent.next()
	if errors.Is(err, io.EOF) {
		return nil, l.fault("it asks for more lines than that one has")
	}
	return line, err
}

func (l *link) step(line []byte) error {
	var s step
	if err := json.Unmarshal(line, &s); err != nil || s.Keep < 0 || s.Drop < 0 || (s.Keep == 0) == (s.Drop == 0) {
		return l.fault("a step in it is none")
	}
	l.keep = s.Keep
	for range s.Drop {
		if _, err := l.ofParent(); err != nil {
			return err
		}
	}
	return nil
}

func (l *link) fault(what string) error {
	return kg.Errorf(kg.Invalid, "the increment %s does not fit what it builds on (%s): one of them was altered, damaged "+
		"or exchanged; take another backup", l.name, what)
}

// end compares what was read with the seal; its error is io.EOF where they are the same.
func (l *link) end(line []byte) error {
	seal, err := readSeal(line)
	if err != nil {
		return err
	}
	if _, err := l.own.next(); err == nil {
		return kg.Errorf(kg.Invalid, "lines stand behind the backup's seal: it was altered; take another one")
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	if l.builds {
		if _, err := l.ofParent(); err == nil {
			return l.fault("that one has more lines")
		} else if l.parent == nil || l.parent.mark == "" {
			return err
		}
		if l.parent.mark != seal.Parent {
			return l.fault("that one has another seal")
		}
	}
	if hex.EncodeToString(l.sum.Sum(nil)) != seal.SHA256 || l.builds != (seal.Parent != "") {
		return unlike()
	}
	if f, ok := ParseName(l.name); l.builds && ok && !f.TakenAt.Equal(seal.TakenAt) {
		return l.fault("its name is that of another one")
	}
	l.seal, l.mark = seal, mark(line)
	return io.EOF
}

func unlike() error {
	return kg.Errorf(kg.Invalid, "the backup is not what was sealed: it was altered or damaged; take another one")
}
