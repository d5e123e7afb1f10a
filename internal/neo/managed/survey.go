package managed

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Survey is what a start would find on this machine, without starting anything.
type Survey struct {
	Java         string   // the runtime that would be used, with its version; "" for none
	JavaRejected []string // those that were found and would not do
	Maven        string   // the command that fetches the jars; "" for none
	JarsDir      string   // where Neo4j's jars are kept
	JarsHere     bool     // whether they are all there: else Maven is needed
	FreeMB       uint64   // on the disk of the data folder
	ReserveMB    uint64   // what must stay free there: below it nothing is written
	MemoryMB     int      // that this process may count on; 0 where unknown
	NeedMB       int      // that Neo4j's heap and page cache may take
	InUse        string   // who holds the data folder, "" for nobody
	Bolt, HTTP   error    // why an address cannot be listened on; nil also where the folder is in use
	NoPassword   error    // Neo4j's data are there, and their password is lost
}

// Look surveys what a start with these options would find. An error says that the options themselves cannot be used.
func Look(ctx context.Context, o Options) (Survey, error) {
	var s Survey
	o, err := o.withDefaults()
	if err != nil {
		return s, err
	}
	tools := newToolFinder()
	java, rejected := tools.java(ctx)
	if java.path != "" {
		s.Java = fmt.Sprintf("Java %d, %s", java.major, java.path)
	}
	s.JavaRejected, s.Maven = rejected, tools.maven()
	cache, err := newJarCache(o.CacheDir, pomXML, jarSums)
	if err != nil {
		return s, err
	}
	s.JarsDir, s.JarsHere = cache.dir, cache.complete()
	disk := roomIn(existing(o.DataDir))
	s.FreeMB, s.ReserveMB = disk.free>>20, (disk.reserve+(1<<20)-1)>>20
	s.MemoryMB, s.NeedMB = machineMemoryMB(), o.HeapMB+o.PageCacheMB
	l := layout{filepath.Join(o.DataDir, "neo4j")}
	s.InUse, s.NoPassword = l.holder(), l.checkPassword()
	if s.InUse == "" {
		s.Bolt, s.HTTP = listenable(boltFlag, "Bolt", o.BoltAddr), listenable(httpFlag, "HTTP", o.HTTPAddr)
	}
	return s, nil
}

// existing is the folder itself, or the nearest one above it that is there.
func existing(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// holder says who holds the folder, "" for nobody.
func (l layout) holder() string {
	if !InUse(filepath.Dir(l.home)) {
		return ""
	}
	return inUseError(l.home, filepath.Join(l.home, "sayso.lock")).Error()
}

func (l layout) checkPassword() error {
	if _, err := os.Stat(l.systemDB()); err != nil {
		return nil //nolint:nilerr // no data yet
	}
	if _, err := os.Stat(l.password()); errors.Is(err, fs.ErrNotExist) {
		return l.lostPassword()
	}
	return nil
}

func listenable(flag, what, addr string) error {
	l, err := tryListen(flag, what, addr)
	if err != nil {
		return err
	}
	return l.Close()
}
