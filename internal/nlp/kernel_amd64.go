package nlp

// wideVectors is whether the processor and the operating system offer AVX2 and fused multiply-add.
var wideVectors = hasAVX2()

// kernel4 computes panelWidth outputs of four rows; see dense for the layout.
func kernel4(dst []float32, dstStride int, x []float32, xStride int, panel []float32, in int) {
	if !wideVectors {
		portableKernel4(dst, dstStride, x, xStride, panel, in)
		return
	}
	_, _, _ = dst[3*dstStride+panelWidth-1], x[3*xStride+in-1], panel[in*panelWidth-1]
	avxKernel4(&dst[0], 4*dstStride, &x[0], 4*xStride, &panel[0], in)
}

// kernel1 computes panelWidth outputs of one row.
func kernel1(dst, x, panel []float32, in int) {
	if !wideVectors {
		portableKernel1(dst, x, panel, in)
		return
	}
	_, _, _ = dst[panelWidth-1], x[in-1], panel[in*panelWidth-1]
	avxKernel1(&dst[0], &x[0], &panel[0], in)
}

func hasAVX2() bool {
	highest, _, _, _ := cpuid(0, 0)
	if highest < 7 {
		return false
	}
	const fma, osxsave, avx2 = 1 << 12, 1 << 27, 1 << 5
	_, _, ecx, _ := cpuid(1, 0)
	if ecx&fma == 0 || ecx&osxsave == 0 || xgetbv()&6 != 6 {
		return false
	}
	_, ebx, _, _ := cpuid(7, 0)
	return ebx&avx2 != 0
}

// avxKernel4 is kernel4 with strides in bytes; in must be positive.
//
//go:noescape
func avxKernel4(dst *float32, dstStride int, x *float32, xStride int, panel *float32, in int)

// avxKernel1 is kernel1; in must be positive.
//
//go:noescape
func avxKernel1(dst, x, panel *float32, in int)

func cpuid(leaf, sub uint32) (eax, ebx, ecx, edx uint32)

// xgetbv returns the low half of the register that says which vector registers the operating system saves.
func xgetbv() uint32
