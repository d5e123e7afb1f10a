package kg

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "2022": "2022", "2022-08": "2022-08", "2022-08-17": "2022-08-17", "2022-08-17T09:30:00+02:00": "2022-08-17T07:30:00Z",
		"2022-08-17T09:30:00.123Z": "2022-08-17T09:30:00Z",
	} {
		if got, err := ParseDate(in); err != nil || string(got) != want {
			t.Errorf("ParseDate(%q) = %q, %v", in, got, err)
		}
	}
	for _, in := range []string{"22", "2022-13", "2022-02-30", "17.8.2022", "2022-08-17 09:30", "2022-8-1", " 2022", "2022-08-17T25:00:00Z"} {
		if got, err := ParseDate(in); CodeOf(err) != Invalid {
			t.Errorf("ParseDate(%q) = %q, %v", in, got, err)
		}
	}
}

func TestDateOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		moment := time.Unix(rapid.Int64Range(0, 4e9).Draw(r, "s"), 0)
		exact := DateOf(moment)
		for _, d := range []Date{exact, exact.Day(), exact[:7], exact[:4]} {
			if string(exact) < string(d) || string(exact) > d.UpTo() {
				r.Fatalf("%s does not lie in %s", exact, d)
			}
		}
		if next := DateOf(moment.AddDate(0, 0, 1)); string(next.Day()) <= exact.Day().UpTo() {
			r.Fatalf("%s lies in %s", next, exact.Day())
		}
	})
}

func TestIDs(t *testing.T) {
	if newID("x_", "a", "bc") == newID("x_", "ab", "c") {
		t.Error("two lists of parts have one id")
	}
	if EntityID(Place, "The Gambia") != EntityID(Place, "gambia") ||
		EntityID(Place, "Jordan") == EntityID(Person, "Jordan") {
		t.Error("an entity's id is not its type and folded name")
	}
	a := Claim{SubjectID: "a", Predicate: "LOST", Quantity: &Quantity{Value: 10, Unit: "tanks"}}
	b := a
	b.Quantity = &Quantity{Value: 10, Unit: "tanks", Bound: AtLeast}
	if again := a; ClaimID(a) == ClaimID(b) || ClaimID(a) != ClaimID(again) {
		t.Error("a claim's id does not tell at least 10 from 10")
	}
}

func TestQuoteGate(t *testing.T) {
	text := NewRunes("Świat: “yes”, she said. 🙂 No, he said.")
	for _, q := range []Quote{{Exact: "yes", Start: 8, End: 11}, {Exact: "🙂", Start: 24, End: 25}} {
		if err := text.checkQuote(q); err != nil {
			t.Error(err)
		}
	}
	err := text.checkQuote(Quote{Exact: "No, he", Start: 0, End: 6})
	if CodeOf(err) != QuoteBroken || !strings.Contains(err.Error(), "at 26–32") {
		t.Errorf("a moved quote: %v", err)
	}
	err = text.checkQuote(Quote{Exact: "No, she never said.", Start: 26, End: 40})
	if CodeOf(err) != QuoteBroken || !strings.Contains(err.Error(), "nearest") {
		t.Errorf("an invented quote: %v", err)
	}
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.String().Draw(r, "text")
		runes := NewRunes(s)
		start, end := rapid.IntRange(-2, 40).Draw(r, "start"), rapid.IntRange(-2, 40).Draw(r, "end")
		q, ok := runes.Quote(start, end)
		if inside := start >= 0 && start < end && end <= len([]rune(s)); ok != inside {
			r.Fatalf("Quote(%d, %d) of %d: %v", start, end, len([]rune(s)), ok)
		}
		if ok && runes.checkQuote(q) != nil {
			r.Fatalf("the gate refuses %+v", q)
		}
	})
}

func TestErrors(t *testing.T) {
	cause := errors.New("inner cause")
	err := fmt.Errorf("outer: %w", Errorf(Invalid, "say it otherwise: %w", cause))
	if CodeOf(err) != Invalid || !errors.Is(err, cause) {
		t.Errorf("%v lost its code or cause", err)
	}
	var own *Error
	if !errors.As(Hidden(cause), &own) || strings.Contains(own.Message, "inner") ||
		!strings.Contains(own.Error(), "inner") {
		t.Errorf("a hidden error shows %q", own.Message)
	}
	if CodeOf(cause) != Internal {
		t.Error("an unknown error is not internal")
	}
}

func TestVocabulary(t *testing.T) {
	v, err := NewVocabulary([]Predicate{
		{
			ID:       "RECOGNIZED",
			Label:    "recognized",
			Synonyms: []string{"Recognised"},
			Family:   "f",
		},
		{ID: "REFUSED", Label: "refused", Family: "f"},
		{ID: "MET_WITH", Label: "met"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]PredicateID{"recognized": "RECOGNIZED", "  RECOGNISED ": "RECOGNIZED", "met_with": "MET_WITH", "Met with": "MET_WITH"} {
		if got, err := v.Find(words); err != nil || len(got) != 1 || got[0] != want {
			t.Errorf("Find(%q) = %v, %v", words, got, err)
		}
	}
	if _, err := v.Find("recogniced"); CodeOf(err) != Invalid || !strings.Contains(err.Error(), `"recogni`) {
		t.Errorf("the nearest words are missing: %v", err)
	}
	if len(v.Family("RECOGNIZED")) != 2 || len(v.Family("MET_WITH")) != 1 {
		t.Error("families are wrong")
	}
	for _, bad := range [][]Predicate{{{ID: "lower"}}, {{ID: ""}}, {{ID: "A"}, {ID: "A"}}, {{ID: "A`) DETACH DELETE"}}, {{ID: "1A"}}} {
		if _, err := NewVocabulary(bad); CodeOf(err) != Invalid {
			t.Errorf("%v was taken: %v", bad, err)
		}
	}
}
