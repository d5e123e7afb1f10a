//go:build !amd64

package nlp

func kernel4(dst []float32, dstStride int, x []float32, xStride int, panel []float32, in int) {
	portableKernel4(dst, dstStride, x, xStride, panel, in)
}

func kernel1(dst, x, panel []float32, in int) { portableKernel1(dst, x, panel, in) }
