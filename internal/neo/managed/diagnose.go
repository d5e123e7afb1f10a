package managed

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
)

const (
	tailBytes    = 32 << 10
	consoleLines = 20
)

const damagedStore = "The store seems damaged. Keep a copy of the data folder, then restore a backup, or move the " +
	"folder away and ingest the articles again."

// troubles pairs what a dying server prints with what the user can do about it; the first that fits is given.
var troubles = []struct {
	pattern *regexp.Regexp
	advice  string
}{
	{regexp.MustCompile(`PortBindException|Address .*already in use|BindException`),
		"One of its ports is in use. Stop the other program, or choose other addresses with " + boltFlag + " and " +
			httpFlag + "."},
	{regexp.MustCompile(`Could not reserve enough space|Invalid memory configuration|insufficient memory|Cannot allocate memory|Initial heap size set to a larger value`),
		"The machine does not have the memory it was told to take. Close other programs or give it a smaller heap."},
	{regexp.MustCompile(`OutOfMemoryError|Terminating due to java.lang.OutOfMemory`),
		"It ran out of memory. Give it a larger heap."},
	{regexp.MustCompile(`FileLockException|has been locked by another process|Lock file has been locked|StoreLock`),
		"Another Neo4j uses the same data folder. Stop that one, or choose another folder with --data."},
	{regexp.MustCompile(`No space left on device|not enough space on the disk`),
		"The disk is full. Make room and start again."},
	{regexp.MustCompile(`AccessDeniedException|Permission denied|Read-only file system`),
		"It may not write to its data folder. Was an earlier run another user's? Make the folder your own again."},
	{regexp.MustCompile(`UnsupportedClassVersionError`),
		fmt.Sprintf("The Java found is too old. Install Java %d or newer and name it with JAVA_HOME.", minJava)},
	{regexp.MustCompile(`Unrecognized VM option|Could not create the Java Virtual Machine|Unrecognized option`),
		"This Java refuses the options it was started with. Name another with JAVA_HOME; 17, 21 and 25 are known to work."},
	{regexp.MustCompile(`UnderlyingStorageException|[Cc]orrupt|[Ii]nconsistent|StoreFailureException|Failed to (read|load|parse).*store|checksum mismatch|MetadataMismatch`),
		damagedStore},
}

// startError says why a start failed, with the child's last words and what to do.
func (l launch) startError(c *child, err error) error {
	tail, where := lastLines(l.console()), l.console()
	what := "Neo4j did not start"
	if errors.Is(err, errChildGone) {
		<-c.gone
		err = fmt.Errorf("it ended with %w", c.err)
	}
	if errors.Is(err, errUnauthorized) {
		return fmt.Errorf("%s: %w. The password in %s is not the one of the data beside it; put the right one there, or "+
			"set users back: "+
			"make a copy of %s, delete that file, data/databases/system and data/transactions/system in it, and start again",
			what, err, l.password(), l.home)
	}
	var dead *deadDatabaseError
	if errors.As(err, &dead) { // the console only says that the server runs
		tail, where = lastCauses(l.debugLog()), l.debugLog()
	}
	advice := adviceFor(err.Error() + "\n" + tail)
	if advice == "" && dead != nil {
		advice = damagedStore
	}
	if advice != "" {
		advice = " " + advice
	}
	if tail == "" {
		return fmt.Errorf("%s: %w.%s It wrote nothing to %s", what, err, advice, where)
	}
	return fmt.Errorf("%s: %w.%s The end of %s:\n  %s", what, err, advice, where, strings.ReplaceAll(tail, "\n", "\n  "))
}

func adviceFor(text string) string {
	for _, t := range troubles {
		if t.pattern.MatchString(text) {
			return t.advice
		}
	}
	return ""
}

// lastLines is the end of what the child printed, without the stack frames that crowd out the message.
func lastLines(path string) string {
	var lines []string
	for line := range strings.Lines(fileTail(path)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "\tat ") && !strings.HasPrefix(line, "\t... ") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines[max(0, len(lines)-consoleLines):], "\n")
}

// lastCauses is the last error in a debug log with the chain of its causes.
func lastCauses(path string) string {
	var chain []string
	for line := range strings.Lines(fileTail(path)) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.Contains(line, " ERROR "):
			chain = []string{line}
		case strings.HasPrefix(line, "Caused by: ") && len(chain) > 0:
			chain = append(chain, line)
		}
	}
	return strings.Join(chain, "\n")
}

// fileTail is the end of a file, or "" when it cannot be read: it only ever explains another error.
func fileTail(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.Size() > tailBytes {
		_, _ = f.Seek(-tailBytes, io.SeekEnd)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return ""
	}
	return string(text)
}
