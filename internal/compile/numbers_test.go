package compile

import (
	"encoding/json"
	"testing"
)

// TestNumbersOfVariables: numbers within an input object of a request's variables come as they were written, and count like any others.
func TestNumbersOfVariables(t *testing.T) {
	for written, want := range map[string]int{"2": 2, "-7": -7, "0": 0} {
		if got, ok := asInt(json.Number(written)); !ok || got != want {
			t.Errorf("%s is taken for %d, %v", written, got, ok)
		}
	}
	for _, written := range []string{"2.5", "1e3", "99999999999999999999"} {
		if got, ok := asInt(json.Number(written)); ok {
			t.Errorf("%s is taken for the whole number %d", written, got)
		}
	}
	if got, ok := asFloat(json.Number("0.25")); !ok || got != 0.25 {
		t.Errorf("0.25 is taken for %v, %v", got, ok)
	}
	a := &Atlas{}
	for typeName, want := range map[string]any{"Int": int64(3), "Float": 3.0} {
		if got, err := a.scalar("origins", typeName, json.Number("3")); err != nil || got != want {
			t.Errorf("%s: %v, %v", typeName, got, err)
		}
	}
}
