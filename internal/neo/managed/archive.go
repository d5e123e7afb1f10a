package managed

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strconv"
)

// classArchive is a file in the cache folder with the classes that Neo4j loads, already parsed (Application Class-Data
// Sharing with an archive made at exit, https://openjdk.org/jeps/350). Starts that have it take about a third less
// time. The first server that is stopped cleanly leaves it behind; Java itself refuses one that does not fit its build,
// its options or the jars, and then starts without it.
type classArchive struct {
	path string // "" when there is to be none
	part string // what this process writes before it gets its name
}

// archiveFor names the archive of one Java and one set of jars.
func (c *jarCache) archiveFor(java runtimeTool) classArchive {
	sum := sha256.Sum256([]byte(java.path + "\n" + java.build))
	path := c.dir + ".java-" + hex.EncodeToString(sum[:])[:12] + ".jsa"
	return classArchive{path: path, part: path + ".part-" + strconv.Itoa(os.Getpid())}
}

// options are the arguments for Java: to use the archive, or to make it at exit where there is none. The log of class
// sharing is kept to errors: it warns of each of hundreds of signed classes that no archive may hold.
func (a classArchive) options() []string {
	if a.path == "" {
		return nil
	}
	if known := a.known(); known != nil {
		return known
	}
	if err := os.MkdirAll(filepath.Dir(a.path), 0o755); err != nil {
		return nil
	}
	return append(quietSharing(), "-XX:ArchiveClassesAtExit="+a.part)
}

// known are the arguments for Java to use the archive, none where there is no archive yet.
func (a classArchive) known() []string {
	if _, err := os.Stat(a.path); err != nil {
		return nil
	}
	return append(quietSharing(), "-XX:SharedArchiveFile="+a.path)
}

func quietSharing() []string { return []string{"-Xlog:cds=error", "-Xlog:cds+dynamic=error"} }

// keep gives a finished archive its name, and removes one that was cut off. Call it once the process is gone.
func (a classArchive) keep(stoppedCleanly bool) error {
	if a.path == "" {
		return nil
	}
	if !stoppedCleanly {
		return dropFile(a.part)
	}
	err := os.Rename(a.part, a.path)
	if errors.Is(err, os.ErrNotExist) { // there was an archive before, or Java could not write one
		return nil
	}
	return err
}

func dropFile(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
