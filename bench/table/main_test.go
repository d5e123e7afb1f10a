package main

import "testing"

// TestPartsStay: a file that is taken apart and put together again is the same, so that parts that are not run again stay.
func TestPartsStay(t *testing.T) {
	want := map[string]string{}
	for _, p := range parts {
		want[p.title] = "2026-01-01, 2 processors:\n\n    $ go run x\n\n```\nwho  1.0 / 2.0\n\nMemory\n```\n"
	}
	delete(want, parts[2].title)
	file := assembled(want)
	if again := assembled(sectionsOf(file)); again != file {
		t.Errorf("%q became %q", file, again)
	}
	if len(sectionsOf(file)) != len(parts)-1 || sectionsOf(file)[parts[0].title] != want[parts[0].title] {
		t.Errorf("%q", sectionsOf(file))
	}
	if _, err := chosen("questions,nothing"); err == nil {
		t.Error("a part that is not there is taken")
	}
}
