package managed

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"syscall"
)

// dieWithParent has the kernel ask the child to stop when the thread that started it is gone, even after a SIGKILL.
// SIGTERM and not SIGKILL, so that the store is closed properly.
func dieWithParent(cmd *exec.Cmd) { cmd.SysProcAttr.Pdeathsig = syscall.SIGTERM }

// runsHome reports whether the process is a server on this home. A zombie has no command line and is not.
func runsHome(pid int, home string) (bool, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	args := bytes.Split(text, []byte{0})
	return slices.ContainsFunc(args, func(a []byte) bool { return string(a) == homeArg(home) }), nil
}
