package graph

import (
	"context"

	"sayso/graph/gen"
	"sayso/internal/access"
	"sayso/internal/kg"
)

// forgets are the resolvers of forgetting.
type forgets struct {
	forgetter kg.Forgetter // nil: nobody is forgotten here
}

// unnamed are the mutations of whose errors the audit log keeps no words.
var unnamed = map[string]bool{"forget": true, "forgetAgain": true}

func noForgetter() error {
	return kg.Errorf(kg.Unavailable, "this server forgets nobody; send it to one that does")
}

// Forgettings lists what is kept of those who were forgotten.
func (f forgets) Forgettings(ctx context.Context) ([]*gen.Forgetting, error) {
	if f.forgetter == nil {
		return nil, noForgetter()
	}
	all, err := f.forgetter.Forgettings(ctx)
	out := []*gen.Forgetting{}
	for _, x := range all {
		out = append(out, forgetting(x))
	}
	return out, err
}

// Forget forgets somebody.
func (f forgets) Forget(ctx context.Context, person string, articles gen.ForgottenArticles, dryRun, force bool,
	reason, by string) (*gen.Forgotten, error) {
	if f.forgetter == nil {
		return nil, noForgetter()
	}
	done, err := f.forgetter.Forget(ctx, kg.ForgetWish{Person: person, Articles: kg.ForgottenArticles(articles),
		DryRun: dryRun, Force: force, By: access.Of(ctx).By(by), Reason: reason})
	if err != nil {
		return nil, err
	}
	out := forgotten(done)
	out.Forgetting = forgetting(done.Forgetting)
	return out, nil
}

// ForgetAgain carries out forgettings of the past.
func (f forgets) ForgetAgain(ctx context.Context, forgettings []*gen.ForgettingInput,
	by string) (*gen.Forgotten, error) {
	if f.forgetter == nil {
		return nil, noForgetter()
	}
	past := make([]kg.Forgetting, len(forgettings))
	for i, x := range forgettings {
		past[i] = kg.Forgetting{ID: x.ID, At: kg.Date(x.At), By: x.By, Reason: x.Reason,
			Articles: kg.ForgottenArticles(x.Articles), Key: x.Key, Actors: x.Actors, Names: x.Names, First: x.First,
			Parts: x.Parts, Longest: x.Longest}
	}
	done, err := f.forgetter.ForgetAgain(ctx, past, access.Of(ctx).By(by))
	if err != nil {
		return nil, err
	}
	return forgotten(done), nil
}

func forgetting(x kg.Forgetting) *gen.Forgetting {
	list := func(l []string) []string { return append([]string{}, l...) } // null is no list
	return &gen.Forgetting{ID: x.ID, At: string(x.At), By: x.By, Reason: x.Reason,
		Articles: gen.ForgottenArticles(x.Articles), Key: x.Key, Actors: list(x.Actors), Names: list(x.Names),
		First: list(x.First), Parts: list(x.Parts), Longest: x.Longest}
}

func forgotten(done kg.Forgotten) *gen.Forgotten {
	out := &gen.Forgotten{Actors: append([]string{}, done.Actors...), Counts: []*gen.ForgottenCount{},
		Remains: []*gen.Remainder{}}
	for _, r := range done.Remains {
		out.Remains = append(out.Remains, &gen.Remainder{Kind: r.Kind, ID: r.ID, Why: r.Why})
	}
	c := done.Counts
	for _, of := range []struct {
		words string
		n     int
	}{
		{"recorded actors", c.Actors}, {"names", c.Names}, {"judgements", c.Judgements}, {"ratings", c.Ratings},
		{"articles with names blacked out", c.ArticlesRedacted}, {"articles deleted", c.ArticlesDeleted},
		{"statements forgotten", c.StatementsForgotten},
		{"statements of others with names blacked out", c.StatementsRedacted},
		{"claims of statements forgotten", c.ClaimsForgotten}, {"claims with words blacked out", c.ClaimsRedacted},
		{"mentions", c.Mentions}, {"standing questions", c.StandingQuestions}, {"other entries", c.OtherEntries},
	} {
		out.Counts = append(out.Counts, &gen.ForgottenCount{Of: of.words, Count: of.n})
	}
	return out
}
