package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"sayso/internal/kg"
)

// way is one way of writing articles.
type way struct {
	name  string
	write func(context.Context, []kg.Submission) error
}

// compareWays has the ways take turns, after two that are not counted: Java is cold then.
func (w *writing) compareWays(ctx context.Context, rounds, articles int) error {
	ways := []way{
		{"bare batches", w.bare},
		{"pipeline, one writer", func(ctx context.Context, list []kg.Submission) error { return w.ingest(ctx, list, 1) }},
		{"pipeline, one ingest of all", w.ingestAll},
		{"pipeline, four writers", func(ctx context.Context, list []kg.Submission) error { return w.ingest(ctx, list, 4) }},
	}
	speeds := map[string][]float64{}
	from := newWorld(1)
	const unheeded = 2
	for round := range unheeded + rounds {
		for _, way := range ways {
			var list []kg.Submission
			for i := range articles {
				list = append(list, from.article(fmt.Sprintf("%s %d %d", way.name, round, i)))
			}
			w.spent.clear()
			begin := time.Now()
			if err := way.write(ctx, list); err != nil {
				return fmt.Errorf("%s: %w", way.name, err)
			}
			if round >= unheeded {
				speeds[way.name] = append(speeds[way.name], float64(articles*statementsPerArticle)/time.Since(begin).Seconds())
			}
			if round == unheeded+rounds-1 && way.name != ways[0].name {
				w.spent.print("an article's statements, "+way.name, articles)
			}
		}
	}
	first := median(speeds[ways[0].name])
	for _, way := range ways {
		m := median(speeds[way.name])
		fmt.Printf("%-28s %8.0f statements a second, %.3f of bare batches\n", way.name, m, m/first)
	}
	fmt.Printf("four writers are %.2f times as fast as one\n", median(speeds[ways[3].name])/median(speeds[ways[1].name]))
	return nil
}

// ingest hands articles to the pipeline, by so many writers at once.
func (w *writing) ingest(ctx context.Context, list []kg.Submission, writers int) error {
	waiting := make(chan kg.Submission)
	var all sync.WaitGroup
	failed := make([]error, writers)
	for i := range writers {
		all.Go(func() {
			for s := range waiting {
				if _, err := w.pipeline.Ingest(ctx, s); err != nil {
					failed[i] = err
				}
			}
		})
	}
	for _, s := range list {
		waiting <- s
	}
	close(waiting)
	all.Wait()
	return cmp.Or(failed...)
}

// ingestAll hands all articles to the pipeline at once, as a request with many does.
func (w *writing) ingestAll(ctx context.Context, list []kg.Submission) error {
	return w.pipeline.IngestAll(ctx, list, func(_ kg.Ingested, err error) error { return err })
}

// compareClaims has articles report a claim that many reported, and claims that few did, in turns.
func (w *writing) compareClaims(ctx context.Context, times, reports int) error {
	const hotSubject, hotObject = 0, 1
	from := newWorld(3)
	for done := 0; done < reports; done += 50 {
		var list []kg.Submission
		for i := range 50 {
			list = append(list, from.report(fmt.Sprintf("old %d", done+i), hotSubject, hotObject))
		}
		if err := w.bare(ctx, list); err != nil {
			return err
		}
	}
	took := map[string][]float64{}
	totals := map[string]map[string]time.Duration{"hot": {}, "cold": {}}
	for i := range times {
		for _, kind := range []string{"hot", "cold"} {
			subject, object := hotSubject, hotObject
			if kind == "cold" {
				subject, object = actors/2+i, actors/2+i+1
			}
			w.spent.clear()
			begin := time.Now()
			if _, err := w.pipeline.Ingest(ctx, from.report(fmt.Sprintf("%s %d", kind, i), subject, object)); err != nil {
				return err
			}
			took[kind] = append(took[kind], float64(time.Since(begin).Microseconds())/1000)
			w.spent.addTo(totals[kind])
		}
	}
	hot, cold := median(took["hot"]), median(took["cold"])
	fmt.Printf("an article that reports a claim with %d reports: %.0f ms, one with none: %.0f ms, ratio %.2f\n", reports,
		hot, cold, hot/cold)
	names := slices.SortedFunc(maps.Keys(totals["hot"]), func(a, b string) int {
		return cmp.Compare(totals["hot"][b]-totals["cold"][b], totals["hot"][a]-totals["cold"][a])
	})
	for _, name := range names[:min(6, len(names))] {
		fmt.Printf("  %-24s hot %7.2f ms, cold %7.2f ms\n", name, each(totals["hot"][name], times),
			each(totals["cold"][name], times))
	}
	return nil
}

func each(d time.Duration, n int) float64 { return float64(d.Microseconds()) / 1000 / float64(n) }
