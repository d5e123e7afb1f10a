package gazetteer

import (
	"strings"
	"testing"

	"sayso/internal/kg"
)

// TestExtend: what is added is found, what was known keeps its meaning, and a name of two leads to neither.
func TestExtend(t *testing.T) {
	g := mustLoad(t)
	more := []Entry{
		{Name: "Vladimir Putin", Type: kg.Person, WikidataID: "Q7747", Aliases: []string{"Vladimir Vladimirovich Putin"}, Names: []string{"Владимир Путин"}},
		{Name: "Russian Federation", Type: kg.Place, Kind: "state", WikidataID: "Q159", Aliases: []string{"Muscovy", "Ukraine"}},
		{Name: "John Smith", Type: kg.Person, WikidataID: "Q1"}, {Name: "John Smith", Type: kg.Person, WikidataID: "Q2", Aliases: []string{"Jack Q. Smith"}},
		{Name: "Donetsk", Type: kg.Place, Kind: "settlement", WikidataID: "Q2012050"},
		{Name: "Paris", Type: kg.Place, Kind: "region", WikidataID: "Q999"},
	}
	x, done := g.Extend(more)
	if done.New != 1 || done.Known != 2 || strings.Join(done.Clashes, ",") != "Ukraine,John Smith,John Smith,Paris" {
		t.Errorf("%+v", done)
	}
	for name, want := range map[string]struct{ name, id string }{"Владимир Путин": {"Vladimir Putin", "Q7747"}, "Muscovy": {"Russia", "Q159"}, "Donetsk": {"Donetsk", "Q2012050"},
		"Ukraine": {"Ukraine", "Q212"}, "John Smith": {}, "Jack Q. Smith": {}} {
		e, _ := x.Lookup(name, "")
		if e.Name != want.name || e.WikidataID != want.id {
			t.Errorf("%s is %s (%s)", name, e.Name, e.WikidataID)
		}
	}
	if _, ok := g.Lookup("Muscovy", ""); ok || len(g.All()) == len(x.All()) {
		t.Error("the gazetteer that was extended has changed")
	}
	if e, _ := x.Demonym("Ukrainian"); e.Name != "Ukraine" {
		t.Errorf("Ukrainian is of %q", e.Name)
	}
	if s := x.Senses("Donetsk"); len(s) != 3 {
		t.Errorf("Donetsk means %v", s)
	}
	back, err := ReadNames("names.tsv", NamesHeader+"\n"+more[0].Line()+"\r\n")
	if err != nil || len(back) != 1 || back[0].Line() != more[0].Line() {
		t.Errorf("%v, %v", back, err)
	}
	for _, bad := range []string{"one cell\n", "X\tRobot\t\t\t\t\n", "?\tPerson\t\t\t\t\n"} {
		if _, err := ReadNames("names.tsv", bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
