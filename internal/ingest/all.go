package ingest

import (
	"context"
	"log/slog"
	"runtime/debug"

	"sayso/internal/kg"
)

// mostUnderWay bounds how many articles of one request are read or stored and not told of.
const mostUnderWay = 32

// underWay is an article that is being stored; done is closed when err is known.
type underWay struct {
	keeping
	done chan struct{}
	err  error
}

// IngestAll implements kg.Ingester. Articles are read one after the other; while some are stored the next are read.
func (p *Pipeline) IngestAll(ctx context.Context, list []kg.Submission, tell func(kg.Ingested, error) error) error {
	saved, quit := make(chan *underWay, mostUnderWay), make(chan struct{})
	defer close(quit)
	go p.compareSaved(ctx, saved, quit)
	var waiting []*underWay
	var failed error
	settle := func(most int) {
		for len(waiting) > most {
			one := waiting[0]
			waiting = waiting[1:]
			if <-one.done; failed == nil {
				failed = tell(one.ingested(one.err))
			}
		}
	}
	for _, s := range list {
		if settle(mostUnderWay - 1); failed != nil {
			break
		}
		waiting = append(waiting, p.begin(ctx, s, saved))
	}
	settle(0)
	return failed
}

// begin reads an article and has it saved, which goes on when begin returns; then it goes to those that were saved.
func (p *Pipeline) begin(ctx context.Context, s kg.Submission, saved chan<- *underWay) *underWay {
	one := &underWay{done: make(chan struct{})}
	article, err := p.article(ctx, s)
	if err == nil {
		one.keeping, err = p.link(ctx, article, s.Reading)
	}
	if err == nil && s.DryRun {
		one.saved, err = p.store.Try(ctx, one.record)
	}
	if err != nil || s.DryRun {
		one.end(err)
		return one
	}
	save := p.store.Enqueue(one.record)
	go func() {
		err := safely(ctx, func() (err error) { one.saved, err = save(ctx); return err })
		if err != nil {
			one.end(err)
			return
		}
		saved <- one
	}()
	return one
}

func (u *underWay) end(err error) {
	u.err = err
	close(u.done)
}

// compareSaved compares the actors of articles that were saved, of all together that wait.
func (p *Pipeline) compareSaved(ctx context.Context, saved <-chan *underWay, quit <-chan struct{}) {
	for {
		var list []*underWay
		select {
		case first := <-saved:
			list = append(list, first)
		case <-quit:
			return
		}
		for range len(saved) {
			list = append(list, <-saved)
		}
		p.compareAll(ctx, list)
	}
}

// compareAll compares articles together, and where that fails each by itself.
func (p *Pipeline) compareAll(ctx context.Context, list []*underWay) {
	records := make([]kg.Record, len(list))
	for i, one := range list {
		records[i] = one.record
	}
	err := safely(ctx, func() error { return p.compare(ctx, records...) })
	for _, one := range list {
		if err != nil && len(list) > 1 {
			one.end(safely(ctx, func() error { return p.compare(ctx, one.record) }))
		} else {
			one.end(err)
		}
	}
}

// safely has a panic be a failure: what is done beside a request has nobody else to catch one.
func safely(ctx context.Context, do func() error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			slog.ErrorContext(ctx, "storing an article panicked", "panic", fault, "stack", string(debug.Stack()))
			err = kg.Errorf(kg.Internal, "the article could not be stored")
		}
	}()
	return do()
}
