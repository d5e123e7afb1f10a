package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"
)

// spent is how long the statements of the store took, by their names.
type spent struct {
	mu    *sync.Mutex
	total map[string]time.Duration
	times map[string]int
}

func newSpent() spent {
	return spent{mu: &sync.Mutex{}, total: map[string]time.Duration{}, times: map[string]int{}}
}

func (s spent) add(name string, took time.Duration, _ bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.total[name] += took
	s.times[name]++
}

func (s spent) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.total)
	clear(s.times)
}

func (s spent) addTo(other map[string]time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, d := range s.total {
		other[name] += d
	}
}

// print lists what took longest, for one of so many articles.
func (s spent) print(title string, articles int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var sum time.Duration
	sent := 0
	for name, d := range s.total {
		sum += d
		sent += s.times[name]
	}
	fmt.Printf("%s: %d, %.1f ms\n", title, sent/articles, each(sum, articles))
	names := slices.SortedFunc(maps.Keys(s.total), func(a, b string) int { return cmp.Compare(s.total[b], s.total[a]) })
	for _, name := range names[:min(12, len(names))] {
		fmt.Printf("  %-24s %7.2f ms, %.1f times\n", name, each(s.total[name], articles),
			float64(s.times[name])/float64(articles))
	}
}
