package managed

const (
	minHeapMB      = 256
	minPageCacheMB = 32
)

// chooseMemory gives heap and page cache in mebibytes for a machine with that much memory; 0 means unknown.
// An eighth each leaves room for this program, a browser and the file cache, which serves reads as well.
func chooseMemory(machineMB int) (heapMB, pageCacheMB int) {
	if machineMB <= 0 {
		return 1024, 512
	}
	return min(max(machineMB/8, 512), 4096), min(max(machineMB/8, 128), 4096)
}

// initialHeapMB is kept small: most graphs need far less than they are allowed, and the heap grows by itself.
func initialHeapMB(heapMB int) int { return min(heapMB, 512) }
