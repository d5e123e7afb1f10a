package managed

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"time"
)

// stopLeftover stops a server that an earlier run left behind on this home, which happens when that run was killed and
// the system could not tell the child. It is stopped and not adopted: its settings may be others, and nobody reads its
// end. Needs the home's lock, so that the server found cannot belong to a program that lives.
func (l layout) stopLeftover(ctx context.Context, log *slog.Logger) error {
	text, err := os.ReadFile(l.pid())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the process id of an earlier Neo4j: %w", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err == nil && pid > 1 && alive(pid) {
		if err := l.stopIfOurs(ctx, pid, log); err != nil {
			return err
		}
	}
	return l.forgetPID()
}

func (l layout) forgetPID() error {
	if err := os.Remove(l.pid()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove Neo4j's old process id: %w", err)
	}
	return nil
}

func (l layout) stopIfOurs(ctx context.Context, pid int, log *slog.Logger) error {
	ours, err := runsHome(pid, l.home)
	if err != nil {
		return fmt.Errorf("a Neo4j of an earlier run may still use %s: %w. It is not touched, as it could be a stranger's. "+
			"End process %d if it is Neo4j, delete %s and start again", l.home, err, pid, l.pid())
	}
	if !ours {
		return nil // the number has been given to another program since
	}
	log.Warn("a Neo4j of an earlier run still uses this data folder, since the program that started it was killed; "+
		"stopping it before starting anew",
		"pid", pid, "home", l.home)
	proc, err := os.FindProcess(pid)
	if err != nil {
		return fmt.Errorf("find the earlier Neo4j, process %d: %w", pid, err)
	}
	for _, step := range []struct {
		signal func() error
		limit  time.Duration
	}{
		{func() error { return askToStop(proc) }, stopLimit},
		{proc.Kill, 10 * time.Second},
	} {
		if err := step.signal(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop the earlier Neo4j, process %d: %w", pid, err)
		}
		if gone, err := l.waitGone(ctx, pid, step.limit); gone || err != nil {
			return err
		}
	}
	return fmt.Errorf("the earlier Neo4j, process %d, on %s does not end, not even when killed; end it and start again",
		pid, l.home)
}

func (l layout) waitGone(ctx context.Context, pid int, limit time.Duration) (bool, error) {
	for end := time.Now().Add(limit); time.Now().Before(end); {
		if !alive(pid) {
			return true, nil
		}
		// a zombie that nobody collects, or a new owner of the number
		if ours, err := runsHome(pid, l.home); err == nil && !ours {
			return true, nil
		}
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return false, nil
}
