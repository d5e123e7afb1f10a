package trace

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLog(t *testing.T) {
	log := Log{Off: "room.off", Fired: map[string]int{}}
	if !log.Take("room.a", 1, -1) || log.Take("room.off", 2) || !log.Take("room.a", 1) || !log.Try("P#1", 3) || log.Try("room.off") {
		t.Error("only the rule that is off may not be applied")
	}
	mark := log.Mark()
	log.Add([]Step{{"room.b", []int{4}}})
	if d := cmp.Diff([]Step{{"room.b", []int{4}}}, log.Since(mark)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]Step{{"room.a", []int{1}}, {"P#1", []int{3}}, {"room.b", []int{4}}}, log.Since(0)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(map[string]int{"room.a": 2}, log.Fired); d != "" {
		t.Errorf("a pattern counts once it is confirmed: %s", d)
	}
	log.Confirm()
	log.Confirm()
	if log.Fired["P#1"] != 1 {
		t.Errorf("%v", log.Fired)
	}
	if d := cmp.Diff([]string{"room.a", "P#1", "room.b"}, Rules(append(log.Since(0), Step{"room.a", nil}))); d != "" {
		t.Error(d)
	}
	log.Begin()
	if len(log.Since(0)) != 0 || len(log.Since(9)) != 0 {
		t.Error("steps are left")
	}
}
