package claim

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("claim/words.txt")

	imitating = lists.Of("imitating")
	suits     = lists.Of("suits")
	taking    = lists.Of("taking")
	plans     = lists.Of("plans")

	whereWords       = lists.Of("whereWords")
	settings         = lists.Of("settings")
	playWords        = lists.Of("playWords")
	besides          = lists.Of("besides")
	bothAll          = lists.Of("bothAll")
	claiming         = lists.Of("claiming")
	corrected        = lists.Of("corrected")
	withdrawing      = lists.Of("withdrawing")
	ourselves        = lists.Of("ourselves")
	datePrepositions = lists.Of("datePrepositions")
	decisionPronouns = lists.Of("decisionPronouns")
	decisions        = lists.Of("decisions")
	examples         = lists.Of("examples")
	following        = lists.Of("following")
	gameWords        = lists.Of("gameWords")
	hearers          = lists.Of("hearers")
	loose            = lists.Of("loose")
	misreported      = lists.Of("misreported")
	mistakes         = lists.Of("mistakes")
	outcomes         = lists.Of("outcomes")
	openMarks        = lists.Of("openMarks")
	refusing         = lists.Of("refusing")
	retorts          = lists.Of("retorts")
	sameWord         = lists.Of("sameWord")
	storyNouns       = lists.Of("storyNouns")
	storyPlaces      = lists.Of("storyPlaces")
	storyVerbs       = lists.Of("storyVerbs")
	superseded       = lists.Of("superseded")
	vagueArticles    = lists.Of("vagueArticles")

	commitmentLists = en.Lists("commitment/words.txt")

	conditions = commitmentLists.Of("conditions")
	lies       = commitmentLists.Of("lies")
	trueWords  = commitmentLists.Of("trueWords")

	matchLists = en.Lists("match/words.txt")

	pointers  = matchLists.Of("pointers")
	reversals = matchLists.Of("reversals")

	denying = en.Lists("attribution/words.txt").Of("denying")
)
