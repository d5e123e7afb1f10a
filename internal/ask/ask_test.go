package ask

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
	"sayso/internal/read/vocabulary"
)

func asker(t *testing.T) *Asker {
	t.Helper()
	v, err := vocabulary.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(v)
}

func TestInterpret(t *testing.T) {
	a := asker(t)
	for question, want := range map[string]kg.WhoDid{
		"Who recognized Donetsk?":                                       {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk"},
		"who recognized Donetsk":                                        {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Donetsk"},
		"Which countries have recognised Kosovo so far?":                {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Kosovo"},
		"Which states officially recognized the independence of Kosovo": {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Kosovo"},
		"Who has recognized the Donetsk People's Republic as of 2022-08-17?": {Predicates: []kg.PredicateID{"RECOGNIZED"},
			Target: "Donetsk People's Republic", AsOf: "2022-08-17"},
		"List the countries that recognized Abkhazia by August 2012": {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Abkhazia", AsOf: "2012-08"},
		"Who recognized Taiwan before 2000?":                         {Predicates: []kg.PredicateID{"RECOGNIZED"}, Target: "Taiwan", AsOf: "1999-12-31"},
		"Who condemned Russia?":                                      {Predicates: []kg.PredicateID{"CONDEMNED"}, Target: "Russia"},
		"Who blamed the U.S. for the crisis?":                        {Predicates: []kg.PredicateID{"BLAMED"}, Target: "U.S."},
		"Who has met with Kim Jong Un?":                              {Predicates: []kg.PredicateID{"MET_WITH"}, Target: "Kim Jong Un"},
		"who refused to recognize Kosovo":                            {Predicates: []kg.PredicateID{"REFUSED_RECOGNITION"}, Target: "Kosovo"},
	} {
		want.First = 100
		got, err := a.Interpret(question)
		if err != nil {
			t.Errorf("%q: %v", question, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", question, diff)
		}
	}
}

func TestInterpretRefuses(t *testing.T) {
	a := asker(t)
	for _, question := range []string{
		"", "?", "   ", "Donetsk", "Who", "Who recognized", "Who recognized?", "Why did Russia recognize Donetsk?", "recognized Donetsk",
		"Who did not recognize Donetsk?", "Who flumoxed Donetsk?", "Who recognized Donetsk since 2014?", string(make([]byte, 600)),
	} {
		if q, err := a.Interpret(question); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q was read as %+v, %v", question, q, err)
		}
	}
}
