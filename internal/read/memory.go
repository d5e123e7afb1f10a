package read

import (
	"os"
	"runtime/debug"
)

// thrift is how much the heap may grow between two collections, in percent. What reading a long text leaves behind is
// many times what it keeps, so that collecting early costs little time and saves much memory (bench/reading measures
// both).
const thrift = 50

// SpareMemory makes the program's garbage collector run early, unless the environment sets GOGC. Programs that read
// call it when they start.
func SpareMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(thrift)
	}
}
