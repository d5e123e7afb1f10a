package nlp

// panelWidth is the number of outputs that one kernel call computes side by side.
const panelWidth = 16

// dense is the matrix of a linear layer, packed for the kernels: for each group of panelWidth outputs, the weights of
// input 0, then of input 1 and so on. Outputs are filled up with zeros to a whole number of groups.
type dense struct {
	in, out int
	stride  int // out rounded up to a multiple of panelWidth
	panels  []float32
	bias    []float32 // [stride]
}

// dense reads a linear layer: name.w is [out][in], name.b is [out] or empty.
func (w *weightsFile) dense(name string) *dense {
	weights, in := w.matrix(name + ".w")
	return newDense(weights, in, w.floats(name+".b"))
}

// newDense packs weights [out][in] and a bias [out].
func newDense(weights []float32, in int, bias []float32) *dense {
	d := &dense{in: in, out: len(weights) / in}
	d.stride = (d.out + panelWidth - 1) / panelWidth * panelWidth
	d.panels = make([]float32, d.stride*in)
	d.bias = make([]float32, d.stride)
	copy(d.bias, bias)
	for o := range d.out {
		panel := d.panels[o/panelWidth*panelWidth*in:]
		for k := range in {
			panel[k*panelWidth+o%panelWidth] = weights[o*in+k]
		}
	}
	return d
}

// mul computes rows of products without the bias: dst[r][o] = sum over k of x[r][k] * weights[o][k]. Row r of x begins
// at r*xStride, so that rows may overlap; dst is [rows][stride] and must not share memory with x.
func (d *dense) mul(dst, x []float32, rows, xStride int) {
	if rows == 0 {
		return
	}
	_ = dst[rows*d.stride-1]
	_ = x[(rows-1)*xStride+d.in-1]
	for p := 0; p < d.stride; p += panelWidth {
		panel := d.panels[p*d.in : (p+panelWidth)*d.in]
		r := 0
		for ; r+4 <= rows; r += 4 {
			kernel4(dst[r*d.stride+p:], d.stride, x[r*xStride:], xStride, panel, d.in)
		}
		for ; r < rows; r++ {
			kernel1(dst[r*d.stride+p:], x[r*xStride:], panel, d.in)
		}
	}
}

// portableKernel4 computes panelWidth outputs of four rows.
func portableKernel4(dst []float32, dstStride int, x []float32, xStride int, panel []float32, in int) {
	for r := 0; r < 4; r += 2 {
		a, b := x[r*xStride:][:in], x[(r+1)*xStride:][:in]
		to, next := dst[r*dstStride:][:panelWidth], dst[(r+1)*dstStride:][:panelWidth]
		for c := 0; c < panelWidth; c += 4 {
			var a0, a1, a2, a3, b0, b1, b2, b3 float32
			for k, u := range a {
				w := panel[k*panelWidth+c:][:4]
				v := b[k]
				a0 += u * w[0]
				b0 += v * w[0]
				a1 += u * w[1]
				b1 += v * w[1]
				a2 += u * w[2]
				b2 += v * w[2]
				a3 += u * w[3]
				b3 += v * w[3]
			}
			to[c], to[c+1], to[c+2], to[c+3] = a0, a1, a2, a3
			next[c], next[c+1], next[c+2], next[c+3] = b0, b1, b2, b3
		}
	}
}

// portableKernel1 computes panelWidth outputs of one row.
func portableKernel1(dst, x, panel []float32, in int) {
	x = x[:in]
	for c := 0; c < panelWidth; c += 4 {
		var s0, s1, s2, s3 float32
		for k, u := range x {
			w := panel[k*panelWidth+c:][:4]
			s0 += u * w[0]
			s1 += u * w[1]
			s2 += u * w[2]
			s3 += u * w[3]
		}
		dst[c], dst[c+1], dst[c+2], dst[c+3] = s0, s1, s2, s3
	}
}
