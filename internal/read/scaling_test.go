package read

import (
	"runtime"
	"strings"
	"testing"
)

// hostile are texts that repeat what costs most, by name.
var hostile = map[string]string{
	"brackets":        "(",
	"quotation marks": "\" ",
	"commas":          ", ",
	"one word":        "a",
	"newlines":        "\n",
	"lines":           "a\n",
	"names":           "Anna Novak ",
	"saying":          "he said that ",
	"bad bytes":       "\xe0",
}

// work is what reading a text costs: bytes allocated, which does not depend on how busy the machine is.
func work(t *testing.T, text string) float64 {
	t.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.GC() // twice, so that no buffer is left in a pool for the one text and missing for the other
	runtime.ReadMemStats(&before)
	mustRead(t, Text{Text: text})
	runtime.ReadMemStats(&after)
	return float64(after.TotalAlloc - before.TotalAlloc)
}

// TestWorkIsLinear: ten times the text is about ten times the work, whatever it repeats.
func TestWorkIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: reads 20,000 characters of each kind; not with -short")
	}
	work(t, strings.Repeat("Anna Novak said, \"no.\" ", 100)) // what is filled once is no work of the text
	for name, piece := range hostile {
		of := func(n int) string { return strings.Repeat(piece, n/len(piece)) }
		small, large := work(t, of(2_000)), work(t, of(20_000))
		if large > 10*1.6*small+2<<20 {
			t.Errorf("%s: 2,000 characters take %.1f MB of work, 20,000 take %.1f MB", name, small/(1<<20), large/(1<<20))
		}
		t.Logf("%-18s %6.1f MB, %6.1f MB, ratio %.1f", name, small/(1<<20), large/(1<<20), large/small)
	}
}
