package crf

// Data are labelled sequences in a compact form. A zero Data with Labels set is ready for Append.
type Data struct {
	Labels int // number of labels

	features []uint32 // of all positions; hashes until Compact, then rows of the index
	position []int    // per position, where its features end
	sequence []int    // per sequence, where its positions end
	gold     []uint8  // per position
	hashes   []uint32 // per row, once compact
}

// Sequences is the number of sequences.
func (d *Data) Sequences() int { return len(d.sequence) }

// Positions is the number of positions of all sequences.
func (d *Data) Positions() int { return len(d.position) }

// Append adds a sequence: the feature hashes of each position and its label.
func (d *Data) Append(features [][]uint32, gold []uint8) {
	for i, f := range features {
		d.features = append(d.features, f...)
		d.position = append(d.position, len(d.features))
		d.gold = append(d.gold, gold[i])
	}
	d.sequence = append(d.sequence, len(d.position))
}

// bounds gives the positions of sequence s.
func (d *Data) bounds(s int) (from, to int) {
	if s > 0 {
		from = d.sequence[s-1]
	}
	return from, d.sequence[s]
}

// at gives the features of a position.
func (d *Data) at(p int) []uint32 {
	from := 0
	if p > 0 {
		from = d.position[p-1]
	}
	return d.features[from:d.position[p]]
}

// Compact drops the features that no label has at least so many times, and numbers the others.
func (d *Data) Compact(least int) {
	counts := newCounter(d.Labels)
	for p := range d.position {
		for _, f := range d.at(p) {
			counts.add(f, d.gold[p])
		}
	}
	row := counts.number(uint32(least), &d.hashes)
	from, out := 0, 0
	for p, to := range d.position {
		for _, f := range d.features[from:to] {
			if r := row(f); r >= 0 {
				d.features[out] = uint32(r)
				out++
			}
		}
		from = to
		d.position[p] = out
	}
	d.features = append([]uint32(nil), d.features[:out]...)
}

// seen tells for each row and label, over the chosen sequences, whether they met at least so many times.
func (d *Data) seen(chosen []int, least int) []bool {
	counts := make([]uint32, len(d.hashes)*d.Labels)
	for _, s := range chosen {
		from, to := d.bounds(s)
		for p := from; p < to; p++ {
			for _, r := range d.at(p) {
				counts[int(r)*d.Labels+int(d.gold[p])]++
			}
		}
	}
	out := make([]bool, len(counts))
	for i, c := range counts {
		out[i] = c >= uint32(least)
	}
	return out
}

// counter counts how often each feature meets each label: an open hash table, as maps take too much room for this.
type counter struct {
	labels int
	keys   []uint32 // 0 marks an empty slot
	counts []uint32
	used   int
}

func newCounter(labels int) *counter {
	const slots = 1 << 16
	return &counter{labels: labels, keys: make([]uint32, slots), counts: make([]uint32, slots*labels)}
}

// slot finds the place of a key or the empty one where it belongs. The hash 0 shares the place of 1.
func (c *counter) slot(key uint32) int {
	i := int(key*0x9E3779B1>>3) & (len(c.keys) - 1)
	for c.keys[i] != 0 && c.keys[i] != key {
		i = (i + 1) & (len(c.keys) - 1)
	}
	return i
}

func (c *counter) add(key uint32, label uint8) {
	key = max(key, 1)
	i := c.slot(key)
	if c.keys[i] == 0 {
		if c.used++; c.used*10 > len(c.keys)*7 {
			c.grow()
			i = c.slot(key)
		}
		c.keys[i] = key
	}
	c.counts[i*c.labels+int(label)]++
}

func (c *counter) grow() {
	keys, counts := c.keys, c.counts
	c.keys, c.counts = make([]uint32, 2*len(keys)), make([]uint32, 2*len(counts))
	for i, k := range keys {
		if k != 0 {
			j := c.slot(k)
			c.keys[j] = k
			copy(c.counts[j*c.labels:], counts[i*c.labels:(i+1)*c.labels])
		}
	}
}

// number gives the keys that reach the least count rows in the order of the table, and a function that finds them.
func (c *counter) number(least uint32, hashes *[]uint32) func(uint32) int32 {
	rows := make([]int32, len(c.keys))
	for i, k := range c.keys {
		rows[i] = -1
		if k == 0 {
			continue
		}
		for _, n := range c.counts[i*c.labels : (i+1)*c.labels] {
			if n >= least {
				rows[i] = int32(len(*hashes))
				*hashes = append(*hashes, k)
				break
			}
		}
	}
	return func(key uint32) int32 { return rows[c.slot(max(key, 1))] }
}
