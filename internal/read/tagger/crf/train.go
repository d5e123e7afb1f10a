package crf

import (
	"math"
	"sync"
)

// Settings of a training.
type Settings struct {
	Rounds  int     // of L-BFGS, at most
	Penalty float64 // times the sum of the squared weights is added to the loss
	Least   int     // how often a feature has to meet a label to get a weight for it
}

// shards is into how many parts the work is cut; a constant, so that sums come out the same on every machine.
const shards = 2

// Train fits a chain to the chosen sequences of compact data.
func Train(d *Data, chosen []int, s Settings) *Chain {
	t := newTrainer(d, chosen, s)
	x := make([]float64, t.rows*t.labels+t.labels*t.labels)
	Minimize(x, s.Rounds, t.loss)
	return t.chain(x)
}

// trainer computes the loss of the chosen sequences.
type trainer struct {
	data    *Data
	labels  int
	rows    int
	seen    []bool
	penalty float64
	parts   [shards][]int
	grads   [shards][]float64
	weights []float32
}

func newTrainer(d *Data, chosen []int, s Settings) *trainer {
	t := &trainer{data: d, labels: d.Labels, rows: len(d.hashes), seen: d.seen(chosen, s.Least), penalty: s.Penalty}
	for i, c := range chosen {
		t.parts[i%shards] = append(t.parts[i%shards], c)
	}
	for k := range t.grads {
		t.grads[k] = make([]float64, t.rows*t.labels+t.labels*t.labels)
	}
	t.weights = make([]float32, t.rows*t.labels)
	return t
}

// loss is the negative log-likelihood plus the penalty; x holds a weight per row and label, then the transitions.
func (t *trainer) loss(x, g []float64) float64 {
	for i := range t.weights {
		t.weights[i] = float32(x[i])
	}
	var sums [shards]float64
	var done sync.WaitGroup
	for k := range shards {
		done.Go(func() { sums[k] = t.part(k, x[len(t.weights):]) })
	}
	done.Wait()
	total := 0.0
	for k := range shards {
		total += sums[k]
	}
	for i := range g {
		if i < len(t.seen) && !t.seen[i] {
			g[i] = 0
			continue
		}
		sum := 2 * t.penalty * x[i]
		for k := range shards {
			sum += t.grads[k][i]
		}
		g[i] = sum
		total += t.penalty * x[i] * x[i]
	}
	return total
}

func (t *trainer) part(k int, transitions []float64) float64 {
	g := t.grads[k]
	clear(g)
	l := NewLattice(t.labels)
	total := 0.0
	for _, s := range t.parts[k] {
		from, to := t.data.bounds(s)
		l.Reset(to - from)
		for p := from; p < to; p++ {
			t.score(l.Scores(p-from), t.data.at(p))
		}
		total += l.Forward(transitions)
		l.Backward(transitions)
		total -= t.goldScore(l, from, to, transitions)
		t.gradient(l, from, to, transitions, g)
	}
	return total
}

// score sums the weights of the features; the widths in use are written out, as this is where training spends its time.
func (t *trainer) score(out []float64, features []uint32) {
	switch t.labels {
	case 3:
		var a, b, c float32
		for _, r := range features {
			w := (*[3]float32)(t.weights[int(r)*3:])
			a, b, c = a+w[0], b+w[1], c+w[2]
		}
		out[0], out[1], out[2] = float64(a), float64(b), float64(c)
	case 7:
		var a, b, c, d, e, f, g float32
		for _, r := range features {
			w := (*[7]float32)(t.weights[int(r)*7:])
			a, b, c, d, e, f, g = a+w[0], b+w[1], c+w[2], d+w[3], e+w[4], f+w[5], g+w[6]
		}
		out[0], out[1], out[2], out[3] = float64(a), float64(b), float64(c), float64(d)
		out[4], out[5], out[6] = float64(e), float64(f), float64(g)
	default:
		clear(out)
		for _, r := range features {
			for y, w := range t.weights[int(r)*t.labels : (int(r)+1)*t.labels] {
				out[y] += float64(w)
			}
		}
	}
}

func (t *trainer) goldScore(l *Lattice, from, to int, transitions []float64) float64 {
	sum := 0.0
	for p := from; p < to; p++ {
		y := int(t.data.gold[p])
		sum += l.Scores(p - from)[y]
		if p > from {
			sum += transitions[int(t.data.gold[p-1])*t.labels+y]
		}
	}
	return sum
}

func (t *trainer) gradient(l *Lattice, from, to int, transitions, g []float64) {
	n := t.labels
	m := make([]float64, n)
	gt := g[len(t.weights):]
	for p := from; p < to; p++ {
		l.Marginals(p-from, m)
		y := int(t.data.gold[p])
		m[y]--
		t.spread(g, m, t.data.at(p))
		if p > from {
			l.addTransitions(p-from, transitions, gt)
			gt[int(t.data.gold[p-1])*n+y]--
		}
	}
}

func (t *trainer) spread(g, m []float64, features []uint32) {
	switch t.labels {
	case 3:
		for _, r := range features {
			w := (*[3]float64)(g[int(r)*3:])
			w[0] += m[0]
			w[1] += m[1]
			w[2] += m[2]
		}
	case 7:
		v := (*[7]float64)(m)
		for _, r := range features {
			w := (*[7]float64)(g[int(r)*7:])
			w[0] += v[0]
			w[1] += v[1]
			w[2] += v[2]
			w[3] += v[3]
			w[4] += v[4]
			w[5] += v[5]
			w[6] += v[6]
		}
	default:
		for _, r := range features {
			for y, v := range m {
				g[int(r)*t.labels+y] += v
			}
		}
	}
}

// chain keeps the weights that are not nothing.
func (t *trainer) chain(x []float64) *Chain {
	c := &Chain{Labels: t.labels, Transitions: append([]float64(nil), x[t.rows*t.labels:]...)}
	table := NewTable(t.labels)
	row := make([]float32, t.labels)
	for r := range t.rows {
		some := false
		for y := range row {
			row[y] = float32(x[r*t.labels+y])
			some = some || math.Abs(float64(row[y])) > 1e-6
		}
		if some {
			table.Put(t.data.hashes[r], row)
		}
	}
	c.Table = table
	return c
}
