package mention

// The readers of a cast do or answer one kind of thing each. They hold nothing of their own: what they find, they write
// into the cast.
type (
	// detection finds names: those of the gazetteer, those that the model sees, and where they begin and end.
	detection struct{ *Cast }
	// sieve drops what was found and is no name, and adds names that stand in labels.
	sieve struct{ *Cast }
	// outletNames finds newspapers, channels and agencies that no list knows.
	outletNames struct{ *Cast }
	// organizations finds bodies that no list knows, by what the text says of them.
	organizations struct{ *Cast }
	// stateBodies names the bodies that every state has: "the defense ministry" of Ukraine.
	stateBodies struct{ *Cast }
	// placeNames tells places from persons and bodies, and towns from what is called after them.
	placeNames struct{ *Cast }
	// persons finds surnames, and links them with full names.
	persons struct{ *Cast }
	// likelyPersons finds the persons among what the model took for bodies.
	likelyPersons struct{ *Cast }
	// links links the other spellings of one name: acronyms, short names, variants.
	links struct{ *Cast }
	// homes finds the country that an office without one is held in.
	homes struct{ *Cast }
	// gendered finds who the text shows to be a man or a woman.
	gendered struct{ *Cast }
	// titles reads offices and functions of persons.
	titles struct{ *Cast }

	// resolver finds whom the pronouns, titles and descriptions of a text mean, once its names are found.
	resolver struct{ *Cast }
	// pronouns finds whom he, she, it and who mean.
	pronouns struct{ *Cast }
	// descriptions finds whom nouns such as "the 82-year-old senator" mean.
	descriptions struct{ *Cast }
	// bearers finds who bears a title that stands without a name.
	bearers struct{ *Cast }
)

func (c *Cast) detection() detection         { return detection{c} }
func (c *Cast) organizations() organizations { return organizations{c} }
func (c *Cast) stateBodies() stateBodies     { return stateBodies{c} }
func (c *Cast) persons() persons             { return persons{c} }
func (c *Cast) titles() titles               { return titles{c} }
func (c *Cast) resolver() resolver           { return resolver{c} }
func (c *Cast) pronouns() pronouns           { return pronouns{c} }
func (c *Cast) descriptions() descriptions   { return descriptions{c} }
func (c *Cast) bearers() bearers             { return bearers{c} }

// on makes a pass of a method of a reader.
func on[R ~struct{ *Cast }](step func(R)) func(*Cast) {
	return func(c *Cast) { step(R(struct{ *Cast }{c})) }
}
