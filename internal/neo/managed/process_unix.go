//go:build unix

package managed

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// ownGroup keeps the terminal's Ctrl-C from the child: the parent hears it and decides.
func ownGroup(cmd *exec.Cmd) {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setpgid = true
}

// killGroup kills a process made with ownGroup and all it has started.
func killGroup(cmd *exec.Cmd) error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// askToStop lets the server close its store and end.
func askToStop(p *os.Process) error { return p.Signal(syscall.SIGTERM) }

// bindToParent has nothing to do after the start; see dieWithParent.
func bindToParent(*exec.Cmd) error { return nil }

// alive reports whether there is such a process, be it someone else's.
func alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
