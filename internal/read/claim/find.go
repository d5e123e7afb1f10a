package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/vocabulary"
)

type Patterns struct{}

func NewPatterns(e []vocabulary.Entry) (*Patterns, error) { return &Patterns{}, nil }

func Find(r *attribution.Result, p *Patterns, published kg.Date) []kg.ReadClaim {
	return []kg.ReadClaim{}
}
