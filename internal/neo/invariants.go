package neo

import "sayso/internal/kg"

// broken is the advice where the words of a text, or an id made from them, are not what they were.
const broken = "nothing that the graph holds says what stood here: delete the article (mutation deleteArticle) and " +
	"ingest it again, or restore a backup"

// lost is the advice where entries of the change feed are gone.
const lost = "an entry is lost; subscribers behind the gap read on, and a backup holds what it said"

// invariants are in the order in which they are repaired: the counter that each repair moves on, who is who, whom edges
// lead to, what statements are, what is counted from them.
var invariants = []invariant{
	{Invariant: kg.Invariant{Name: "counter", Of: "counters", Advice: lost,
		Means: "the change feed's counter stands at its last entry"},
		label: "Outbox", key: "name", page: 1, look: asked("check_counter"), mend: mendCounter},
	{Invariant: kg.Invariant{
		Name: "texts", Of: "articles", Means: "an article's id is the hash of its text", Advice: broken,
	},
		label: "Article", key: "id", page: 50, look: lookAtTexts},
	{Invariant: kg.Invariant{Name: "quotes", Of: "quotes", Advice: broken,
		Means: "the words of every quote, mention and claim stand in the article's text at their offsets"},
		label: "Article", key: "id", page: 20, look: lookAtQuotes},
	{Invariant: kg.Invariant{Name: "statements", Of: "statements", Advice: broken,
		Means: "a statement belongs to one article and has at most one speaker; its id is the hash of where it stands"},
		label: "Statement", key: "id", page: 500, look: lookAtStatements},
	{Invariant: kg.Invariant{Name: "claims", Of: "claims", Advice: broken,
		Means: "a claim has one predicate and at most one actor at each end; its id is the hash of its parts"},
		label: "Claim", key: "id", page: 500, look: lookAtClaims},
	{Invariant: kg.Invariant{Name: "judgements", Of: "judgements", Advice: "restore a backup, or judge again by hand",
		Means: "a judgement is tied to the two that it is about, and the change feed tells of it"},
		label: "Judgement", key: "id", page: 500, look: asked("check_judgements"), mend: mendJudgements},
	{Invariant: kg.Invariant{Name: "identity", Of: "judgements", Advice: "undo the judgement and judge again",
		Means: "who is shown, and as whom, follows from the judgements that hold"},
		label: "Judgement", key: "id", page: 100, look: lookAtIdentity, mend: mendIdentity},
	{Invariant: kg.Invariant{Name: "merged", Of: "hidden actors",
		Advice: "undo the judgement that hides the actor and judge again",
		Means:  "an actor for whom another one stands leads to that one, and nothing else leads to it"},
		label: "Merged", key: "id", page: 500, look: asked("check_merged")},
	{Invariant: kg.Invariant{Name: "ends", Of: "edges",
		Means:  "what articles and statements name leads to the actor who is shown there",
		Advice: "undo the judgement about the recorded actor and judge again, or delete the article and ingest it again"},
		label: "Article", key: "id", page: 50, look: lookAtEnds, mend: mendEnds},
	{Invariant: kg.Invariant{Name: "names", Of: "actors", Means: "an actor can be looked up by its name and its aliases"},
		label: "Entity", key: "id", page: 500, look: lookAtNames, mend: mendNames},
	{Invariant: kg.Invariant{Name: "actors", Of: "actors", Means: "every actor is named, judged or rated by somebody"},
		label: "Entity", key: "id", page: 500, look: asked("check_actors"), mend: mendActors},
	{Invariant: kg.Invariant{
		Name: "lapsed", Of: "statements", Means: "statements that were retracted or corrected are marked so, others are not",
	},
		label: "Statement", key: "id", page: 1000, look: asked("check_lapsed"), mend: mendLapsed},
	{Invariant: kg.Invariant{Name: "origins", Of: "articles", Means: "copies of one text have one origin"},
		label: "Article", key: "id", page: 200, look: asked("check_origins"), mend: mendOrigins},
	{Invariant: kg.Invariant{Name: "counters", Of: "claims",
		Means: "a claim counts its statements, origins and days, says whether it is contested, and is there only while " +
			"somebody makes it"},
		label: "Claim", key: "id", page: 200, look: asked("check_counters"), mend: mendClaims},
	{Invariant: kg.Invariant{Name: "shortcuts", Of: "actors",
		Means: "between two actors there is one edge for each predicate, with the count, the days and the ids of its claims"},
		label: "Entity", key: "id", page: 100, look: asked("check_shortcuts"), mend: mendShortcuts},
	{Invariant: kg.Invariant{
		Name: "drawn", Of: "claims", Means: "every claim that counts is on the edge of its two actors",
	},
		label: "Claim", key: "id", page: 500, look: asked("check_drawn"), mend: mendClaims},
	{Invariant: kg.Invariant{Name: "told", Of: "articles", Means: "the change feed tells of every article"},
		label: "Article", key: "id", page: 500, look: asked("check_told"), mend: mendTold},
	{Invariant: kg.Invariant{Name: "feed", Of: "changes",
		Means:  "the entries of the change feed are numbered from 1 on without a gap",
		Advice: lost},
		label: "Change", key: "id", page: 1000, look: asked("check_feed")},
}
