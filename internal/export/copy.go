package export

import (
	"context"
	"io"
)

// Copy writes all statements that fit in the form of that name.
func Copy(ctx context.Context, to io.Writer, format, document string, ask Request, which Selection) error {
	late := &opened{open: func() (Writer, error) { return Open(format, to) }}
	for again := true; again; {
		for s, err := range Pages(ctx, document, ask, which) {
			if err != nil {
				return err
			}
			if err := late.Write(s); err != nil {
				return err
			}
		}
		again = late.Again()
	}
	return late.Close()
}

// opened opens a Writer when the first statement is there: a request that is refused leaves no half a file.
type opened struct {
	open func() (Writer, error)
	Writer
}

func (o *opened) ready() (err error) {
	if o.Writer == nil {
		o.Writer, err = o.open()
	}
	return err
}

func (o *opened) Write(s Statement) error {
	if err := o.ready(); err != nil {
		return err
	}
	return o.Writer.Write(s)
}

// Again implements twice.
func (o *opened) Again() bool {
	t, ok := o.Writer.(twice)
	return ok && t.Again()
}

func (o *opened) Close() error {
	if err := o.ready(); err != nil {
		return err
	}
	return o.Writer.Close()
}
