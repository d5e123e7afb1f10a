package ask

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

// testNow is the moment at which the tests ask.
var testNow = time.Date(2023, 3, 15, 12, 0, 0, 0, time.UTC)

func asker(t testing.TB) *Asker {
	t.Helper()
	v, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(v)
}

func TestInterpret(t *testing.T) {
	a := asker(t)
	for question, want := range map[string]Question{
		"Who recognized Donetsk?":                                       {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk"},
		"who recognized Donetsk":                                        {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk"},
		"Which countries have recognised Kosovo so far?":                {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Kosovo"},
		"Which states officially recognized the independence of Kosovo": {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Kosovo"},
		"Who has recognized the Donetsk People's Republic as of 2022-08-17?": {Predicates: []kg.PredicateID{"RECOGNIZED"},
			Target: "Donetsk People's Republic", AsOf: "2022-08-17"},
		"List the countries that recognized Abkhazia by August 2012": {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Abkhazia", AsOf: "2012-08"},
		"Who recognized Taiwan before 2000?":                         {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Taiwan", AsOf: "1999-12-31"},
		"Who recognized Donetsk since 2014?":                         {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk", From: "2014"},
		"Who did not recognize Donetsk?":                             {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk", Negated: true},
		"Who condemned Russia?":                                      {Predicates: []kg.PredicateID{"CONDEMNED"}, Target: "Russia"},
		"Who blamed the U.S. for the crisis?":                        {Kind: WhoBlames, Predicates: []kg.PredicateID{"BLAMED"}, Target: "U.S.", About: "crisis"},
		"Who has met with Kim Jong Un?":                              {Predicates: []kg.PredicateID{"MET_WITH"}, Target: "Kim Jong Un"},
		"who refused to recognize Kosovo":                            {Predicates: []kg.PredicateID{"REFUSED_RECOGNITION"}, Target: "Kosovo"},
	} {
		if want.Kind == "" {
			want.Kind = WhoDid
		}
		got, err := a.Interpret(question, testNow)
		if err != nil {
			t.Errorf("%q: %v", question, err)
			continue
		}
		if got.Confidence < Sure || got.Text == "" {
			t.Errorf("%q: confidence %.2f, %q", question, got.Confidence, got.Text)
		}
		if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Question{}, "Confidence", "Text", "Search", "Alternatives")); diff != "" {
			t.Errorf("%q: %s", question, diff)
		}
	}
}

// TestLeftOut: what narrows a question down and no answer heeds makes it unsure, and its sentence says so.
func TestLeftOut(t *testing.T) {
	a := asker(t)
	for question, want := range map[string]string{
		"Who recognized Donetsk before the referendum?":                        "before the referendum",
		"What did Putin say about NATO after the annexation of Crimea?":        "after the annexation of Crimea",
		"Which African countries recognized Kosovo?":                           "African",
		"Who in the Bundestag supported Israel?":                               "in the Bundestag",
		"Which countries other than Russia recognized Abkhazia?":               "other than Russia",
		"Who threatened Taiwan in a speech at the UN?":                         "in a speech at the UN",
		"Which posts did Cornelio Sommaruga have at the ICRC?":                 "at the ICRC",
		"Who recently sanctioned Russia?":                                      "recently",
		"Who attacked Bucha according to Human Rights Watch and Amnesty?":      "and Amnesty",
		"What did Zelensky say at the summit of the G7 about the grain deal?":  "at the summit of the G7",
		"Who says that Russia attacked Ukraine while the talks were going on?": "while the talks were going on",
	} {
		q, err := a.Interpret(question, testNow)
		if err != nil {
			t.Errorf("%q: %v", question, err)
			continue
		}
		if diff := cmp.Diff(
			[]string{want},
			q.LeftOut,
		); diff != "" || q.Confidence >= Sure ||
			!strings.Contains(q.Text, "not heeded: “"+want+"”") {
			t.Errorf("%q: confidence %.2f, %s: %s", question, q.Confidence, q.Text, diff)
		}
	}
	for _, question := range []string{"What is disputed about Donetsk according to Reuters?", "Who was Hun Sen in 2014?"} {
		if q, err := a.Interpret(question, testNow); err != nil || q.Confidence >= Sure {
			t.Errorf("%q: %+v, %v", question, q, err)
		}
	}
}

func TestInterpretRefuses(t *testing.T) {
	a := asker(t)
	for _, question := range []string{
		"", "?", "   ", "Donetsk", "Who", "Who recognized", "Who recognized?", "Why did Russia recognize Donetsk?", "recognized Donetsk",
		"Who flumoxed Donetsk?", string(make([]byte, 600)), strings.Repeat("who ", 2500), "Who recognized " + strings.Repeat("Donetsk ", 50),
		"\xff\xfe", "Who recognized \x00?",
	} {
		q, err := a.Interpret(question, testNow)
		if kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q was read as %+v, %v", question, q, err)
		} else if len(question) > 3 && len(question) < 500 && !strings.Contains(err.Error(), "ask") &&
			!strings.Contains(err.Error(), `"Who`) {
			t.Errorf("%q: %v names no question that can be read", question, err)
		}
	}
}

// TestVocabularyGrows: words that are added while the server runs are understood at once.
func TestVocabularyGrows(t *testing.T) {
	v, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	a := New(v)
	const question = "Who twinned with Volgograd?"
	if q, err := a.Interpret(question, testNow); err == nil {
		t.Fatalf("read before it was known: %+v", q)
	}
	if err := v.Extend(
		[]kg.Predicate{
			{ID: "TWINNED_WITH", Label: "is twinned with", Inverse: "is twinned with", Synonyms: []string{"twinned with"}},
		},
	); err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{question, "Who is twinned with Volgograd?"} {
		q, err := a.Interpret(question, testNow)
		if err != nil || q.Target != "Volgograd" || len(q.Predicates) != 1 || q.Predicates[0] != "TWINNED_WITH" {
			t.Errorf("%s: %+v, %v", question, q, err)
		}
	}
}

// FuzzInterpret: whatever is asked, the answer is an interpretation with a sentence and a confidence, or an error of
// the caller's.
func FuzzInterpret(f *testing.F) {
	for _, q := range []string{"Who recognized Donetsk?", "how many", "when was", "what is", "between and", "who did by whom of", "As known in 2022-13-45", "\"", "‘’“”",
		"how are and connected", "what did and do to each other", "which which", "who wsa it", "by whom was it said that", "what do we know about", "last of", "who", "gave to with", "according to", "via", "responsible"} {
		f.Add(q)
	}
	a := asker(f)
	f.Fuzz(func(t *testing.T, question string) {
		q, err := a.Interpret(question, testNow)
		if err != nil {
			if kg.CodeOf(err) != kg.Invalid {
				t.Fatal(err)
			}
			return
		}
		if q.Text == "" || q.Confidence <= 0 || q.Confidence > 1 || q.Kind == "" {
			t.Errorf("%q: %+v", question, q)
		}
	})
}

// TestSearchInstead: what cannot be read says what to search for: the names as they stand, and the words that are no
// grammar in all their forms. What can be read says it too, with other verbs of what is asked for.
func TestSearchInstead(t *testing.T) {
	a := asker(t)
	for question, want := range map[string]string{
		"Did Jon Bell perform at an Arland rally?":    `"Jon Bell" OR Bell OR perform* OR Arland OR rally*`,
		"Why did carbon emissions of Borland decline": `carbon* OR emission* OR Borland OR declin*`,
		"How fatal is the flu?":                       `fatal* OR flu`,
	} {
		_, err := a.Interpret(question, testNow)
		unread := &Unread{}
		if !errors.As(err, &unread) || unread.Search != want || kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v, search %q, want %q", question, err, unread.Search, want)
		}
	}
	q, err := a.Interpret("Who sacked Jon Bell?", testNow)
	if err != nil || !strings.HasPrefix(q.Search, `sack* OR "Jon Bell" OR Bell OR `) || !strings.Contains(q.Search, "dismi*") {
		t.Errorf("search %q, %v", q.Search, err)
	}
}
