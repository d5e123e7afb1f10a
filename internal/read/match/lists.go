package match

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("match/words.txt")

	laws     = lists.Of("laws")
	aircraft = lists.Of("aircraft")

	airborne                = lists.Of("airborne")
	heldTo                  = lists.Of("heldTo")
	unnamedSome             = lists.Of("unnamedSome")
	figureNouns             = lists.Of("figureNouns")
	percents                = lists.Of("percents")
	amountsOf               = lists.Of("amountsOf")
	armedPeople             = lists.Of("armedPeople")
	announcing              = lists.Of("announcing")
	counts                  = lists.Of("counts")
	policies                = lists.Of("policies")
	anybodies               = lists.Of("anybodies")
	armament                = lists.Of("armament")
	blows                   = lists.Of("blows")
	casualties              = lists.Of("casualties")
	causing                 = lists.Of("causing")
	changes                 = lists.Of("changes")
	favours                 = lists.Of("favours")
	fighters                = lists.Of("fighters")
	harmlessPrepositions    = lists.Of("harmlessPrepositions")
	landPronouns            = lists.Of("landPronouns")
	led                     = lists.Of("led")
	losses                  = lists.Of("losses")
	newStatus               = lists.Of("newStatus")
	pairNouns               = lists.Of("pairNouns")
	parliaments             = lists.Of("parliaments")
	parting                 = lists.Of("parting")
	peopleNouns             = lists.Of("peopleNouns")
	platforms               = lists.Of("platforms")
	pointers                = lists.Of("pointers")
	recognitionNouns        = lists.Of("recognitionNouns")
	recognitionPrepositions = lists.Of("recognitionPrepositions")
	recognizeVerbs          = lists.Of("recognizeVerbs")
	recognizing             = lists.Of("recognizing")
	reversals               = lists.Of("reversals")
	shares                  = lists.Of("shares")
	stateNouns              = lists.Of("stateNouns")
	statehoods              = lists.Of("statehoods")
	theWords                = lists.Of("theWords")
	tollNouns               = lists.Of("tollNouns")
	traded                  = lists.Of("traded")
	verbal                  = lists.Of("verbal")
	weapons                 = lists.Of("weapons")

	clauseLists = en.Lists("clause/words.txt")

	firms     = clauseLists.Of("firms")
	statelets = clauseLists.Of("statelets")

	phraseLists = en.Lists("phrase/words.txt")

	many = phraseLists.Of("many")
)
