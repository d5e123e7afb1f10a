package managed

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// errLocked says that another open file, of this process or another, holds the lock.
var errLocked = errors.New("locked by another process")

// fileLock is an advisory lock on an open file. The system drops it when the process ends, however it ends, so a lock
// can never be left behind; the file itself stays, because deleting it would let two processes lock two files of one
// name.
type fileLock struct{ f *os.File }

// tryLock takes the lock on path, creating the file if need be, or returns errLocked at once.
func tryLock(path string) (*fileLock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil {
		f.Close()
		return nil, err
	}
	return &fileLock{f}, nil
}

// waitLock takes the lock on path, asking again until it is free or ctx ends; waiting is called once, before the first
// wait.
func waitLock(ctx context.Context, path string, waiting func()) (*fileLock, error) {
	for first := true; ; first = false {
		l, err := tryLock(path)
		if !errors.Is(err, errLocked) {
			return l, err
		}
		if first {
			waiting()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (l *fileLock) release() error {
	return errors.Join(unlockFile(l.f), l.f.Close())
}

// owner is what sayso.lock tells about the program that holds a data folder.
type owner struct {
	PID       int       `json:"pid"`
	Bolt      string    `json:"bolt,omitempty"`
	HTTP      string    `json:"http,omitempty"`
	StartedAt time.Time `json:"startedAt"`
}

// homeLock keeps a second program away from a Neo4j home.
type homeLock struct{ *fileLock }

func lockHome(home string) (*homeLock, error) {
	path := filepath.Join(home, "sayso.lock")
	l, err := tryLock(path)
	if errors.Is(err, errLocked) {
		return nil, inUseError(home, path)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot lock the data folder %s: %w", home, err)
	}
	return &homeLock{l}, nil
}

func inUseError(home, path string) error {
	var who owner
	text, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(text, &who) != nil || who.PID == 0 {
		return fmt.Errorf("the data folder %s is in use by another server; stop that one, or choose another folder with "+
			"--data: %w",
			home, errLocked)
	}
	where := "still starting"
	if who.Bolt != "" {
		where = "Bolt on " + who.Bolt + ", HTTP on " + who.HTTP
	}
	return fmt.Errorf("the data folder %s is in use by process %d since %s (%s); stop that one, or choose another "+
		"folder with --data: %w",
		home, who.PID, who.StartedAt.Local().Format("2006-01-02 15:04:05"), where, errLocked)
}

// write tells others who holds the folder.
func (l *homeLock) write(o owner) error {
	text, err := json.Marshal(o)
	if err != nil {
		return err
	}
	if err := l.f.Truncate(0); err != nil {
		return fmt.Errorf("write %s: %w", l.f.Name(), err)
	}
	if _, err := l.f.WriteAt(append(text, '\n'), 0); err != nil {
		return fmt.Errorf("write %s: %w", l.f.Name(), err)
	}
	return nil
}

// release empties the file first, so that nobody reads of an owner who is gone.
func (l *homeLock) release() error {
	return errors.Join(l.f.Truncate(0), l.fileLock.release())
}

// InUse reports whether a program, this one included, holds the data folder at the moment.
func InUse(dataDir string) bool {
	path := filepath.Join(dataDir, "neo4j", "sayso.lock")
	if _, err := os.Stat(path); err != nil {
		return false
	}
	l, err := tryLock(path)
	if err == nil {
		_ = l.release()
	}
	return errors.Is(err, errLocked)
}
