package doctor

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// longWait is how long an article may wait in the queue before that is told.
const longWait = time.Hour

// queueTold is what the server tells of its queue.
type queueTold struct {
	Queue struct {
		Lanes []struct {
			Lane     string
			Articles int
			OldestAt *string
			HasRoom  bool
		}
		DeadLetters int
		Damaged     []string
		Trouble     *string
	}
}

// queue asks how the articles fare that wait to be read.
func queue(ctx context.Context, s *Setup) []Finding {
	if !s.answers(ctx) {
		return nil
	}
	var told queueTold
	if err := s.Ask(ctx, `{ queue { lanes { lane articles oldestAt hasRoom } deadLetters damaged trouble } }`,
		&told); err != nil {
		return one("queue", Unknown, message(err), "")
	}
	out := told.lanes(s.Now())
	if told.Queue.Trouble != nil {
		out = append(out, Finding{"queue", Problem, *told.Queue.Trouble, "sayso doctor --only graph --only disk"})
	}
	for _, d := range told.Queue.Damaged {
		out = append(out, Finding{"queue", Problem, "articles were lost, or set aside, with damaged files: " + d,
			"hand in again what is missing, then remove it: rm -r " + d})
	}
	if n := told.Queue.DeadLetters; n > 0 {
		out = append(out, Finding{"queue", Warning, fmt.Sprintf("%d articles could not be read", n),
			"sayso queue list; sayso queue retry ID, or sayso queue remove ID"})
	}
	if out == nil {
		waiting := 0
		for _, l := range told.Queue.Lanes {
			waiting += l.Articles
		}
		return one("queue", OK, fmt.Sprintf("%d articles wait", waiting), "")
	}
	return out
}

// lanes finds lines that are full, or do not move.
func (q queueTold) lanes(now time.Time) (out []Finding) {
	for _, l := range q.Queue.Lanes {
		name := strings.ToLower(l.Lane)
		if !l.HasRoom {
			out = append(out, Finding{"queue", Warning, fmt.Sprintf("the lane of %s is full", name),
				"gqlserver --workers N, or --queue-articles and --queue-bytes"})
		}
		if l.OldestAt == nil {
			continue
		}
		if since, err := time.Parse(time.RFC3339, *l.OldestAt); err == nil && now.Sub(since) > longWait {
			out = append(out, Finding{"queue", Warning, fmt.Sprintf("in the lane of %s an article has waited since %s", name,
				*l.OldestAt), "gqlserver --workers N; sayso queue shows what the queue waits for"})
		}
	}
	return out
}
