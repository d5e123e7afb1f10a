//go:build unix

package managed

import (
	"os/exec"
	"syscall"
	"testing"
)

func TestChildHasItsOwnGroup(t *testing.T) {
	cmd := exec.Command("sleep", "60")
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if group, err := syscall.Getpgid(cmd.Process.Pid); err != nil || group != cmd.Process.Pid {
		t.Errorf("the child is in group %d, %v; want its own, %d", group, err, cmd.Process.Pid)
	}
	if err := killGroup(cmd); err != nil {
		t.Error(err)
	}
	cmd.Wait()
}
