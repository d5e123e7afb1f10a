package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// sender hands articles in, each until the server says that it has accepted it.
type sender struct {
	w              *world
	most           int
	apart          time.Duration // between two requests
	ids            []string      // of articles that were accepted
	requests, lost int
}

var (
	states = strings.Fields("Selm Kalmar Donetsk Kosovo Peru Kenya Fiji Samoa Malta Chad")
	deeds  = []string{"%[1]s recognized %[2]s on Monday, the government said.",
		"%[1]s denied that its soldiers were in %[2]s.", "\"We will not leave,\" said %[3]s, the foreign minister of %[1]s.",
		"%[1]s imposed sanctions on %[2]s after talks failed.", "%[3]s met the president of %[2]s in %[1]s."}
	people = []string{"Jane Roe", "Ivan Petrov", "Amara Diallo", "Li Wei", "Maria Lopez"}
)

// text writes an article that is like no other.
func text(i int) string {
	var out strings.Builder
	fmt.Fprintf(&out, "Report number %d.\n\n", i)
	for range 1 + rand.IntN(5) {
		fmt.Fprintf(&out, deeds[rand.IntN(len(deeds))]+" ", states[rand.IntN(len(states))], states[rand.IntN(len(states))],
			people[rand.IntN(len(people))])
	}
	return out.String()
}

const enqueue = `mutation($articles: [ArticleInput!]!, $lane: QueueLane!) { enqueue(articles: $articles, lane: $lane) { results { queued { article } error { message } } } }`

// all hands all in. Some requests are sent twice although they were answered.
func (s *sender) all(ctx context.Context) error {
	for i := 0; i < s.most; {
		var batch []any
		for k := range min(1+i%3, s.most-i) {
			batch = append(batch, map[string]any{"text": text(i + k), "title": fmt.Sprintf("Report %d", i+k)})
		}
		ids, err := s.send(ctx, batch, []string{"PEOPLE", "FEEDS"}[i%2])
		if err != nil {
			return err
		}
		if i%7 == 0 {
			if _, err := s.send(ctx, batch, "PEOPLE"); err != nil {
				return err
			}
		}
		s.ids, i = append(s.ids, ids...), i+len(batch)
		time.Sleep(s.apart * time.Duration(len(batch)))
	}
	return nil
}

// send sends a batch until all of it is accepted.
func (s *sender) send(ctx context.Context, batch []any, lane string) (ids []string, err error) {
	for ctx.Err() == nil {
		var told struct {
			Enqueue struct {
				Results []struct {
					Queued *struct{ Article string }
					Error  *struct{ Message string }
				}
			}
		}
		s.requests++
		if err := s.w.ask(ctx, enqueue, map[string]any{"articles": batch, "lane": lane}, &told); err != nil {
			s.lost++
			time.Sleep(300 * time.Millisecond)
			continue
		}
		ids = nil
		for _, r := range told.Enqueue.Results {
			if r.Queued != nil {
				ids = append(ids, r.Queued.Article)
			}
		}
		if len(ids) == len(batch) {
			return ids, nil
		}
		time.Sleep(300 * time.Millisecond)
	}
	return nil, ctx.Err()
}
