package managed

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// password gives the password of the store in this home, making one for a store that does not exist yet.
func (l layout) ensurePassword() (string, error) {
	fresh := false
	if _, err := os.Stat(l.systemDB()); errors.Is(err, fs.ErrNotExist) {
		fresh = true
	} else if err != nil {
		return "", fmt.Errorf("look for Neo4j's data: %w", err)
	}
	text, err := os.ReadFile(l.password())
	password := strings.TrimSpace(string(text))
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("read Neo4j's password: %w", err)
	case password == "" && !fresh:
		return "", l.lostPassword()
	case password == "":
		password = rand.Text()
		if err := writeFileAtomic(l.password(), []byte(password+"\n"), 0o600); err != nil {
			return "", fmt.Errorf("keep Neo4j's new password: %w", err)
		}
	}
	if !fresh {
		return password, nil
	}
	line, err := authLine(password)
	if err != nil {
		return "", err
	}
	if err := writeFileAtomic(l.authIni(), []byte(line), 0o600); err != nil {
		return "", fmt.Errorf("set Neo4j's first password: %w", err)
	}
	return password, nil
}

func (l layout) lostPassword() error {
	return fmt.Errorf("there are Neo4j data in %s, but their password is missing: %s. "+
		"If you know the password, write it into that file. If not, stop every Neo4j on this folder, make a copy of the "+
		"folder, and delete "+
		"the folders data/databases/system and data/transactions/system in it: they hold users, not the graph. "+
		"The next start then makes a new password and keeps the graph", l.home, l.password())
}

const authRounds = 1024

// authLine is the line with which a new store learns its first user. Neo4j's own admin command writes the same, but
// takes the password on a command line, where every user of the machine can read it, and needs a Java start of its own.
func authLine(password string) (string, error) {
	salt := make([]byte, sha256.Size)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("make a salt: %w", err)
	}
	return fmt.Sprintf("%s:SHA-256,%s,%s,%d:\n", user, hashPassword(password, salt), hex.EncodeToString(salt), authRounds),
		nil
}

// hashPassword is SHA-256 over salt and password, hashed again until authRounds are done, in hex.
func hashPassword(password string, salt []byte) string {
	sum := sha256.Sum256(append(append([]byte(nil), salt...), password...))
	for range authRounds - 1 {
		sum = sha256.Sum256(sum[:])
	}
	return hex.EncodeToString(sum[:])
}
