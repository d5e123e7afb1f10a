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

// troubles pairs what a dying server prints with what the user can do about it; the first that fits is given.
var troubles = []struct {
	pattern *regexp.Regexp
	advice  string
}{
	{regexp.MustCompile(`PortBindException|Address .*already in use|BindException`),
		"One of its ports is in use. Stop the other program, or choose other addresses with " + boltFlag + " and " + httpFlag + "."},
	{regexp.MustCompile(`Could not reserve enough space|insufficient memory|Cannot allocate memory|Initial heap size set to a larger value`),
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
		"The store seems damaged. Keep a copy of the data folder, then restore a backup, or move the folder away and ingest the articles again."},
}

// startError says why a start failed, with the child's last words and what to do.
func (l launch) startError(c *child, err error) error {
	tail := l.consoleTail()
	what := "Neo4j did not start"
	if errors.Is(err, errChildGone) {
		<-c.gone
		err = fmt.Errorf("it ended with %w", c.err)
	}
	if errors.Is(err, errUnauthorized) {
		return fmt.Errorf("%s: %w. The password in %s is not the one of the data beside it; put the right one there, or set users back: "+
			"make a copy of %s, delete that file, data/databases/system and data/transactions/system in it, and start again",
			what, err, l.password(), l.home)
	}
	text := err.Error() + "\n" + tail
	if advice := adviceFor(text); advice != "" {
		what += ". " + advice
	}
	if tail == "" {
		return fmt.Errorf("%s: %w. It wrote nothing to %s", what, err, l.console())
	}
	return fmt.Errorf("%s: %w. The end of %s:\n  %s", what, err, l.console(), strings.ReplaceAll(tail, "\n", "\n  "))
}

func adviceFor(text string) string {
	for _, t := range troubles {
		if t.pattern.MatchString(text) {
			return t.advice
		}
	}
	return ""
}

// consoleTail is the end of what the child printed, without the stack frames that crowd out the message.
func (l layout) consoleTail() string {
	f, err := os.Open(l.console())
	if err != nil {
		return ""
	}
	defer f.Close()
	if st, err := f.Stat(); err == nil && st.Size() > tailBytes {
		f.Seek(-tailBytes, io.SeekEnd)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return ""
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "\tat ") && !strings.HasPrefix(line, "\t... ") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines[max(0, len(lines)-consoleLines):], "\n")
}
