package relation

import "sayso/internal/read/lang/en"

// The lists of words that this room goes by; the files in lang/en say of each what it is for.
var (
	lists = en.Lists("relation/words.txt")

	partyWords = lists.Of("partyWords")

	chiefs      = lists.Of("chiefs")
	secretaries = lists.Of("secretaries")
	pressWords  = lists.Of("pressWords")
	presidents  = lists.Of("presidents")
	basedWords  = lists.Of("basedWords")

	benches          = lists.Of("benches")
	benchHeads       = lists.Of("benchHeads")
	overWork         = lists.Of("overWork")
	advised          = lists.Of("advised")
	bodyHeads        = lists.Of("bodyHeads")
	bygone           = lists.Of("bygone")
	elects           = lists.Of("elects")
	envoys           = lists.Of("envoys")
	localHeads       = lists.Of("localHeads")
	notNow           = lists.Of("notNow")
	portfolios       = lists.Of("portfolios")
	cabinet          = lists.Of("cabinet")
	abroad           = lists.Of("abroad")
	regionHeads      = lists.Of("regionHeads")
	seated           = lists.Of("seated")
	voted            = lists.Of("voted")
	others           = lists.Of("others")
	othersOf         = lists.Of("othersOf")
	otherWords       = lists.Of("otherWords")
	bare             = lists.Of("bare")
	constituted      = lists.Of("constituted")
	seconds          = lists.Of("seconds")
	sitePrepositions = lists.Of("sitePrepositions")
	sides            = lists.Of("sides")
	cabinetHeads     = lists.Of("cabinetHeads")
	whollyOf         = lists.Of("whollyOf")
	parts            = lists.Of("parts")
	branches         = lists.Of("branches")
	notBranches      = lists.Of("notBranches")
	ruling           = lists.Of("ruling")
	partHeads        = lists.Of("partHeads")
	several          = lists.Of("several")
	indefinite       = lists.Of("indefinite")
	sites            = lists.Of("sites")
	stateEnvoys      = lists.Of("stateEnvoys")
	thenWords        = lists.Of("thenWords")
	townHeads        = lists.Of("townHeads")
	wholeLeader      = lists.Of("wholeLeader")
	written          = lists.Of("written")

	clauseLists = en.Lists("clause/words.txt")

	leaderTitles = clauseLists.Of("leaderTitles")
	statelets    = clauseLists.Of("statelets")

	matchLists = en.Lists("match/words.txt")

	fighters = matchLists.Of("fighters")

	phraseLists = en.Lists("phrase/words.txt")

	parties = phraseLists.Of("parties")
)
