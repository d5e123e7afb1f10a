package score

import (
	"fmt"
	"math"
	"strings"
)

// Reliability compares how sure a reader says it is with how often it is right.
type Reliability struct{ bins [10]bin }

type bin struct {
	n, right   int
	confidence float64
}

// Add counts one thing read, with the confidence it was given, 0 to 1.
func (r *Reliability) Add(confidence float64, right bool) {
	b := &r.bins[max(0, min(9, int(confidence*10)))]
	b.n++
	b.confidence += confidence
	b.right += int(truth(right))
}

// Len is how many things were counted.
func (r *Reliability) Len() int {
	n := 0
	for _, b := range r.bins {
		n += b.n
	}
	return n
}

// Error is the expected calibration error: the difference between confidence and share right, over all things counted.
// 0 is best.
func (r *Reliability) Error() float64 {
	sum := 0.0
	for _, b := range r.bins {
		sum += math.Abs(b.confidence - float64(b.right))
	}
	if n := r.Len(); n > 0 {
		return sum / float64(n)
	}
	return 0
}

// Table lists the bins that hold anything, and the expected calibration error behind name; P is 100 less that error in
// points, for a Ledger.
func (r *Reliability) Table(name string) string {
	var b strings.Builder
	for i, x := range r.bins {
		if x.n > 0 {
			fmt.Fprintf(&b, "%-26s %.1f-%.1f  n %4d  mean confidence %.2f  share right %.2f\n", name, float64(i)/10,
				float64(i+1)/10, x.n,
				x.confidence/float64(x.n), float64(x.right)/float64(x.n))
		}
	}
	fmt.Fprintf(&b, "%-26s P %.1f  expected calibration error %.3f of %d\n", name+".calibrated", 100-100*r.Error(),
		r.Error(), r.Len())
	return b.String()
}
