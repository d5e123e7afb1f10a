package crf

import "math"

// Table maps feature hashes to rows of weights.
type Table struct {
	width   int
	keys    []uint32 // 0 marks an empty slot
	rows    []int32
	weights []float32
	order   []uint32 // keys as they were put
}

// NewTable makes an empty table with so many weights a row.
func NewTable(width int) *Table {
	return &Table{width: width, keys: make([]uint32, 16), rows: make([]int32, 16)}
}

// Width is the number of weights of a row, Len the number of rows.
func (t *Table) Width() int { return t.width }

// Len is the number of rows.
func (t *Table) Len() int { return len(t.order) }

func (t *Table) slot(key uint32) int {
	mask := uint32(len(t.keys) - 1)
	i := (key * 0x9E3779B1 >> 7) & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return int(i)
}

// Put sets the row of a key; the hash 0 shares the row of 1.
func (t *Table) Put(key uint32, row []float32) {
	key = max(key, 1)
	if (len(t.order)+1)*2 > len(t.keys) {
		keys, rows := t.keys, t.rows
		t.keys, t.rows = make([]uint32, 2*len(keys)), make([]int32, 2*len(rows))
		for i, k := range keys {
			if k != 0 {
				j := t.slot(k)
				t.keys[j], t.rows[j] = k, rows[i]
			}
		}
	}
	i := t.slot(key)
	if t.keys[i] == 0 {
		t.keys[i], t.rows[i] = key, int32(len(t.order))
		t.order = append(t.order, key)
		t.weights = append(t.weights, row...)
		return
	}
	copy(t.weights[int(t.rows[i])*t.width:], row)
}

// Row gives the weights of a key, nil for none.
func (t *Table) Row(key uint32) []float32 {
	i := t.slot(max(key, 1))
	if t.keys[i] == 0 {
		return nil
	}
	r := int(t.rows[i]) * t.width
	return t.weights[r : r+t.width]
}

// Sum writes the sums of the weights of the keys to out.
func (t *Table) Sum(keys []uint32, out []float64) {
	clear(out)
	for _, k := range keys {
		for y, w := range t.Row(k) {
			out[y] += float64(w)
		}
	}
}

// Each calls f for every row, in the order in which they were put.
func (t *Table) Each(f func(key uint32, row []float32)) {
	for i, k := range t.order {
		f(k, t.weights[i*t.width:(i+1)*t.width])
	}
}

// Pruned is a copy without the weights that are smaller than least.
func (t *Table) Pruned(least float64) *Table {
	out := NewTable(t.width)
	kept := make([]float32, t.width)
	t.Each(func(key uint32, row []float32) {
		some := false
		for y, w := range row {
			kept[y] = 0
			if math.Abs(float64(w)) >= least {
				kept[y], some = w, true
			}
		}
		if some {
			out.Put(key, kept)
		}
	})
	return out
}

// Mean averages tables of one width: weight by weight, what one lacks counting as nothing.
func Mean(tables ...*Table) *Table {
	out := NewTable(tables[0].width)
	sum := make([]float32, out.width)
	for _, t := range tables {
		t.Each(func(key uint32, row []float32) {
			copy(sum, row)
			for y := range sum {
				sum[y] /= float32(len(tables))
			}
			if old := out.Row(key); old != nil {
				for y := range old {
					old[y] += sum[y]
				}
				return
			}
			out.Put(key, sum)
		})
	}
	return out
}
