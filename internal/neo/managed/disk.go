package managed

import (
	"fmt"
	"math"
)

// Neo4j's database stops for good when it cannot write its transaction log, so writing must end while there is room.
// What is kept free is an eighth of a small disk and reserveMost of a large one.
const (
	reserveShare = 8
	reserveMost  = 256 << 20
)

// room is what there is on the disk of the data folder, in bytes.
type room struct{ free, reserve uint64 }

// roomIn looks at the disk that holds dir. A disk that cannot be looked at is taken to have room: other errors will
// tell.
func roomIn(dir string) room {
	free, size, err := diskSpace(dir)
	if err != nil {
		return room{free: reserveMost}
	}
	return room{free, min(size/reserveShare, reserveMost)}
}

// full reports whether nothing more may be written.
func (r room) full() bool { return r.free < r.reserve }

// String says how much is free and how much must be.
func (r room) String() string {
	return fmt.Sprintf("%d MB of the disk that holds the graph are free, and %d MB must be", r.free>>20,
		(r.reserve+(1<<20)-1)>>20)
}

// CheckRoom gives an error where the disk that holds dir is so full that nothing more may be written to it.
func CheckRoom(dir string) error {
	if r := roomIn(dir); r.full() {
		return fmt.Errorf("%d MB of the disk that holds %s are free, and %d MB must be", r.free>>20, dir,
			(r.reserve+(1<<20)-1)>>20)
	}
	return nil
}

// Free is how many bytes of the disk that holds dir may be written before nothing more may.
// One that cannot be looked at is taken to have room.
func Free(dir string) uint64 {
	if _, _, err := diskSpace(dir); err != nil {
		return math.MaxUint64
	}
	r := roomIn(dir)
	return r.free - min(r.free, r.reserve)
}
