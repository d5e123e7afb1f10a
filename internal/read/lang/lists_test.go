package lang_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/read/lang"
)

func TestParse(t *testing.T) {
	lists := lang.Parse("# about\n[first]\na, b c\nd,\n\n[second]\n# in between\ne\n")
	want := lang.Lists{"first": {"a": true, "b c": true, "d": true}, "second": {"e": true}}
	if diff := cmp.Diff(want, lists); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want["second"], lists.Of("second")); diff != "" {
		t.Error(diff)
	}
	defer func() {
		if recover() == nil {
			t.Error("a list that is not there was given")
		}
	}()
	lists.Of("third")
}
