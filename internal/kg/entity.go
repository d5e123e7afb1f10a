package kg

// EntityType is the type of an actor; it is also its label in the graph and its GraphQL type.
type EntityType string

// The types.
const (
	Person       EntityType = "Person"
	Organization EntityType = "Organization"
	Place        EntityType = "Place"
)

// EntityTypes lists every type.
func EntityTypes() []EntityType { return []EntityType{Person, Organization, Place} }

// Entity is an actor: a country or a city can act too.
type Entity struct {
	ID          string
	Type        EntityType
	Name        string   // the canonical name shown to people
	Aliases     []string // other forms it goes by, as found in texts or known beforehand
	Names       []string // Name and Aliases folded with FoldName, for look-ups
	Description string
	Kind        string // state, region, settlement, armed force, outlet …; "" when unknown
	WikidataID  string // "Q212"; "" when unknown

	// For telling whether two recorded actors are one; see Profile. A store adds them up over articles.
	Sounds       []string // keys under which similar names meet
	Roles        []string
	Affiliations []string
	Companions   []string
}

// NewEntity makes an entity with its id and look-up names filled in.
func NewEntity(t EntityType, name string, aliases ...string) Entity {
	e := Entity{ID: EntityID(t, name), Type: t, Name: name}
	for _, a := range aliases {
		e.AddAlias(a)
	}
	e.addName(name)
	return e
}

// AddAlias adds another form of the name unless it is there already.
func (e *Entity) AddAlias(alias string) {
	if alias == "" || alias == e.Name {
		return
	}
	for _, a := range e.Aliases {
		if a == alias {
			return
		}
	}
	e.Aliases = append(e.Aliases, alias)
	e.addName(alias)
}

func (e *Entity) addName(name string) {
	folded := FoldName(name)
	for _, n := range e.Names {
		if n == folded {
			return
		}
	}
	if folded != "" {
		e.Names = append(e.Names, folded)
	}
}

// Spot reports whether an entity is a place small enough for what happens in it on one day to be one event: no state,
// region or sea.
func (e Entity) Spot() bool {
	return e.Type == Place && (e.Kind == "" || e.Kind == "settlement")
}
