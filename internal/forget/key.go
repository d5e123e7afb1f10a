package forget

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"sayso/internal/kg"
)

// KeyFileName is the name of the key's file in a data folder.
const KeyFileName = "forget.key"

const keyBytes = 32

// Key makes hashes that nobody without it can make: a list of names does not open a list of hashes.
type Key []byte

// hashBytes is how much of a hash is kept: enough that no two names meet by chance.
const hashBytes = 16

// Hash gives the keyed hash of a text that is of some kind ("name", "id"), in hexadecimal.
func (k Key) Hash(kind, text string) string {
	mac := hmac.New(sha256.New, k)
	_, _ = mac.Write([]byte(kind + "\x00" + text)) // never fails
	return hex.EncodeToString(mac.Sum(nil)[:hashBytes])
}

// ID tells keys apart.
func (k Key) ID() string { return k.Hash("key", "")[:8] }

// KeyFile is where a server keeps its key: beside the graph, which is copied and exported, and not in it.
type KeyFile struct {
	Path string
	mu   sync.Mutex
	key  Key
}

// Load reads the key; nil where there is none yet.
func (f *KeyFile) Load() (Key, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.load()
}

func (f *KeyFile) load() (Key, error) {
	if f.key != nil {
		return f.key, nil
	}
	key, err := os.ReadFile(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, kg.Because(err, kg.Unavailable, "the key of forgettings %s cannot be read", f.Path)
	case len(key) != keyBytes:
		return nil, kg.Errorf(kg.Unavailable, "%s is broken: it has %d bytes, not %d; put the right one back", f.Path,
			len(key), keyBytes)
	}
	f.key = key
	return key, nil
}

// Make reads the key, or makes one where there is none.
func (f *KeyFile) Make() (Key, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if key, err := f.load(); key != nil || err != nil {
		return key, err
	}
	key := make([]byte, keyBytes)
	_, _ = rand.Read(key) // never fails
	err := os.MkdirAll(filepath.Dir(f.Path), 0o700)
	if err == nil {
		err = writeNew(f.Path, key)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, kg.Because(err, kg.Unavailable, "the key of forgettings %s cannot be written", f.Path)
	}
	return f.load() // another process may have been first
}

// writeNew writes a file that was not there, whole and on the disk, or not at all.
func writeNew(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".forget-")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(file.Name()) }()
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Link(file.Name(), path)
}
