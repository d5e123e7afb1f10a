package wordlist_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/read/wordlist"
)

func TestParse(t *testing.T) {
	lists := wordlist.Parse("# about\n[first]\na, b c\nd,\n\n[second]\n# in between\ne\n")
	want := wordlist.Lists{"first": {"a": true, "b c": true, "d": true}, "second": {"e": true}}
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
