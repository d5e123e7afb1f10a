//go:build unix

package managed

import "golang.org/x/sys/unix"

// diskSpace gives what is free to this user and what there is in all on the disk that holds dir, in bytes.
func diskSpace(dir string) (free, size uint64, err error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, 0, err
	}
	block := uint64(s.Bsize)
	return uint64(s.Bavail) * block, uint64(s.Blocks) * block, nil //nolint:unconvert // signed on some systems
}
