#include "textflag.h"

// func avxKernel4(dst *float32, dstStride int, x *float32, xStride int, panel *float32, in int)
// Y0 to Y7 sum four rows of sixteen outputs; each round takes one input of every row.
TEXT ·avxKernel4(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ dstStride+8(FP), SI
	MOVQ x+16(FP), AX
	MOVQ xStride+24(FP), BX
	MOVQ panel+32(FP), CX
	MOVQ in+40(FP), DX
	LEAQ (AX)(BX*1), R8
	LEAQ (R8)(BX*1), R9
	LEAQ (R9)(BX*1), R10
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	VXORPS Y4, Y4, Y4
	VXORPS Y5, Y5, Y5
	VXORPS Y6, Y6, Y6
	VXORPS Y7, Y7, Y7
	XORQ R11, R11

round4:
	VMOVUPS (CX), Y8
	VMOVUPS 32(CX), Y9
	VBROADCASTSS (AX)(R11*4), Y10
	VBROADCASTSS (R8)(R11*4), Y11
	VBROADCASTSS (R9)(R11*4), Y12
	VBROADCASTSS (R10)(R11*4), Y13
	VFMADD231PS Y8, Y10, Y0
	VFMADD231PS Y9, Y10, Y1
	VFMADD231PS Y8, Y11, Y2
	VFMADD231PS Y9, Y11, Y3
	VFMADD231PS Y8, Y12, Y4
	VFMADD231PS Y9, Y12, Y5
	VFMADD231PS Y8, Y13, Y6
	VFMADD231PS Y9, Y13, Y7
	ADDQ $64, CX
	INCQ R11
	CMPQ R11, DX
	JLT round4

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	ADDQ SI, DI
	VMOVUPS Y2, (DI)
	VMOVUPS Y3, 32(DI)
	ADDQ SI, DI
	VMOVUPS Y4, (DI)
	VMOVUPS Y5, 32(DI)
	ADDQ SI, DI
	VMOVUPS Y6, (DI)
	VMOVUPS Y7, 32(DI)
	VZEROUPPER
	RET

// func avxKernel1(dst, x, panel *float32, in int)
TEXT ·avxKernel1(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), AX
	MOVQ panel+16(FP), CX
	MOVQ in+24(FP), DX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	XORQ R11, R11

round1:
	VBROADCASTSS (AX)(R11*4), Y10
	VFMADD231PS (CX), Y10, Y0
	VFMADD231PS 32(CX), Y10, Y1
	ADDQ $64, CX
	INCQ R11
	CMPQ R11, DX
	JLT round1

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VZEROUPPER
	RET

// func cpuid(leaf, sub uint32) (eax, ebx, ecx, edx uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL sub+4(FP), CX
	CPUID
	MOVL AX, eax+8(FP)
	MOVL BX, ebx+12(FP)
	MOVL CX, ecx+16(FP)
	MOVL DX, edx+20(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET
