package export

import (
	"context"
	"io"
	"iter"
)

// Copy writes all statements that fit in the form of that name.
func Copy(ctx context.Context, to io.Writer, format, document string, ask Request, which Selection) error {
	return Convert(to, format, Pages(ctx, document, ask, which, ""))
}

// Convert writes the statements of all pages in the form of that name. A form may want the pages twice.
func Convert(to io.Writer, format string, pages iter.Seq2[Page, error]) error {
	late := &opened{open: func() (Writer, error) { return Open(format, to) }}
	for again := true; again; again = late.Again() {
		for page, err := range pages {
			if err != nil {
				return err
			}
			for _, s := range page.Nodes {
				if err := late.Write(s); err != nil {
					return err
				}
			}
		}
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
