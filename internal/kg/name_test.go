package kg

import "testing"

func TestFoldName(t *testing.T) {
	for in, want := range map[string]string{
		"The New York Times": "new york times", "U.S.": "us", "Ukraine’s": "ukraine", "Volodymyr Zelenskyy": "volodymyr zelenskyy",
		"São Tomé": "sao tome", "Łódź": "lodz", "O'Brien": "obrien", "  X  ": "x", "Залужний": "залужнии", "Jean-Luc": "jean luc",
		"the": "the", "": "", "!?": "", "Channel 5": "channel 5", "Mr. Smith": "mr smith",
	} {
		if got := FoldName(in); got != want {
			t.Errorf("FoldName(%q) = %q, want %q", in, got, want)
		}
	}
}
