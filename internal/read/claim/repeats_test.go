package claim

import "testing"

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Kosovo", "Kosovo", true},
		{"Central Asian mercenaries", "mercenaries from Central Asian countries", true},
		{"the bill", "two soldiers", false},
		{"", "votes", false},
	} {
		if got := sameWords(c.a, c.b); got != c.want {
			t.Errorf("sameWords(%q, %q) = %v", c.a, c.b, got)
		}
	}
}
