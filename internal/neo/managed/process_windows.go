package managed

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// ownGroup keeps the console's Ctrl-C from the child: the parent hears it and decides.
func ownGroup(cmd *exec.Cmd) {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.CreationFlags |= windows.CREATE_NEW_PROCESS_GROUP
}

// killGroup ends the process; what mvn.cmd has started ends by itself when its output is closed.
func killGroup(cmd *exec.Cmd) error { return cmd.Process.Kill() }

// dieWithParent is done by bindToParent, for a job takes processes that exist.
func dieWithParent(*exec.Cmd) {}

// lifeJob is a job object whose only handle this process holds: when it ends, however it ends, Windows ends the job's
// processes.
var lifeJob = sync.OnceValues(func() (windows.Handle, error) {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return 0, err
	}
	var info windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	_, err = windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation,
		uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info)))
	return job, err
})

func bindToParent(cmd *exec.Cmd) error {
	err := assignToJob(cmd.Process.Pid)
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return fmt.Errorf("bind Neo4j's life to this program's: %w", err)
	}
	return nil
}

func assignToJob(pid int) error {
	job, err := lifeJob()
	if err != nil {
		return err
	}
	p, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(pid))
	if err != nil {
		return err
	}
	defer windows.CloseHandle(p)
	return windows.AssignProcessToJobObject(job, p)
}

// askToStop ends the process at once: Windows has no signal that a Java program without a console would take as a wish
// to stop. Neo4j replays its transaction log at the next start, so that nothing committed is lost.
func askToStop(p *os.Process) error { return p.Kill() }

const stillActive = 259

// alive reports whether the process runs.
func alive(pid int) bool {
	p, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return false
	}
	defer windows.CloseHandle(p)
	var code uint32
	return windows.GetExitCodeProcess(p, &code) == nil && code == stillActive
}

// runsHome rules out every process that is not Java. Of a Java process it cannot tell, since Windows does not show
// another process's arguments; the error then tells the user what to do.
func runsHome(pid int, home string) (bool, error) {
	p, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return false, nil
	}
	defer windows.CloseHandle(p)
	buf := make([]uint16, windows.MAX_LONG_PATH)
	n := uint32(len(buf))
	if err := windows.QueryFullProcessImageName(p, 0, &buf[0], &n); err != nil {
		return false, fmt.Errorf("ask about process %d: %w", pid, err)
	}
	if name := filepath.Base(windows.UTF16ToString(buf[:n])); !strings.EqualFold(name, "java.exe") {
		return false, nil
	}
	return false, fmt.Errorf("process %d is a Java program, and may be a Neo4j of an earlier run on %s", pid, home)
}
