package kgtest

import (
	"cmp"
	"slices"
	"strings"

	"sayso/internal/dispute"
	"sayso/internal/kg"
)

// Disputes gives what stands between the claims of the store, in the order of their ids: each pair is looked at. Unlike a store on disk it does not
// know for whom an accuser speaks.
func (m *Memory) Disputes() []kg.Dispute {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.disputes()
}

func (m *Memory) disputes() []kg.Dispute {
	positions := m.positions()
	var out []kg.Dispute
	for _, a := range positions {
		for _, b := range positions {
			if a.ID == b.ID {
				continue
			}
			p := m.predicates[a.Predicate]
			if a.Predicate == b.Predicate && p.Inverse != "" && strings.EqualFold(p.Inverse, p.Label) {
				b = b.Mirrored(a)
			}
			excludes := slices.Contains(m.predicates[a.Predicate].Excludes, b.Predicate) || slices.Contains(m.predicates[b.Predicate].Excludes, a.Predicate)
			answers := slices.Contains(m.predicates[b.Predicate].Answers, a.Predicate) && dispute.Answered(a, b)
			if !answers && a.ID > b.ID {
				continue
			}
			if d, ok := dispute.Between(a, b, excludes, answers); ok {
				out = append(out, d)
			}
		}
	}
	slices.SortFunc(out, func(x, y kg.Dispute) int {
		return cmp.Or(cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), cmp.Compare(x.Kind, y.Kind))
	})
	return slices.Compact(out)
}

// positions gathers when, where and by whom each claim is asserted, or, where nobody vouches for it, reported.
func (m *Memory) positions() []kg.Position {
	sure, reported := map[string]*kg.Position{}, map[string]*kg.Position{}
	for _, s := range m.statements {
		if s.Status != kg.Current {
			continue
		}
		for _, a := range s.Asserts {
			if a.Modality == kg.Asserted {
				m.count(sure, a.ClaimID, s)
			}
			if a.Modality == kg.Asserted || a.Modality == kg.Hedged {
				m.count(reported, a.ClaimID, s)
			}
		}
	}
	var out []kg.Position
	for id, p := range reported {
		if s, ok := sure[id]; ok {
			p = s
		} else {
			p.Hedged = true
		}
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b kg.Position) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// count adds a statement to what is known of a claim.
func (m *Memory) count(to map[string]*kg.Position, claimID string, s kg.Statement) {
	p := to[claimID]
	if p == nil {
		c := m.claims[claimID]
		p = &kg.Position{Claim: c, Subject: m.entities[c.SubjectID].Name, Object: m.entities[c.ObjectID].Name, ObjectType: m.entities[c.ObjectID].Type}
		to[claimID] = p
	}
	day := cmp.Or(s.UtteredOn.Day(), m.articles[s.ArticleID].PublishedAt.Day())
	if day != "" && (p.FirstOn == "" || day < p.FirstOn) {
		p.FirstOn = day
	}
	p.LastOn = max(p.LastOn, day)
	p.Statements++
	p.Sayings = append(p.Sayings, m.saying(s))
}

func (m *Memory) saying(s kg.Statement) kg.Saying {
	out := kg.Saying{On: cmp.Or(s.UtteredOn.Day(), m.articles[s.ArticleID].PublishedAt.Day()), Article: s.ArticleID, Speaker: s.SpeakerID, Words: s.Quote.Exact}
	words := []string{m.entities[s.SpeakerID].Name}
	for _, p := range s.Source {
		words = append(words, p.Text)
	}
	out.Source = strings.TrimSpace(strings.Join(words, " "))
	for _, mention := range s.Mentions {
		e := m.entities[mention.EntityID]
		out.Names = append(out.Names, e.ID)
		if e.Spot() {
			out.Places = append(out.Places, e.Name)
		}
	}
	return out
}
