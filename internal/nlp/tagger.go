package nlp

import (
	"fmt"
	"sync"
)

// tagger chooses a tag for each token from its vector.
type tagger struct {
	*dense
	tags []string
}

func newTagger(w *weightsFile) (*tagger, error) {
	t := &tagger{dense: w.dense("tag"), tags: w.Tags}
	if err := w.err(); err != nil {
		return nil, err
	}
	if t.out != len(t.tags) {
		return nil, fmt.Errorf("nlp: the weights file has %d tags but weights for %d; convert it again", len(t.tags), t.out)
	}
	return t, nil
}

// tagPool keeps the scores of a batch for the next one.
var tagPool = sync.Pool{New: func() any { return new([]float32) }}

// tag sets the tags of tokens, whose vectors are [len(tokens)][width].
func (t *tagger) tag(tokens []Token, vectors []float32) {
	const batch = 64
	buffer := tagPool.Get().(*[]float32)
	defer tagPool.Put(buffer)
	*buffer = grow(*buffer, batch*t.stride)
	scores := *buffer
	for from := 0; from < len(tokens); from += batch {
		n := min(batch, len(tokens)-from)
		t.mul(scores, vectors[from*t.in:], n, t.in)
		for i := range n {
			row := scores[i*t.stride : i*t.stride+t.out]
			best := 0
			for k := range row {
				row[k] += t.bias[k]
				if row[k] > row[best] {
					best = k
				}
			}
			tokens[from+i].Tag = t.tags[best]
		}
	}
}
