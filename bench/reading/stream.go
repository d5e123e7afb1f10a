package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"strings"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/read"
)

// stream reads articles one after the other, none of which is kept, and shows that memory does not grow with their
// number: the most memory held after a tenth of them against that after all of them.
func stream(articles int) error {
	sample, err := ingest.Sample()
	if err != nil {
		return err
	}
	var sentences []string
	for _, a := range sample {
		sentences = append(sentences, strings.SplitAfter(a.Text, ". ")...)
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	random := rand.New(rand.NewSource(1))
	start, words := time.Now(), 0
	tenth, heap := 0, uint64(0)
	for i := range articles {
		text := article(i, sentences, random)
		words += len(strings.Fields(text))
		if _, err := reader.Read(context.Background(), read.Text{Text: text, PublishedAt: "2022-08-17"}); err != nil {
			return err
		}
		if i+1 == articles/10 {
			tenth, heap = peak(), live()
		}
	}
	all, now := peak(), live()
	fmt.Printf("%d articles one after the other, %d words, %.0f words/s\n", articles, words,
		float64(words)/time.Since(start).Seconds())
	fmt.Printf("most memory held, MB         after %4d: %4d   after %4d: %4d   ratio %.2f\n", articles/10, tenth, articles,
		all, float64(all)/float64(tenth))
	fmt.Printf("live after collecting, MB    after %4d: %4.1f   after %4d: %4.1f   ratio %.2f\n", articles/10,
		float64(heap)/(1<<20), articles, float64(now)/(1<<20), float64(now)/float64(heap))
	return nil
}

// article shuffles sentences of the sample and puts names and words in that no article before it had, so that nothing
// is remembered whole.
func article(number int, sentences []string, random *rand.Rand) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Report number %d of the day\n\n", number)
	for n := 0; n < 1000; {
		s := sentences[random.Intn(len(sentences))]
		n += len(strings.Fields(s))
		b.WriteString(s)
		if random.Intn(4) == 0 {
			fmt.Fprintf(&b, "Ada Brenn%x told the Daily Kest%x that it was over.\n\n", random.Uint32(), random.Uint32())
		}
	}
	return b.String()
}

// live is the heap after a collection, in bytes.
func live() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// peak is the most memory that the process has had resident, in MB; where the system does not tell, what it holds from
// the system.
func peak() int {
	file, err := os.Open("/proc/self/status")
	if err == nil {
		defer func() { _ = file.Close() }()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			var kb int
			if _, err := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &kb); err == nil {
				return kb >> 10
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.Sys >> 20)
}

// long reads one article of a million characters.
func long() error {
	texts, _, err := corpus(1)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	text := strings.Repeat(texts[0], 1_000_000/len(texts[0])+1)[:1_000_000]
	start := time.Now()
	if _, err := reader.Read(context.Background(), read.Text{Text: text, PublishedAt: "2022-08-17"}); err != nil {
		return err
	}
	fmt.Printf("one article of 1 MB: %.1f s, at most %d MB held\n", time.Since(start).Seconds(), peak())
	return nil
}
