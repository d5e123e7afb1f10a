package managed

import "golang.org/x/sys/unix"

// machineMemoryMB is the machine's memory, 0 when the system does not say.
func machineMemoryMB() int {
	n, err := unix.SysctlUint64("hw.memsize")
	if err != nil {
		return 0
	}
	return int(n >> 20)
}
