package backup

import (
	"errors"
	"io"
	"strings"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"sayso/internal/kg"
)

// ErrMoved is the error of [Write] where the graph changed while its archive was read, so that parts of it may be of
// different moments.
var ErrMoved = errors.New("the graph changed meanwhile")

// Write reads an archive to its end, checks it, and writes it to w as a backup for those recipients, for anybody where
// there are none. scratch is a folder for temporary files, "" for the system's.
func Write(w io.Writer, from io.Reader, now time.Time, recipients []age.Recipient, scratch string) (Seal, error) {
	c, err := newCheck(scratch)
	if err != nil {
		return Seal{}, err
	}
	defer c.close()
	encrypted := io.WriteCloser(nopCloser{w})
	if len(recipients) > 0 {
		if encrypted, err = age.Encrypt(w, recipients...); err != nil {
			return Seal{}, kg.Because(err, kg.Invalid, "the backup cannot be encrypted: %v", err)
		}
	}
	packed, err := zstd.NewWriter(encrypted)
	if err != nil {
		return Seal{}, err
	}
	err = eachLine(from, func(line []byte) error {
		if err := c.line(line); err != nil {
			return err
		}
		_, err := packed.Write(line)
		return err
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
	seal.TakenAt = now.UTC().Truncate(time.Second)
	last, err := seal.line()
	if err == nil {
		_, err = packed.Write(last)
	}
	return seal, errors.Join(err, packed.Close(), encrypted.Close())
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// Check reads a backup to its end and gives its seal. The error of one that was cut, altered or cannot be decrypted
// says so.
func Check(r io.Reader, identities []age.Identity, scratch string) (Seal, error) {
	c, err := newCheck(scratch)
	if err != nil {
		return Seal{}, err
	}
	defer c.close()
	var last []byte
	if err := unpack(r, identities, func(line []byte) error {
		if last != nil {
			return kg.Errorf(kg.Invalid, "lines stand behind the backup's seal: it was altered; take another one")
		}
		if isSeal(line) {
			last = line
			return nil
		}
		return c.line(line)
	}); err != nil {
		return Seal{}, err
	}
	return compare(c, last)
}

// Archive writes the archive that a backup holds to w. Call [Check] before: what is altered is written as it is.
func Archive(w io.Writer, r io.Reader, identities []age.Identity) error {
	return unpack(r, identities, func(line []byte) error {
		if isSeal(line) {
			return nil
		}
		_, err := w.Write(line)
		return err
	})
}

// unpack calls do with each line of a backup.
func unpack(r io.Reader, identities []age.Identity, do func([]byte) error) error {
	plain, err := decrypted(r, identities)
	if err != nil {
		return err
	}
	packed, err := zstd.NewReader(plain, zstd.WithDecoderMaxMemory(1<<30))
	if err != nil {
		return damaged(err)
	}
	defer packed.Close()
	err = eachLine(packed, do)
	var own *kg.Error
	if err != nil && !errors.As(err, &own) {
		return damaged(err)
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
