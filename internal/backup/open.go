package backup

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"sayso/internal/archive"
	"sayso/internal/kg"
	"sayso/internal/lines"
)

// ageMark is how encrypted files begin.
const ageMark = "age-encryption.org/"

// decrypted gives what a file holds, encrypted or not.
func decrypted(in *bufio.Reader, identities []age.Identity) (io.Reader, error) {
	mark, _ := in.Peek(len(ageMark))
	if !bytes.Equal(mark, []byte(ageMark)) {
		return in, nil
	}
	if len(identities) == 0 {
		return nil, kg.Errorf(kg.Invalid, "the backup is encrypted; give the file of the secret key with --identity")
	}
	plain, err := age.Decrypt(in, identities...)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, kg.Because(err, kg.Invalid,
			"the backup is encrypted for another key; give that one's file with --identity")
	}
	if err != nil {
		return nil, damaged(err)
	}
	return plain, nil
}

// unpacked are the lines of a backup's file, as they were written.
type unpacked struct {
	packed *zstd.Decoder
	in     *bufio.Reader
}

func unpackedFrom(r io.Reader, identities []age.Identity) (*unpacked, error) {
	plain, err := decrypted(bufio.NewReaderSize(r, 64<<10), identities)
	if err != nil {
		return nil, own(err)
	}
	packed, err := zstd.NewReader(plain, zstd.WithDecoderMaxMemory(1<<30), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, damaged(err)
	}
	return &unpacked{packed, bufio.NewReaderSize(packed, 1<<20)}, nil
}

// next gives the next line with its line feed, io.EOF behind the last one. Other errors are of kg.
func (u *unpacked) next() ([]byte, error) {
	line, err := nextLine(u.in)
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	return line, own(err)
}

func (u *unpacked) close() { u.packed.Close() }

// own makes an error of reading one of ours: what is not says that the file is damaged.
func own(err error) error {
	var ours *kg.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	return damaged(err)
}

func damaged(err error) error {
	return kg.Because(err, kg.Invalid, "the backup is damaged (%v); take another one", err)
}

// unpack calls do with each line of a backup's file.
func unpack(r io.Reader, identities []age.Identity, do func([]byte) error) error {
	u, err := unpackedFrom(r, identities)
	if err != nil {
		return err
	}
	defer u.close()
	return each(u.next, do)
}

// each calls do with each line that next gives.
func each(next func() ([]byte, error), do func([]byte) error) error {
	for {
		line, err := next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := do(line); err != nil {
			return err
		}
	}
}

// nextLine reads a line with its line feed. Its error is io.EOF only where the file ends behind a line.
func nextLine(in *bufio.Reader) ([]byte, error) {
	line, tooLong, err := lines.Next(in, archive.LongestLine)
	switch {
	case tooLong:
		return nil, kg.Errorf(kg.TooLarge, "the backup is damaged: a line is longer than %d MB; take another one",
			archive.LongestLine>>20)
	case errors.Is(err, io.EOF) && len(line) == 0:
		return nil, io.EOF
	case errors.Is(err, io.EOF):
		return nil, damaged(errCut)
	}
	return line, err
}

// errCut says that the last line has no end. It is none of package io's, which libraries take for an end.
var errCut = errors.New("it ends within a line")
