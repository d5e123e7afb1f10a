package managed

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// fetchBench is a cache of two small jars with a scripted Maven in front of it.
type fetchBench struct {
	*jarCache
	tools toolFinder
	dir   string
}

func newFetchBench(t *testing.T) *fetchBench {
	t.Helper()
	needShell(t)
	b := &fetchBench{dir: t.TempDir()}
	var sums string
	for _, name := range []string{"a-1.jar", "b-2.jar"} {
		sums += fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte("text of "+name+"\n")), name)
	}
	c, err := newJarCache(filepath.Join(b.dir, "cache"), []byte("<project/>"), []byte(sums))
	if err != nil {
		t.Fatal(err)
	}
	b.jarCache = c
	fakeJava(t, b.dir, "17.0.1")
	b.tools = finderIn(map[string]string{"JAVA_HOME": b.dir, "PATH": filepath.Join(b.dir, "bin")})
	return b
}

// goodMaven does what Maven does, as far as it is looked at. $lib is the folder to copy to.
const (
	findLib   = `for a in "$@"; do case "$a" in -DoutputDirectory=*) lib="${a#-DoutputDirectory=}";; esac; done; mkdir -p "$lib"`
	goodMaven = findLib + `
echo "[INFO] Downloading from central: x://r/a/a-1.jar"
echo "[INFO] Downloaded from central: x://r/plugin/plugin-9.jar (1 kB at 2 kB/s)"
echo "[INFO] Downloaded from central: x://r/a/a-1.jar (1 kB at 2 kB/s)"
printf '\033[1m[INFO]\033[m Downloaded from mirror: x://r/b/b-2.jar (1 kB at 2 kB/s)\n'
echo "text of a-1.jar" > "$lib/a-1.jar"
echo "text of b-2.jar" > "$lib/b-2.jar"`
)

func (b *fetchBench) maven(t *testing.T, body string) {
	t.Helper()
	script(t, filepath.Join(b.dir, "bin", "mvn"), body)
}

func (b *fetchBench) fetch(ctx context.Context, report func(Progress)) error {
	_, err := b.ensure(ctx, b.tools, report)
	return err
}

func ignore(Progress) {}

// wantNothingHalf checks that a fetch that failed left neither a cache nor a staging folder.
func (b *fetchBench) wantNothingHalf(t *testing.T) {
	t.Helper()
	if b.complete() {
		t.Error("the cache claims to be complete")
	}
	left, _ := filepath.Glob(filepath.Join(b.root, "*"))
	if want := []string{b.jarCache.dir + ".lock"}; !cmp.Equal(left, want) {
		t.Errorf("in the cache folder: %q, want only the lock", left)
	}
}

func TestFetchFillsTheCacheOnce(t *testing.T) {
	b := newFetchBench(t)
	b.maven(t, goodMaven)
	var got []Progress
	if err := b.fetch(context.Background(), func(p Progress) { got = append(got, p) }); err != nil {
		t.Fatal(err)
	}
	want := []Progress{
		{StageFetch, 0, 2, "fetching Neo4j " + neo4jVersion + " with Maven"},
		{StageFetch, 0, 2, "finding out what to fetch, 1 files so far"},
		{StageFetch, 1, 2, "a-1.jar"}, {StageFetch, 2, 2, "b-2.jar"},
		{StageVerify, 1, 2, "a-1.jar"}, {StageVerify, 2, 2, "b-2.jar"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("progress (-want +got):\n%s", d)
	}
	b.maven(t, "echo must not be called; exit 1")
	if err := b.fetch(context.Background(), ignore); err != nil {
		t.Errorf("with a warm cache: %v", err)
	}
	if err := os.Remove(filepath.Join(b.jarCache.dir, "a-1.jar")); err != nil {
		t.Fatal(err)
	}
	b.maven(t, goodMaven)
	if err := b.fetch(context.Background(), ignore); err != nil || !b.complete() {
		t.Errorf("after a jar was lost: %v, complete %v", err, b.complete())
	}
}

func TestFetchFailuresLeaveNothing(t *testing.T) {
	for name, c := range map[string]struct{ maven, want string }{
		"Maven fails": {"echo '[INFO] Scanning'; echo '[ERROR] Could not transfer artifact x: Unknown host'; exit 1",
			"Could not transfer artifact x: Unknown host"},
		"Maven fails without a word": {"exit 3", "exit status 3"},
		"a jar is missing":           {goodMaven + "\nrm \"$lib/b-2.jar\"", "did not bring b-2.jar"},
		"a jar is another":           {goodMaven + "\necho changed >> \"$lib/b-2.jar\"", "b-2.jar is not the file that was expected"},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFetchBench(t)
			b.maven(t, c.maven)
			if err := b.fetch(context.Background(), ignore); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
			b.wantNothingHalf(t)
		})
	}
}

func TestInterruptedFetchStopsMavenAndLeavesNothing(t *testing.T) {
	b := newFetchBench(t)
	pidFile := filepath.Join(b.dir, "grandchild")
	b.maven(t, findLib+`
echo "text of a-1.jar" > "$lib/a-1.jar"
sleep 300 &
echo $! > '`+pidFile+`.new'; mv '`+pidFile+`.new' '`+pidFile+`'
wait`)
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		defer cancel()
		for range 600 {
			if _, err := os.Stat(pidFile); err == nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	if err := b.fetch(ctx, ignore); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want the context's error", err)
	}
	b.wantNothingHalf(t)
	text, err := os.ReadFile(pidFile)
	if err != nil {
		t.Fatal(err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, 10*time.Second, "what Maven started is gone too", func() bool { return !running(pid) })

	// A fetch that was cut off by a power failure leaves its folder; the next one takes it away.
	if err := os.MkdirAll(filepath.Join(b.jarCache.dir+".part-123", "lib"), 0o755); err != nil {
		t.Fatal(err)
	}
	b.maven(t, goodMaven)
	if err := b.fetch(context.Background(), ignore); err != nil || !b.complete() {
		t.Fatalf("the fetch after it: %v, complete %v", err, b.complete())
	}
	if left, _ := filepath.Glob(b.jarCache.dir + ".part-*"); len(left) != 0 {
		t.Errorf("left over: %q", left)
	}
}

// running tells a live process from one that is only waiting to be collected.
func running(pid int) bool {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return alive(pid) && !os.IsNotExist(err)
	}
	return !strings.Contains(string(text), ") Z ")
}

func TestTwoFirstStartsFetchOnce(t *testing.T) {
	b := newFetchBench(t)
	calls := filepath.Join(b.dir, "calls")
	open := filepath.Join(b.dir, "open")
	b.maven(t, "echo call >> '"+calls+"'\nwhile [ ! -e '"+open+"' ]; do sleep 0.02; done\n"+goodMaven)
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i := range errs {
		wg.Go(func() {
			errs[i] = b.fetch(context.Background(), func(p Progress) {
				if p.Stage == StageWait { // only now may the first one finish
					if err := os.WriteFile(open, nil, 0o600); err != nil {
						t.Error(err)
					}
				}
			})
		})
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(calls); string(text) != "call\n" {
		t.Errorf("Maven ran %d times, want once", strings.Count(string(text), "call"))
	}
}

func TestTheEmbeddedListMatchesThePom(t *testing.T) {
	c, err := newJarCache("x", pomXML, jarSums)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, j := range c.jars {
		names[j.name] = true
	}
	for _, want := range []string{"neo4j-" + neo4jVersion + ".jar", "neo4j-server-" + neo4jVersion + ".jar", "neo4j-browser-" + browserVersion + ".jar"} {
		if !names[want] {
			t.Errorf("%s is not among the %d jars", want, len(names))
		}
	}
	for _, v := range []string{neo4jVersion, browserVersion} {
		if !strings.Contains(string(pomXML), ">"+v+"<") {
			t.Errorf("the pom does not name version %s", v)
		}
	}
	other, err := newJarCache("x", append([]byte(" "), pomXML...), jarSums)
	if err != nil || other.dir == c.dir {
		t.Errorf("another pom gives the same folder %s, %v", other.dir, err)
	}
	if _, err := newJarCache("x", pomXML, []byte("abc a.jar\n")); err == nil {
		t.Error("a short checksum was accepted")
	}
}
