package bucket

import (
	"context"
	"errors"
	"io"
	"time"

	"github.com/minio/minio-go/v7"

	"sayso/internal/kg"
)

// idle is how long a download may bring nothing before it is asked for again from where it stands.
var idle = time.Minute

// download is a file that is being read. Where the connection breaks it goes on from there, of the same file.
type download struct {
	ctx   context.Context
	place *Place
	name  string
	at    int64
	size  int64
	tag   string // of the file as it was at first
	body  io.ReadCloser
	stop  context.CancelFunc // ends body's request
	tries int                // since the last byte that came
}

// Open implements backup.Place.
func (p *Place) Open(ctx context.Context, name string) (io.ReadCloser, error) {
	d := &download{ctx: ctx, place: p, name: name}
	if err := d.ask(); err != nil {
		return nil, err
	}
	return d, nil
}

// ask asks for what comes from where it stands on.
func (d *download) ask() error {
	ctx, stop := context.WithCancel(d.ctx)
	o := minio.GetObjectOptions{}
	if d.at > 0 {
		if err := o.SetRange(d.at, 0); err != nil {
			stop()
			return err
		}
	}
	if d.tag != "" {
		if err := o.SetMatchETag(d.tag); err != nil {
			stop()
			return err
		}
	}
	slow := time.AfterFunc(small, stop)
	body, info, _, err := d.place.core.GetObject(ctx, d.place.bucket, d.place.prefix+d.name, o)
	if !slow.Stop() && err == nil {
		_ = body.Close()
		err = errSlow
	}
	if err != nil {
		stop()
		return d.place.fault(d.ctx, err, "read", d.name)
	}
	if d.body == nil {
		d.size, d.tag = info.Size, info.ETag
	} else if info.Size != d.size-d.at { // the store gave another part than was asked for
		_ = body.Close()
		stop()
		return kg.Errorf(kg.Unavailable, "%s cannot be gone on with after a cut; begin anew", d.place.At(d.name))
	}
	d.body, d.stop = body, stop
	return nil
}

var errSlow = errors.New("nothing came for too long")

// Read implements io.Reader.
func (d *download) Read(data []byte) (int, error) {
	for {
		if d.at >= d.size {
			return 0, io.EOF
		}
		n, err := d.read(data[:min(int64(len(data)), d.size-d.at)])
		if n > 0 {
			d.at, d.tries = d.at+int64(n), 0
			return n, nil
		}
		if d.ctx.Err() != nil {
			return 0, d.ctx.Err()
		}
		if d.tries++; d.tries >= tries {
			return 0, d.place.fault(d.ctx, err, "read", d.name)
		}
		_ = d.Close()
		select {
		case <-time.After(time.Duration(d.tries) * 200 * time.Millisecond):
		case <-d.ctx.Done():
			return 0, d.ctx.Err()
		}
		if err := d.ask(); err != nil {
			return 0, err
		}
	}
}

// read reads some, or says why nothing came.
func (d *download) read(data []byte) (int, error) {
	slow := time.AfterFunc(idle, d.stop)
	n, err := d.body.Read(data)
	if !slow.Stop() {
		err = errSlow
	}
	if err == nil && n == 0 {
		err = io.ErrNoProgress
	}
	return n, err
}

// Close implements io.Closer.
func (d *download) Close() error {
	d.stop()
	return d.body.Close()
}

// cut is the error of an answer that ended too early, in words.
func cut(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.ErrNoProgress) {
		return kg.Errorf(kg.Unavailable, "the connection was cut")
	}
	return err
}
