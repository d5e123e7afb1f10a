package nlp

import "testing"

// Processors without vector instructions, and other architectures, must read the same.
func TestParityWithPortableKernels(t *testing.T) {
	if !wideVectors {
		t.Skip("TestParity has already used the portable kernels, this processor has no others")
	}
	p, err := load()
	if err != nil {
		t.Fatal(err)
	}
	wideVectors = false
	defer func() { wideVectors = true }()
	checkParity(t, p, readReference(t, "testdata/prose.txt"))
}
