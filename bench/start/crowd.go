package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

const (
	crowdSize = 64
	crowdTime = 10 * time.Second
	warmLimit = 5 * time.Minute
)

// crowd has 64 connections ask right behind the ready line, and again when the server says that it is warm.
func crowd(url string, _ int) error {
	requests, err := rootFields()
	if err != nil {
		return err
	}
	cold := askTogether(url, requests)
	if err := untilWarm(url); err != nil {
		return err
	}
	warm := askTogether(url, requests)
	p99, p50 := share(cold.all, .99), share(warm.all, .5)
	fmt.Printf("  %d connections behind the ready line: %d answers, p50 %.0f, p99 %.0f ms; warm: %d answers, p50 %.0f, "+
		"p99 %.0f ms; the first p99 is %.1f times the warm p50, the second %.1f times\n", crowdSize, len(cold.all),
		share(cold.all, .5), p99, len(warm.all), p50, share(warm.all, .99), p99/p50, share(warm.all, .99)/p50)
	warm.slowest(5)
	return nil
}

// waits are how long requests took in ms, in order: all of them, and those of each name.
type waits struct {
	all    []float64
	byName map[string][]float64
	failed int
	last   error // of those that failed
}

// slowest prints the requests that had most of the longest waits.
func (w waits) slowest(n int) {
	names := slices.SortedFunc(maps.Keys(w.byName), func(a, b string) int {
		return cmp.Compare(share(w.byName[b], .99), share(w.byName[a], .99))
	})
	for _, name := range names[:min(n, len(names))] {
		took := w.byName[name]
		fmt.Printf("  warm %-35s %8d times, p50 %6.0f, p99 %6.0f ms\n", name, len(took), share(took, .5), share(took, .99))
	}
}

// askTogether has all connections send the requests in turns, each beginning with another.
func askTogether(url string, requests []request) waits {
	var mu sync.Mutex
	took := waits{byName: map[string][]float64{}}
	var all sync.WaitGroup
	end := time.Now().Add(crowdTime)
	for i := range crowdSize {
		all.Go(func() {
			for n := i; time.Now().Before(end); n++ {
				r := requests[n%len(requests)]
				one, err := send(url, r)
				mu.Lock()
				took.all = append(took.all, ms(one))
				took.byName[r.name] = append(took.byName[r.name], ms(one))
				if err != nil {
					took.failed++
					took.last = err
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	slices.Sort(took.all)
	for _, each := range took.byName {
		slices.Sort(each)
	}
	if took.failed > 0 {
		fmt.Printf("  %d requests failed, the last of them with: %v\n", took.failed, took.last)
	}
	return took
}

// share gives the value below which a share of sorted values lies.
func share(sorted []float64, p float64) float64 {
	return sorted[min(len(sorted)-1, int(p*float64(len(sorted))))]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
