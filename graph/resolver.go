package graph

import (
	"context"
	"fmt"

	"sayso/graph/gen"
	"sayso/internal/kg"
)

// resolver is what the generated code calls.
type resolver struct {
	ingester kg.Ingester
	feed     kg.Feed // nil when there is none
	flow     flow
	queued   queued
	forget   forgets
}

// Query gives the resolvers of Query. Only those of flow and of the queue are ever called: answerer.root answers the
// other fields before.
func (r resolver) Query() gen.QueryResolver {
	return answeredFromPlans{flow: r.flow, queued: r.queued, forgets: r.forget}
}

// FollowedSource gives the resolvers of FollowedSource.
func (r resolver) FollowedSource() gen.FollowedSourceResolver { return sourceItems{r.flow} }

// StandingQuestion gives the resolvers of StandingQuestion.
func (r resolver) StandingQuestion() gen.StandingQuestionResolver { return tellings{r.flow} }

// DeadLetter gives the resolvers of DeadLetter.
func (r resolver) DeadLetter() gen.DeadLetterResolver { return letterTexts{r.queued} }

// Mutation gives the resolvers of Mutation.
func (r resolver) Mutation() gen.MutationResolver {
	return mutations{resolver: r, flow: r.flow, queued: r.queued, forgets: r.forget}
}

// Subscription gives the resolvers of Subscription. None is ever called: answerer.subscribe answers before.
func (r resolver) Subscription() gen.SubscriptionResolver { return fromTheFeed{} }

type answeredFromPlans struct {
	unresolvedQueries
	flow
	queued
	forgets
}

// The resolvers that are never called stand one step deeper than those of flow and the queue, which therefore go before
// them.
type (
	unresolvedQueries   struct{ gen.QueryResolver }
	unresolvedMutations struct{ gen.MutationResolver }
)

type fromTheFeed struct{ gen.SubscriptionResolver }

// mutations resolves ingest and what belongs to flow and the queue; answerer.mutate answers the others before.
type mutations struct {
	unresolvedMutations
	resolver
	flow
	queued
	forgets
}

// largestBatch is how many articles one ingest takes.
const largestBatch = 100

// Ingest stores each article on its own and reports each.
func (m mutations) Ingest(ctx context.Context, articles []*gen.ArticleInput, job *string,
	dryRun bool) (*gen.IngestResult, error) {
	if len(articles) > largestBatch {
		return nil, kg.Errorf(kg.TooLarge, "ingest takes at most %d articles at once, not %d; send them in several requests",
			largestBatch, len(articles))
	}
	result := &gen.IngestResult{Results: make([]*gen.IngestedArticle, len(articles))}
	var total kg.Counts
	var list []kg.Submission
	var places []int // of the list's articles among all
	finished := 0
	finish := func(i int, item *gen.IngestedArticle) error {
		result.Results[i] = item
		if finished++; dryRun {
			return nil // the change feed tells of what was done
		}
		return m.progress(ctx, text(job), finished, len(articles))
	}
	for i, a := range articles {
		submission, err := readSubmission(a)
		if err == nil {
			submission.DryRun = dryRun
			list, places = append(list, submission), append(places, i)
		} else if err := finish(i, refused(ctx, err)); err != nil {
			return nil, err
		}
	}
	err := m.ingester.IngestAll(ctx, list, func(done kg.Ingested, err error) error {
		i := places[0]
		places = places[1:]
		if err != nil {
			return finish(i, refused(ctx, err))
		}
		total = total.Plus(done.Added)
		return finish(i, ingested(done))
	})
	if err != nil {
		return nil, err
	}
	result.Added = counts(total)
	return result, nil
}

// progress tells the change feed how far a named ingest is.
func (m mutations) progress(ctx context.Context, job string, done, of int) error {
	if job == "" || m.feed == nil {
		return nil
	}
	return m.feed.Note(ctx, kg.Change{
		Kind: kg.IngestProgress, Job: job, After: fmt.Sprintf(`{"done":%d,"of":%d}`, done, of),
	})
}

func ingested(done kg.Ingested) *gen.IngestedArticle {
	out := &gen.IngestedArticle{Article: reference(done), IsNew: done.ArticleIsNew, Added: counts(done.Added),
		UnreadReason: textOrNil(done.Unread),
		LeftOut:      []*gen.LeftOutItem{}}
	for _, item := range done.LeftOut {
		out.LeftOut = append(out.LeftOut, &gen.LeftOutItem{What: item.What, Reason: item.Reason, Words: item.Words})
	}
	return out
}

func reference(done kg.Ingested) *gen.IngestedReference {
	return &gen.IngestedReference{ID: done.ArticleID, Title: textOrNil(done.Title), URL: textOrNil(done.URL)}
}

func refused(ctx context.Context, err error) *gen.IngestedArticle {
	shown := shownError(ctx, err)
	return &gen.IngestedArticle{
		Added: counts(kg.Counts{}), LeftOut: []*gen.LeftOutItem{},
		Error: &gen.IngestError{Code: string(shown.Code), Message: shown.Message},
	}
}

// Reread reads a page of the articles that were stored unread, and reports each.
func (m mutations) Reread(ctx context.Context, first *int, after *string) (*gen.IngestResult, error) {
	if first == nil || *first < 1 || *first > largestBatch {
		return nil, kg.Errorf(kg.Invalid, "first must be a number from 1 to %d", largestBatch)
	}
	result := &gen.IngestResult{Results: []*gen.IngestedArticle{}}
	var total kg.Counts
	err := m.ingester.Reread(ctx, text(after), *first, func(done kg.Ingested, err error) {
		item := ingested(done)
		if err != nil {
			item = refused(ctx, err)
			item.Article = reference(done)
		}
		total = total.Plus(done.Added)
		result.Results = append(result.Results, item)
	})
	result.Added = counts(total)
	return result, err
}

func counts(c kg.Counts) *gen.GraphCounts {
	return &gen.GraphCounts{
		Articles: c.Articles, Entities: c.Entities, Statements: c.Statements, Claims: c.Claims, Mentions: c.Mentions,
	}
}

func textOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
