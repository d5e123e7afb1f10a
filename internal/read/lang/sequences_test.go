package lang_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/read/lang"
)

func TestSequences(t *testing.T) {
	have := lang.Sequences("# about\n[first]\nb, a c\n a|d e,\n\n[second]\n# in between\ne\n")
	if diff := cmp.Diff(map[string][]string{"first": {"b", "a c", "a|d e"}, "second": {"e"}}, have); diff != "" {
		t.Error(diff)
	}
}
