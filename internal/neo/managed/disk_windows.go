package managed

import "golang.org/x/sys/windows"

// diskSpace gives what is free to this user and what there is in all on the disk that holds dir, in bytes.
func diskSpace(dir string) (free, size uint64, err error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, 0, err
	}
	err = windows.GetDiskFreeSpaceEx(path, &free, &size, nil)
	return free, size, err
}
