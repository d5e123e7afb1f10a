package decode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sort"

	"sayso/internal/read/tagger/crf"
	"sayso/internal/read/tagger/features"
)

// magic opens a file of weights; its last byte is the version of the format and of the features.
const magic = "attribution weights\x02"

// Encode writes a model: hashes in order, each as the distance from the one before, weights as 16-bit numbers with a
// common scale. Weights smaller than least are left out.
func Encode(m *Model, least float64) []byte {
	var b []byte
	b = append(b, magic...)
	for _, v := range []float64{m.Settings.Least, m.Settings.Accept, m.Settings.Same} {
		b = appendFloat(b, v)
	}
	keys := m.Lexicon.Keys()
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
		b = append(b, m.Lexicon[k].Head<<4|m.Lexicon[k].Cue)
	}
	for _, c := range []*crf.Chain{m.Cue, m.Argument} {
		for _, t := range c.Transitions {
			b = appendFloat(b, t)
		}
		b = appendTable(b, c.Table.Pruned(least))
	}
	b = appendTable(b, m.Ranker.Table.Pruned(least))
	b = appendFloat(b, m.Judge.Bias)
	return appendTable(b, m.Judge.Table.Pruned(least))
}

func appendFloat(b []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(v)))
}

func appendTable(b []byte, t *crf.Table) []byte {
	type row struct {
		key     uint32
		weights []float32
	}
	var rows []row
	peak := float32(1e-6)
	t.Each(func(key uint32, weights []float32) {
		rows = append(rows, row{key, append([]float32(nil), weights...)})
		for _, w := range weights {
			peak = max(peak, w, -w)
		}
	})
	sort.Slice(rows, func(i, j int) bool { return rows[i].key < rows[j].key })
	scale := peak / math.MaxInt16
	b = appendFloat(b, float64(scale))
	b = binary.AppendUvarint(b, uint64(len(rows)))
	last := uint32(0)
	for _, r := range rows {
		b = binary.AppendUvarint(b, uint64(r.key-last))
		last = r.key
		mask := byte(0)
		for y, w := range r.weights {
			if w != 0 {
				mask |= 1 << y
			}
		}
		b = append(b, mask)
		for _, w := range r.weights {
			if w != 0 {
				b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(float64(w/scale)))))
			}
		}
	}
	return b
}

var errShort = errors.New("the file ends too early; train the model again or restore it")

// Decode reads what Encode wrote.
func Decode(data []byte) (*Model, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, errors.New("attribution weights: not a file of weights for these features; train the model again")
	}
	r := &reader{data: data[len(magic):]}
	m := &Model{Lexicon: features.Lexicon{}}
	for _, p := range []*float64{&m.Settings.Least, &m.Settings.Accept, &m.Settings.Same} {
		*p = r.float()
	}
	key := uint32(0)
	for range r.count() {
		key += uint32(r.uvarint())
		c := r.byte()
		m.Lexicon[key] = features.Classes{Head: c >> 4, Cue: c & 15}
	}
	m.Cue, m.Argument = r.chain(CueLabels), r.chain(Labels)
	m.Ranker = &crf.Logistic{Table: r.table(1)}
	m.Judge = &crf.Logistic{Bias: r.float(), Table: r.table(1)}
	if r.err == nil && len(r.data) > 0 {
		r.err = fmt.Errorf("%d bytes too many; train the model again or restore it", len(r.data))
	}
	if r.err != nil {
		return nil, fmt.Errorf("attribution weights: %w", r.err)
	}
	m.space = newSpace(m.Argument)
	return m, nil
}

// reader takes values off the front of data; after an error it gives zeros.
type reader struct {
	data []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if len(r.data) < n {
		r.err, r.data = errShort, nil
		return make([]byte, n)
	}
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) byte() byte { return r.take(1)[0] }

func (r *reader) float() float64 {
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(r.take(4))))
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.err, r.data = errShort, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// count is a number of rows; it cannot be larger than what is left to read.
func (r *reader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.data)) {
		r.err, r.data = errShort, nil
		return 0
	}
	return int(n)
}

func (r *reader) chain(labels int) *crf.Chain {
	c := &crf.Chain{Labels: labels, Transitions: make([]float64, labels*labels)}
	for i := range c.Transitions {
		c.Transitions[i] = r.float()
	}
	c.Table = r.table(labels)
	return c
}

func (r *reader) table(width int) *crf.Table {
	t := crf.NewTable(width)
	scale := r.float()
	key := uint32(0)
	row := make([]float32, width)
	for range r.count() {
		key += uint32(r.uvarint())
		mask := r.byte()
		clear(row)
		for y := range row {
			if mask&(1<<y) != 0 {
				row[y] = float32(float64(int16(binary.LittleEndian.Uint16(r.take(2)))) * scale)
			}
		}
		t.Put(key, row)
	}
	return t
}
