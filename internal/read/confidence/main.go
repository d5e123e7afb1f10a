// Command confidence fits the weights by which a claim's confidence is told (internal/read/settle/data/confidence.tsv)
// to claims of real news that somebody judged. It may not be imported.
//
//	go run ./internal/read/confidence collect --texts DIR [--texts DIR]   reads the judged articles anew: signs.tsv
//	go run ./internal/read/confidence fit                                 fits the weights to signs.tsv
//
// verdicts.tsv has the judgements: article, key of the claim, predicate, verdict. signs.tsv has, for each judged claim
// that the reader still reads, its article, the verdict and the signs; no words of the articles. A judged article is
// DIR/<article>.txt.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"

	"sayso/internal/read"
)

// The files of the command, from the root of the project.
const (
	folder      = "internal/read/confidence/"
	verdictFile = folder + "verdicts.tsv"
	signsFile   = folder + "signs.tsv"
	weightsFile = "internal/read/settle/data/confidence.tsv"
)

type collectCommand struct {
	Texts []string `required:"" help:"Folders with the judged articles, as <article>.txt." placeholder:"DIR"`
}

type fitCommand struct{}

func main() {
	var args struct {
		Collect collectCommand `cmd:"" help:"Read the judged articles anew and keep the signs of their claims."`
		Fit     fitCommand     `cmd:"" help:"Fit the weights to the signs."`
	}
	ctx := kong.Parse(&args, kong.Name("confidence"), kong.BindTo(os.Stdout, (*io.Writer)(nil)))
	ctx.FatalIfErrorf(ctx.Run())
}

// Run reads the judged articles.
func (c collectCommand) Run(out io.Writer) error {
	verdicts, err := readVerdicts(verdictFile)
	if err != nil {
		return err
	}
	reader, err := read.New()
	if err != nil {
		return err
	}
	samples, missing, err := collect(context.Background(), reader, verdicts, c.Texts)
	if err != nil {
		return err
	}
	for _, doc := range missing {
		_, _ = fmt.Fprintf(out, "%s is in none of the folders; its claims are left out\n", doc)
	}
	_, _ = fmt.Fprintf(out, "%d of %d judged claims are still read\n", len(samples), verdicts.len())
	return writeSamples(signsFile, samples)
}

// Run fits the weights.
func (fitCommand) Run(out io.Writer) error {
	samples, err := readSamples(signsFile)
	if err != nil {
		return err
	}
	_, _ = fmt.Fprint(out, table(samples))
	return writeWeights(weightsFile, fit(samples), len(samples))
}
