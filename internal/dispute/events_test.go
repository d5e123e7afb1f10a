package dispute

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sayso/internal/kg"
)

// told makes a position of one statement.
func told(
	id string,
	p kg.PredicateID,
	speaker, words string,
	day kg.Date,
	places []string,
	more func(*kg.Position),
) kg.Position {
	pos := kg.Position{
		Claim:      kg.Claim{ID: id, Predicate: p, Text: id},
		FirstOn:    day,
		LastOn:     day,
		Statements: 1,
		Sayings: []kg.Saying{
			{On: day, Article: "art_" + id, Speaker: speaker, Source: speaker, Words: words, Places: places},
		},
	}
	if more != nil {
		more(&pos)
	}
	return pos
}

func by(subject string, negated bool, object string) func(*kg.Position) {
	return func(p *kg.Position) {
		p.SubjectID, p.Subject, p.Negated, p.ObjectText = subject, subject, negated, object
	}
}

func victims(n float64, unit string) func(*kg.Position) {
	return func(p *kg.Position) { p.ObjectText, p.Quantity = unit, &kg.Quantity{Value: n, Unit: unit} }
}

func inArticle(id string, more func(*kg.Position)) func(*kg.Position) {
	return func(p *kg.Position) {
		p.Sayings[0].Article = id
		more(p)
	}
}

func onPerson(subject, person string) func(*kg.Position) {
	return func(p *kg.Position) {
		p.SubjectID, p.Subject, p.ObjectID, p.Object, p.ObjectType = subject, subject, person, person, kg.Person
	}
}

func toActor(subject, object string) func(*kg.Position) {
	return func(p *kg.Position) {
		p.SubjectID, p.Subject, p.ObjectID, p.Object, p.ObjectType = subject, subject, object, object, kg.Place
	}
}

func denied(p *kg.Position) { p.Negated = true }

func TestEvents(t *testing.T) {
	flut, grens := []string{"Flutten"}, []string{"Grensel"}
	none := told("a", "KILLED", "Nordia", "Nobody was killed in Flutten", "2021-03-02", flut, denied)
	for name, c := range map[string]struct {
		a, b kg.Position
		want kg.DisputeKind
	}{
		"nobody and three":              {none, told("b", "KILLED", "Sudia", "Three people were killed in Flutten", "2021-03-03", flut, victims(3, "people")), kg.Figures},
		"nobody and three, elsewhere":   {none, told("b", "KILLED", "Sudia", "Three people were killed in Grensel", "2021-03-03", grens, victims(3, "people")), ""},
		"nobody and three, a week on":   {none, told("b", "KILLED", "Sudia", "Three people were killed in Flutten", "2021-03-09", flut, victims(3, "people")), ""},
		"nobody and three, one speaker": {none, told("b", "KILLED", "Nordia", "Three people were killed in Flutten", "2021-03-03", flut, victims(3, "people")), ""},
		"none in another event": {told("a", "KILLED", "Nordia", "Nobody was killed in the fire in Flutten", "2021-03-02", flut, denied),
			told("b", "KILLED", "Sudia", "A bus crash killed three people in Flutten", "2021-03-02", flut, victims(3, "people")), ""},
		"nobody of some": {told("a", "KILLED", "Nordia", "Nobody from the mission was killed in Flutten", "2021-03-02", flut, denied),
			told("b", "KILLED", "Sudia", "Three people were killed in Flutten", "2021-03-02", flut, victims(3, "people")), ""},
		"no soldiers, three civilians": {told("a", "KILLED", "Nordia", "No soldiers were killed in Flutten", "2021-03-02", flut, by("", true, "soldiers")),
			told("b", "KILLED", "Sudia", "Three civilians were killed in Flutten", "2021-03-02", flut, victims(3, "civilians")), ""},
		"two tolls of one crash": {told("a", "KILLED", "Nordia", "The crash killed 4 people in Flutten", "2021-03-02", flut, victims(4, "people")),
			told("b", "KILLED", "Sudia", "The crash killed 9 people in Flutten", "2021-03-02", flut, victims(9, "people")), kg.Figures},
		"two tolls in one article": {told("a", "KILLED", "Nordia", "4 protesters were killed", "2021-03-02", nil, inArticle("x", victims(4, "protesters"))),
			told("b", "KILLED", "Union", "9 protesters were killed", "2021-03-02", nil, inArticle("x", victims(9, "protesters"))), kg.Figures},
		"two tolls in two articles": {told("a", "KILLED", "Nordia", "4 protesters were killed", "2021-03-02", nil, victims(4, "protesters")),
			told("b", "KILLED", "Union", "9 protesters were killed", "2021-03-02", nil, victims(9, "protesters")), ""},
		"the article's own count": {told("a", "KILLED", "", "4 protesters were killed", "2021-03-02", nil, inArticle("x", victims(4, "protesters"))),
			told("b", "KILLED", "Union", "9 protesters were killed", "2021-03-02", nil, inArticle("x", victims(9, "protesters"))), ""},
		"the toll rose": {told("a", "KILLED", "Nordia", "The crash killed 4 people in Flutten", "2021-03-02", flut, victims(4, "people")),
			told("b", "KILLED", "Sudia", "The crash killed 9 people in Flutten", "2021-03-03", flut, victims(9, "people")), ""},
		"two crashes, it may be": {told("a", "KILLED", "Nordia", "A truck killed 4 people in Flutten", "2021-03-02", flut, victims(4, "people")),
			told("b", "KILLED", "Sudia", "A train killed 9 people in Flutten", "2021-03-02", flut, victims(9, "people")), ""},
		"losses against none": {told("a", "LOST", "Sudia", "Nordia lost 800 soldiers", "2021-03-02", nil, func(p *kg.Position) { p.SubjectID = "n"; victims(800, "soldiers")(p) }),
			told("b", "LOST", "Nordia", "Nordia had no losses", "2021-03-03", nil, by("n", true, "")), kg.Figures},
		"losses against none, elsewhere": {told("a", "LOST", "Sudia", "Nordia lost 800 soldiers", "2021-03-02", flut, func(p *kg.Position) { p.SubjectID = "n"; victims(800, "soldiers")(p) }),
			told("b", "LOST", "Nordia", "Nordia had no losses", "2021-03-03", grens, by("n", true, "")), ""},
		"no tanks lost": {told("a", "LOST", "Sudia", "Nordia lost 800 soldiers", "2021-03-02", nil, func(p *kg.Position) { p.SubjectID = "n"; victims(800, "soldiers")(p) }),
			told("b", "LOST", "Nordia", "Nordia lost no tanks", "2021-03-03", nil, by("n", true, "tanks")), ""},
		"who shelled the prison": {told("a", "ATTACKED", "Sudia", "Nordia shelled the prison", "2021-03-02", flut, by("Nordia", false, "prison")),
			told("b", "ATTACKED", "Ministry of Nordia", "Sudia shelled the prison", "2021-03-02", flut, by("Sudia", false, "the prison in Flutten")), kg.Attribution},
		"two prisons": {told("a", "ATTACKED", "Sudia", "Nordia shelled the prison", "2021-03-02", flut, by("Nordia", false, "prison")),
			told("b", "ATTACKED", "Nordia", "Sudia shelled the prison", "2021-03-02", grens, by("Sudia", false, "prison")), ""},
		"many positions": {told("a", "ATTACKED", "Sudia", "Nordia shelled positions", "2021-03-02", flut, by("Nordia", false, "positions")),
			told("b", "ATTACKED", "Nordia", "Sudia shelled positions", "2021-03-02", flut, by("Sudia", false, "positions")), ""},
		"allies on one target": {told("a", "ATTACKED", "Westia", "Nordia shelled the prison", "2021-03-02", flut, by("Nordia", false, "prison")),
			told("b", "ATTACKED", "Ostia", "Sudia shelled the prison", "2021-03-02", flut, by("Sudia", false, "prison")), ""},
		"who killed her": {told("a", "KILLED", "Sudia", "Nordia killed Ann Lee", "2021-03-02", nil, onPerson("Nordia", "Ann Lee")),
			told("b", "KILLED", "Nordia", "Sudia killed Ann Lee", "2021-03-04", nil, onPerson("Sudia", "Ann Lee")), kg.Attribution},
		"in other words": {told("a", "ATTACKED", "Sudia", "", "2021-03-02", flut, by("n", false, "prison in Flutten")),
			told("b", "ATTACKED", "Nordia", "", "2021-03-03", flut, by("n", true, "old prison")), kg.Negation},
		"another thing": {told("a", "ATTACKED", "Sudia", "", "2021-03-02", flut, by("n", false, "state prison")),
			told("b", "ATTACKED", "Nordia", "", "2021-03-03", flut, by("n", true, "women's prison")), ""},
		"a name with its title": {told("a", "ATTACKED", "Sudia", "", "2021-03-02", nil, by("Nordia", false, "tanker Front Alder with mines")),
			told("b", "ATTACKED", "Nordia", "", "2021-03-03", nil, func(p *kg.Position) { toActor("Nordia", "Front Alder")(p); p.Negated = true }), kg.Negation},
		"a thing near the name": {told("a", "ATTACKED", "Sudia", "", "2021-03-02", nil, by("Nordia", false, "camp near Flutten")),
			told("b", "ATTACKED", "Nordia", "", "2021-03-03", nil, func(p *kg.Position) { toActor("Nordia", "Flutten")(p); p.Negated = true }), ""},
		"each blames the other": {told("a", "BLAMED", "", "Nordia blamed Sudia for the bridge", "2021-03-02", nil, toActor("n", "s")),
			told("b", "BLAMED", "", "Sudia blamed Nordia for the broken bridge", "2021-03-03", nil, toActor("s", "n")), kg.Attribution},
		"each blames the other for something": {told("a", "BLAMED", "", "n blamed s for the bridge", "2021-03-02", nil, toActor("n", "s")),
			told("b", "BLAMED", "", "s blamed n for the drought", "2021-03-03", nil, toActor("s", "n")), ""},
		"claimed, then denied": {told("a", "CLAIMED_RESPONSIBILITY", "", "w claimed the burned ferry", "2021-03-02", flut, by("w", false, "ferry")),
			told("b", "DENIED", "", "w denied responsibility for the ferry", "2021-03-04", flut, by("w", false, "responsibility")), kg.Attribution},
		"denied, then claimed": {told("a", "CLAIMED_RESPONSIBILITY", "", "w claimed the burned ferry", "2021-03-04", flut, by("w", false, "ferry")),
			told("b", "DENIED", "", "w denied responsibility for the ferry", "2021-03-02", flut, by("w", false, "responsibility")), ""},
	} {
		d, ok := Between(c.a, c.b, false, false)
		if ok != (c.want != "") || ok && (d.Kind != c.want || d.From != "a" || d.Reason == "") {
			t.Errorf("%s: %+v, %v; want %q", name, d, ok, c.want)
		}
		if back, okBack := Between(c.b, c.a, false, false); okBack != ok || back != d {
			t.Errorf("%s: the other way round it is %+v", name, back)
		}
	}
}

// TestDisputedHasNoOrder draws positions at random: which comes first makes no difference, nor does the order of their
// statements.
func TestDisputedHasNoOrder(t *testing.T) {
	words := rapid.SampledFrom(
		[]string{
			"Nobody was killed in Flutten",
			"the crash killed 4 people",
			"Nordia blamed Sudia for the bridge",
			"shelled the prison in Flutten",
			"",
		},
	)
	who := rapid.SampledFrom([]string{"", "Nordia", "Sudia", "Westia"})
	day := rapid.SampledFrom([]kg.Date{"", "2021-03-01", "2021-03-02", "2021-03-05", "2021-03"})
	place := rapid.SampledFrom([][]string{nil, {"Flutten"}, {"Grensel"}, {"Flutten", "Grensel"}})
	position := func(id string) *rapid.Generator[kg.Position] {
		return rapid.Custom(func(t *rapid.T) kg.Position {
			p := kg.Position{
				Claim: kg.Claim{
					ID:         id,
					Text:       id,
					SubjectID:  who.Draw(t, "subject"),
					Negated:    rapid.Bool().Draw(t, "negated"),
					OccurredOn: day.Draw(t, "occurred"),
					Predicate: rapid.SampledFrom([]kg.PredicateID{"KILLED", "LOST", "ATTACKED", "BLAMED", "DENIED", "CLAIMED_RESPONSIBILITY"}).
						Draw(t, "predicate"),
					ObjectText: rapid.SampledFrom([]string{"", "prison", "old prison", "people", "soldiers"}).
						Draw(t, "object"),
				},
				Statements: 1,
			}
			p.Subject = p.SubjectID
			if rapid.Bool().Draw(t, "named") {
				p.ObjectID, p.ObjectText = who.Draw(t, "named object"), ""
				p.Object, p.ObjectType = p.ObjectID, kg.Place
			}
			if rapid.Bool().Draw(t, "counted") {
				p.Quantity = &kg.Quantity{
					Value: float64(rapid.IntRange(0, 9).Draw(t, "n")),
					Unit:  rapid.SampledFrom([]string{"people", "soldiers"}).Draw(t, "unit"),
				}
			}
			for range rapid.IntRange(1, 3).Draw(t, "statements") {
				s := kg.Saying{
					On:      day.Draw(t, "on"),
					Article: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "article"),
					Speaker: who.Draw(t, "speaker"),
					Places:  place.Draw(t, "places"),
					Words:   words.Draw(t, "words"),
				}
				s.Source = s.Speaker
				p.Sayings = append(p.Sayings, s)
			}
			p.FirstOn, p.LastOn = p.Sayings[0].On, p.Sayings[0].On
			return p
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b, excludes := position("a").Draw(t, "a"), position("b").Draw(t, "b"), rapid.Bool().Draw(t, "excludes")
		d, ok := Between(a, b, excludes, false)
		slices.Reverse(a.Sayings)
		slices.Reverse(b.Sayings)
		if back, okBack := Between(
			b,
			a,
			excludes,
			false,
		); ok != okBack || ok && d.Kind != back.Kind ||
			ok && d.From != back.From {
			t.Fatalf("%+v %v, and the other way round %+v %v", d, ok, back, okBack)
		}
	})
}
