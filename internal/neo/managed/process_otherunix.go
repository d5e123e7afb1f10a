//go:build unix && !linux

package managed

import (
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// dieWithParent is not to be had here. A server that outlives a killed parent is found and stopped at the next start.
func dieWithParent(*exec.Cmd) {}

// runsHome reports whether the process is a server on this home.
func runsHome(pid int, home string) (bool, error) {
	out, err := exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) { // no such process
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("ask ps about process %d: %w", pid, err)
	}
	return strings.Contains(" "+strings.TrimSpace(string(out))+" ", " "+homeArg(home)+" "), nil
}
