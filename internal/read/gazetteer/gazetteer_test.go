package gazetteer

import (
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

func mustLoad(t *testing.T) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLookup(t *testing.T) {
	g := mustLoad(t)
	for _, c := range []struct {
		name string
		typ  kg.EntityType
		want string
	}{
		{"U.S.", "", "United States"}, {"US", "", "United States"}, {"the States", kg.Place, "United States"}, {"us", "", ""},
		{"Kiev", "", "Kyiv"}, {"Київ", "", "Kyiv"}, {"Bogota", "", "Bogotá"}, {"Côte d'Ivoire", "", "Ivory Coast"}, {"KCNA", "", "Korean Central News Agency"},
		{"WHO", "", "World Health Organization"}, {"Who", "", ""}, {"Kremlin", "", "Kremlin (Government of Russia)"}, {"Donetsk", "", "Donetsk"},
		{"DPR", "", "Donetsk People's Republic"}, {"Телеграм", "", "Telegram"}, {"Reuters", kg.Place, ""}, {"Atlantis", "", ""}, {"", "", ""},
	} {
		e, ok := g.Lookup(c.name, c.typ)
		if e.Name != c.want || ok != (c.want != "") {
			t.Errorf("Lookup(%q, %q) = %q, %v, want %q", c.name, c.typ, e.Name, ok, c.want)
		}
	}
}

func TestSensesOfABareName(t *testing.T) {
	g := mustLoad(t)
	for name, want := range map[string][]string{
		"Donetsk":  {"Donetsk", "Donetsk People's Republic", "Donetsk Oblast"},
		"Kherson":  {"Kherson", "Kherson Oblast"},
		"Georgia":  {"Georgia", "Georgia (U.S. state)"},
		"New York": {"New York", "New York State"},
		"Nowhere":  nil,
	} {
		var got []string
		for _, e := range g.Senses(name) {
			got = append(got, e.Name)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Senses(%q) (-want +got):\n%s", name, d)
		}
	}
}

func TestDemonymsAndCapitals(t *testing.T) {
	g := mustLoad(t)
	for word, want := range map[string]string{"Ukrainian": "Ukraine", "North Korean": "North Korea", "Saudis": "Saudi Arabia", "Britons": "United Kingdom",
		"Chechen": "Chechnya", "Kosovars": "Kosovo", "polish": "", "Polish": "Poland", "Sahrawi": "Western Sahara"} {
		if e, _ := g.Demonym(word); e.Name != want {
			t.Errorf("Demonym(%q) = %q, want %q", word, e.Name, want)
		}
	}
	for city, want := range map[string]string{"Moscow": "Russia", "Kiev": "Ukraine", "Pristina": "Kosovo", "Chisinau": "Moldova", "Lagos": "", "Atlanta": ""} {
		if e, _ := g.CapitalOf(city); e.Name != want {
			t.Errorf("CapitalOf(%q) = %q, want %q", city, e.Name, want)
		}
	}
}

func TestEntriesAreConsistent(t *testing.T) {
	g := mustLoad(t)
	states, ids, qid := 0, map[string]string{}, regexp.MustCompile(`^(Q[1-9]\d*)?$`)
	for _, e := range g.All() {
		if e.Kind == "state" {
			states++
		}
		if !qid.MatchString(e.WikidataID) {
			t.Errorf("%s has the Wikidata id %q", e.Name, e.WikidataID)
		}
		if other := ids[e.WikidataID]; e.WikidataID != "" && other != "" {
			t.Errorf("%s and %s have the same Wikidata id %s", e.Name, other, e.WikidataID)
		}
		ids[e.WikidataID] = e.Name
		if _, ok := g.Lookup(e.In, kg.Place); e.In != "" && !ok {
			t.Errorf("%s lies in %q, which has no entry", e.Name, e.In)
		}
		if _, ok := g.Lookup(e.Name, e.Type); !ok {
			t.Errorf("%s is not found by its own name", e.Name)
		}
	}
	if states < 194 {
		t.Errorf("%d states, want at least 194", states)
	}
}
