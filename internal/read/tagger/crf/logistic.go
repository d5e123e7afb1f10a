package crf

import "math"

// Feature is a hashed feature with its value.
type Feature struct {
	Hash  uint32
	Value float32
}

// Logistic is a logistic regression.
type Logistic struct {
	Bias  float64
	Table *Table // one weight a row
}

// Probability of the positive answer.
func (m *Logistic) Probability(features []Feature) float64 {
	return 1 / (1 + math.Exp(-m.Bias-m.Score(features)))
}

// Example is a labelled row for TrainLogistic.
type Example struct {
	Features []Feature
	Positive bool
}

// TrainLogistic minimizes half the squared weights plus cost times the log loss.
func TrainLogistic(examples []Example, cost float64, rounds int) *Logistic {
	index := map[uint32]int{}
	var hashes []uint32
	for _, e := range examples {
		for _, f := range e.Features {
			if _, ok := index[f.Hash]; !ok {
				index[f.Hash] = len(hashes)
				hashes = append(hashes, f.Hash)
			}
		}
	}
	x := make([]float64, len(hashes)+1)
	Minimize(x, rounds, func(x, g []float64) float64 { return logLoss(examples, index, cost, x, g) })
	n := len(hashes)
	m := &Logistic{Bias: x[n], Table: NewTable(1)}
	for i, h := range hashes {
		m.Table.Put(h, []float32{float32(x[i])})
	}
	return m
}

// logLoss is what TrainLogistic minimizes; x ends with the bias, which costs nothing.
func logLoss(examples []Example, index map[uint32]int, cost float64, x, g []float64) float64 {
	n := len(x) - 1
	total := 0.0
	for i, w := range x[:n] {
		g[i] = w
		total += w * w / 2
	}
	g[n] = 0
	for _, e := range examples {
		sum := x[n]
		for _, f := range e.Features {
			sum += x[index[f.Hash]] * float64(f.Value)
		}
		want := 0.0
		if e.Positive {
			want, total = 1, total+cost*softplus(-sum)
		} else {
			total += cost * softplus(sum)
		}
		d := cost * (1/(1+math.Exp(-sum)) - want)
		for _, f := range e.Features {
			g[index[f.Hash]] += d * float64(f.Value)
		}
		g[n] += d
	}
	return total
}

func softplus(v float64) float64 {
	if v > 30 {
		return v
	}
	return math.Log1p(math.Exp(v))
}
