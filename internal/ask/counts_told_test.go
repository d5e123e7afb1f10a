package ask

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestCountTold: a question for a number that no family takes asks for what its source said with one. Without a source,
// or for no number, it stays unread.
func TestCountTold(t *testing.T) {
	a := asker(t)
	for question, about := range map[string]string{
		"By how much did the water fall, according to the Met Office?":           "water fall",
		"How many people who had no ticket were on board, according to the IOM?": "people ticket board",
		"What share of the vote did Orban win, according to Ipsos?":              "vote Orban win",
		"By how much did the water fall?":                                        "",
		"Why did the water fall, according to the Met Office?":                   "",
	} {
		q, err := a.Interpret(question, testNow)
		if about == "" {
			if err == nil {
				t.Errorf("%q is read: %s", question, q.Text)
			}
			continue
		}
		if err != nil || q.Kind != WhatSaid || q.About != about || !q.SomeWords || !q.Counted || q.Confidence >= Sure {
			t.Errorf("%q: %+v, %v", question, q, err)
		}
	}
}

// TestTold: the source of figures, in the same times, with the words of the question and of its deed.
func TestTold(t *testing.T) {
	a := asker(t)
	q, err := a.Interpret("How many soldiers were killed in Bucha in 2022, according to the harbour office?", testNow)
	if err != nil {
		t.Fatal(err)
	}
	told, ok := a.Told(q)
	want := Question{Kind: WhatSaid, Speaker: "harbour office", From: "2022", To: "2022", SomeWords: true, Counted: true,
		Confidence: toldConfidence}
	ignored := cmpopts.IgnoreFields(Question{}, "About", "Text", "Search", "Alternatives")
	if diff := cmp.Diff(want, told, ignored); !ok || diff != "" {
		t.Errorf("%v: %s", ok, diff)
	}
	for _, other := range []string{"How many soldiers were killed in Bucha?", "Who is Kuleba, according to Kyiv?"} {
		if q, err = a.Interpret(other, testNow); err != nil {
			t.Fatal(err)
		}
		if _, ok := a.Told(q); ok {
			t.Errorf("%q names no source of figures", other)
		}
	}
}

// TestPlainSources: a source that is no name goes on to the end of the question, unless a verb or a name comes behind.
func TestPlainSources(t *testing.T) {
	a := asker(t)
	for question, speaker := range map[string]string{
		"Who attacked Bucha, according to the harbour office?":   "harbour office",
		"Who attacked Bucha according to dockers?":               "dockers",
		"Who attacked Bucha according to the UN refugee agency?": "UN refugee agency",
		"Who attacked Bucha according to Russian officials?":     "Russia",
		"Whom does Kyiv according to Reuters accuse?":            "Reuters",
		"How many people died at the march in Bucha, says TASS?": "TASS",
	} {
		q, err := a.Interpret(question, testNow)
		if err != nil || q.Speaker != speaker || q.From != "" {
			t.Errorf("%q: speaker %q, from %q, %v", question, q.Speaker, q.From, err)
		}
	}
}
