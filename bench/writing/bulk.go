package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"sayso/internal/archive"
	"sayso/internal/bulk"
	"sayso/internal/check"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
)

// request is how many articles the pipeline gets at a time.
const request = 32

// loading is what a comparison of ways to fill a graph is to do.
type loading struct {
	statements int    // that the pipeline writes, after some that are not counted
	rounds     int    // how often the archive is loaded by sayso bulk
	copies     int    // a load so many times as large follows, by sayso bulk alone
	imports    bool   // as sayso import does it, too
	keep       string // a data folder that the largest load is made in and stays in, without any comparison
}

// unheeded are the articles that are written while Java is cold.
const unheeded = 10 * request

// compare has the pipeline write articles, exports the graph, and loads its archive: what is loaded must be what was
// exported. Then an archive many times as large is loaded.
func (l loading) compare(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "sayso-bulk-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	file := filepath.Join(dir, "archive.jsonl")
	var pipeline float64
	if err := at(ctx, filepath.Join(dir, "grown"), func(w *writing) error {
		took, err := w.grow(ctx, l.statements)
		if err != nil {
			return err
		}
		pipeline = took.Seconds() / float64(l.statements)
		return export(ctx, w.store, file)
	}); err != nil {
		return err
	}
	all := float64(l.statements + unheeded*statementsPerArticle)
	var loads []float64
	for i := range l.rounds {
		took, err := load(ctx, filepath.Join(dir, fmt.Sprint("loaded", i)), file)
		if err != nil {
			return err
		}
		loads = append(loads, took.Seconds()/all)
	}
	fmt.Printf("%-34s %8.0f statements a second\n", "pipeline, 32 articles a request", 1/pipeline)
	if l.imports {
		took, err := restore(ctx, filepath.Join(dir, "imported"), file)
		if err != nil {
			return err
		}
		tellTimes("sayso import", took.Seconds()/all, pipeline)
	}
	tellTimes(fmt.Sprintf("sayso bulk, %.0f", all), median(loads), pipeline)
	if err := sameGraph(ctx, filepath.Join(dir, "loaded0"), file); err != nil || l.copies < 2 {
		return err
	}
	large := filepath.Join(dir, "large.jsonl")
	if err := multiply(file, large, l.copies); err != nil {
		return err
	}
	took, err := load(ctx, filepath.Join(dir, "large"), large)
	if err == nil {
		tellTimes(fmt.Sprintf("sayso bulk, %.0f", all*float64(l.copies)), took.Seconds()/all/float64(l.copies), pipeline)
	}
	return err
}

// fill makes a large graph in a data folder and leaves it there, for benches of what reads it: articles are written by
// the pipeline, and an archive with each of them many times is loaded.
func (l loading) fill(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "sayso-bulk-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	small, large := filepath.Join(dir, "archive.jsonl"), filepath.Join(dir, "large.jsonl")
	if err := at(ctx, filepath.Join(dir, "grown"), func(w *writing) error {
		if _, err := w.grow(ctx, l.statements); err != nil {
			return err
		}
		return export(ctx, w.store, small)
	}); err != nil {
		return err
	}
	if err := multiply(small, large, l.copies); err != nil {
		return err
	}
	_, err = load(ctx, l.keep, large)
	return err
}

// tellTimes tells how a way compares with the pipeline, by what a statement takes in seconds.
func tellTimes(way string, took, pipeline float64) {
	fmt.Printf("%-34s %8.0f statements a second, %.1f times the pipeline's\n", way, 1/took, pipeline/took)
}

// at does work on a server with a data folder.
func at(ctx context.Context, data string, work func(*writing) error) error {
	server, err := managed.Start(ctx, managed.Options{DataDir: data, BoltAddr: "127.0.0.1:0", HTTPAddr: "127.0.0.1:0"})
	if err != nil {
		return err
	}
	defer func() { _ = server.Stop(context.WithoutCancel(ctx)) }()
	w, err := newWriting(ctx, server)
	if err != nil {
		return err
	}
	defer func() { _ = w.store.Close(ctx); _ = w.driver.Close(ctx) }()
	return work(w)
}

// grow has the pipeline write articles, after some that are not counted: Java is cold then.
func (w *writing) grow(ctx context.Context, statements int) (time.Duration, error) {
	from := newWorld(1)
	written := func(name string, articles int) error {
		for done := 0; done < articles; done += request {
			var list []kg.Submission
			for i := done; i < min(done+request, articles); i++ {
				list = append(list, from.article(fmt.Sprintf("%s %d", name, i)))
			}
			if err := w.ingestAll(ctx, list); err != nil {
				return err
			}
		}
		return nil
	}
	if err := written("unheeded", unheeded); err != nil {
		return 0, err
	}
	begin := time.Now()
	err := written("grown", statements/statementsPerArticle)
	return time.Since(begin), err
}

func export(ctx context.Context, store *neo.Store, name string) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	if err := archive.Write(ctx, out, store, archive.Extent{}, nil); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

func load(ctx context.Context, data, name string) (time.Duration, error) {
	file, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	counts, err := bulk.Load(ctx, bulk.Options{Data: data, Archive: file, Size: info.Size(),
		Tell: func(line string) { fmt.Fprintf(os.Stderr, "%6.1f s  %s\n", time.Since(begin).Seconds(), line) }})
	took := time.Since(begin)
	if err == nil {
		fmt.Printf("loaded %d MB, %s, in %.1f s\n", info.Size()>>20, counts, took.Seconds())
	}
	return took, err
}

// restore loads an archive as a server does for sayso import.
func restore(ctx context.Context, data, name string) (took time.Duration, err error) {
	return took, at(ctx, data, func(w *writing) error {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		begin := time.Now()
		_, err = archive.Read(ctx, file, w.store)
		took = time.Since(begin)
		return err
	})
}

// sameGraph exports a graph that was loaded, compares it with the archive, and proves what always holds.
func sameGraph(ctx context.Context, data, name string) error {
	again := name + ".again"
	return at(ctx, data, func(w *writing) error {
		if err := export(ctx, w.store, again); err != nil {
			return err
		}
		a, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		b, err := os.ReadFile(again)
		if err != nil {
			return err
		}
		wrong := 0
		if err := check.Run(ctx, w.store, check.Wish{}, func(r check.Report) error {
			if r.Done {
				wrong += r.Wrong
			}
			return nil
		}); err != nil {
			return err
		}
		fmt.Printf("the graph that was loaded is exported to the same %d bytes: %v; wrong of what always holds: %d\n", len(a),
			bytes.Equal(a, b), wrong)
		return nil
	})
}

// copied are the labels of nodes of which a larger archive has several; actors, their names and what is judged of them
// it has once, so that many more articles name the same.
var copied = map[string]bool{"Article": true, "Band": true, "Claim": true, "Statement": true, "Change": true}

// multiply writes an archive with each article, statement and claim several times, by ids of their own.
func multiply(from, to string, copies int) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	file, err := os.Create(to)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, archive.LongestLine)
	for lines.Scan() {
		if err := multiplyLine(out, lines.Bytes(), copies); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// changeNumbers are more than a graph of the bench has changes.
const changeNumbers = 1_000_000

func multiplyLine(out io.Writer, text []byte, copies int) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var node map[string]any
	if err := decoder.Decode(&node); err != nil {
		return err
	}
	if label, _ := node["label"].(string); !copied[label] {
		_, err := fmt.Fprintf(out, "%s\n", text)
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for i := range copies {
		if err := encoder.Encode(copyOf(node, i)); err != nil {
			return err
		}
	}
	return nil
}

// copyOf is a node's line with the ids of the copy of that number.
func copyOf(node map[string]any, number int) map[string]any {
	end := fmt.Sprintf("-%d", number)
	out, properties := map[string]any{}, map[string]any{}
	for name, value := range node {
		out[name] = value
	}
	for name, value := range node["properties"].(map[string]any) {
		switch seq, isNumber := value.(json.Number); {
		case name == "id" || name == "key":
			value = fmt.Sprint(value, end)
		case name == "seq" && isNumber:
			n, _ := seq.Int64()
			value = n + int64(number)*changeNumbers
		}
		properties[name] = value
	}
	out["key"], out["properties"] = fmt.Sprint(node["key"], end), properties
	var edges []any
	list, _ := node["edges"].([]any)
	for _, item := range list {
		edge := map[string]any{}
		for name, value := range item.(map[string]any) {
			edge[name] = value
		}
		if label, _ := edge["label"].(string); copied[label] {
			edge["key"] = fmt.Sprint(edge["key"], end)
		}
		edges = append(edges, edge)
	}
	if edges != nil {
		out["edges"] = edges
	}
	return out
}
