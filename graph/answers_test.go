package graph

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
)

// TestAnswersAreKept: an answer is kept until the graph changes, within the room that there is; what may not be kept is made each time.
func TestAnswersAreKept(t *testing.T) {
	epoch, kept, made := uint64(1), 0, 0
	var fails error
	a, err := newAnswers(Options{KeptAnswers: 10_000, Epoch: func(context.Context) (uint64, error) { return epoch, fails }, Answered: func(k bool) {
		if k {
			kept++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(key string, size int, keep bool, fault error) {
		t.Helper()
		data, _, err := a.of(t.Context(), key, func() ([]byte, bool, error) { made++; return make([]byte, size), keep, fault })
		if !errors.Is(err, fault) || len(data) != size {
			t.Fatalf("%d bytes, %v", len(data), err)
		}
	}
	check := func(step string, wantMade, wantKept int) {
		t.Helper()
		if made != wantMade || kept != wantKept {
			t.Errorf("%s: %d made, %d kept; want %d and %d", step, made, kept, wantMade, wantKept)
		}
		made, kept = 0, 0
	}
	for range 3 {
		ask("a", 100, true, nil)
	}
	check("asked again", 1, 2)
	epoch++
	ask("a", 100, true, nil)
	check("after a change", 1, 0)
	for range 2 {
		ask("", 100, true, nil)
		ask("b", 100, false, nil)
		ask("c", 100, true, errors.New("busy"))
		ask("d", 9_000, true, nil)
	}
	check("what is not kept", 8, 0)
	fails = errors.New("no graph")
	ask("a", 100, true, nil)
	check("where the state is not known", 1, 0)
	fails = nil
	for i := range 100 {
		ask(fmt.Sprint(i), 500, true, nil)
	}
	if a.size > 10_000 || a.kept.Len() < 10 {
		t.Errorf("%d answers of %d bytes are held", a.kept.Len(), a.size)
	}
	check("many", 100, 0)
	ask("99", 500, true, nil)
	ask("0", 500, true, nil)
	check("the last stays, the first went", 1, 1)
}

// TestAnswersWrittenMeanwhile: an answer that was read while the graph changed is not given to who asks after the change.
func TestAnswersWrittenMeanwhile(t *testing.T) {
	epoch := uint64(1)
	a, err := newAnswers(Options{KeptAnswers: 10_000, Epoch: func(context.Context) (uint64, error) { return epoch, nil }})
	if err != nil {
		t.Fatal(err)
	}
	read := func(value byte, during func()) byte {
		data, _, _ := a.of(t.Context(), "x", func() ([]byte, bool, error) { during(); return []byte{value}, true, nil })
		return data[0]
	}
	if got := read('a', func() { epoch++ }); got != 'a' {
		t.Errorf("read %c", got)
	}
	if got := read('b', func() {}); got != 'b' {
		t.Errorf("after the change %c was given", got)
	}
}

// TestAnswersSideBySide is for the race detector.
func TestAnswersSideBySide(t *testing.T) {
	a, err := newAnswers(Options{KeptAnswers: 5_000, Epoch: func(context.Context) (uint64, error) { return 1, nil }})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 200 {
				key := fmt.Sprint((i + j) % 20)
				if data, _, err := a.of(t.Context(), key, func() ([]byte, bool, error) { return []byte(key), true, nil }); err != nil || string(data) != key {
					t.Errorf("%s: %s, %v", key, data, err)
				}
			}
		})
	}
	all.Wait()
}
