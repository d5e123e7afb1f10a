package main

import (
	"fmt"
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
	cold, err := askTogether(url, requests)
	if err != nil {
		return err
	}
	if err := untilWarm(url); err != nil {
		return err
	}
	warm, err := askTogether(url, requests)
	if err != nil {
		return err
	}
	p99, p50 := share(cold, .99), share(warm, .5)
	fmt.Printf("  %d connections behind the ready line: p50 %.0f, p99 %.0f ms; warm: p50 %.0f, p99 %.0f ms; p99 is "+
		"%.1f times the warm p50\n", crowdSize, share(cold, .5), p99, p50, share(warm, .99), p99/p50)
	return nil
}

// askTogether has all connections send the requests in turns, each beginning with another, and gives how long each took
// in ms, in order.
func askTogether(url string, requests []request) ([]float64, error) {
	var mu sync.Mutex
	var took []float64
	var failed error
	var all sync.WaitGroup
	end := time.Now().Add(crowdTime)
	for i := range crowdSize {
		all.Go(func() {
			for n := i; time.Now().Before(end); n++ {
				one, err := send(url, requests[n%len(requests)])
				mu.Lock()
				took = append(took, ms(one))
				if err != nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	return took, failed
}

// share gives the value below which a share of sorted values lies.
func share(sorted []float64, p float64) float64 {
	return sorted[min(len(sorted)-1, int(p*float64(len(sorted))))]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
