package search

import (
	"strings"
	"testing"
)

// TestPassage: the sentence with the most different words of a query is found, whole where it is not too long.
func TestPassage(t *testing.T) {
	text := "BORLAND — The mayor, Dr. A. Holt, spoke to fishers.\nFishers of Arland asked for boats! “The port is closed.” She left; the port, she said, reopens.\n\n首都は静か。港は閉鎖された。"
	for _, c := range []struct{ query, want string }{
		{"mayor OR spok* OR Holt", "BORLAND — The mayor, Dr. A. Holt, spoke to fishers."},
		{"fishers OR boats OR Arland", "Fishers of Arland asked for boats!"},
		{"port OR closed", "“The port is closed.”"},
		{"port OR reopen* OR she", "She left; the port, she said, reopens."},
		{"港", "港は閉鎖された。"},
		{"fishers OR fishers", "BORLAND — The mayor, Dr. A. Holt, spoke to fishers."},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		at, ok := q.Passage(text)
		if got := string([]rune(text)[at.Start:at.End]); !ok || got != c.want {
			t.Errorf("%s: %q, want %q", c.query, got, c.want)
		}
	}
	q, _ := Parse("harbour")
	for _, text := range []string{"", text, ".", "...", "“"} {
		if _, ok := q.Passage(text); ok {
			t.Errorf("found in %q", text)
		}
	}
	for _, sign := range []string{`"`, " ", ".", ". ", `."`, "(", "\n"} { // a text of nothing else does not take long
		if _, ok := q.Passage(strings.Repeat(sign, 1<<20) + "harbour" + strings.Repeat(sign, 1<<20)); !ok {
			t.Errorf("not found among %q", sign)
		}
	}
	long := strings.Repeat("and the sea, ", 100) + "the harbour, " + strings.Repeat("and the sea, ", 100)
	at, ok := q.Passage(long)
	if got := long[at.Start:at.End]; !ok || at.End-at.Start > 400 || !strings.Contains(got, "harbour") {
		t.Errorf("of a long sentence %q", got)
	}
}
