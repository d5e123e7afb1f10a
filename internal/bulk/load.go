package bulk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"time"

	"sayso/internal/check"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed"
)

// Options say what is loaded where.
type Options struct {
	Data    string    // the data folder of the server that will serve the graph; it must have no graph
	Archive io.Reader // what sayso export archive wrote
	Size    int64     // of the archive in bytes; below 0 where it is not known
	Prove   bool      // prove what always holds, as sayso check does, before the graph gets its place
	Tell    func(line string)
	Neo4j   managed.Options // memory and cache of Neo4j; its folder and addresses are set here
}

// partFolder is where the graph is made, within the data folder.
const partFolder = "bulk.part"

// roomFor is how many times an archive's size is needed on the disk while it is loaded: for its rows and the store,
// then for indexes in the place of the rows.
const roomFor = 3

// stopTime is how long Neo4j may take to write what it holds.
const stopTime = 10 * time.Minute

// Load makes the graph of a data folder of an archive, all of it or nothing: where it ends with an error, the folder
// is without a graph as before. It gives how much was loaded.
func Load(ctx context.Context, o Options) (Counts, error) {
	if err := os.MkdirAll(o.Data, 0o700); err != nil {
		return Counts{}, kg.Errorf(kg.Invalid, "the data folder cannot be made (%w); give another one with --data", err)
	}
	release, err := managed.Hold(o.Data)
	if err != nil {
		return Counts{}, kg.Errorf(kg.Conflict, "%w", err)
	}
	part := filepath.Join(o.Data, partFolder)
	counts, err := o.make(ctx, part)
	if err = errors.Join(err, release()); err == nil {
		err = managed.Adopt(o.Data, part)
	}
	return counts, errors.Join(err, os.RemoveAll(part))
}

// make makes the graph in a folder of its own.
func (o Options) make(ctx context.Context, part string) (Counts, error) {
	rows := filepath.Join(part, "rows")
	// what is there is of a run that was killed
	if err := errors.Join(os.RemoveAll(part), os.MkdirAll(rows, 0o700)); err != nil {
		return Counts{}, kg.Errorf(kg.Invalid, "%w", err)
	}
	if need := roomFor * max(o.Size, 0); managed.Free(part) < uint64(need) {
		return Counts{}, kg.Errorf(kg.Unavailable, "loading %d MB takes some %d MB of the disk that holds %s, and %d MB are "+
			"free; make room, or give another folder with --data", o.Size>>20, need>>20, o.Data, managed.Free(part)>>20)
	}
	o.Neo4j.DataDir, o.Neo4j.BoltAddr, o.Neo4j.HTTPAddr = part, "127.0.0.1:0", "127.0.0.1:0"
	if o.Neo4j.Progress == nil {
		o.Neo4j.Progress = o.progress()
	}
	begin := time.Now()
	done := func(what string) {
		o.Tell(fmt.Sprintf("%s after %s", what, time.Since(begin).Round(time.Second/10)))
	}
	found, err := o.build(ctx, rows)
	if err != nil {
		return found.counts, err
	}
	done("the store is built")
	return found.counts, o.finish(ctx, found, done)
}

// build makes rows of the archive and the store of the rows.
func (o Options) build(ctx context.Context, rows string) (converted, error) {
	edition, err := neo.Edition()
	if err != nil {
		return converted{}, err
	}
	into := newTables(rows)
	found, err := convert(ctx, o.Archive, edition, into, func() error {
		if err := managed.CheckRoom(rows); err != nil {
			return kg.Errorf(kg.Unavailable, "%w", err)
		}
		return nil
	})
	if err != nil {
		return found, err
	}
	o.Tell(fmt.Sprintf("the archive is whole: %s", found.counts))
	err = managed.Import(ctx, o.Neo4j, managed.Tables{Folder: rows, Nodes: into.names(nodesName),
		Edges: into.names(edgesName), ListDelimiter: listDelimiter, Longest: found.longest})
	if err != nil {
		return found, kg.Errorf(kg.Invalid, "%w", err)
	}
	return found, os.RemoveAll(rows) // their room is for the indexes
}

// finish makes the store a graph of ours and compares it with what the archive held.
func (o Options) finish(ctx context.Context, made converted, done func(string)) (err error) {
	server, err := managed.Start(ctx, o.Neo4j)
	if err != nil {
		return err
	}
	defer func() {
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer cancel()
		err = errors.Join(err, server.Stop(stopping))
	}()
	store, err := neo.Open(ctx, neo.Options{URI: server.URI(), User: server.User(), Password: server.Password(),
		Trouble: server.Trouble})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close(context.WithoutCancel(ctx)) }()
	if err := neo.Adopt(ctx, store, made.empty, o.adopted()); err != nil {
		return err
	}
	done("constraints and indexes are made")
	want, got := made.counts, Counts{}
	if got.Nodes, got.Edges, err = neo.Tally(ctx, store); err != nil {
		return err
	}
	if got.Edges != want.Edges || !maps.Equal(got.Nodes, want.Nodes) {
		return kg.Errorf(kg.Conflict, "the graph has %s, the archive %s; nothing was kept", got, want)
	}
	if o.Prove {
		return o.prove(ctx, store, done)
	}
	return nil
}

// prove has what always holds of a graph looked at.
func (o Options) prove(ctx context.Context, store *neo.Store, done func(string)) error {
	wrong := 0
	err := check.Run(ctx, store, check.Wish{}, func(r check.Report) error {
		if !r.Done {
			o.Tell(fmt.Sprintf("%s: %d %s", r.Invariant, r.Looked, r.Of))
			return nil
		}
		wrong += r.Wrong
		for _, f := range r.Faults {
			o.Tell(fmt.Sprintf("%s: %s %s", r.Invariant, f.ID, f.What))
		}
		return nil
	})
	if err != nil {
		return err
	}
	if wrong > 0 {
		return kg.Errorf(kg.Invalid, "%d wrong in the graph that the archive holds; mend it where the archive came from "+
			"(sayso check --repair), or load it without --prove", wrong)
	}
	done("what always holds is proved")
	return nil
}

// patience is how long a step goes on before it is told how far it is.
const patience = 5 * time.Second

// progress tells what Neo4j does: each step, and now and then how far it is.
func (o Options) progress() func(managed.Progress) {
	var last managed.Progress
	var told time.Time
	return func(p managed.Progress) {
		same := p.Stage == last.Stage && p.Message == last.Message
		if p.Stage == managed.StageReady || same && time.Since(told) < patience {
			return
		}
		last, told = p, time.Now()
		if same && p.Total > 0 {
			o.Tell(fmt.Sprintf("%s (%d of %d)", p.Message, p.Done, p.Total))
			return
		}
		o.Tell(p.Message)
	}
}

// adopted tells how far a step of the graph's adoption is.
func (o Options) adopted() func(string) {
	var told time.Time
	return func(line string) {
		if time.Since(told) > patience {
			told = time.Now()
			o.Tell(line)
		}
	}
}
