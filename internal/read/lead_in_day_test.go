package read

import (
	"context"
	"strings"
	"testing"
)

// TestDayOfALeadIn: the day that stands before the speaker is the day of what is said.
func TestDayOfALeadIn(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`In an interview on Sunday, Marta Olsen said that the bridge would be closed.`,
		`At a news conference on Sunday, the minister Pavel Horak said that the harbour was safe.`,
		`During a visit to Tarn on Sunday, Ilse Kant told reporters that the talks had failed.`,
	} {
		reading, err := r.Read(context.Background(), Text{Text: text, PublishedAt: "2024-03-06"})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range reading.Statements {
			found = found || strings.HasPrefix(string(s.UtteredOn), "2024-03-03")
		}
		if !found {
			t.Errorf("%s: no statement of Sunday in %+v", text, reading.Statements)
		}
	}
}
