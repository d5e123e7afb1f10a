//go:build !linux && !darwin && !windows

package managed

// machineMemoryMB is unknown here; chooseMemory has an answer for that.
func machineMemoryMB() int { return 0 }
