package managed

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sys/unix"
)

// smallDisk is a folder on a file system of 64 MB.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=64m"); err != nil {
		t.Skipf("SKIPPED: a small file system cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = unix.Unmount(dir, unix.MNT_DETACH) })
	return dir
}

// fill takes all that is left of the disk.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for block := make([]byte, 1<<16); ; {
		if _, err := f.Write(block); err != nil {
			if !errors.Is(err, unix.ENOSPC) {
				t.Fatal(err)
			}
			return
		}
	}
}

// insert writes past everything that would refuse it.
func insert(ctx context.Context, s *Server) error {
	driver, err := neo4j.NewDriverWithContext(s.URI(), neo4j.BasicAuth(s.User(), s.Password(), ""))
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	_, err = neo4j.ExecuteQuery(ctx, driver, "CREATE (:Kept {text: $text})", map[string]any{"text": strings.Repeat("x", 1<<20)}, neo4j.EagerResultTransformer)
	return err
}

// TestFullDisk: a database that stopped itself on a full disk is told of, and is started again by itself once there is room. What was written
// before is there.
func TestFullDisk(t *testing.T) {
	ctx := needRealServer(t)
	was := lookEvery
	lookEvery = 300 * time.Millisecond
	t.Cleanup(func() { lookEvery = was })
	dir := smallDisk(t)
	s := mustStart(t, ctx, testOptions(dir))
	if err := s.Trouble(); err != nil {
		t.Fatalf("a disk with room: %v", err)
	}
	if err := insert(ctx, s); err != nil {
		t.Fatal(err)
	}
	junk := filepath.Join(dir, "junk")
	fill(t, junk)
	if err := s.Trouble(); err == nil || !strings.Contains(err.Error(), "disk") {
		t.Errorf("a full disk: %v", err)
	}
	for i := 0; i < 20 && !s.databaseBroken(ctx); i++ {
		_ = insert(ctx, s)
	}
	awaitTrouble(t, s, "its disk is full")
	if err := os.Remove(junk); err != nil {
		t.Fatal(err)
	}
	awaitTrouble(t, s, "")
	wantCount(t, s, "MATCH (k:Kept) RETURN count(k) AS n", 1)
	if err := insert(ctx, s); err != nil {
		t.Errorf("after the disk was freed: %v", err)
	}
	mustStop(t, s)

	fill(t, junk)
	if _, err := Start(ctx, testOptions(dir)); err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("a start on a full disk: %v", err)
	}
}

// awaitTrouble waits until the server says words of what is wrong, or, for "", that nothing is.
func awaitTrouble(t *testing.T, s *Server, words string) {
	t.Helper()
	var err error
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if err = s.Trouble(); words == "" && err == nil || words != "" && err != nil && strings.Contains(err.Error(), words) {
			return
		}
	}
	t.Fatalf("the server never said %q; it says %v", words, err)
}
