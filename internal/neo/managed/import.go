package managed

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// StageImport is the time in which Neo4j's importer builds a store. Done is the percentage of a step; Total is 100.
const StageImport Stage = "import"

// Tables are the files that Neo4j's importer makes a graph of: CSV with a header in each file's first line, every text
// in quotation marks.
type Tables struct {
	Folder        string   // where the files are, and nothing else that must stay
	Nodes, Edges  []string // their names
	ListDelimiter rune     // stands between the values of a list
	Longest       int      // bytes of the longest value
}

// errGraphThere says that a data folder has a graph.
var errGraphThere = errors.New("the data folder has a graph already, and a graph is never loaded into another one; " +
	"choose another folder with --data")

// Hold keeps servers away from a data folder that has no graph yet, until release is called.
func Hold(dataDir string) (release func() error, err error) {
	l := layout{filepath.Join(dataDir, "neo4j")}
	if err := l.make(); err != nil {
		return nil, err
	}
	lock, err := lockHome(l.home)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(l.checkEmpty(), lock.write(owner{PID: os.Getpid(), StartedAt: time.Now()})); err != nil {
		return nil, errors.Join(err, lock.release())
	}
	return lock.release, nil
}

// checkEmpty gives an error where the home has a graph.
func (l layout) checkEmpty() error {
	there, err := os.ReadDir(filepath.Join(l.home, "data", "databases"))
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(there) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for Neo4j's data: %w", err)
	}
	return fmt.Errorf("%s: %w", filepath.Dir(l.home), errGraphThere)
}

// Adopt gives a data folder, which must have no graph, the one of another folder on the same disk, where no server
// runs.
func Adopt(dataDir, from string) error {
	l := layout{filepath.Join(dataDir, "neo4j")}
	if err := l.checkEmpty(); err != nil {
		return err
	}
	if err := os.RemoveAll(l.home); err != nil {
		return fmt.Errorf("make room for the new graph: %w", err)
	}
	if err := os.Rename(filepath.Join(from, "neo4j"), l.home); err != nil {
		return fmt.Errorf("move the new graph into its place: %w", err)
	}
	return nil
}

// Import makes the graph of o.DataDir, which must have none, of tables. No server runs meanwhile; [Start] starts one
// on what was made. Constraints and indexes are not made. An entry that does not fit the others (an edge to a node
// that is nowhere, a key that is there twice) ends it with an error.
func Import(ctx context.Context, o Options, t Tables) error {
	o, err := o.withDefaults()
	if err != nil {
		return err
	}
	l := layout{filepath.Join(o.DataDir, "neo4j")}
	release, err := Hold(o.DataDir)
	if err != nil {
		return err
	}
	defer func() { _ = release() }()
	cache, err := newJarCache(o.CacheDir, pomXML, jarSums)
	if err != nil {
		return err
	}
	java, err := cache.ensure(ctx, newToolFinder(), oneAtATime(o.Progress))
	if err != nil {
		return err
	}
	if err := l.writeConf(settings{Bolt: o.BoltAddr, HTTP: o.HTTPAddr, ClassPath: cache.classPath(), JVMArgs: o.JVMArgs,
		HeapInitialMB: initialHeapMB(o.HeapMB), HeapMB: o.HeapMB, PageCacheMB: o.PageCacheMB}); err != nil {
		return err
	}
	return launch{l, java.path, cache.archiveFor(java)}.runImport(ctx, o, t)
}

// importArgs are the arguments for Java.
func (l launch) importArgs(o Options, t Tables) []string {
	buffer := max(4<<20, 4*t.Longest) // a value must fit into one, however its letters are counted
	args := append([]string{"@" + l.jvm()}, l.classes.known()...)
	args = append(args, "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j",
		"--id-type=string", "--multiline-fields=true", "--strict=true",
		// the report tells what does not fit only where a little of that is borne
		"--bad-tolerance=10", "--skip-bad-relationships=true", "--skip-duplicate-nodes=true",
		"--array-delimiter=U+"+fmt.Sprintf("%04X", t.ListDelimiter),
		"--read-buffer-size="+strconv.Itoa(buffer), "--max-off-heap-memory="+strconv.Itoa(o.PageCacheMB)+"m",
		"--report-file="+l.importReport())
	for _, name := range t.Nodes {
		args = append(args, "--nodes="+name)
	}
	for _, name := range t.Edges {
		args = append(args, "--relationships="+name)
	}
	return args
}

func (l layout) importReport() string { return filepath.Join(l.home, "logs", "import.report") }

func (l launch) runImport(ctx context.Context, o Options, t Tables) error {
	cmd := exec.CommandContext(ctx, l.java, l.importArgs(o, t)...)
	cmd.Dir = t.Folder
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+l.home, "NEO4J_CONF="+l.confDir())
	ownGroup(cmd)
	cmd.Cancel = func() error { return killGroup(cmd) }
	cmd.WaitDelay = 5 * time.Second
	out, in := io.Pipe()
	cmd.Stdout, cmd.Stderr = in, in
	w := &importWatch{report: o.Progress}
	read := make(chan struct{})
	go func() { defer close(read); w.watch(out) }()
	err := cmd.Run()
	_ = in.Close()
	<-read
	if ctx.Err() != nil {
		return fmt.Errorf("the import was interrupted: %w", ctx.Err())
	}
	return l.importError(err, w.tail)
}

// importError says what the importer reported, or its last words; nil where it had nothing to say and ended well.
func (l layout) importError(err error, tail []string) error {
	if report, _ := os.ReadFile(l.importReport()); len(report) > 0 {
		return fmt.Errorf("what is to be imported does not fit together: %s", strings.TrimSpace(string(firstLines(report))))
	}
	if err == nil {
		return nil
	}
	said := strings.Join(tail, "\n  ")
	if advice := adviceFor(said); advice != "" && advice != damagedStore {
		return fmt.Errorf("Neo4j's importer ended with %w. %s Its last words:\n  %s", err, advice, said)
	}
	return fmt.Errorf("Neo4j's importer ended with %w. Its last words:\n  %s", err, said)
}

// firstLines are some of a report.
func firstLines(report []byte) []byte { return report[:min(len(report), 1000)] }

// importWatch reads what the importer prints: its steps, and how far each is.
type importWatch struct {
	report func(Progress)
	step   string
	tail   []string
}

var (
	importStep    = regexp.MustCompile(`^\(\d/\d\) .*?[a-z](?: \d{4}-|$)`)
	importPercent = regexp.MustCompile(`(\d+)%`)
)

func (w *importWatch) watch(r io.Reader) {
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		w.line(s.Text())
	}
	_, _ = io.Copy(io.Discard, r)
}

func (w *importWatch) line(line string) {
	if step := importStep.FindString(line); step != "" {
		w.step = strings.TrimRight(step, " 0123456789-")
		w.report(Progress{Stage: StageImport, Total: 100, Message: "Neo4j's importer: " + w.step})
		return
	}
	if all := importPercent.FindAllStringSubmatch(line, -1); strings.HasPrefix(line, ".") && len(all) > 0 {
		done, _ := strconv.Atoi(all[len(all)-1][1])
		w.report(Progress{Stage: StageImport, Done: done, Total: 100, Message: "Neo4j's importer: " + w.step})
		return
	}
	if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "\tat ") {
		w.tail = append(w.tail, line)
		w.tail = w.tail[max(0, len(w.tail)-tailLines):]
	}
}
