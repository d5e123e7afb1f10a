package neo

import (
	"context"
	"errors"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/cypher"
	"sayso/internal/kg"
)

// transaction runs fixed queries inside one transaction.
type transaction struct {
	ctx   context.Context
	tx    neo4j.ManagedTransaction
	store *Store
}

// run runs the query of that name to its end and gives its counters.
func (t transaction) run(name string, params map[string]any) (neo4j.Counters, error) {
	return t.execute(name, queryTexts[name], params)
}

// execute runs a statement to its end and gives its counters.
func (t transaction) execute(name, text string, params map[string]any) (counters neo4j.Counters, err error) {
	ctx, done := t.store.watcher.begin(t.ctx, name, text, params)
	defer func() { done(0, err) }()
	result, err := t.tx.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	return summary.Counters(), nil
}

// rows runs the query of that name and gives its rows.
func (t transaction) rows(name string, params map[string]any) (out []values, err error) {
	ctx, done := t.store.watcher.begin(t.ctx, name, queryTexts[name], params)
	defer func() { done(len(out), err) }()
	result, err := t.tx.Run(ctx, queryTexts[name], params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	out = make([]values, len(records))
	for i, r := range records {
		out[i] = row(r)
	}
	return out, nil
}

// write runs work in one transaction, again when the graph says that trying again may help. The writes of a server take
// turns: they lock the same popular actors and the end of the change feed, so that side by side they are slower and run
// into deadlocks.
func (s *Store) write(ctx context.Context, work func(transaction) error) error {
	defer s.writes.Add(1) // also after a failure: it is not always known whether a transaction was committed
	return s.writeBeside(ctx, func(tx transaction) error {
		select {
		case s.turn <- struct{}{}:
			defer func() { <-s.turn }()
		case <-ctx.Done():
			return ctx.Err()
		}
		return work(tx)
	})
}

// writeBeside is write without waiting for a turn.
func (s *Store) writeBeside(ctx context.Context, work func(transaction) error) error {
	if trouble := s.trouble(); trouble != nil {
		return kg.Errorf(kg.Unavailable, "%s", trouble.Error())
	}
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, DatabaseName: s.database})
	defer func() { _ = session.Close(ctx) }()
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(transaction{ctx, tx, s})
	}, timeout(ctx)...)
	var own *kg.Error
	if errors.As(err, &own) {
		return err
	}
	return s.fault(ctx, "write", err)
}

// read runs a fixed query and gives its records.
func (s *Store) read(ctx context.Context, name string, params map[string]any) ([]*neo4j.Record, error) {
	records, err := s.records(ctx, name, queryTexts[name], params)
	return records, s.fault(ctx, name, err)
}

// Query runs a ready query that returns one row with one value, in one round trip, and gives the value.
func (s *Store) Query(ctx context.Context, q cypher.Query) (any, error) {
	s.remembered.note(q)
	records, err := s.records(ctx, q.Name, q.Text, q.Params)
	if err != nil {
		return nil, s.fault(ctx, q.Name, err)
	}
	if len(records) != 1 || len(records[0].Values) != 1 {
		return nil, kg.Hidden(errors.New("neo: " + q.Name + ": one row with one value was expected"))
	}
	return records[0].Values[0], nil
}

// tries is how often a read is sent again when the connection or the leader was lost.
const tries = 3

// records reads in auto-commit mode, which takes a single round trip where a transaction function takes two.
func (s *Store) records(ctx context.Context, name, text string,
	params map[string]any) (records []*neo4j.Record, err error) {
	want, answered := s.planning.begin(ctx, text)
	var took time.Duration
	defer func() { answered(took) }()
	leave, err := s.admission.enter(ctx, want)
	if err != nil {
		return nil, err
	}
	defer leave()
	ctx, done := s.watcher.begin(ctx, name, text, params)
	defer func(begin time.Time) {
		took = time.Since(begin)
		done(len(records), err)
	}(time.Now())
	for i := 0; i < tries; i++ {
		if records, err = s.readOnce(ctx, text, params); err == nil || !neo4j.IsRetryable(err) || ctx.Err() != nil {
			return records, err
		}
	}
	return nil, err
}

func (s *Store) readOnce(ctx context.Context, text string, params map[string]any) ([]*neo4j.Record, error) {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: neo4j.AccessModeRead, DatabaseName: s.database, FetchSize: neo4j.FetchAll,
	})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, text, params, timeout(ctx)...)
	if err != nil {
		return nil, err
	}
	return result.Collect(ctx)
}

// timeout gives the graph the deadline of ctx, so that the work ends there too.
func timeout(ctx context.Context) []func(*neo4j.TransactionConfig) {
	deadline, ok := ctx.Deadline()
	if !ok {
		return nil
	}
	return []func(*neo4j.TransactionConfig){neo4j.WithTxTimeout(max(time.Until(deadline), time.Millisecond))}
}

func asNeo4j(err error, target **neo4j.Neo4jError) bool { return errors.As(err, target) }
