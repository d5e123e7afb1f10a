package read

import (
	"context"
	"strings"
	"testing"
)

// TestUnreal: what a story tells and how games are told of are no claims; what is told of the makers, and of wars beside games, is.
func TestUnreal(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"In the novel by Petra Lind, Norway invades Estonia.":                    "",
		"The film tells how Sweden attacked Finland in 2031.":                    "",
		"The series imagines that Russia annexes Norway.":                        "",
		"In the film, which opens on Friday, Germany occupies Denmark.":          "",
		"Chile attacked Peru from the first minute and won 2-0.":                 "",
		"France attacked Italy, but the goalkeeper saved twice.":                 "",
		"Petra Lind, who wrote the novel, met Ilse Kant in Oslo.":                "MET_WITH",
		"Russia attacked Ukraine. The film about it won a prize.":                "ATTACKED",
		"Rebels attacked Goma at dawn; 2-0 was the score in the stadium before.": "ATTACKED",
		"The film was banned by Iran.":                                           "BANNED",
	} {
		reading, err := r.Read(context.Background(), Text{Text: text, PublishedAt: "2024-03-13"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range reading.Claims {
			if c.Predicate != "LOCATED_IN" {
				got = append(got, string(c.Predicate))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
