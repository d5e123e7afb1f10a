package crf

import "math"

const (
	memory       = 6    // steps that L-BFGS remembers
	sufficient   = 1e-4 // share of the promised decrease that a step has to bring
	maxHalvings  = 20
	settledSteps = 10   // rounds over which the decrease is judged
	settled      = 1e-5 // relative decrease over them at which training ends
)

// Minimize improves x in place by L-BFGS for at most so many rounds and returns the value reached. The function f
// returns its value at x and writes its gradient to g, which has the length of x. The same f always leads to the same
// x.
func Minimize(x []float64, rounds int, f func(x, g []float64) float64) float64 {
	n := len(x)
	g, next, nextG, dir := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	value := f(x, g)
	var past []step
	var values []float64
	for range rounds {
		direction(dir, g, past)
		slope := dot(dir, g)
		if slope >= 0 {
			break
		}
		size := 1.0
		if len(past) == 0 {
			size = 1 / math.Sqrt(dot(g, g))
		}
		reached, ok := search(x, dir, next, nextG, value, slope, size, f)
		if !ok {
			break
		}
		past = remember(past, x, next, g, nextG)
		copy(x, next)
		copy(g, nextG)
		value = reached
		values = append(values, value)
		if k := len(values) - 1 - settledSteps; k >= 0 && (values[k]-value)/math.Abs(value) < settled {
			break
		}
	}
	return value
}

// step is one move of the search: how x and the gradient changed.
type step struct {
	dx, dg []float64
	rho    float64
}

// direction writes where to go next: against the gradient, bent by the curvature seen so far.
func direction(dir, g []float64, past []step) {
	for i, v := range g {
		dir[i] = -v
	}
	alpha := make([]float64, len(past))
	for k := len(past) - 1; k >= 0; k-- {
		s := past[k]
		alpha[k] = s.rho * dot(s.dx, dir)
		add(dir, s.dg, -alpha[k])
	}
	if len(past) > 0 {
		last := past[len(past)-1]
		scale := 1 / (last.rho * dot(last.dg, last.dg))
		for i := range dir {
			dir[i] *= scale
		}
	}
	for k, s := range past {
		add(dir, s.dx, alpha[k]-s.rho*dot(s.dg, dir))
	}
}

// search goes along dir, halving the step until the value falls enough.
func search(x, dir, next, nextG []float64, value, slope, size float64, f func(x, g []float64) float64) (float64, bool) {
	for range maxHalvings {
		for i := range x {
			next[i] = x[i] + size*dir[i]
		}
		if reached := f(next, nextG); reached <= value+sufficient*size*slope {
			return reached, true
		}
		size /= 2
	}
	return value, false
}

func remember(past []step, x, next, g, nextG []float64) []step {
	var s step
	if len(past) == memory {
		s = past[0]
		copy(past, past[1:])
		past = past[:memory-1]
	} else {
		s = step{dx: make([]float64, len(x)), dg: make([]float64, len(x))}
	}
	for i := range x {
		s.dx[i], s.dg[i] = next[i]-x[i], nextG[i]-g[i]
	}
	curve := dot(s.dx, s.dg)
	if curve <= 1e-10 {
		return past
	}
	s.rho = 1 / curve
	return append(past, s)
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

func add(a, b []float64, scale float64) {
	for i, v := range b {
		a[i] += scale * v
	}
}
