package graph

import (
	"context"

	"sayso/internal/kg"
)

// noCurator stands where a server takes no decisions: it refuses each.
type noCurator struct{}

var _ kg.Curator = noCurator{}

func noDecisions() error {
	return kg.Errorf(kg.Unavailable, "this server takes no decisions of people; send them to one that does")
}

// Judge implements kg.Curator.
func (noCurator) Judge(context.Context, ...kg.Judgement) ([]kg.Judgement, error) {
	return nil, noDecisions()
}

// UndoJudgement implements kg.Curator.
func (noCurator) UndoJudgement(context.Context, string, string, string) (kg.Judgement, error) {
	return kg.Judgement{}, noDecisions()
}

// Profiles implements kg.Curator.
func (noCurator) Profiles(context.Context, ...string) ([]kg.Profile, error) {
	return nil, noDecisions()
}

// Review implements kg.Curator.
func (noCurator) Review(context.Context, kg.Decision, kg.Review) error { return noDecisions() }

// Retract implements kg.Curator.
func (noCurator) Retract(context.Context, kg.Decision) error { return noDecisions() }

// AddStatement implements kg.Curator.
func (noCurator) AddStatement(context.Context, kg.ManualStatement, kg.Decision) (string, error) {
	return "", noDecisions()
}

// MarkCorrection implements kg.Curator.
func (noCurator) MarkCorrection(context.Context, kg.ArticleCorrection) error { return noDecisions() }

// DeleteArticle implements kg.Curator.
func (noCurator) DeleteArticle(context.Context, string, string, string) (string, error) {
	return "", noDecisions()
}

// Rate implements kg.Curator.
func (noCurator) Rate(context.Context, kg.Rating) (string, error) { return "", noDecisions() }

// ChangePredicate implements kg.Curator.
func (noCurator) ChangePredicate(context.Context, kg.Predicate, string, string) ([]kg.Predicate, error) {
	return nil, noDecisions()
}

// AddedPredicates implements kg.Curator.
func (noCurator) AddedPredicates(context.Context) ([]kg.Predicate, error) { return nil, noDecisions() }

// Judgements implements kg.Curator.
func (noCurator) Judgements(context.Context, ...string) ([]kg.Judgement, error) {
	return nil, noDecisions()
}
