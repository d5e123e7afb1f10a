package features

// text hashes a string.
func text(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>29
}

// join hashes a template's name with its parts; order matters.
func join(name string, parts ...uint64) uint64 {
	h := text(name)
	for _, p := range parts {
		h = mix(h*0x9E3779B97F4A7C15 + p)
	}
	return h
}

// bag collects the features of one position.
type bag struct{ hashes []uint32 }

func (b *bag) add(name string, parts ...uint64) {
	b.hashes = append(b.hashes, uint32(join(name, parts...)>>16))
}

// num makes a small number a part.
func num(n int) uint64 { return uint64(int64(n)) + 0x1000 }

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 2
}

// log2 is the whole part of the binary logarithm of n, at most limit; n is positive.
func log2(n, limit int) int {
	k := 0
	for n > 1 && k < limit {
		n, k = n/2, k+1
	}
	return k
}
