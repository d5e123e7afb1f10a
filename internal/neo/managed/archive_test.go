package managed

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestClassArchive(t *testing.T) {
	c := &jarCache{dir: filepath.Join(t.TempDir(), "jars")}
	a := c.archiveFor(runtimeTool{path: "/java", build: "17.0.1"})
	if other := c.archiveFor(runtimeTool{path: "/java", build: "17.0.2"}); other.path == a.path {
		t.Error("two builds of Java share an archive")
	}
	if got := strings.Join(a.options(), " "); !strings.Contains(got, "-XX:ArchiveClassesAtExit="+a.part) {
		t.Errorf("without an archive the options are %s", got)
	}
	write := func() {
		if err := os.WriteFile(a.part, []byte("classes"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write()
	if err := a.keep(false); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{a.part, a.path} {
		if _, err := os.Stat(path); !os.IsNotExist(err) {
			t.Errorf("after a kill %s is there", path)
		}
	}
	write()
	if err := a.keep(true); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(a.options(), " "); !strings.Contains(got, "-XX:SharedArchiveFile="+a.path) || strings.Contains(got, "AtExit") {
		t.Errorf("with an archive the options are %s", got)
	}
	if err := a.keep(true); err != nil {
		t.Errorf("a run that wrote no archive: %v", err)
	}
	if got := (classArchive{}).options(); got != nil {
		t.Errorf("no archive is wanted, and the options are %v", got)
	}
}
