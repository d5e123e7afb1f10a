package commitment

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("commitment/words.txt")

	callsOff            = lists.Of("callsOff")
	occasions           = lists.Of("occasions")
	rejections          = lists.Of("rejections")
	againWords          = lists.Of("againWords")
	conditions          = lists.Of("conditions")
	gatherings          = lists.Of("gatherings")
	streets             = lists.Of("streets")
	declared            = lists.Of("declared")
	deputies            = lists.Of("deputies")
	displays            = lists.Of("displays")
	dispensable         = lists.Of("dispensable")
	doubted             = lists.Of("doubted")
	endings             = lists.Of("endings")
	factWords           = lists.Of("factWords")
	hardly              = lists.Of("hardly")
	haveForms           = lists.Of("haveForms")
	heldParticles       = lists.Of("heldParticles")
	intentionLinks      = lists.Of("intentionLinks")
	intentions          = lists.Of("intentions")
	invertedAuxiliaries = lists.Of("invertedAuxiliaries")
	lasting             = lists.Of("lasting")
	noMore              = lists.Of("noMore")
	nevers              = lists.Of("nevers")
	lies                = lists.Of("lies")
	minds               = lists.Of("minds")
	nearly              = lists.Of("nearly")
	neitherWords        = lists.Of("neitherWords")
	onlyPossible        = lists.Of("onlyPossible")
	onlyReported        = lists.Of("onlyReported")
	openWords           = lists.Of("openWords")
	pastAuxiliaries     = lists.Of("pastAuxiliaries")
	presupposing        = lists.Of("presupposing")
	proofs              = lists.Of("proofs")
	refusals            = lists.Of("refusals")
	trueWords           = lists.Of("trueWords")
	unrealized          = lists.Of("unrealized")
	untilNow            = lists.Of("untilNow")
	untrue              = lists.Of("untrue")
	willWords           = lists.Of("willWords")
	yetToCome           = lists.Of("yetToCome")
	yetToVerbs          = lists.Of("yetToVerbs")

	clauseLists = en.Lists("clause/words.txt")

	enactments = clauseLists.Of("enactments")
	undoings   = clauseLists.Of("undoings")

	phraseLists = en.Lists("phrase/words.txt")

	nots = phraseLists.Of("nots")

	hindering = en.Lists("clause/words.txt").Of("hindering")
)
