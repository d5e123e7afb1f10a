package backup

import (
	"bufio"
	"context"
	"errors"
	"io"
	"maps"
	"strings"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"sayso/internal/kg"
)

// ErrMoved is the error of [Write] where the graph changed while its archive was read, so that parts of it may be of
// different moments.
var ErrMoved = errors.New("the graph changed meanwhile")

// Write reads an archive to its end, checks it, and writes it to w as a whole backup for those recipients, for anybody
// where there are none. scratch is a folder for temporary files, "" for the system's.
func Write(w io.Writer, from io.Reader, now time.Time, recipients []age.Recipient, scratch string) (Seal, error) {
	out, err := newPacked(w, recipients)
	if err != nil {
		return Seal{}, err
	}
	return out.sealed(from, now, scratch, out.line, func(*Seal) error { return nil })
}

// packed writes the lines of a backup's file.
type packed struct {
	lines     *zstd.Encoder
	encrypted io.Closer
}

func newPacked(w io.Writer, recipients []age.Recipient) (*packed, error) {
	encrypted := io.WriteCloser(nopCloser{w})
	if len(recipients) > 0 {
		var err error
		if encrypted, err = age.Encrypt(w, recipients...); err != nil {
			return nil, kg.Because(err, kg.Invalid, "the backup cannot be encrypted: %v", err)
		}
	}
	lines, err := zstd.NewWriter(encrypted)
	return &packed{lines, encrypted}, err
}

func (p *packed) line(text []byte) error {
	_, err := p.lines.Write(text)
	return err
}

// sealed checks each line of an archive and hands it to do, then calls end, which may add to the seal, and writes that.
func (p *packed) sealed(from io.Reader, now time.Time, scratch string, do func([]byte) error,
	end func(*Seal) error) (Seal, error) {
	c, err := newCheck(scratch)
	if err != nil {
		return Seal{}, err
	}
	defer c.close()
	in := bufio.NewReaderSize(from, 1<<20)
	err = each(func() ([]byte, error) { return nextLine(in) }, func(line []byte) error {
		if err := c.line(line); err != nil {
			return err
		}
		return do(line)
	})
	if err != nil {
		return Seal{}, err
	}
	seal, err := c.sealed()
	if err != nil {
		return seal, err
	}
	if c.moved {
		return seal, ErrMoved
	}
	if err := end(&seal); err != nil {
		return seal, err
	}
	seal.TakenAt = now.UTC().Truncate(time.Second)
	last, err := seal.line()
	if err == nil {
		err = p.line(last)
	}
	return seal, errors.Join(err, p.lines.Close(), p.encrypted.Close())
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// Check reads a whole backup to its end and gives its seal. The error of one that was cut, altered or cannot be
// decrypted says so.
func Check(r io.Reader, identities []age.Identity, scratch string) (Seal, error) {
	l, _, err := newLink(r, identities)
	if err != nil {
		return Seal{}, err
	}
	defer l.close()
	return l.check(scratch)
}

// CheckIn is Check for a backup of a place, with all that it builds on.
func CheckIn(ctx context.Context, p Place, name string, identities []age.Identity, scratch string) (Seal, error) {
	l, err := openChain(ctx, p, name, identities)
	if err != nil {
		return Seal{}, err
	}
	defer l.close()
	return l.check(scratch)
}

// check reads the archive of a backup to its end, and compares all that the seal says of it.
func (l *link) check(scratch string) (Seal, error) {
	c, err := newCheck(scratch)
	if err != nil {
		return Seal{}, err
	}
	defer c.close()
	if err := each(l.next, c.line); err != nil {
		return Seal{}, err
	}
	found, err := c.sealed()
	if err != nil {
		return l.seal, err
	}
	want := l.seal
	if found.SHA256 != want.SHA256 || !maps.Equal(found.Nodes, want.Nodes) || found.Quotes != want.Quotes {
		return want, unlike()
	}
	return want, nil
}

// Archive writes the archive of a whole backup to w. The last line comes when all before it is what was sealed.
func Archive(w io.Writer, r io.Reader, identities []age.Identity) error {
	l, _, err := newLink(r, identities)
	if err != nil {
		return err
	}
	defer l.close()
	return l.copyTo(w)
}

// ArchiveIn is Archive for a backup of a place, with all that it builds on.
func ArchiveIn(ctx context.Context, w io.Writer, p Place, name string, identities []age.Identity) error {
	l, err := openChain(ctx, p, name, identities)
	if err != nil {
		return err
	}
	defer l.close()
	return l.copyTo(w)
}

// copyTo keeps the last line back until the sums were compared: an archive without it is never taken for whole.
func (l *link) copyTo(w io.Writer) error {
	var last []byte
	err := each(l.next, func(line []byte) error {
		_, err := w.Write(last)
		last = line
		return err
	})
	if err == nil {
		_, err = w.Write(last)
	}
	return err
}

// ParseRecipients reads public keys as age and age-keygen write them.
func ParseRecipients(texts []string) ([]age.Recipient, error) {
	if len(texts) == 0 {
		return nil, nil
	}
	out, err := age.ParseRecipients(strings.NewReader(strings.Join(texts, "\n")))
	if err != nil {
		return nil, kg.Because(err, kg.Invalid, "%q is no public key of age; age-keygen makes a pair, and the public key "+
			"begins with age1", strings.Join(texts, ", "))
	}
	return out, nil
}

// ParseIdentities reads a file of secret keys as age-keygen writes it.
func ParseIdentities(r io.Reader) ([]age.Identity, error) {
	out, err := age.ParseIdentities(r)
	if err != nil {
		return nil, kg.Because(err, kg.Invalid,
			"the file holds no secret key of age (%v); give the one that age-keygen wrote", err)
	}
	return out, nil
}
