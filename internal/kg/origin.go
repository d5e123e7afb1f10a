package kg

import (
	"hash/fnv"
	"math"
	"strconv"
	"strings"
)

// A signature stands for the set of a text's shingles (runs of words), so that near copies are found without comparing
// texts: two texts agree in as large a share of their signatures as their sets of shingles overlap (MinHash; A. Broder,
// "On the resemblance and containment of documents", 1997). Bands of a signature are keys under which near copies meet
// (locality-sensitive hashing).
const (
	shingleWords = 4
	hashes       = 96
	bandRows     = 3
	fewShingles  = 12 // texts with fewer are copies only when they are the same
)

// Overlaps from which on two articles have one origin.
const (
	sameOverlap     = 0.5  // shared shingles of all
	sameContainment = 0.7  // shared shingles of the shorter one's, for copies that were cut
	wireOverlap     = 0.3  // where both credit the same agency
	wireContainment = 0.45 // likewise
)

// Signature is what near copies are found by.
type Signature struct {
	Values   []int64 // hashes values; none for texts that are too short
	Shingles int     // how many different shingles there are
	Bands    []string
}

// NewSignature reads a text; case, punctuation and blanks do not matter.
func NewSignature(text string) Signature {
	words := strings.Fields(FoldName(text))
	set := map[uint64]bool{}
	for i := 0; i+shingleWords <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+shingleWords] {
			_, _ = h.Write([]byte(w)) // a hash never fails
			_, _ = h.Write([]byte{' '})
		}
		set[h.Sum64()] = true
	}
	s := Signature{Shingles: len(set)}
	if len(set) < fewShingles {
		return s
	}
	s.Values = make([]int64, hashes)
	for i := range s.Values {
		low := uint64(math.MaxUint64)
		for x := range set {
			low = min(low, mix(x^mix(uint64(i)+1)))
		}
		s.Values[i] = int64(low >> 1)
	}
	for b := 0; b < hashes/bandRows; b++ {
		h := fnv.New64a()
		for _, v := range s.Values[b*bandRows : (b+1)*bandRows] {
			_, _ = h.Write(strconv.AppendInt(nil, v, 36))
			_, _ = h.Write([]byte{'|'})
		}
		s.Bands = append(s.Bands, strconv.Itoa(b)+":"+strconv.FormatUint(h.Sum64(), 36))
	}
	return s
}

// mix spreads the bits of x (the finalizer of SplitMix64; Steele, Lea, Flood, 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Overlap estimates the share of shingles that two texts have in common: of all of them, and of those of the shorter
// text.
func (s Signature) Overlap(other Signature) (overlap, containment float64) {
	if len(s.Values) != hashes || len(other.Values) != hashes {
		return 0, 0
	}
	same := 0
	for i := range s.Values {
		if s.Values[i] == other.Values[i] {
			same++
		}
	}
	overlap = float64(same) / hashes
	both := overlap * float64(s.Shingles+other.Shingles) / (1 + overlap)
	return overlap, min(1, both/float64(min(s.Shingles, other.Shingles)))
}

// SameOrigin reports whether two articles are copies of one text, given the agencies that they credit ("" for none).
func SameOrigin(a, b Signature, wireA, wireB string) bool {
	overlap, containment := a.Overlap(b)
	if overlap >= sameOverlap || containment >= sameContainment {
		return true
	}
	return wireA != "" && FoldName(wireA) == FoldName(wireB) && (overlap >= wireOverlap || containment >= wireContainment)
}
