package kg

// Profile is what is known of a recorded actor by itself, for telling whether two are one.
type Profile struct {
	ID           string
	Type         EntityType
	Name         string
	Names        []string // folded
	Kind         string
	WikidataID   string
	Roles        []string // "president", in lower case
	Affiliations []string // ids of the places and bodies where the actor holds a role
	Companions   []string // ids of others that articles name together with the actor; of very many the smallest ids
	Near         []string // those of the ids that were asked for whom the actor sounds like
}
