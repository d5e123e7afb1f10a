package kg

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// words gives n made-up words, always the same for one seed.
func words(seed uint64, n int) []string {
	random := rand.New(rand.NewPCG(seed, 1))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("w%d", random.IntN(5000))
	}
	return out
}

func text(w []string) string { return strings.Join(w, " ") }

func TestSameOrigin(t *testing.T) {
	story := words(1, 300)
	edited := append([]string(nil), story...)
	for i := 0; i < len(edited); i += 30 {
		edited[i] = "changed"
	}
	halved := append(append([]string(nil), story[:200]...), words(3, 20)...)
	same := words(2, 300)
	copy(same, story[:60]) // a fifth is quoted
	for name, c := range map[string]struct {
		a, b         string
		wireA, wireB string
		want         bool
	}{
		"same words, other marks": {a: text(story), b: strings.ToUpper(text(story)) + "!", want: true},
		"a head of its own":       {a: text(story), b: "LOCAL TIMES – " + text(words(9, 25)) + ". " + text(story), want: true},
		"edited here and there":   {a: text(story), b: text(edited), want: true},
		"cut":                     {a: text(story), b: text(halved), want: true},
		"another story":           {a: text(story), b: text(words(4, 300)), want: false},
		"a quoted fifth":          {a: text(story), b: text(same), want: false},
		"part, one agency":        {a: text(story), b: text(append(words(5, 150), story[:160]...)), wireA: "Reuters", wireB: "REUTERS", want: true},
		"part, two agencies":      {a: text(story), b: text(append(words(5, 150), story[:130]...)), wireA: "Reuters", wireB: "AP", want: false},
		"short":                   {a: "He said no to it all.", b: "He said no to it all today.", want: false},
		"empty":                   {want: false},
	} {
		if got := SameOrigin(NewSignature(c.a), NewSignature(c.b), c.wireA, c.wireB); got != c.want {
			overlap, containment := NewSignature(c.a).Overlap(NewSignature(c.b))
			t.Errorf("%s: %v (overlap %.2f, containment %.2f)", name, got, overlap, containment)
		}
	}
}

// TestOverlapEstimate compares the estimate with the truth.
func TestOverlapEstimate(t *testing.T) {
	story := words(1, 2000)
	for _, keep := range []int{200, 500, 1000, 1500, 1900} {
		other := append(append([]string(nil), story[:keep]...), words(7, 2000-keep)...)
		got, _ := NewSignature(text(story)).Overlap(NewSignature(text(other)))
		want := float64(keep) / float64(4000-keep)
		if math.Abs(got-want) > 0.15 {
			t.Errorf("%d words kept: estimate %.2f, truth %.2f", keep, got, want)
		}
	}
}

// TestBandsMeet shows that copies share a band and unlike texts hardly ever do.
func TestBandsMeet(t *testing.T) {
	meet := func(a, b Signature) bool {
		for _, x := range a.Bands {
			for _, y := range b.Bands {
				if x == y {
					return true
				}
			}
		}
		return false
	}
	strangers := 0
	for i := range uint64(100) {
		story := words(i, 200)
		copied := append(append([]string(nil), story[:150]...), words(i+1000, 50)...)
		if !meet(NewSignature(text(story)), NewSignature(text(copied))) {
			t.Errorf("story %d does not meet its copy", i)
		}
		if meet(NewSignature(text(story)), NewSignature(text(words(i+2000, 200)))) {
			strangers++
		}
	}
	if strangers > 2 {
		t.Errorf("%d of 100 unlike pairs meet", strangers)
	}
}
