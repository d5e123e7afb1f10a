package backup

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"sayso/internal/kg"
)

// Folder is a [Place] on a disk. It is made when the first backup is written.
type Folder string

// String implements Place.
func (f Folder) String() string { return string(f) }

// At implements Place.
func (f Folder) At(name string) string { return filepath.Join(string(f), name) }

// Remote implements Place.
func (Folder) Remote() bool { return false }

// Kept implements Place.
func (f Folder) Kept(context.Context) ([]File, error) {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	var out []File
	for _, e := range entries {
		file, ok := ParseName(e.Name())
		if !ok || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) { // removed since
			continue
		}
		if err != nil {
			return nil, kg.Errorf(kg.Invalid, "%w", err)
		}
		file.Bytes = info.Size()
		out = append(out, file)
	}
	return Sorted(out), nil
}

// Make makes the folder where it is missing.
func (f Folder) Make() error {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return kg.Errorf(kg.Invalid, "the folder %s cannot be made (%v); give another one with --to", f, err)
	}
	return nil
}

// Create implements Place: a file that is not whole never has the name of a backup.
func (f Folder) Create(_ context.Context, name string, write func(io.Writer) error) error {
	if err := f.Make(); err != nil {
		return err
	}
	part := f.At(name + UnfinishedEnd)
	file, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return kg.Errorf(kg.Conflict, "%s is being written by another sayso backup; wait for that one", f.At(name))
	}
	if err != nil {
		return kg.Errorf(kg.Invalid, "%s cannot be written (%v); give another folder with --to", f.At(name), err)
	}
	defer func() { _ = os.Remove(part) }()
	err = write(file)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return err
	}
	return os.Rename(part, f.At(name))
}

// Open implements Place.
func (f Folder) Open(_ context.Context, name string) (io.ReadCloser, error) {
	file, err := os.Open(f.At(name))
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	return file, nil
}

// Remove implements Place.
func (f Folder) Remove(_ context.Context, name string) error {
	if err := os.Remove(f.At(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	return nil
}

// ReadFile implements Place.
func (f Folder) ReadFile(_ context.Context, name string) ([]byte, error) {
	data, err := os.ReadFile(f.At(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	return data, nil
}

// WriteFile implements Place.
func (f Folder) WriteFile(_ context.Context, name string, data []byte) error {
	file, err := os.CreateTemp(string(f), "."+name+"-")
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }()
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), f.At(name))
	}
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	return nil
}
