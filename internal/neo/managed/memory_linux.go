package managed

import (
	"bufio"
	"os"
	"strconv"
	"strings"
)

// machineMemoryMB is the memory that this process may count on: the machine's, or the container's limit when lower.
func machineMemoryMB() int {
	total := memTotalMB("/proc/meminfo")
	for _, limit := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if mb := byteFileMB(limit); mb > 0 && (total == 0 || mb < total) {
			total = mb
		}
	}
	return total
}

func memTotalMB(path string) int {
	f, err := os.Open(path)
	if err != nil {
		return 0
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if rest, ok := strings.CutPrefix(s.Text(), "MemTotal:"); ok {
			kb, _ := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(rest, "kB")))
			return kb / 1024
		}
	}
	return 0
}

// byteFileMB reads a cgroup limit; "max" and anything unreadable is 0.
func byteFileMB(path string) int {
	text, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64)
	if err != nil || n > 1<<50 { // cgroup v1 writes "no limit" as a huge number
		return 0
	}
	return int(n >> 20)
}
