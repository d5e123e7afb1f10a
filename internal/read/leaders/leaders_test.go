package leaders

import (
	"testing"

	"sayso/internal/kg"
)

// TestState: whose state an office is told by, and where it stays open.
func TestState(t *testing.T) {
	for _, c := range []struct {
		name, office string
		at           kg.Date
		want         string
	}{
		{"Donald Trump", President, "2018-05-01", "United States"}, {"Donald J. Trump", President, "2018-05-01", "United States"}, {"Trump", President, "2018-05-01", "United States"},
		{"Donald Trump", President, "2010-05-01", ""}, {"Moon", President, "2019-02-01", "South Korea"}, {"Moon Jae-in", President, "2019-02-01", "South Korea"},
		{"Li Keqiang", "head of government", "2016-12-01", "China"}, {"Li", "head of government", "2016-12-01", "China"}, {"Recep Tayyip Erdoğan", President, "2018-10-01", "Turkey"},
		{"Mike Pompeo", "foreign minister", "2019-10-01", "United States"}, {"Angela Merkel", "head of government", "2015-07-01", "Germany"}, {"Angela Merkel", President, "2015-07-01", ""},
		{"Nobody Known", President, "2018-05-01", ""}, {"Smith", President, "2018-05-01", ""}, {"", President, "2018-05-01", ""}, {"Trump", President, "", "United States"}, {"Lee", President, "", ""},
		{"Lavrov", "foreign minister", "", ""}, {"Angela Merkel", "head of government", "", "Germany"},
	} {
		if got, ok := Load().State(c.name, c.office, c.at); got != c.want || ok != (c.want != "") {
			t.Errorf("%s, %s at %q: %q, want %q", c.name, c.office, c.at, got, c.want)
		}
	}
	if n := len(Load().byWord); n < 3000 {
		t.Errorf("only %d words are known", n)
	}
}
