package kgtest

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"sayso/internal/kg"
)

// Standing is a kg.StandingKeeper in memory. The zero value is ready; it is safe for concurrent use.
type Standing struct {
	mu        sync.Mutex
	questions map[string]kg.StandingQuestion
	tellings  map[string][]kg.Telling
}

var _ kg.StandingKeeper = (*Standing)(nil)

// AddStanding implements kg.StandingKeeper.
func (m *Standing) AddStanding(_ context.Context, q kg.StandingQuestion) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.questions == nil {
		m.questions, m.tellings = map[string]kg.StandingQuestion{}, map[string][]kg.Telling{}
	}
	if _, known := m.questions[q.ID]; !known {
		m.questions[q.ID] = q
	}
	return nil
}

func (m *Standing) change(ctx context.Context, id string, change func(*kg.StandingQuestion) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	q, known := m.questions[id]
	if !known {
		return kg.Errorf(kg.NotFound, "there is no standing question with the id %q", id)
	}
	q.Channels = slices.Clone(q.Channels)
	if err := change(&q); err != nil {
		return err
	}
	m.questions[id] = q
	return nil
}

// RemoveStanding implements kg.StandingKeeper.
func (m *Standing) RemoveStanding(ctx context.Context, id string) error {
	err := m.change(ctx, id, func(*kg.StandingQuestion) error { return nil })
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.questions, id)
	delete(m.tellings, id)
	return err
}

// PauseStanding implements kg.StandingKeeper.
func (m *Standing) PauseStanding(ctx context.Context, id string, paused bool) error {
	return m.change(ctx, id, func(q *kg.StandingQuestion) error { q.Paused = paused; return nil })
}

// Standing implements kg.StandingKeeper.
func (m *Standing) Standing(context.Context) ([]kg.StandingQuestion, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []kg.StandingQuestion
	for _, q := range m.questions {
		q.Channels = slices.Clone(q.Channels)
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b kg.StandingQuestion) int {
		return cmp.Or(a.AddedAt.Compare(b.AddedAt), cmp.Compare(a.ID, b.ID))
	})
	return out, nil
}

// SaveAnswer implements kg.StandingKeeper.
func (m *Standing) SaveAnswer(ctx context.Context, q kg.StandingQuestion, before int, tellings []kg.Telling) error {
	return m.change(ctx, q.ID, func(is *kg.StandingQuestion) error {
		if is.Told != before {
			return kg.Errorf(kg.Conflict, "the question was told of meanwhile")
		}
		is.AskedAt, is.Seq, is.Fault, is.Known, is.Told = q.AskedAt, q.Seq, q.Fault, q.Known, q.Told
		m.tellings[q.ID] = append(m.tellings[q.ID], tellings...)
		return nil
	})
}

// SaveChannel implements kg.StandingKeeper.
func (m *Standing) SaveChannel(ctx context.Context, question string, c kg.Channel) error {
	return m.change(ctx, question, func(q *kg.StandingQuestion) error {
		at := slices.IndexFunc(q.Channels, func(is kg.Channel) bool { return is.Kind == c.Kind && is.Address == c.Address })
		if at < 0 {
			return kg.Errorf(kg.NotFound, "the question is not told by %s", c.Address)
		}
		q.Channels[at] = c
		return nil
	})
}

// Tellings implements kg.StandingKeeper.
func (m *Standing) Tellings(_ context.Context, question string, after, first int) ([]kg.Telling, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := m.tellings[question]
	all = all[min(after, len(all)):]
	return slices.Clone(all[:min(first, len(all))]), nil
}
