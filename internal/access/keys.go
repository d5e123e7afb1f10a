package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"sayso/internal/kg"
)

// Key is an API key as it is kept: its secret is not, only the secret's hash.
type Key struct {
	ID        string    `json:"id"`   // eight letters, to revoke it by
	Name      string    `json:"name"` // whose it is; decisions are recorded under it
	Role      Role      `json:"role"`
	Hash      string    `json:"sha256"` // of the secret, in hexadecimal
	CreatedAt time.Time `json:"createdAt"`
	ExpiresAt time.Time `json:"expiresAt,omitzero"` // zero: it does not
	RevokedAt time.Time `json:"revokedAt,omitzero"` // zero: it was not
}

// State says in a word whether a key opens anything at a moment: valid, expired or revoked.
func (k Key) State(now time.Time) string {
	switch {
	case !k.RevokedAt.IsZero():
		return "revoked"
	case !k.ExpiresAt.IsZero() && !now.Before(k.ExpiresAt):
		return "expired"
	}
	return "valid"
}

// Keys are the keys of a file. The file may be changed while a server runs: it is read again when it has changed.
type Keys struct {
	path string
	now  func() time.Time

	mu     sync.Mutex
	read   fs.FileInfo // as of the last reading
	byHash map[string]Key
}

// File is the name of the file of keys in a data folder.
const File = "keys.json"

// OpenKeys gives the keys of a file, which need not exist yet.
func OpenKeys(path string, now func() time.Time) *Keys { return &Keys{path: path, now: now} }

// All lists the keys, the oldest first.
func (k *Keys) All() ([]Key, error) {
	data, err := os.ReadFile(k.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, kg.Because(err, kg.Unavailable, "the file of keys %s cannot be read; see that this user may read it",
			k.path)
	}
	var out []Key
	if err := json.Unmarshal(data, &out); err != nil {
		return nil, kg.Because(err, kg.Invalid,
			"the file of keys %s is damaged (%v); restore it, or remove it and make new keys", k.path, err)
	}
	for _, key := range out {
		if _, err := ReadRole(string(key.Role)); err != nil || len(key.Hash) != hex.EncodedLen(sha256.Size) {
			return nil, kg.Errorf(kg.Invalid, "the file of keys %s has a key %q without a role or a hash; remove it there",
				k.path, key.ID)
		}
	}
	return out, nil
}

// secretBytes are 256 bits; prefix marks a secret, so that searches for leaked ones find it.
const (
	secretBytes = 32
	prefix      = "sayso_"
)

// Add makes a key and gives its secret, which is kept nowhere. lasts is how long it is valid, 0 for ever.
func (k *Keys) Add(name string, role Role, lasts time.Duration) (secret string, added Key, err error) {
	name = strings.Join(strings.Fields(name), " ")
	switch {
	case name == "" || len(name) > 100:
		return "", Key{}, kg.Errorf(kg.Invalid, "a key has a name of 1 to 100 letters: whose it is")
	case lasts < 0:
		return "", Key{}, kg.Errorf(kg.Invalid, "a key cannot have expired before it is made")
	}
	random := make([]byte, secretBytes)
	_, _ = rand.Read(random) // never fails
	secret = prefix + base64.RawURLEncoding.EncodeToString(random)
	id := strings.ToLower(rand.Text()[:8])
	added = Key{ID: id, Name: name, Role: role, Hash: hashOf(secret), CreatedAt: k.now().UTC().Truncate(time.Second)}
	if lasts > 0 {
		added.ExpiresAt = added.CreatedAt.Add(lasts)
	}
	return secret, added, k.change(func(all []Key) ([]Key, error) { return append(all, added), nil })
}

// Revoke ends a key, by its id. It stays in the list.
func (k *Keys) Revoke(id string) error {
	return k.change(func(all []Key) ([]Key, error) {
		for i, key := range all {
			if key.ID != id {
				continue
			}
			if key.RevokedAt.IsZero() {
				all[i].RevokedAt = k.now().UTC().Truncate(time.Second)
			}
			return all, nil
		}
		return nil, kg.Errorf(kg.NotFound, "there is no key with the id %q; sayso keys list shows them", id)
	})
}

// lockTime is how long a change waits for another program's.
const lockTime = 10 * time.Second

// change reads the keys, has them changed and writes them, while no other program does.
func (k *Keys) change(how func([]Key) ([]Key, error)) error {
	dir := filepath.Dir(k.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return kg.Because(err, kg.Unavailable, "the folder %s cannot be made; choose another with --data", dir)
	}
	ctx, cancel := context.WithTimeout(context.Background(), lockTime)
	defer cancel()
	lock := flock.New(k.path+".lock", flock.SetPermissions(0o600))
	defer func() { _ = lock.Close() }()
	if _, err := lock.TryLockContext(ctx, 10*time.Millisecond); err != nil {
		return kg.Because(err, kg.Unavailable,
			"the keys cannot be changed: %s is held by another program, or cannot be written by this user "+
				"(%v); try again", lock.Path(), err)
	}
	all, err := k.All()
	if err != nil {
		return err
	}
	if all, err = how(all); err != nil {
		return err
	}
	return k.write(dir, all)
}

// write rewrites the file whole, by renaming, so that no reader sees half of it.
func (k *Keys) write(dir string, all []Key) error {
	data, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	temporary, err := os.CreateTemp(dir, File+".*") // readable by this user only
	if err != nil {
		return kg.Because(err, kg.Unavailable, "nothing can be written to %s; see that this user may write there", dir)
	}
	defer func() { _ = os.Remove(temporary.Name()) }()
	_, err = temporary.Write(append(data, '\n'))
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), k.path)
	}
	if err != nil {
		return kg.Because(err, kg.Unavailable, "the file of keys %s cannot be written: %v", k.path, err)
	}
	return nil
}

// Find gives whose a secret is.
func (k *Keys) Find(secret string) (Principal, error) {
	known, err := k.current()
	if err != nil {
		return Principal{}, err
	}
	hash := hashOf(secret)
	key, ok := known[hash]
	if !ok || subtle.ConstantTimeCompare([]byte(key.Hash), []byte(hash)) != 1 {
		return Principal{}, kg.Errorf(kg.Unauthenticated, "the key is not known here; ask whoever runs this server for one")
	}
	if state := key.State(k.now()); state != "valid" {
		return Principal{}, kg.Errorf(kg.Unauthenticated, "the key %q is %s; ask whoever runs this server for a new one",
			key.Name, state)
	}
	return Principal{Name: key.Name, Key: key.ID, Role: key.Role}, nil
}

// current gives the keys by their hashes, from the file as it is now.
func (k *Keys) current() (map[string]Key, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	info, err := os.Stat(k.path)
	if err == nil && k.read != nil && os.SameFile(info, k.read) && info.ModTime().Equal(k.read.ModTime()) {
		return k.byHash, nil
	}
	all, err := k.All()
	if err != nil {
		return nil, err
	}
	k.byHash, k.read = map[string]Key{}, info
	for _, key := range all {
		k.byHash[key.Hash] = key
	}
	return k.byHash, nil
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
