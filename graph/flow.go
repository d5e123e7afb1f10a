package graph

import (
	"cmp"
	"context"
	"time"

	"sayso/graph/gen"
	"sayso/internal/access"
	"sayso/internal/kg"
)

// Follower follows sources.
type Follower interface {
	// Add follows an address; every is 0 for the usual time.
	Add(ctx context.Context, address string, every time.Duration) (kg.FollowedSource, error)
	Source(ctx context.Context, id string) (kg.FollowedSource, error)
	Sources(ctx context.Context) ([]kg.FollowedSource, error)
	Pause(ctx context.Context, id string, paused bool) error
	Retry(ctx context.Context, id string) error
	Remove(ctx context.Context, id string) error
	Failed(ctx context.Context, id string, first int) ([]kg.SourceItem, error)
}

// Standing answers questions anew and tells what has changed.
type Standing interface {
	// Watch takes a question on, with the channels it is told by; secret is that of a webhook.
	Watch(ctx context.Context, question, by string, channels []kg.Channel) (q kg.StandingQuestion, secret string,
		err error)
	Questions(ctx context.Context) ([]kg.StandingQuestion, error)
	Pause(ctx context.Context, id string, paused bool) error
	Remove(ctx context.Context, id string) error
	// Latest gives the last tellings, newest first.
	Latest(ctx context.Context, q kg.StandingQuestion, first int) ([]kg.Telling, error)
	// FeedPath is where a question's Atom feed stands on this server.
	FeedPath(id string) string
}

// flow are the resolvers of what is followed and what is asked again and again. These are kept beside the statements,
// and few: they need no plans.
type flow struct {
	follower Follower // nil: nothing is followed
	standing Standing // nil: no question stands
}

// flowFields are the fields of Query that flow and the queue answer.
var flowFields = map[string]bool{
	"followedSources": true, "standingQuestions": true,
	"forgettings": true,
	"queue":       true, "queuedArticles": true, "deadLetters": true, "deadLetter": true,
}

func noFollower() error {
	return kg.Errorf(kg.Unavailable, "this server follows no sources; it was started with --no-follow")
}

func noStanding() error {
	return kg.Errorf(kg.Unavailable, "this server keeps no standing questions; it was started with --no-follow")
}

// FollowedSources lists what is followed.
func (f flow) FollowedSources(ctx context.Context) ([]*gen.FollowedSource, error) {
	if f.follower == nil {
		return nil, noFollower()
	}
	all, err := f.follower.Sources(ctx)
	out := []*gen.FollowedSource{}
	for _, s := range all {
		out = append(out, followed(s))
	}
	return out, err
}

// FollowSource follows a source.
func (f flow) FollowSource(ctx context.Context, address string, everySeconds *int) (*gen.FollowedSource, error) {
	if f.follower == nil {
		return nil, noFollower()
	}
	every := 0
	if everySeconds != nil {
		if every = *everySeconds; every <= 0 || every > int(longestEvery/time.Second) {
			return nil, kg.Errorf(kg.Invalid, "everySeconds is %d; a source is looked at every 60 seconds to 30 days", every)
		}
	}
	s, err := f.follower.Add(ctx, address, time.Duration(every)*time.Second)
	if err != nil {
		return nil, err
	}
	return followed(s), nil
}

// longestEvery keeps the arithmetic of durations within bounds; the follower has the limits proper.
const longestEvery = 31 * 24 * time.Hour

// changed carries out a change of one source and gives the source as it is since.
func (f flow) changed(ctx context.Context, id string, change func(Follower) error) (*gen.FollowedSource, error) {
	if f.follower == nil {
		return nil, noFollower()
	}
	if err := change(f.follower); err != nil {
		return nil, err
	}
	s, err := f.follower.Source(ctx, id)
	if err != nil {
		return nil, err
	}
	return followed(s), nil
}

// PauseSource stops looking at a source, or goes on.
func (f flow) PauseSource(ctx context.Context, id string, paused *bool) (*gen.FollowedSource, error) {
	return f.changed(ctx, id, func(to Follower) error { return to.Pause(ctx, id, paused == nil || *paused) })
}

// RetrySource looks at a source at once.
func (f flow) RetrySource(ctx context.Context, id string) (*gen.FollowedSource, error) {
	return f.changed(ctx, id, func(to Follower) error { return to.Retry(ctx, id) })
}

// RemoveSource stops following a source.
func (f flow) RemoveSource(ctx context.Context, id string) (string, error) {
	if f.follower == nil {
		return "", noFollower()
	}
	return id, f.follower.Remove(ctx, id)
}

func followed(s kg.FollowedSource) *gen.FollowedSource {
	return &gen.FollowedSource{ID: s.ID, Address: s.Address, Kind: gen.SourceKind(s.Kind),
		EverySeconds: int(s.Every / time.Second), Paused: s.Paused,
		AddedAt: moment(s.AddedAt), NextAt: moment(s.NextAt), LookedAt: momentOrNil(s.LookedAt),
		GoodAt: momentOrNil(s.GoodAt), Failures: s.Failures,
		Fault: textOrNil(s.Fault), Waiting: s.Waiting, Failed: s.Failed, Taken: s.Taken}
}

func moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func momentOrNil(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return textOrNil(moment(t))
}

// sourceItems resolves the lists of FollowedSource.
type sourceItems struct{ flow }

// FailedItems lists what of a source could not be taken.
func (f sourceItems) FailedItems(ctx context.Context, obj *gen.FollowedSource, first *int) ([]*gen.SourceItem, error) {
	n, err := pageOf(first)
	if err != nil {
		return nil, err
	}
	items, err := f.follower.Failed(ctx, obj.ID, n)
	out := []*gen.SourceItem{}
	for _, i := range items {
		out = append(out, &gen.SourceItem{
			Address: textOrNil(i.Address), Title: textOrNil(i.Title), Attempts: i.Attempts, Fault: i.Fault,
		})
	}
	return out, err
}

// largestList is how many entries a list beside the graph gives at once.
const largestList = 500

func pageOf(first *int) (int, error) {
	if first == nil || *first < 0 || *first > largestList {
		return 0, kg.Errorf(kg.Invalid, "first must be a number from 0 to %d", largestList)
	}
	return *first, nil
}

// StandingQuestions lists the standing questions.
func (f flow) StandingQuestions(ctx context.Context) ([]*gen.StandingQuestion, error) {
	if f.standing == nil {
		return nil, noStanding()
	}
	all, err := f.standing.Questions(ctx)
	out := []*gen.StandingQuestion{}
	for _, q := range all {
		out = append(out, f.question(q))
	}
	return out, err
}

// Watch takes a standing question on.
func (f flow) Watch(ctx context.Context, question, by string, webhook, email *string) (*gen.StandingAdded, error) {
	if f.standing == nil {
		return nil, noStanding()
	}
	var channels []kg.Channel
	if webhook != nil {
		channels = append(channels, kg.Channel{Kind: kg.WebhookChannel, Address: *webhook})
	}
	if email != nil {
		channels = append(channels, kg.Channel{Kind: kg.EmailChannel, Address: *email})
	}
	q, secret, err := f.standing.Watch(ctx, question, access.Of(ctx).By(by), channels)
	if err != nil {
		return nil, err
	}
	return &gen.StandingAdded{Standing: f.question(q), WebhookSecret: textOrNil(secret)}, nil
}

// PauseStandingQuestion stops answering a question, or goes on.
func (f flow) PauseStandingQuestion(ctx context.Context, id string, paused *bool) (*gen.StandingQuestion, error) {
	if f.standing == nil {
		return nil, noStanding()
	}
	if err := f.standing.Pause(ctx, id, paused == nil || *paused); err != nil {
		return nil, err
	}
	q, err := f.byID(ctx, id)
	if err != nil {
		return nil, err
	}
	return f.question(q), nil
}

// RemoveStandingQuestion forgets a question.
func (f flow) RemoveStandingQuestion(ctx context.Context, id string) (string, error) {
	if f.standing == nil {
		return "", noStanding()
	}
	return id, f.standing.Remove(ctx, id)
}

func (f flow) byID(ctx context.Context, id string) (kg.StandingQuestion, error) {
	all, err := f.standing.Questions(ctx)
	for _, q := range all {
		if q.ID == id {
			return q, nil
		}
	}
	return kg.StandingQuestion{}, cmp.Or(err, kg.Errorf(kg.NotFound, "there is no standing question with the id %q", id))
}

func (f flow) question(q kg.StandingQuestion) *gen.StandingQuestion {
	out := &gen.StandingQuestion{ID: q.ID, Question: q.Question, By: q.By, Paused: q.Paused, AddedAt: moment(q.AddedAt),
		AskedAt: moment(q.AskedAt), Seq: q.Seq,
		Fault: textOrNil(q.Fault), Feed: f.standing.FeedPath(q.ID), Told: q.Told, Channels: []*gen.StandingChannel{}}
	for _, c := range q.Channels {
		next := momentOrNil(c.NextAt)
		if c.Told >= q.Told {
			next = nil
		}
		out.Channels = append(out.Channels, &gen.StandingChannel{Kind: gen.ChannelKind(c.Kind), Address: c.Address,
			Told: c.Told, Failures: c.Failures,
			Fault: textOrNil(c.Fault), NextAt: next})
	}
	return out
}

// tellings resolves the lists of StandingQuestion.
type tellings struct{ flow }

// Tellings lists what was told of a question.
func (f tellings) Tellings(ctx context.Context, obj *gen.StandingQuestion, first *int) ([]*gen.Telling, error) {
	n, err := pageOf(first)
	if err != nil {
		return nil, err
	}
	all, err := f.standing.Latest(ctx, kg.StandingQuestion{ID: obj.ID, Told: obj.Told}, n)
	out := []*gen.Telling{}
	for _, t := range all {
		out = append(out, told(t))
	}
	return out, err
}

func told(t kg.Telling) *gen.Telling {
	out := &gen.Telling{
		ID: t.ID(), Number: t.Number, Kind: gen.TellingKind(t.Kind), At: moment(t.At), Seq: t.Seq, Text: t.Text,
		Quotes: []*gen.ToldQuote{},
	}
	for _, q := range t.Quotes {
		out.Quotes = append(out.Quotes, &gen.ToldQuote{Statement: q.Statement, Exact: q.Exact, Speaker: textOrNil(q.Speaker),
			Article: q.Article,
			Title:   textOrNil(q.Title), URL: textOrNil(q.URL), PublishedAt: textOrNil(string(q.PublishedAt))})
	}
	return out
}
