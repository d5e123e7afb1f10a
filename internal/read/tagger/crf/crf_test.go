package crf

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample makes random sequences over a few features.
func sample(labels, sequences int, seed uint64) *Data {
	r := rand.New(rand.NewPCG(seed, 1))
	d := &Data{Labels: labels}
	for range sequences {
		n := 1 + r.IntN(5)
		rows, gold := make([][]uint32, n), make([]uint8, n)
		for i := range rows {
			gold[i] = uint8(r.IntN(labels))
			rows[i] = []uint32{7, uint32(10 + r.IntN(4)), uint32(20 + int(gold[i])*r.IntN(2))}
		}
		d.Append(rows, gold)
	}
	return d
}

func everything(d *Data) []int {
	out := make([]int, d.Sequences())
	for i := range out {
		out[i] = i
	}
	return out
}

func TestGradient(t *testing.T) {
	for _, labels := range []int{2, 3, 7} {
		d := sample(labels, 12, uint64(labels))
		d.Compact(1)
		tr := newTrainer(d, everything(d), Settings{Penalty: .3, Least: 1})
		r := rand.New(rand.NewPCG(5, 5))
		x := make([]float64, tr.rows*labels+labels*labels)
		g := make([]float64, len(x))
		for i := range x {
			x[i] = math.Round(64*(r.Float64()-.5)) / 64 // exact as float32
		}
		tr.loss(x, g)
		none := make([]float64, len(x))
		for i := range x {
			const h = 1.0 / 1024
			at := x[i]
			x[i] = at + h
			up := tr.loss(x, none)
			x[i] = at - h
			down := tr.loss(x, none)
			x[i] = at
			want := (up - down) / (2 * h)
			if i < len(tr.seen) && !tr.seen[i] {
				want = 0
			}
			if math.Abs(g[i]-want) > 2e-3 {
				t.Errorf("%d labels: slope %d is %f, by differences %f", labels, i, g[i], want)
			}
		}
	}
}

// labellings calls f for each of the ways to label n positions.
func labellings(labels, n int, f func([]uint8)) {
	y := make([]uint8, n)
	for {
		f(y)
		i := 0
		for i < n {
			if y[i]++; int(y[i]) < labels {
				break
			}
			y[i] = 0
			i++
		}
		if i == n {
			return
		}
	}
}

func TestSumsAgainstEnumeration(t *testing.T) {
	const labels, n = 3, 5
	r := rand.New(rand.NewPCG(3, 9))
	transitions := make([]float64, labels*labels)
	for i := range transitions {
		transitions[i] = r.NormFloat64()
	}
	l := NewLattice(labels)
	for range 20 {
		l.Reset(n)
		for i := range n {
			for y := range labels {
				l.Scores(i)[y] = 2 * r.NormFloat64()
			}
		}
		sum, best, top := 0.0, []uint8{}, math.Inf(-1)
		marginal := make([]float64, labels)
		labellings(labels, n, func(y []uint8) {
			score := 0.0
			for i, v := range y {
				score += l.Scores(i)[v]
				if i > 0 {
					score += transitions[int(y[i-1])*labels+int(v)]
				}
			}
			sum += math.Exp(score)
			marginal[y[2]] += math.Exp(score)
			if score > top {
				top, best = score, append([]uint8(nil), y...)
			}
		})
		if got := l.Forward(transitions); math.Abs(got-math.Log(sum)) > 1e-9 {
			t.Fatalf("log sum %f, want %f", got, math.Log(sum))
		}
		l.Backward(transitions)
		p := make([]float64, labels)
		l.Marginals(2, p)
		for y := range p {
			if math.Abs(p[y]-marginal[y]/sum) > 1e-9 {
				t.Fatalf("marginal of %d is %f, want %f", y, p[y], marginal[y]/sum)
			}
		}
		if d := cmp.Diff(best, l.Best(transitions)); d != "" {
			t.Fatal(d)
		}
	}
}

func TestTrainLearnsAndRepeats(t *testing.T) {
	train := func() *Chain {
		d := &Data{Labels: 3}
		for i := range 40 {
			d.Append([][]uint32{{1, 2}, {3, uint32(100 + i)}, {4}}, []uint8{0, 2, 1})
		}
		d.Compact(2)
		return Train(d, everything(d), Settings{Rounds: 30, Penalty: .1, Least: 2})
	}
	c := train()
	l := NewLattice(3)
	c.Fill(l, [][]uint32{{1, 2}, {3}, {4, 999}})
	if d := cmp.Diff([]uint8{0, 2, 1}, l.Best(c.Transitions)); d != "" {
		t.Error(d)
	}
	if c.Table.Row(100) != nil {
		t.Error("a feature that was met once has weights")
	}
	again := train()
	if d := cmp.Diff(c.Transitions, again.Transitions); d != "" {
		t.Errorf("the same data trained to other weights: %s", d)
	}
}

func TestMinimize(t *testing.T) {
	x := []float64{-1.2, 1}
	Minimize(x, 200, func(x, g []float64) float64 {
		a, b := 1-x[0], x[1]-x[0]*x[0]
		g[0], g[1] = -2*a-400*b*x[0], 200*b
		return a*a + 100*b*b
	})
	if math.Abs(x[0]-1) > 1e-3 || math.Abs(x[1]-1) > 1e-3 {
		t.Errorf("the valley's lowest point is 1, 1; reached %v", x)
	}
}

func TestLogistic(t *testing.T) {
	var examples []Example
	for i := range 200 {
		on := i%3 == 0
		e := Example{Features: []Feature{{Hash: 5, Value: 1}}, Positive: on}
		if on == (i%10 != 0) {
			e.Features = append(e.Features, Feature{Hash: 6, Value: 2})
		}
		examples = append(examples, e)
	}
	m := TrainLogistic(examples, 1, 100)
	with, without := m.Probability(examples[3].Features), m.Probability(examples[1].Features)
	if with < .7 || without > .2 {
		t.Errorf("probability with the telling feature %.2f, without %.2f", with, without)
	}
}

func TestTable(t *testing.T) {
	a, b := NewTable(2), NewTable(2)
	for k := range uint32(1000) {
		a.Put(k*7919, []float32{float32(k), .001})
	}
	b.Put(7919, []float32{3, 3})
	if a.Len() != 1000 {
		t.Errorf("%d rows", a.Len())
	}
	if d := cmp.Diff([]float32{999, .001}, a.Row(999*7919)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]float32{5, 0}, a.Pruned(.01).Row(5*7919)); d != "" {
		t.Error(d)
	}
	if a.Row(12345) != nil {
		t.Error("an unknown key has a row")
	}
	if d := cmp.Diff([]float32{2, 1.5005}, Mean(a, b).Row(7919)); d != "" {
		t.Error(d)
	}
}

func TestAverage(t *testing.T) {
	a := &Chain{Labels: 1, Transitions: []float64{4}, Table: NewTable(1)}
	b := &Chain{Labels: 1, Transitions: []float64{2}, Table: NewTable(1)}
	a.Table.Put(1, []float32{1})
	b.Table.Put(2, []float32{3})
	c := Average(a, b)
	got := []float64{c.Transitions[0], float64(c.Table.Row(1)[0]), float64(c.Table.Row(2)[0])}
	if d := cmp.Diff([]float64{3, .5, 1.5}, got); d != "" {
		t.Error(d)
	}
}

// TestRanker has options of which those with one feature are the right ones, more surely where another is there too.
func TestRanker(t *testing.T) {
	var choices []Choice
	for k := range uint32(60) {
		noise := 100 + k%7
		choices = append(choices, Choice{Shares: []float64{.1, .8, .1},
			Options: [][]Feature{{{noise, 1}, {2, 1}}, {{noise, 1}, {1, 1}}, {{noise, 1}, {2, 2}}}})
	}
	m := TrainRanker(choices, 1, 100)
	good, poor, poorer := m.Score([]Feature{{1, 1}, {103, 1}}), m.Score([]Feature{{2, 1}, {103, 1}}), m.Score([]Feature{{2, 2}, {103, 1}})
	if good < poor+1 || good < poorer+1 {
		t.Errorf("scores %f, %f and %f", good, poor, poorer)
	}
	if s := m.Score([]Feature{{4711, 3}}); s != 0 {
		t.Errorf("a feature never met scores %f", s)
	}
	if w := m.Table.Row(103)[0]; math.Abs(float64(w)) > 1e-3 {
		t.Errorf("what all options share weighs %f", w)
	}
}
