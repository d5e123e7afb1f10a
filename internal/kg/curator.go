package kg

import "context"

// Curator takes people's and the linker's decisions. Each is written in one transaction with an entry of the change
// feed.
type Curator interface {
	// Judge writes judgements and moves what they concern; all or none. The linker's judgement of a pair replaces its
	// former one; one that a person undid stays undone. A SAME that joins two whom a person called different is refused
	// with code Conflict.
	Judge(ctx context.Context, judgements ...Judgement) ([]Judgement, error)
	// UndoJudgement takes one judgement back; the graph is then as if it had never been made.
	UndoJudgement(ctx context.Context, id, by, reason string) (Judgement, error)
	// Profiles gives those of the entities that sound like somebody else of their type, and everybody whom they sound
	// like, with what was recorded of each.
	Profiles(ctx context.Context, entities ...string) ([]Profile, error)
	// Review says whether a statement was read rightly. A rejected one is left out of answers until it is accepted.
	Review(ctx context.Context, d Decision, review Review) error
	// Retract takes a statement back because its source did: on the day of the decision's notice, or else now.
	Retract(ctx context.Context, d Decision) error
	// AddStatement writes a statement by hand and gives its id. With Corrects the other statement becomes corrected; what
	// of h is left open is not taken over from it. With a notice the other one held until its day, and this one may stand
	// on the notice's article.
	AddStatement(ctx context.Context, h ManualStatement, d Decision) (string, error)
	// MarkCorrection says that one article corrects another, or with Holds false takes that back.
	MarkCorrection(ctx context.Context, c ArticleCorrection) error
	// DeleteArticle removes an article with its statements, the claims that only they make and the actors that only it
	// names. A stub with its id keeps what the change feed tells of it; the id is that of the deletion's own entry.
	DeleteArticle(ctx context.Context, article, by, reason string) (id string, err error)
	// Rate notes an opinion of a source or a statement and gives its id.
	Rate(ctx context.Context, r Rating) (string, error)
	// ChangePredicate adds a predicate, or words that lead to one, and gives the whole vocabulary as it is then.
	ChangePredicate(ctx context.Context, p Predicate, by, reason string) ([]Predicate, error)
	// AddedPredicates lists what people added to the vocabulary.
	AddedPredicates(ctx context.Context) ([]Predicate, error)
	// Judgements lists all judgements, undone ones too, that name one of the entities.
	Judgements(ctx context.Context, entities ...string) ([]Judgement, error)
}

// Feed is the change feed: entries are numbered from 1 on, without gaps, in the order of their commits.
type Feed interface {
	// Note adds an entry that belongs to no other write.
	Note(ctx context.Context, c Change) error
	// LastChange is the number of the last entry, 0 when there is none.
	LastChange(ctx context.Context) (int, error)
}

// ArticleCorrection says that an article corrects another one.
type ArticleCorrection struct {
	Article, Corrects string // ids
	Holds             bool
	By, Reason        string
}
