package managed

import (
	"bytes"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

var (
	//go:embed data/neo4j.conf.tmpl
	confText string
	//go:embed data/jvm.options.tmpl
	jvmText string

	confTemplate = template.Must(template.New("neo4j.conf").Parse(confText))
	jvmTemplate  = template.Must(template.New("jvm.options").Parse(jvmText))
)

// settings is what changes from one neo4j.conf to another.
type settings struct {
	Bolt, HTTP                         string
	Guide                              string // Options.Guide
	HeapInitialMB, HeapMB, PageCacheMB int
	ClassPath                          string
	JVMArgs                            []string
	TempDir                            string // where Java unpacks things, so that nothing is left in the system's folder
}

// Advertise reports whether the addresses can be named to clients. A wildcard cannot; Neo4j then names the host that
// the client itself used.
func (s settings) Advertise() bool { return !isWildcard(s.Bolt) && !isWildcard(s.HTTP) }

// GuideHost is the host that Neo4j Browser may take guides and styles from.
func (s settings) GuideHost() string { return s.guideURL().Hostname() }

// GuideOrigin is that host with scheme and port.
func (s settings) GuideOrigin() string {
	at := s.guideURL()
	return at.Scheme + "://" + at.Host
}

// guideURL is the guide's address, which was looked at before (checkGuide).
func (s settings) guideURL() *url.URL {
	at, err := url.Parse(s.Guide)
	if err != nil {
		return &url.URL{}
	}
	return at
}

// layout names the files in a Neo4j home.
type layout struct{ home string }

func (l layout) confDir() string  { return filepath.Join(l.home, "conf") }
func (l layout) conf() string     { return filepath.Join(l.home, "conf", "neo4j.conf") }
func (l layout) jvm() string      { return filepath.Join(l.home, "conf", "jvm.options") }
func (l layout) console() string  { return filepath.Join(l.home, "logs", "console.log") }
func (l layout) debugLog() string { return filepath.Join(l.home, "logs", "debug.log") }
func (l layout) temp() string     { return filepath.Join(l.home, "tmp") }
func (l layout) pid() string      { return filepath.Join(l.home, "run", "sayso-neo4j.pid") }
func (l layout) password() string { return filepath.Join(l.home, "password") }
func (l layout) authIni() string  { return filepath.Join(l.home, "data", "dbms", "auth.ini") }
func (l layout) systemDB() string { return filepath.Join(l.home, "data", "databases", "system") }

// make creates the folders; they are the user's own, since they hold texts and a password. The one for temporary files
// starts empty.
func (l layout) make() error {
	if err := os.RemoveAll(l.temp()); err != nil {
		return fmt.Errorf("cannot empty Neo4j's folder for temporary files: %w", err)
	}
	for _, dir := range []string{"", "conf", "data", "data/dbms", "logs", "run", "import", "tmp"} {
		if err := os.MkdirAll(filepath.Join(l.home, filepath.FromSlash(dir)), 0o700); err != nil {
			return fmt.Errorf("cannot make Neo4j's folder: %w", err)
		}
	}
	return nil
}

// writeConf writes neo4j.conf and the file of JVM arguments.
func (l layout) writeConf(s settings) error {
	s.ClassPath = quoteArg(s.ClassPath)
	s.TempDir = quoteArg("-Djava.io.tmpdir=" + l.temp())
	quoted := make([]string, len(s.JVMArgs))
	for i, a := range s.JVMArgs {
		quoted[i] = quoteArg(a)
	}
	s.JVMArgs = quoted
	for path, t := range map[string]*template.Template{l.conf(): confTemplate, l.jvm(): jvmTemplate} {
		var b bytes.Buffer
		if err := t.Execute(&b, s); err != nil {
			return fmt.Errorf("fill %s: %w", t.Name(), err)
		}
		if err := writeFileAtomic(path, b.Bytes(), 0o600); err != nil {
			return fmt.Errorf("write Neo4j's configuration: %w", err)
		}
	}
	return nil
}

// quoteArg quotes one argument for a java @file. The file keeps the class path off the command line, which is too short
// for it on Windows.
func quoteArg(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// writeFileAtomic leaves either the old or the new content, never a part of it.
func writeFileAtomic(path string, text []byte, mode os.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails, as it should, after the rename
	_, err = f.Write(text)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// rotateConsole sets the last run's output aside and drops the one before.
func (l layout) rotateConsole() error {
	err := os.Rename(l.console(), l.console()+".1")
	if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("set the old console log aside: %w", err)
	}
	return nil
}
