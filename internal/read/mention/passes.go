package mention

import (
	"slices"
	"sort"

	"sayso/internal/read/gazetteer"
	"sayso/internal/read/syntax"
)

// aspect is a part of a cast that a pass goes by or changes.
type aspect uint

const (
	bounds  aspect = 1 << iota // which mentions there are, and where each begins and ends
	types                      // whether each is a person, an organization or a place
	names                      // who each is: canonical name, kind, entry of the gazetteer
	roles                      // offices and functions of persons
	genders                    // who the text shows to be a man or a woman
)

// aspects names the aspects for messages.
var aspects = map[aspect]string{bounds: "bounds", types: "types", names: "names", roles: "roles", genders: "genders"}

// pass is one step from a parsed text to its cast.
type pass struct {
	name   string
	reads  aspect // what of the cast it goes by, beside the text; an earlier pass has written it
	writes aspect // what it may change
	run    func(*Cast)
}

// passes are the steps in order. Mentions are placed anew, so that [Cast.At] is true, behind each pass that changes
// bounds.
var passes = []pass{
	{"detect", 0, bounds | types | names, (*Cast).detect},
	{"cutNames", bounds | types | names, bounds | types | names, on(detection.cutNames)},
	{"dropOdd", bounds | types | names, bounds, on(sieve.dropOdd)},
	{"dropWords", bounds | types | names, bounds | types | names, on(sieve.dropWords)},
	{"addLabels", bounds | types | names, bounds | types | names, on(sieve.addLabels)},
	{"gluedNames", bounds | types | names, bounds | names, on(organizations.gluedNames)},
	{"unseenBodies", bounds, bounds | types | names, on(organizations.unseenBodies)},
	{"ledBodies", bounds | types, bounds | types | names, on(organizations.ledBodies)},
	{"handles", bounds, bounds | types | names, on(organizations.handles)},
	{"sayers", bounds, bounds | types | names, on(outletNames.sayers)},
	{"describedOutlets", bounds | types | names, bounds | types | names, on(outletNames.describedOutlets)},
	{"namedOutlets", bounds, bounds | types | names, on(outletNames.namedOutlets)},
	{"outletsBefore", bounds | types | names, bounds | types | names, on(outletNames.outletsBefore)},
	{"longOutlets", bounds | types | names, bounds | types | names, on(outletNames.longOutlets)},
	{"unseenOutlets", bounds | names, bounds | types | names, on(outletNames.unseenOutlets)},
	{"joinBranches", bounds | types, bounds | names, on(organizations.joinBranches)},
	{"retype", bounds | types | names, types | names, on(persons.retype)},
	{"namedPersons", bounds | types | names, types | names, on(likelyPersons.namedPersons)},
	{"officers", bounds | types | names, types, on(persons.officers)},
	{"withoutHonorifics", bounds | types | names, bounds | names, on(likelyPersons.withoutHonorifics)},
	{"shownPersons", bounds | types | names, bounds | types | names, on(shown.persons)},
	{"doubleSurnames", bounds | types | names, types | names, on(persons.doubleSurnames)},
	{"addSurnames", bounds | types | names, bounds | types | names, on(persons.addSurnames)},
	{"companies", bounds | types | names, types, on(organizations.companies)},
	{"bareSurnames", bounds | types | names, types, on(organizations.bareSurnames)},
	{"spots", bounds | types | names, bounds | types | names, on(placeNames.spots)},
	{"takenPlaces", bounds | types | names, types | names, on(placeNames.takenPlaces)},
	{"lands", bounds | types | names, types | names, on(placeNames.lands)},
	{"firms", bounds | types | names, types | names, on(placeNames.firms)},
	{"towns", bounds | types | names, types | names, on(placeNames.towns)},
	{"repeatNames", bounds | types | names, bounds | types | names, on(persons.repeatNames)},
	{"addShortNames", bounds | types | names, bounds | types | names, on(links.addShortNames)},
	{"lastWords", bounds | types | names, bounds | types | names, on(links.lastWords)},
	{"joinedNames", bounds | types, bounds | types | names, on(links.joinedNames)},
	{"describedPlaces", bounds, bounds | types | names, on(placeNames.describedPlaces)},
	{"townsOfStates", bounds | types | names, names, on(placeNames.townsOfStates)},
	{"gluedFront", bounds | types | names, bounds | names, on(organizations.gluedFront)},
	{"fullNames", bounds | types | names, bounds | names, on(persons.fullNames)},
	{"link", bounds | types | names, types | names, on(links.link)},
	{"variants", bounds | types | names, types | names, on(links.variants)},
	{"toldOutlets", bounds | types | names, names, on(outletNames.toldOutlets)},
	{"findGender", bounds | types | names, genders, on(gendered.findGender)},
	{"findRoles", bounds | types | names, roles, on(titles.findRoles)},
	{"fillCountry", bounds | types | names | roles, roles, on(homes.fillCountry)},
	{"fullStops", bounds, bounds, on(detection.fullStops)},
}

// Find detects the names of a document, links them within the text and reads the roles it gives them.
func Find(d *syntax.Document, g *gazetteer.Gazetteer, words *Lexicon) *Cast {
	c := newCast(d, g, words)
	for _, p := range passes {
		c.do(p)
	}
	return c
}

func newCast(d *syntax.Document, g *gazetteer.Gazetteer, words *Lexicon) *Cast {
	return &Cast{Doc: d, Gaz: g, Words: words, At: slices.Repeat([]int{-1}, len(d.Tokens)), gender: map[string]string{}}
}

// do runs a pass.
func (c *Cast) do(p pass) {
	p.run(c)
	if p.writes&bounds != 0 {
		c.place()
	}
}

// detect finds the known names and those that the model sees.
func (c *Cast) detect() {
	c.Mentions = c.detection().merge(c.detection().fromGazetteer(), c.detection().fromModel())
}

// place puts the mentions in order and notes for each token which one it is in.
func (c *Cast) place() {
	for i := range c.At {
		c.At[i] = -1
	}
	sort.SliceStable(c.Mentions, func(i, j int) bool { return c.Mentions[i].First < c.Mentions[j].First })
	for k, m := range c.Mentions {
		for i := m.First; i < m.End; i++ {
			c.At[i] = k
		}
	}
}
