package nlp

import (
	"encoding/binary"
	"math/bits"
)

// murmur64 is MurmurHash64A with seed 1, the hash by which the weights know a string.
func murmur64(s string) uint64 {
	const m = 0xc6a4a7935bd1e995
	h := uint64(1) ^ uint64(len(s))*m
	for len(s) >= 8 {
		k := (uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56) * m
		h = (h ^ (k^k>>47)*m) * m
		s = s[8:]
	}
	if len(s) > 0 {
		var tail [8]byte
		copy(tail[:], s)
		h = (h ^ binary.LittleEndian.Uint64(tail[:])) * m
	}
	h = (h ^ h>>47) * m
	return h ^ h>>47
}

// spread turns a feature value into four row numbers before the modulus: MurmurHash3 (x64, 128 bits) of the eight
// bytes of value.
func spread(value uint64, seed uint32) [4]uint32 {
	k := bits.RotateLeft64(value*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 := (uint64(seed) ^ k) ^ 8
	h2 := uint64(seed) ^ 8
	h1 += h2
	h2 += h1
	h1, h2 = avalanche(h1), avalanche(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func avalanche(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
