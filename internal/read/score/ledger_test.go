package score

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// notes records what a test would be told.
type notes struct{ errors, logs []string }

func (n *notes) Helper()                      {}
func (n *notes) Errorf(f string, args ...any) { n.errors = append(n.errors, fmt.Sprintf(f, args...)) }
func (n *notes) Logf(f string, args ...any)   { n.logs = append(n.logs, fmt.Sprintf(f, args...)) }

func TestLedger(t *testing.T) {
	l := Ledger{Path: filepath.Join(t.TempDir(), "scores", "a.txt"), Tolerance: .5, Regenerate: "make score"}
	const was = "exact.cue  P 80.0  R 70.0  F1 75.0\nclaims  P 90.0  R 70.0\n"
	var n notes
	if l.Keep(&n, was, false); len(n.errors) != 1 {
		t.Errorf("a missing file gave %q", n.errors)
	}
	n = notes{}
	if l.Keep(&n, was, true); len(n.errors) != 0 {
		t.Fatal(n.errors)
	}
	for _, c := range []struct{ figures, want string }{
		{was, ""},
		{"exact.cue  P 10.0  R 10.0  F1 74.6\nclaims  P 95.0  R 10.0\n", ""},
		{"exact.cue  P 80.0  R 70.0  F1 74.4\nclaims  P 90.0  R 70.0\n", "exact.cue fell from 75 to 74.4"},
		{"exact.cue  P 80.0  R 70.0  F1 75.0\nclaims  P 89.0  R 70.0\n", "claims fell from 90 to 89"},
		{"exact.cue  P 80.0  R 70.0  F1 75.0\n", "claims is committed but was not measured"},
		{was + "new  F1 9\n", "new has no committed figure"},
	} {
		n = notes{}
		l.Keep(&n, c.figures, false)
		if got := strings.Join(n.errors, "|"); c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%q: errors %q, want %q", c.figures, got, c.want)
		}
		if (len(n.logs) > 0) != (c.figures != was) {
			t.Errorf("%q: logs %q", c.figures, n.logs)
		}
	}
}

func TestReliability(t *testing.T) {
	var r Reliability
	if r.Error() != 0 {
		t.Error("nothing has an error")
	}
	for i := range 10 {
		r.Add(.85, i < 8)
		r.Add(1, true)
		r.Add(0, i == 0)
	}
	if got := r.Error(); got < .0499 || got > .0501 || r.Len() != 30 {
		t.Errorf("error %v of %d, want .05 of 30", got, r.Len())
	}
	if table := r.Table("x"); !strings.Contains(table, "0.8-0.9  n   10  mean confidence 0.85  share right 0.80") || !strings.Contains(table, "x.calibrated               P 95.0") {
		t.Error(table)
	}
}
