package managed

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const (
	neo4jVersion   = "5.26.30"
	browserVersion = "5.24.0"
)

var (
	//go:embed data/pom.xml
	pomXML []byte
	//go:embed data/jars.sha256
	jarSums []byte
)

// jarCache is the folder of jars that one version of the pom and its checksums stand for.
type jarCache struct {
	root string // holds the lock, the staging folders and dir
	dir  string // the finished jars; exists only when complete
	pom  []byte
	jars []jar // sorted by name
}

// jar is one file that a complete cache holds.
type jar struct{ name, sha256 string }

func newJarCache(root string, pom, sums []byte) (*jarCache, error) {
	c := &jarCache{root: root, pom: pom}
	for line := range bytes.Lines(sums) {
		fields := strings.Fields(string(line))
		if len(fields) == 0 {
			continue
		}
		if len(fields) != 2 || len(fields[0]) != 2*sha256.Size {
			return nil, fmt.Errorf("jar checksums: cannot read the line %q", line)
		}
		c.jars = append(c.jars, jar{name: fields[1], sha256: fields[0]})
	}
	h := sha256.New()
	h.Write(pom)
	h.Write(sums)
	c.dir = filepath.Join(root, fmt.Sprintf("neo4j-%s-browser-%s-%s", neo4jVersion, browserVersion,
		hex.EncodeToString(h.Sum(nil))[:12]))
	return c, nil
}

// complete reports whether every jar is there. The sums were checked before the folder got its name, and nothing writes
// to it afterwards, so they are not read again at each start.
func (c *jarCache) complete() bool {
	for _, j := range c.jars {
		if st, err := os.Stat(filepath.Join(c.dir, j.name)); err != nil || st.Size() == 0 {
			return false
		}
	}
	return len(c.jars) > 0
}

// classPath lists the jars in a fixed order; a wildcard would leave the order to the file system.
func (c *jarCache) classPath() string {
	paths := make([]string, len(c.jars))
	for i, j := range c.jars {
		paths[i] = filepath.Join(c.dir, j.name)
	}
	return strings.Join(paths, string(os.PathListSeparator))
}

// ensure fills the cache if it is not complete, and gives the Java to run it with. One process fetches, others wait for
// it.
func (c *jarCache) ensure(ctx context.Context, tools toolFinder, report func(Progress)) (runtimeTool, error) {
	cold := !c.complete()
	java, mvn, err := tools.need(ctx, cold)
	if err != nil || !cold {
		return java, err
	}
	if err := os.MkdirAll(c.root, 0o755); err != nil {
		return java, fmt.Errorf("cannot make the cache folder for Neo4j's jars: %w", err)
	}
	lock, err := waitLock(ctx, c.dir+".lock", func() {
		report(Progress{Stage: StageWait, Message: "another process is fetching Neo4j; waiting for it"})
	})
	if err != nil {
		return java, fmt.Errorf("lock the cache of Neo4j's jars: %w", err)
	}
	defer func() { _ = lock.release() }()
	if c.complete() {
		return java, nil
	}
	return java, c.fill(ctx, mavenRun{mvn: mvn, java: java}, report)
}

// fill fetches into a staging folder and gives it its final name only when every sum is right. Needs the lock.
func (c *jarCache) fill(ctx context.Context, m mavenRun, report func(Progress)) error {
	c.sweep()
	staging, err := os.MkdirTemp(c.root, filepath.Base(c.dir)+".part-")
	if err != nil {
		return fmt.Errorf("cannot make a folder to fetch Neo4j into: %w", err)
	}
	defer os.RemoveAll(staging)
	lib := filepath.Join(staging, "lib")
	if err := m.fetch(ctx, c, staging, lib, report); err != nil {
		return err
	}
	if err := c.verify(ctx, lib, report); err != nil {
		return err
	}
	if err := os.RemoveAll(c.dir); err != nil { // a damaged one
		return fmt.Errorf("cannot remove the incomplete cache: %w", err)
	}
	if err := os.Rename(lib, c.dir); err != nil {
		return fmt.Errorf("cannot move the fetched jars into place: %w", err)
	}
	return nil
}

// sweep removes the staging folders of fetches that were cut off. Whoever holds the lock is the only one fetching.
func (c *jarCache) sweep() {
	old, _ := filepath.Glob(c.dir + ".part-*")
	for _, dir := range old {
		os.RemoveAll(dir)
	}
}

// verify compares every jar with its expected sum. Jars that a later repository layout might add are left alone, for
// nothing but the listed ones goes on the class path.
func (c *jarCache) verify(ctx context.Context, lib string, report func(Progress)) error {
	for i, j := range c.jars {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, err := fileSum(filepath.Join(lib, j.name))
		if err != nil {
			return fmt.Errorf("maven did not bring %s: %w", j.name, err)
		}
		if sum != j.sha256 {
			return fmt.Errorf("%s is not the file that was expected (SHA-256 %s, want %s); delete it from Maven's local "+
				"repository "+
				"(usually ~/.m2/repository) and start again; if it comes back, a mirror or proxy on the way changes it", j.name,
				sum, j.sha256)
		}
		report(Progress{Stage: StageVerify, Done: i + 1, Total: len(c.jars), Message: j.name})
	}
	return nil
}

func fileSum(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
