package backup

import (
	"context"
	"fmt"
	"io"
)

// Place is where backups are kept: a [Folder], or a bucket of a store. Its errors are of kg, with what to do.
type Place interface {
	fmt.Stringer // as --to takes it
	// Kept lists the finished backups, the oldest first. Whatever else lies there is passed over.
	Kept(ctx context.Context) ([]File, error)
	// Create writes a backup. Its name appears when write has ended without an error and all that it wrote is kept, and
	// never before; of a backup that is not whole nothing stays.
	Create(ctx context.Context, name string, write func(io.Writer) error) error
	// Open reads a backup from its beginning.
	Open(ctx context.Context, name string) (io.ReadCloser, error)
	// Remove takes a backup away.
	Remove(ctx context.Context, name string) error
	// ReadFile gives all of a small file, nil where there is none.
	ReadFile(ctx context.Context, name string) ([]byte, error)
	// WriteFile puts a whole small file in the place of what has its name.
	WriteFile(ctx context.Context, name string, data []byte) error
	// At gives what a user calls a file of the place.
	At(name string) string
	// Remote reports whether writing waits for a network.
	Remote() bool
}
