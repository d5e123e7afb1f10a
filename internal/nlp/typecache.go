package nlp

import (
	"strings"
	"sync"
)

const (
	cachedTypes   = 8192 // word types of each of the two generations of a cache
	cachedTypeMax = 64   // bytes of the longest word that is worth remembering
)

// typeCache remembers mixed vectors by word type. When the younger generation is full it becomes the older one, and
// the older one is dropped.
type typeCache struct {
	mu         sync.Mutex
	young, old map[wordType][]float32
}

// lookup calls found for each token with its word type and vector, nil when it is not remembered.
func (c *typeCache) lookup(tokens []Token, found func(i int, t wordType, vector []float32)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range tokens {
		t := wordType{tokens[i].Text, tokens[i].Norm, tokens[i].Space}
		vector := c.young[t]
		if vector == nil {
			if vector = c.old[t]; vector != nil {
				c.put(t, vector)
			}
		}
		found(i, t, vector)
	}
}

// store remembers the vectors [len(types)][width].
func (c *typeCache) store(types []wordType, vectors []float32, width int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, t := range types {
		// Copies, so that the cache keeps neither the text that a word was cut from nor a whole batch of vectors.
		t.text, t.norm = strings.Clone(t.text), strings.Clone(t.norm)
		c.put(t, append([]float32(nil), vectors[i*width:(i+1)*width]...))
	}
}

func (c *typeCache) put(t wordType, vector []float32) {
	if len(t.text) > cachedTypeMax {
		return
	}
	if c.young == nil || len(c.young) >= cachedTypes {
		c.young, c.old = make(map[wordType][]float32, cachedTypes/8), c.young
	}
	c.young[t] = vector
}
