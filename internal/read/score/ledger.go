package score

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Ledger is a committed file of figures. Its first line states how far a figure may fall before the fall has to be
// announced by a commit of the file; each other line is a name and figures, as "P 80.6 R 76.1 F1 78.3".
type Ledger struct {
	Path       string
	Tolerance  float64 // points
	Regenerate string  // the command that writes the file
}

// Reporter is what a test offers.
type Reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Logf(format string, args ...any)
}

// Keep writes the figures where update is set, and otherwise reports each figure that fell by more than the tolerance
// of the committed file, that is missing, or that the file does not know. Other changes are logged.
func (l Ledger) Keep(t Reporter, figures string, update bool) {
	t.Helper()
	if update {
		head := fmt.Sprintf("# tolerance %g points; %s\n", l.Tolerance, l.Regenerate)
		err := os.MkdirAll(filepath.Dir(l.Path), 0o755)
		if err == nil {
			err = os.WriteFile(l.Path, []byte(head+figures), 0o644)
		}
		if err != nil {
			t.Errorf("keep the figures: %v", err)
		}
		return
	}
	committed, err := os.ReadFile(l.Path)
	if err != nil {
		t.Errorf("no committed figures (%v); write them: %s", err, l.Regenerate)
		return
	}
	if _, was, _ := strings.Cut(string(committed), "\n"); was != figures {
		t.Logf("the figures of %s changed; to commit them: %s\nmeasured:\n%s", l.Path, l.Regenerate, figures)
	}
	for _, fall := range Falls(string(committed), figures) {
		t.Errorf("%s: %s; look at the cause, or commit it with %s", l.Path, fall, l.Regenerate)
	}
}

// Falls compares figures with those of a committed file and names each that fell by more than the file's tolerance, and
// each line that only one of the two has.
func Falls(committed, measured string) []string {
	var tolerance float64
	if _, err := fmt.Sscanf(committed, "# tolerance %g", &tolerance); err != nil {
		return []string{`the file does not open with "# tolerance N points"`}
	}
	_, was := figuresOf(committed)
	names, is := figuresOf(measured)
	var out []string
	for _, name := range names {
		old, known := was[name]
		if !known {
			out = append(out, name+" has no committed figure")
		} else if is[name] < old-tolerance-1e-9 {
			out = append(out, fmt.Sprintf("%s fell from %g to %g", name, old, is[name]))
		}
		delete(was, name)
	}
	for name := range was {
		out = append(out, name+" is committed but was not measured")
	}
	return out
}

// figuresOf reads the figure that counts of each line: F1 where there is one, else P or R.
func figuresOf(file string) (names []string, figures map[string]float64) {
	figures = map[string]float64{}
	for line := range strings.Lines(file) {
		fields := strings.Fields(line)
		for _, wanted := range []string{"F1", "P", "R"} {
			for i := 1; i+1 < len(fields) && fields[0] != "#"; i++ {
				v, err := strconv.ParseFloat(fields[i+1], 64)
				if _, have := figures[fields[0]]; !have && fields[i] == wanted && err == nil {
					names = append(names, fields[0])
					figures[fields[0]] = v
				}
			}
		}
	}
	return names, figures
}
