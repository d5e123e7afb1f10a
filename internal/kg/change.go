package kg

// ChangeKind says what was changed.
type ChangeKind string

// The kinds.
const (
	ArticleSaved       ChangeKind = "ARTICLE_SAVED"       // a new article, or new statements of an old one
	ActorsJudged       ChangeKind = "ACTORS_JUDGED"       // After: the verdict
	JudgementUndone    ChangeKind = "JUDGEMENT_UNDONE"    //
	StatementAdded     ChangeKind = "STATEMENT_ADDED"     // by hand
	StatementReviewed  ChangeKind = "STATEMENT_REVIEWED"  // Before, After: the review
	StatementCorrected ChangeKind = "STATEMENT_CORRECTED" // Before, After: what was corrected, as JSON
	StatementRetracted ChangeKind = "STATEMENT_RETRACTED" //
	StatementReplaced  ChangeKind = "STATEMENT_REPLACED"  // a newer reading does not find it any more
	ArticleCorrected   ChangeKind = "ARTICLE_CORRECTED"   // After: true, or false where the mark was taken back
	ArticleDeleted     ChangeKind = "ARTICLE_DELETED"     // Before: what it was, as JSON
	ArticleRedacted    ChangeKind = "ARTICLE_REDACTED"    // somebody was forgotten: its text, id and statements are others
	ActorForgotten     ChangeKind = "ACTOR_FORGOTTEN"     // After: what went, as JSON
	SourceRated        ChangeKind = "SOURCE_RATED"        // After: A to F
	StatementRated     ChangeKind = "STATEMENT_RATED"     // After: 1 to 6
	IngestProgress     ChangeKind = "INGEST_PROGRESS"     // After: how many of how many articles are done
	VocabularyChanged  ChangeKind = "VOCABULARY_CHANGED"  // Before, After: the predicate, as JSON
	GraphRepaired      ChangeKind = "GRAPH_REPAIRED"      // After: the invariant and what was done
)

// Change is an entry of the change feed: what happened to the graph, to what, by whom and why.
type Change struct {
	Kind     ChangeKind
	By       string
	Reason   string
	Before   string
	After    string
	Job      string   // the ingest that it belongs to, "" for none
	Concerns []string // ids of the things that it concerns
}
