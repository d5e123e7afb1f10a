package kgtest

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"sayso/internal/kg"
)

// Sources is a kg.SourceKeeper in memory. The zero value is ready; it is safe for concurrent use.
type Sources struct {
	mu      sync.Mutex
	sources map[string]kg.FollowedSource
	items   map[string]kg.SourceItem
}

var _ kg.SourceKeeper = (*Sources)(nil)

// AddSource implements kg.SourceKeeper.
func (m *Sources) AddSource(_ context.Context, s kg.FollowedSource) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.sources == nil {
		m.sources, m.items = map[string]kg.FollowedSource{}, map[string]kg.SourceItem{}
	}
	if _, known := m.sources[s.ID]; !known {
		m.sources[s.ID] = s
	}
	return nil
}

func (m *Sources) change(id string, change func(*kg.FollowedSource)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, known := m.sources[id]
	if !known {
		return kg.Errorf(kg.NotFound, "there is no source with the id %q", id)
	}
	change(&s)
	m.sources[id] = s
	return nil
}

// RemoveSource implements kg.SourceKeeper.
func (m *Sources) RemoveSource(_ context.Context, id string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.sources[id]; !known {
		return kg.Errorf(kg.NotFound, "there is no source with the id %q", id)
	}
	delete(m.sources, id)
	for key, item := range m.items {
		if item.Source == id && item.State != kg.ItemTaken {
			delete(m.items, key)
		}
	}
	return nil
}

// PauseSource implements kg.SourceKeeper.
func (m *Sources) PauseSource(_ context.Context, id string, paused bool) error {
	return m.change(id, func(s *kg.FollowedSource) { s.Paused = paused })
}

// RetrySource implements kg.SourceKeeper.
func (m *Sources) RetrySource(_ context.Context, id string, now time.Time) error {
	return m.change(id, func(s *kg.FollowedSource) {
		s.NextAt, s.Failures = now, 0
		for key, item := range m.items {
			if item.Source == id && item.State == kg.ItemFailed {
				item.State, item.Attempts, item.NextAt = kg.ItemWaiting, 0, now
				m.items[key] = item
			}
		}
	})
}

// Sources implements kg.SourceKeeper.
func (m *Sources) Sources(context.Context) ([]kg.FollowedSource, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	counts := map[string]map[kg.ItemState]int{}
	for _, item := range m.items {
		if counts[item.Source] == nil {
			counts[item.Source] = map[kg.ItemState]int{}
		}
		counts[item.Source][item.State]++
	}
	var out []kg.FollowedSource
	for _, s := range m.sources {
		n := counts[s.ID]
		s.Waiting, s.Failed, s.Taken = n[kg.ItemWaiting], n[kg.ItemFailed], n[kg.ItemTaken]
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b kg.FollowedSource) int { return cmp.Compare(a.Address, b.Address) })
	return out, nil
}

// SaveLook implements kg.SourceKeeper.
func (m *Sources) SaveLook(ctx context.Context, s kg.FollowedSource, items []kg.SourceItem) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	old, known := m.sources[s.ID]
	if !known {
		return nil
	}
	s.Paused = old.Paused
	m.sources[s.ID] = s
	for _, item := range items {
		if _, known := m.items[item.Key]; !known {
			m.items[item.Key] = item
		}
	}
	return nil
}

// Due implements kg.SourceKeeper.
func (m *Sources) Due(_ context.Context, source string, now time.Time, first int) ([]kg.SourceItem, error) {
	out := m.of(source, kg.ItemWaiting, now)
	return out[:min(first, len(out))], nil
}

// FailedItems implements kg.SourceKeeper.
func (m *Sources) FailedItems(_ context.Context, source string, first int) ([]kg.SourceItem, error) {
	out := m.of(source, kg.ItemFailed, time.Time{})
	return out[:min(first, len(out))], nil
}

// of gives the items of a source in a state that are due; zero: all.
func (m *Sources) of(source string, state kg.ItemState, now time.Time) []kg.SourceItem {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []kg.SourceItem
	for _, item := range m.items {
		if item.Source == source && item.State == state && (now.IsZero() || !item.NextAt.After(now)) {
			out = append(out, item)
		}
	}
	slices.SortFunc(out, func(a, b kg.SourceItem) int { return cmp.Or(a.NextAt.Compare(b.NextAt), cmp.Compare(a.Key, b.Key)) })
	return out
}

// SaveItem implements kg.SourceKeeper.
func (m *Sources) SaveItem(ctx context.Context, item kg.SourceItem) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.sources[item.Source]; known || item.State == kg.ItemTaken {
		m.items[item.Key] = item
	}
	return nil
}
