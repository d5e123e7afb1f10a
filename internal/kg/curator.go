package kg

import "context"

// Curator takes people's and the linker's decisions. Each is written in one transaction with an entry of the change feed.
type Curator interface {
	// Judge writes judgements and moves what they concern; all or none. The linker's judgement of a pair replaces its former one; one that
	// a person undid stays undone. A SAME that joins two whom a person called different is refused with code Conflict.
	Judge(ctx context.Context, judgements ...Judgement) ([]Judgement, error)
	// UndoJudgement takes one judgement back; the graph is then as if it had never been made.
	UndoJudgement(ctx context.Context, id, by, reason string) (Judgement, error)
	// Profiles gives the entities with what was recorded of each, and everybody of the same type who sounds like one of them.
	Profiles(ctx context.Context, entities ...string) ([]Profile, error)
	// Judgements lists all judgements, undone ones too, that name one of the entities.
	Judgements(ctx context.Context, entities ...string) ([]Judgement, error)
}
