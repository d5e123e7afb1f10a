package bucket

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"

	"sayso/internal/backup"
	"sayso/internal/kg"
)

// Create implements backup.Place: in memory is one part at a time, and a store gives a name to an upload that was ended
// alone.
func (p *Place) Create(ctx context.Context, name string, write func(io.Writer) error) error {
	if _, err := p.size(ctx, name); !isMissing(err) {
		if err == nil {
			err = kg.Errorf(kg.Conflict, "%s is there already; wait a second, then take the backup again", p.At(name))
		}
		return err
	}
	u := &upload{ctx: ctx, place: p, name: name}
	err := write(u)
	if err == nil {
		err = u.end()
	}
	if err != nil {
		u.abort()
		return err
	}
	p.sweep(ctx)
	return nil
}

// size is that of a file; isMissing tells of its error that there is none.
func (p *Place) size(ctx context.Context, name string) (int64, error) {
	ctx, cancel := context.WithTimeout(ctx, small)
	defer cancel()
	info, err := p.core.Client.StatObject(ctx, p.bucket, p.prefix+name, minio.StatObjectOptions{})
	return info.Size, p.fault(ctx, err, "look at", name)
}

// upload is a file that is being written.
type upload struct {
	ctx   context.Context
	place *Place
	name  string
	id    string // of the upload in parts; "" before the first one
	part  bytes.Buffer
	parts []minio.CompletePart
	total int64
	err   error // of a part: nothing more is written
}

// Write implements io.Writer.
func (u *upload) Write(data []byte) (n int, err error) {
	if u.part.Cap() == 0 {
		u.part.Grow(u.place.partSize) // or it doubles on the way there
	}
	for len(data) > 0 && u.err == nil {
		some := min(len(data), u.place.partSize-u.part.Len())
		u.part.Write(data[:some])
		n, data = n+some, data[some:]
		if u.part.Len() == u.place.partSize {
			u.err = u.send()
		}
	}
	return n, u.err
}

// send hands the part over that is full.
func (u *upload) send() error {
	ctx, cancel := context.WithTimeout(u.ctx, patience)
	defer cancel()
	p, key := u.place, u.place.prefix+u.name
	if u.id == "" {
		id, err := p.core.NewMultipartUpload(ctx, p.bucket, key, minio.PutObjectOptions{})
		if err != nil {
			return p.fault(ctx, err, "write", u.name)
		}
		u.id = id
	}
	if len(u.parts) == mostParts {
		return kg.Errorf(kg.TooLarge, "the backup is longer than the %d GB that go into a bucket; give a folder with --to",
			mostParts*int64(p.partSize)>>30)
	}
	data := u.part.Bytes()
	done, err := p.core.PutObjectPart(ctx, p.bucket, key, u.id, len(u.parts)+1, bytes.NewReader(data), int64(len(data)),
		minio.PutObjectPartOptions{Sha256Hex: sumOf(data), DisableContentSha256: true})
	if err != nil {
		return p.fault(ctx, err, "write", u.name)
	}
	u.parts = append(u.parts, minio.CompletePart{PartNumber: done.PartNumber, ETag: done.ETag})
	u.total += int64(len(data))
	u.part.Reset()
	return nil
}

// end gives the file its name and looks whether all of it is there.
func (u *upload) end() error {
	if u.err != nil {
		return u.err
	}
	p := u.place
	if u.id == "" { // shorter than a part
		u.total = int64(u.part.Len())
		return u.named(p.WriteFile(u.ctx, u.name, u.part.Bytes()))
	}
	if u.part.Len() > 0 {
		if err := u.send(); err != nil {
			return err
		}
	}
	ctx, cancel := context.WithTimeout(u.ctx, patience)
	defer cancel()
	_, err := p.core.CompleteMultipartUpload(ctx, p.bucket, p.prefix+u.name, u.id, u.parts, minio.PutObjectOptions{})
	return u.named(p.fault(ctx, err, "write", u.name))
}

// named asks the store how much it holds, once it should have the file. Where it did not say so, its answer may only be
// lost.
func (u *upload) named(failed error) error {
	size, err := u.place.size(u.ctx, u.name)
	if err == nil && size != u.total {
		err = kg.Errorf(kg.Unavailable, "the store holds %d bytes of %s and was given %d; take the backup again", size,
			u.place.At(u.name), u.total)
	}
	if err != nil && failed != nil {
		return failed
	}
	return err
}

// abort has the store throw away what it was given, even where the work was interrupted.
func (u *upload) abort() {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(u.ctx), 30*time.Second)
	defer cancel()
	p := u.place
	if u.id != "" {
		_ = p.core.AbortMultipartUpload(ctx, p.bucket, p.prefix+u.name, u.id)
	}
	if u.total > 0 { // the name may be given already; there was none before
		_ = p.core.Client.RemoveObject(ctx, p.bucket, p.prefix+u.name, minio.RemoveObjectOptions{})
	}
}

// abandoned is how old an upload must be to be none that somebody still sends.
const abandoned = 7 * 24 * time.Hour

// sweep throws away uploads of backups whose sender was killed: they are in no list, and cost room. Where the
// credentials do not allow it nothing is lost.
func (p *Place) sweep(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, small)
	defer cancel()
	for u := range p.core.Client.ListIncompleteUploads(ctx, p.bucket, p.prefix, false) {
		if u.Err != nil {
			return
		}
		_, ours := backup.ParseName(strings.TrimPrefix(u.Key, p.prefix))
		if ours && !u.Initiated.IsZero() && time.Since(u.Initiated) > abandoned {
			_ = p.core.AbortMultipartUpload(ctx, p.bucket, u.Key, u.UploadID)
		}
	}
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
