package managed

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var globalMemoryStatusEx = windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")

// memoryStatusEx mirrors MEMORYSTATUSEX; only the first three members matter here, the others give it its size.
type memoryStatusEx struct {
	length, load uint32
	totalPhys    uint64
	others       [6]uint64
}

// machineMemoryMB is the machine's memory, 0 when the system does not say.
func machineMemoryMB() int {
	var m memoryStatusEx
	m.length = uint32(unsafe.Sizeof(m))
	if ok, _, _ := globalMemoryStatusEx.Call(uintptr(unsafe.Pointer(&m))); ok == 0 {
		return 0
	}
	return int(m.totalPhys >> 20)
}
