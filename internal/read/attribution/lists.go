package attribution

import "sayso/internal/read/lang/en"

// lists are the lists of words that this package goes by; the file says what each is for.
var lists = en.Lists("attribution/words.txt")

var (
	repeats       = lists.Of("repeats")
	interviews    = lists.Of("interviews")
	desks         = lists.Of("desks")
	tellers       = lists.Of("tellers")
	papers        = lists.Of("papers")
	opens         = lists.Of("opens")
	when          = lists.Of("when")
	arms          = lists.Of("arms")
	people        = lists.Of("people")
	citing        = lists.Of("citing")
	telling       = lists.Of("telling")
	whetherTo     = lists.Of("whetherTo")
	heShe         = lists.Of("heShe")
	readSay       = lists.Of("readSay")
	asking        = lists.Of("asking")
	conditions    = lists.Of("conditions")
	byFrom        = lists.Of("byFrom")
	asSaying      = lists.Of("asSaying")
	tellAsk       = lists.Of("tellAsk")
	nobody        = lists.Of("nobody")
	clauseOpeners = lists.Of("clauseOpeners")
	perfect       = lists.Of("perfect")
	reports       = lists.Of("reports")
	issuing       = lists.Of("issuing")
	articles      = lists.Of("articles")
	naming        = lists.Of("naming")
	denying       = lists.Of("denying")
	manner        = lists.Of("manner")
	ofBy          = lists.Of("ofBy")
)
