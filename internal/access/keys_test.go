package access

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sayso/internal/kg"
)

// clock is a time that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func newKeys(t *testing.T) (*Keys, *clock) {
	t.Helper()
	c := &clock{time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)}
	return OpenKeys(filepath.Join(t.TempDir(), "data", File), c.now), c
}

func add(t *testing.T, keys *Keys, name string, role Role, lasts time.Duration) (string, Key) {
	t.Helper()
	secret, key, err := keys.Add(name, role, lasts)
	if err != nil {
		t.Fatal(err)
	}
	return secret, key
}

func TestKeys(t *testing.T) {
	keys, c := newKeys(t)
	if _, err := keys.Find("anything"); kg.CodeOf(err) != kg.Unauthenticated {
		t.Errorf("without a file: %v", err)
	}
	secret, _ := add(t, keys, "  Ada   Byron ", Curator, time.Hour)
	who, err := keys.Find(secret)
	if err != nil || who.Name != "Ada Byron" || who.Role != Curator {
		t.Fatalf("%+v %v", who, err)
	}
	other, key := add(t, keys, "Bo", Reader, 0)
	if other == secret || len(secret) != len(prefix)+43 {
		t.Errorf("secrets %q %q", secret, other)
	}
	data, err := os.ReadFile(keys.path)
	if err != nil || bytes.Contains(data, []byte(secret)) || bytes.Contains(data, []byte(strings.TrimPrefix(other, prefix))) {
		t.Errorf("the file holds a secret (%v):\n%s", err, data)
	}
	if info, err := os.Stat(keys.path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the keys: %v %v", info.Mode(), err)
	}
	if err := OpenKeys(keys.path, c.now).Revoke(key.ID); err != nil { // by another program
		t.Fatal(err)
	}
	if _, err := keys.Find(other); kg.CodeOf(err) != kg.Unauthenticated || !strings.Contains(err.Error(), "revoked") {
		t.Errorf("a revoked key: %v", err)
	}
	c.at = c.at.Add(time.Hour)
	if _, err := keys.Find(secret); kg.CodeOf(err) != kg.Unauthenticated || !strings.Contains(err.Error(), "expired") {
		t.Errorf("an expired key: %v", err)
	}
	if err := keys.Revoke("nobody"); kg.CodeOf(err) != kg.NotFound {
		t.Errorf("revoked what is not there: %v", err)
	}
}

func TestKeysRefused(t *testing.T) {
	keys, _ := newKeys(t)
	for name, lasts := range map[string]time.Duration{"": 0, " \t": 0, strings.Repeat("a", 101): 0, "late": -time.Second} {
		if _, _, err := keys.Add(name, Reader, lasts); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q for %s: %v", name, lasts, err)
		}
	}
	if err := os.MkdirAll(filepath.Dir(keys.path), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, damaged := range []string{"", "{", `[{"id": "a", "role": "EMPEROR", "sha256": ""}]`, `[{"id": "a", "role": "ADMIN", "sha256": ""}]`, `[{"id": "a", "role": "", "sha256": "00"}]`} {
		if err := os.WriteFile(keys.path, []byte(damaged), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := keys.Find("anything"); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), keys.path) {
			t.Errorf("%s: %v", damaged, err)
		}
		if _, _, err := keys.Add("Ada", Admin, 0); kg.CodeOf(err) != kg.Invalid { // nothing of a damaged file is lost
			t.Errorf("%s: added to: %v", damaged, err)
		}
	}
	for name, want := range map[string]Role{"curator": Curator, "ADMIN": Admin, "boss": "", "": ""} {
		if r, err := ReadRole(name); r != want || (err == nil) != (want != "") {
			t.Errorf("%q: %v %v", name, r, err)
		}
	}
}
