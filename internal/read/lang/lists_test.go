package lang_test

import (
	"testing"
	"testing/fstest"

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

func TestTablesAndWords(t *testing.T) {
	if d := cmp.Diff([]string{"a", "b-c", "d"}, lang.Words("# about\na b-c\n\nd\n")); d != "" {
		t.Error(d)
	}
	rows, err := lang.Table("# about\na\t1\n\nb c\tTWO\n")
	if d := cmp.Diff([]lang.Row{{Word: "a", Value: "1"}, {Word: "b c", Value: "TWO"}}, rows); d != "" || err != nil {
		t.Error(d, err)
	}
	if _, err := lang.Table(
		"# about\na 1\n",
	); err == nil ||
		err.Error() != "line 2 has no tab; give it a word and a value" {
		t.Errorf("error %v", err)
	}
	if d := cmp.Diff(map[string][]string{"x": {"b", "a"}}, lang.Sequences("[x]\nb, a\n")); d != "" {
		t.Error(d)
	}
	folder := fstest.MapFS{"room/words.txt": {Data: []byte("[x]\na\n")}}
	if lang.Text(folder, "room/words.txt") != "[x]\na\n" {
		t.Error("the file was not given as it stands")
	}
	defer func() {
		if recover() == nil {
			t.Error("a file that is not there was given")
		}
	}()
	lang.Text(folder, "room/none.txt")
}
