package phrase

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists     = en.Lists("phrase/words.txt")
	sequences = en.Sequences("phrase/words.txt")

	insteadWords  = lists.Of("insteadWords")
	nobodyWords   = lists.Of("nobodyWords")
	noneWords     = lists.Of("noneWords")
	dozens        = lists.Of("dozens")
	councils      = lists.Of("councils")
	severalStates = lists.Of("severalStates")
	borders       = lists.Of("borders")

	administrations     = lists.Of("administrations")
	states              = lists.Of("states")
	alternatives        = lists.Of("alternatives")
	andWords            = lists.Of("andWords")
	clauseMarks         = lists.Of("clauseMarks")
	currencies          = lists.Of("currencies")
	definiteWords       = lists.Of("definiteWords")
	firstPersons        = lists.Of("firstPersons")
	governing           = lists.Of("governing")
	governmentNouns     = lists.Of("governmentNouns")
	idle                = lists.Of("idle")
	many                = lists.Of("many")
	noWords             = lists.Of("noWords")
	nobodies            = lists.Of("nobodies")
	nots                = lists.Of("nots")
	onlyWords           = lists.Of("onlyWords")
	halves              = lists.Of("halves")
	ordinals            = lists.Of("ordinals")
	halfArticles        = lists.Of("halfArticles")
	changesBy           = lists.Of("changesBy")
	rangeOpeners        = lists.Of("rangeOpeners")
	rangeJoins          = lists.Of("rangeJoins")
	rangeTo             = lists.Of("rangeTo")
	parties             = lists.Of("parties")
	pluralAuxiliaries   = lists.Of("pluralAuxiliaries")
	portionPronouns     = lists.Of("portionPronouns")
	portions            = lists.Of("portions")
	possessions         = lists.Of("possessions")
	ranks               = lists.Of("ranks")
	rathers             = lists.Of("rathers")
	reciprocals         = lists.Of("reciprocals")
	seats               = lists.Of("seats")
	singularAuxiliaries = lists.Of("singularAuxiliaries")
	theseWords          = lists.Of("theseWords")
	twoNouns            = lists.Of("twoNouns")
	weWords             = lists.Of("weWords")
	whoevers            = lists.Of("whoevers")
	wordless            = lists.Of("wordless")
	noneOpeners         = sequences["noneOpeners"]
	ownerPrepositions   = sequences["ownerPrepositions"]
	personEndings       = sequences["personEndings"]
	townCouncils        = sequences["townCouncils"]

	republics = en.Lists("mention/words.txt").Of("republics")
)
