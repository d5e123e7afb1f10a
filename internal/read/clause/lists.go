package clause

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("clause/words.txt")

	primeMinisters = en.Sequences("clause/words.txt")["primeMinisters"]

	leaderTitles = lists.Of("leaderTitles")
	shortOf      = lists.Of("shortOf")
	charging     = lists.Of("charging")
	pluralBodies = lists.Of("pluralBodies")

	among     = lists.Of("among")
	pointedAt = lists.Of("pointedAt")
	including = lists.Of("including")
	sequences = en.Sequences("clause/words.txt")

	aims               = lists.Of("aims")
	appeals            = lists.Of("appeals")
	callings           = lists.Of("callings")
	leanings           = lists.Of("leanings")
	taking             = lists.Of("taking")
	beVerbs            = lists.Of("beVerbs")
	becoming           = lists.Of("becoming")
	definites          = lists.Of("definites")
	enacting           = lists.Of("enacting")
	reasons            = lists.Of("reasons")
	witnessing         = lists.Of("witnessing")
	utterances         = lists.Of("utterances")
	uttering           = lists.Of("uttering")
	enactments         = lists.Of("enactments")
	everyOne           = lists.Of("everyOne")
	exampleOpeners     = lists.Of("exampleOpeners")
	firms              = lists.Of("firms")
	heads              = lists.Of("heads")
	hindering          = lists.Of("hindering")
	judging            = lists.Of("judging")
	listWords          = lists.Of("listWords")
	matterPrepositions = lists.Of("matterPrepositions")
	members            = lists.Of("members")
	objectControls     = lists.Of("objectControls")
	twoPeople          = lists.Of("twoPeople")
	resolvable         = lists.Of("resolvable")
	sides              = lists.Of("sides")
	statelets          = lists.Of("statelets")
	subjectControls    = lists.Of("subjectControls")
	togetherWords      = lists.Of("togetherWords")
	topTitles          = lists.Of("topTitles")
	twoWords           = lists.Of("twoWords")
	twos               = lists.Of("twos")
	undoings           = lists.Of("undoings")
	upwards            = lists.Of("upwards")
	wherePrepositions  = lists.Of("wherePrepositions")
	whichMembers       = lists.Of("whichMembers")
	appealPrepositions = sequences["appealPrepositions"]
	shotPrepositions   = sequences["shotPrepositions"]

	denying = en.Lists("attribution/words.txt").Of("denying")
)
