package nlp

import (
	"fmt"
	"math"
	"sync"
)

const (
	chunkRows      = 512 // rows that go through the window layers at once: bounds memory, keeps the products in cache
	normEpsilon    = 1e-8
	encoderMinimum = 1 // window layers that a model must have
)

// encoder turns tokens into vectors that know their surroundings. Hash embeddings and the word vector of a token are
// mixed into one vector, which depends on its word type alone and is remembered; then each window layer adds what it
// makes of a vector and its two neighbours.
type encoder struct {
	lexicon *lexicon
	keys    []int // feature that each table is keyed by
	seeds   []uint32
	tables  []table // [rows][width]
	vectors table   // word vectors, already projected: [rows][width]
	mixer   *maxout
	layers  []*maxout
	width   int
	cache   typeCache
}

// maxout is a linear layer that keeps the best of some pieces per output and normalises the result.
type maxout struct {
	*dense
	pieces     int
	gain, bias []float32 // of the normalisation, [width]
}

func newEncoder(w *weightsFile, prefix string, h encoderHeader, l *lexicon) (*encoder, error) {
	e := &encoder{lexicon: l, seeds: h.Seeds, width: h.Width, vectors: w.table(prefix + ".vectors")}
	if h.Width <= 0 || h.Pieces <= 0 || h.Layers < encoderMinimum || len(h.Features) != len(h.Seeds) {
		return nil, fmt.Errorf("nlp: the header of encoder %s makes no sense; convert the weights again", prefix)
	}
	for i, name := range h.Features {
		key, ok := featureNames[name]
		if !ok {
			return nil, fmt.Errorf("nlp: encoder %s wants the feature %s, which this reader does not know", prefix, name)
		}
		e.keys = append(e.keys, key)
		e.tables = append(e.tables, w.table(fmt.Sprintf("%s.embed%d", prefix, i)))
	}
	for i := range h.Layers + 1 {
		e.layers = append(e.layers, &maxout{
			dense:  w.dense(fmt.Sprintf("%s.maxout%d", prefix, i)),
			pieces: h.Pieces,
			gain:   w.floats(fmt.Sprintf("%s.norm%d.gain", prefix, i)),
			bias:   w.floats(fmt.Sprintf("%s.norm%d.bias", prefix, i)),
		})
	}
	e.mixer, e.layers = e.layers[0], e.layers[1:]
	if err := w.err(); err != nil {
		return nil, err
	}
	if e.mixer.in != h.Width*(len(e.tables)+1) || e.layers[0].in != 3*h.Width || e.mixer.out != h.Width*h.Pieces {
		return nil, fmt.Errorf("nlp: the layers of encoder %s do not fit together; convert the weights again", prefix)
	}
	return e, nil
}

// finish turns a row of products [width*pieces] into a row of outputs [width]: best piece, then layer norm.
func (m *maxout) finish(products, out []float32) {
	bias := m.dense.bias
	var sum float32
	if m.pieces == 3 {
		for o := range out {
			k := 3 * o
			best := max(products[k]+bias[k], products[k+1]+bias[k+1], products[k+2]+bias[k+2])
			out[o] = best
			sum += best
		}
	} else {
		for o := range out {
			best := float32(math.Inf(-1))
			for k := o * m.pieces; k < (o+1)*m.pieces; k++ {
				best = max(best, products[k]+bias[k])
			}
			out[o] = best
			sum += best
		}
	}
	mean := sum / float32(len(out))
	var variance float32
	for _, v := range out {
		variance += (v - mean) * (v - mean)
	}
	scale := 1 / float32(math.Sqrt(float64(variance/float32(len(out))+normEpsilon)))
	for o, v := range out {
		out[o] = (v-mean)*scale*m.gain[o] + m.bias[o]
	}
}

// chunkBuffers are the rows that one chunk needs on its way through an encoder.
type chunkBuffers struct{ x, y, products, mixed, made []float32 }

var chunkPool = sync.Pool{New: func() any { return new(chunkBuffers) }}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	return s[:n]
}

// encode computes the vectors of the tokens of each segment, a segment being blind to what is outside of it, and hands
// them to emit in stretches: vectors of the tokens from first on, [n][width], valid during the call. Segments are
// ascending token spans. Short segments share a chunk; long ones are cut with an overlap as wide as the layers see,
// which makes the result the same as without cuts.
func (e *encoder) encode(tokens []Token, segments []Span, emit func(first int, vectors []float32)) {
	e.encodeWithin(tokens, segments, func(s Span) Span { return s }, emit)
}

// encodeWithin is encode for stretches of segments: those of stretch s see the tokens of segment(s).
func (e *encoder) encodeWithin(tokens []Token, stretches []Span, segment func(Span) Span,
	emit func(first int, vectors []float32)) {
	buffers := chunkPool.Get().(*chunkBuffers)
	defer chunkPool.Put(buffers)
	halo := len(e.layers)
	var parts []part
	rows := 0
	flush := func() {
		if len(parts) > 0 {
			e.run(buffers, tokens, parts, rows, emit)
		}
		parts, rows = parts[:0], 0
	}
	for _, s := range stretches {
		for from := s.Start; from < s.End; {
			n := min(s.End-from, chunkRows-2*halo)
			if rows > 0 && rows+n+2*halo > chunkRows {
				flush()
			}
			parts = append(parts, part{segment: segment(s), keep: Span{from, from + n}, row: rows})
			rows += n + 2*halo
			from += n
		}
	}
	flush()
}

// part is a stretch of a segment in a chunk: the rows of keep with halo rows on either side, from row on.
type part struct {
	segment, keep Span
	row           int
}

// run takes one chunk through mixer and window layers.
func (e *encoder) run(b *chunkBuffers, tokens []Token, parts []part, rows int, emit func(int, []float32)) {
	w, halo := e.width, len(e.layers)
	// One row of zeros before and after the chunk stands for the neighbours of its first and last row.
	b.x, b.y = grow(b.x, (rows+2)*w), grow(b.y, (rows+2)*w)
	x, y := b.x, b.y
	clear(x)
	clear(y[:w])
	clear(y[(rows+1)*w:])
	for _, p := range parts {
		from := max(p.keep.Start-halo, p.segment.Start)
		to := min(p.keep.End+halo, p.segment.End)
		at := (1 + p.row + halo - (p.keep.Start - from)) * w
		e.mix(b, tokens[from:to], x[at:at+(to-from)*w])
	}
	b.products = grow(b.products, rows*e.layers[0].stride)
	for _, layer := range e.layers {
		// The window of a row, its neighbours and itself, lies in one piece in x.
		layer.mul(b.products, x, rows, w)
		for r := range rows {
			in, out := x[(r+1)*w:(r+2)*w], y[(r+1)*w:(r+2)*w]
			layer.finish(b.products[r*layer.stride:(r+1)*layer.stride], out)
			for i, v := range in {
				out[i] += v
			}
		}
		x, y = y, x
	}
	for _, p := range parts {
		at := (1 + p.row + halo) * w
		emit(p.keep.Start, x[at:at+(p.keep.End-p.keep.Start)*w])
	}
}

// mix writes the mixed vector of each token to out, [len(tokens)][width].
func (e *encoder) mix(b *chunkBuffers, tokens []Token, out []float32) {
	w := e.width
	missing := map[wordType][]int{}
	var order []wordType
	e.cache.lookup(tokens, func(i int, t wordType, vector []float32) {
		if vector != nil {
			copy(out[i*w:], vector)
			return
		}
		if missing[t] == nil {
			order = append(order, t)
		}
		missing[t] = append(missing[t], i)
	})
	if len(order) == 0 {
		return
	}
	b.mixed = grow(b.mixed, len(order)*e.mixer.in)
	in := b.mixed
	clear(in)
	for k, t := range order {
		e.embed(t, in[k*e.mixer.in:(k+1)*e.mixer.in])
	}
	b.products = grow(b.products, len(order)*e.mixer.stride)
	e.mixer.mul(b.products, in, len(order), e.mixer.in)
	b.made = grow(b.made, len(order)*w)
	made := b.made
	for k, t := range order {
		vector := made[k*w : (k+1)*w]
		e.mixer.finish(b.products[k*e.mixer.stride:(k+1)*e.mixer.stride], vector)
		for _, i := range missing[t] {
			copy(out[i*w:], vector)
		}
	}
	e.cache.store(order, made, w)
}

// embed writes the input of the mixer for a word type to in, which is zero.
func (e *encoder) embed(t wordType, in []float32) {
	features := e.lexicon.features(t)
	for i, table := range e.tables {
		to := in[i*e.width : (i+1)*e.width]
		for _, h := range spread(features[e.keys[i]], e.seeds[i]) {
			table.add(int(h%uint32(table.rows)), to)
		}
	}
	if row := e.lexicon.vectorRow(e.lexicon.hash(t.text)); row >= 0 && row < e.vectors.rows {
		e.vectors.add(row, in[len(e.tables)*e.width:])
	}
}
