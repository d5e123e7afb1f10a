package crf

import "math"

// Forbidden is the score of what may not be.
const Forbidden = -1e9

// Chain is a linear-chain conditional random field.
type Chain struct {
	Labels      int
	Transitions []float64 // from label times Labels plus to label
	Table       *Table    // per feature, a weight for each label
}

// Average is the chain whose weights are the means of those of others with the same labels; it leans less on chance
// than each of them.
func Average(chains ...*Chain) *Chain {
	out := &Chain{Labels: chains[0].Labels, Transitions: make([]float64, len(chains[0].Transitions))}
	var tables []*Table
	for _, c := range chains {
		add(out.Transitions, c.Transitions, 1/float64(len(chains)))
		tables = append(tables, c.Table)
	}
	out.Table = Mean(tables...)
	return out
}

// Fill writes the scores of each position's features to the lattice, which gets as many positions.
func (c *Chain) Fill(l *Lattice, features [][]uint32) {
	l.Reset(len(features))
	for i, f := range features {
		c.Table.Sum(f, l.Scores(i))
	}
}

// Lattice holds the scores and sums of one sequence; it is used again for the next one.
type Lattice struct {
	labels, n    int
	scores       []float64
	alpha, beta  []float64 // scaled probabilities
	scale        []float64 // per position, what alpha was divided by
	expo, expT   []float64
	peak         []float64
	transitionOf []float64 // the transitions that expT was made from
}

// NewLattice makes one for so many labels.
func NewLattice(labels int) *Lattice { return &Lattice{labels: labels} }

// Reset makes room for n positions.
func (l *Lattice) Reset(n int) {
	l.n = n
	if cap(l.scores) < n*l.labels {
		size := 2 * n * l.labels
		l.scores, l.alpha, l.beta, l.expo = make([]float64, size), make([]float64, size), make([]float64, size),
			make([]float64, size)
		l.scale, l.peak = make([]float64, 2*n), make([]float64, 2*n)
	}
	l.scores, l.alpha, l.beta, l.expo = l.scores[:n*l.labels], l.alpha[:n*l.labels], l.beta[:n*l.labels],
		l.expo[:n*l.labels]
	l.scale, l.peak = l.scale[:n], l.peak[:n]
}

// Len is the number of positions.
func (l *Lattice) Len() int { return l.n }

// Scores gives the scores of the labels at position i, to be written.
func (l *Lattice) Scores(i int) []float64 { return l.scores[i*l.labels : (i+1)*l.labels] }

// Forward returns the logarithm of the sum over all labellings.
func (l *Lattice) Forward(transitions []float64) float64 {
	k := l.labels
	l.expTransitions(transitions)
	total := 0.0
	for i := range l.n {
		s, a, e := l.Scores(i), l.alpha[i*k:(i+1)*k], l.expo[i*k:(i+1)*k]
		peak := s[0]
		for _, v := range s[1:] {
			peak = max(peak, v)
		}
		l.peak[i] = peak
		sum := 0.0
		for y := range a {
			e[y] = math.Exp(s[y] - peak)
			in := 1.0
			if i > 0 {
				in = 0
				before := l.alpha[(i-1)*k : i*k]
				for x, b := range before {
					in += b * l.expT[x*k+y]
				}
			}
			a[y] = in * e[y]
			sum += a[y]
		}
		if sum <= 0 {
			sum = 1e-300
		}
		for y := range a {
			a[y] /= sum
		}
		l.scale[i] = sum
		total += peak + math.Log(sum)
	}
	return total
}

func (l *Lattice) expTransitions(transitions []float64) {
	if l.expT == nil {
		l.expT = make([]float64, len(transitions))
		l.transitionOf = make([]float64, len(transitions))
		for i := range l.transitionOf {
			l.transitionOf[i] = math.NaN()
		}
	}
	for i, v := range transitions {
		if v != l.transitionOf[i] {
			l.transitionOf[i], l.expT[i] = v, math.Exp(v)
		}
	}
}

// Backward prepares Marginals; Forward comes before it.
func (l *Lattice) Backward(transitions []float64) {
	k := l.labels
	for i := l.n - 1; i >= 0; i-- {
		b := l.beta[i*k : (i+1)*k]
		if i == l.n-1 {
			for y := range b {
				b[y] = 1
			}
			continue
		}
		next, e, scale := l.beta[(i+1)*k:(i+2)*k], l.expo[(i+1)*k:(i+2)*k], l.scale[i+1]
		for y := range b {
			sum := 0.0
			for z := range next {
				sum += l.expT[y*k+z] * e[z] * next[z]
			}
			b[y] = sum / scale
		}
	}
}

// Marginals writes the probability of each label at position i; Forward and Backward come before it.
func (l *Lattice) Marginals(i int, out []float64) {
	k := l.labels
	for y := range out {
		out[y] = l.alpha[i*k+y] * l.beta[i*k+y]
	}
}

// addTransitions adds the probability of each pair of labels at i-1 and i.
func (l *Lattice) addTransitions(i int, _, g []float64) {
	k := l.labels
	a, b, e := l.alpha[(i-1)*k:i*k], l.beta[i*k:(i+1)*k], l.expo[i*k:(i+1)*k]
	for x, ax := range a {
		ax /= l.scale[i]
		for y := range b {
			g[x*k+y] += ax * l.expT[x*k+y] * e[y] * b[y]
		}
	}
}

// Best returns the best labelling, for chains without constraints.
func (l *Lattice) Best(transitions []float64) []uint8 {
	k := l.labels
	if l.n == 0 {
		return nil
	}
	back := make([]uint8, l.n*k)
	cur, next := append([]float64(nil), l.Scores(0)...), make([]float64, k)
	for i := 1; i < l.n; i++ {
		for y, s := range l.Scores(i) {
			best, from := math.Inf(-1), 0
			for x, c := range cur {
				if v := c + transitions[x*k+y]; v > best {
					best, from = v, x
				}
			}
			next[y], back[i*k+y] = best+s, uint8(from)
		}
		cur, next = next, cur
	}
	y := 0
	for x, c := range cur {
		if c > cur[y] {
			y = x
		}
	}
	out := make([]uint8, l.n)
	for i := l.n - 1; i >= 0; i-- {
		out[i] = uint8(y)
		y = int(back[i*k+y])
	}
	return out
}
