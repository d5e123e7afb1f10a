// Command train fits the weights of the attribution tagger to articles annotated in brat's form. It may not be
// imported, and nothing of the articles goes into its output but hashes of words and numbers.
//
//	go run ./internal/read/train --corpus DIR --out FILE [--dev DIR]
//
// The same corpus and the same parser always give the same file.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
)

// options of the command.
type options struct {
	corpus, dev, out, cache string
	every, hold             int
	plan                    plan
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	o := options{plan: standard}
	set := flag.NewFlagSet("train", flag.ContinueOnError)
	set.StringVar(&o.corpus, "corpus", "", "folder with text/*.txt and attributions/*.ann to learn from")
	set.StringVar(&o.dev, "dev", "", "folder of the same kind to measure on")
	set.StringVar(&o.out, "out", "", "file to write the weights to")
	set.StringVar(&o.cache, "cache", "", "folder to keep parsed articles in")
	set.IntVar(&o.every, "every", 1, "learn from every nth article only")
	set.IntVar(&o.hold, "hold", 0, "leave every nth article out and measure on those")
	o.plan.flags(set)
	if err := set.Parse(args); err != nil {
		return err
	}
	if o.corpus == "" || o.out == "" {
		return errors.New("say where to learn from and where to write: --corpus DIR --out FILE")
	}
	return o.train(&progress{out: out, start: time.Now()})
}

// progress prints lines with the time since the start.
type progress struct {
	out   io.Writer
	start time.Time
}

func (p *progress) say(format string, args ...any) {
	fmt.Fprintf(p.out, "%6.0f s  %s\n", time.Since(p.start).Seconds(), fmt.Sprintf(format, args...))
}
