package managed

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"time"
)

// launch is all it takes to start the server process, so that a restart does the same as the start.
type launch struct {
	layout
	java    string
	classes classArchive
}

func (l launch) args() []string {
	args := append([]string{"@" + l.jvm()}, l.classes.options()...)
	return append(args, "org.neo4j.server.CommunityEntryPoint", homeArg(l.home), "--config-dir="+l.confDir(),
		"--console-mode")
}

// homeArg stands on the child's command line and tells later whose child it is.
func homeArg(home string) string { return "--home-dir=" + home }

// child is one running server process.
type child struct {
	proc *os.Process
	gone chan struct{} // closed when the process has been waited for
	err  error         // how it ended; read after gone
}

// start runs the server with its output in the console log. The output goes to the file itself and not through a pipe,
// so that the server can still write its last words when this program is gone.
func (l launch) start() (*child, error) {
	console, err := os.OpenFile(l.console(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open Neo4j's console log: %w", err)
	}
	defer console.Close()
	cmd := exec.Command(l.java, l.args()...)
	cmd.Dir = l.home
	cmd.Stdout, cmd.Stderr = console, console
	ownGroup(cmd)
	dieWithParent(cmd)
	c := &child{gone: make(chan struct{})}
	started := make(chan error)
	go c.run(cmd, started)
	if err := <-started; err != nil {
		return nil, fmt.Errorf("start Neo4j with %s: %w", l.java, err)
	}
	if err := writeFileAtomic(l.pid(), []byte(strconv.Itoa(c.proc.Pid)+"\n"), 0o600); err != nil {
		c.kill()
		<-c.gone
		return nil, fmt.Errorf("note Neo4j's process id: %w", err)
	}
	return c, nil
}

// run starts the process and waits for it on one system thread that it keeps to itself: Linux sends the parent-death
// signal when the thread that made the child ends, and Go ends threads as it likes unless a goroutine holds them.
func (c *child) run(cmd *exec.Cmd, started chan<- error) {
	runtime.LockOSThread()
	err := cmd.Start()
	if err == nil {
		err = bindToParent(cmd)
	}
	c.proc = cmd.Process
	started <- err
	if err != nil {
		return
	}
	c.err = cmd.Wait()
	if c.err == nil {
		c.err = errors.New("exit status 0")
	}
	close(c.gone)
}

func (c *child) kill() { _ = c.proc.Kill() }

// stop asks the process to end, and kills it when ctx ends first. It returns once the process is gone; the error says
// that it had to be killed.
func (c *child) stop(ctx context.Context) error {
	if err := askToStop(c.proc); err != nil && !errors.Is(err, os.ErrProcessDone) {
		c.kill()
	}
	select {
	case <-c.gone:
		return nil
	case <-ctx.Done():
	}
	c.kill()
	<-c.gone
	return fmt.Errorf("Neo4j did not stop in time and was killed; it repairs its store at the next start: %w", ctx.Err())
}

// stopLimit bounds a stop whose caller set no bound.
const stopLimit = 60 * time.Second

func withStopLimit(ctx context.Context) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, stopLimit)
}
