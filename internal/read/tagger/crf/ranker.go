package crf

import "math"

// Choice is a set of options; each has a share of being the right one. The shares sum to one.
type Choice struct {
	Options [][]Feature
	Shares  []float64
}

// Score is the sum of the weights of the features, without the bias.
func (m *Logistic) Score(features []Feature) float64 {
	sum := 0.0
	for _, f := range features {
		if w := m.Table.Row(f.Hash); w != nil {
			sum += float64(w[0]) * float64(f.Value)
		}
	}
	return sum
}

// TrainRanker minimizes half the squared weights plus cost times the cross entropy of the shares.
func TrainRanker(choices []Choice, cost float64, rounds int) *Logistic {
	index := map[uint32]int32{}
	var hashes []uint32
	rows := make([][][]int32, len(choices)) // per choice and option, the index of each feature
	for k, c := range choices {
		for _, o := range c.Options {
			r := make([]int32, len(o))
			for i, f := range o {
				j, ok := index[f.Hash]
				if !ok {
					j = int32(len(hashes))
					index[f.Hash] = j
					hashes = append(hashes, f.Hash)
				}
				r[i] = j
			}
			rows[k] = append(rows[k], r)
		}
	}
	x := make([]float64, len(hashes))
	Minimize(x, rounds, func(x, g []float64) float64 {
		total := 0.0
		for i, w := range x {
			g[i] = w
			total += w * w / 2
		}
		for k := range choices {
			total += choices[k].loss(rows[k], cost, x, g)
		}
		return total
	})
	m := &Logistic{Table: NewTable(1)}
	for i, h := range hashes {
		m.Table.Put(h, []float32{float32(x[i])})
	}
	return m
}

// loss is cost times the cross entropy of one choice; its gradient is added to g.
func (c *Choice) loss(rows [][]int32, cost float64, x, g []float64) float64 {
	scores := make([]float64, len(rows))
	peak, sum, total := math.Inf(-1), 0.0, 0.0
	for o, r := range rows {
		for i, j := range r {
			scores[o] += x[j] * float64(c.Options[o][i].Value)
		}
		peak = max(peak, scores[o])
	}
	for _, s := range scores {
		sum += math.Exp(s - peak)
	}
	for o, r := range rows {
		logP := scores[o] - peak - math.Log(sum)
		total -= cost * c.Shares[o] * logP
		d := cost * (math.Exp(logP) - c.Shares[o])
		for i, j := range r {
			g[j] += d * float64(c.Options[o][i].Value)
		}
	}
	return total
}
