package standing

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"sayso/internal/kg"
)

const (
	sendAtOnce  = 4  // channels that are sent to side by side
	mostPerSend = 50 // tellings of one channel at a time
	longestRest = 24 * time.Hour
)

// rests are the times between attempts at a channel that fails, as Standard Webhooks advises; the last one is kept up
// for good, so that nothing is lost.
var rests = []time.Duration{
	5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 14 * time.Hour,
	20 * time.Hour, longestRest,
}

// Send sends what waits to every channel whose time has come, in the order of tellings. After each that arrived this is
// kept; one that arrived but could not be noted is sent again under the same id, by which its receiver knows it.
func (a *Asker) Send(ctx context.Context) error {
	questions, err := a.keeper.Standing(ctx)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(sendAtOnce)
	for _, q := range questions {
		for _, c := range q.Channels {
			if c.Told < q.Told && !c.NextAt.After(a.options.Now()) {
				group.Go(func() error { return a.channel(ctx, q, c) })
			}
		}
	}
	return group.Wait()
}

// channel sends what waits to one channel until it fails.
func (a *Asker) channel(ctx context.Context, q kg.StandingQuestion, c kg.Channel) error {
	waiting, err := a.keeper.Tellings(ctx, q.ID, c.Told, mostPerSend)
	for len(waiting) > 0 && err == nil {
		n, wait, fault := a.deliver(ctx, q, c, waiting)
		if ctx.Err() != nil && fault != nil {
			return ctx.Err()
		}
		c = a.after(c, waiting[:n], wait, fault)
		err = a.keeper.SaveChannel(ctx, q.ID, c)
		if kg.CodeOf(err) == kg.NotFound && err != nil {
			return nil //nolint:nilerr // removed meanwhile
		}
		if waiting = waiting[n:]; fault != nil {
			return err
		}
	}
	return err
}

// deliver sends the first of the tellings that wait, or several in one mail. n is how many arrived; wait is how long
// the receiver asks to be left alone.
func (a *Asker) deliver(ctx context.Context, q kg.StandingQuestion, c kg.Channel,
	waiting []kg.Telling) (n int, wait time.Duration, err error) {
	switch {
	case c.Kind == kg.EmailChannel && a.options.Mail != nil:
		if err := a.options.Mail.send(ctx, q, c.Address, waiting); err != nil {
			return 0, 0, err
		}
		return len(waiting), 0, nil
	case c.Kind == kg.WebhookChannel && a.options.Post != nil:
		wait, err := a.post(ctx, q, c.Address, waiting[0])
		if err != nil {
			return 0, wait, err
		}
		return 1, 0, nil
	}
	return 0, 0, kg.Errorf(kg.Unavailable, "this server was started without what it takes to send by %s", c.Kind)
}

// after is how far a channel is once tellings arrived or a fault was met.
func (a *Asker) after(c kg.Channel, arrived []kg.Telling, wait time.Duration, fault error) kg.Channel {
	if fault == nil {
		c.Told, c.Failures, c.Fault, c.NextAt = arrived[len(arrived)-1].Number, 0, "", time.Time{}
		return c
	}
	c.Fault = "it failed inside the server; the log has the details"
	var own *kg.Error
	if errors.As(fault, &own) {
		c.Fault = own.Message
	}
	rest := rests[min(c.Failures, len(rests)-1)]
	c.Failures++
	c.NextAt = a.options.Now().Add(max(rest, min(wait, longestRest)))
	return c
}
