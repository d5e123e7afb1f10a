package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"
)

var readyLine = regexp.MustCompile(`^Sayso is ready: GraphQL (http://\S+)/graphql`)

// server is one that was started on a graph.
type server struct {
	command *exec.Cmd
	url     string
}

func start(binary, data string) (*server, error) {
	s := &server{command: exec.Command(binary, "--data", data, "--listen", "127.0.0.1:0", "--neo4j-bolt", "127.0.0.1:0",
		"--neo4j-http", "127.0.0.1:0", "--no-sample", "--no-follow")}
	s.command.Stderr = os.Stderr
	out, err := s.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if m := readyLine.FindStringSubmatch(lines.Text()); m != nil {
			s.url = m[1]
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return s, nil
		}
	}
	s.stop()
	return nil, errors.New("the server did not get ready")
}

func (s *server) stop() {
	_ = s.command.Process.Signal(syscall.SIGTERM)
	_ = s.command.Wait()
}

// peak is the most memory that the server had so far, in megabytes; its Neo4j is a process of its own.
func (s *server) peak() string {
	if s.command == nil {
		return "none"
	}
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.command.Process.Pid))
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(text)) {
		var kilobytes int
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kilobytes); n == 1 {
			return fmt.Sprintf("%d MB", kilobytes>>10)
		}
	}
	return "unknown"
}

// export runs sayso export, kills it after some time unless that is 0, and tells how long it took and what memory it
// took at most.
func (c client) export(how, form, to string, killed time.Duration, flags ...string) error {
	command := exec.Command(c.binary, append([]string{"export", form, "--server", c.server.url, "-o", to}, flags...)...)
	var said bytes.Buffer
	command.Stderr = &said
	began := time.Now()
	if err := command.Start(); err != nil {
		return err
	}
	if killed > 0 {
		timer := time.AfterFunc(killed, func() { _ = command.Process.Kill() })
		defer timer.Stop()
	}
	err := command.Wait()
	if killed > 0 {
		if err == nil {
			return fmt.Errorf("the export of %s had ended before it could be cut", form)
		}
		err = nil
	}
	if err != nil {
		return fmt.Errorf("%s, %s: %w\n%s", form, how, err, said.String())
	}
	usage, _ := command.ProcessState.SysUsage().(*syscall.Rusage)
	fmt.Printf("%-12s %-20s %7.1f s, client at most %4d MB, server so far %s\n", form, how, time.Since(began).Seconds(),
		usage.Maxrss>>10, c.server.peak())
	return nil
}

// equal compares two files without holding them.
func equal(a, b string) (same bool, size int64, err error) {
	one, err := os.Open(a)
	if err != nil {
		return false, 0, err
	}
	defer func() { _ = one.Close() }()
	other, err := os.Open(b)
	if err != nil {
		return false, 0, err
	}
	defer func() { _ = other.Close() }()
	x, y := make([]byte, 1<<20), make([]byte, 1<<20)
	for {
		n, errX := io.ReadFull(one, x)
		m, errY := io.ReadFull(other, y)
		size += int64(n)
		if !bytes.Equal(x[:n], y[:m]) {
			return false, size, nil
		}
		if errX != nil || errY != nil {
			return errors.Is(errX, errY), size, nil
		}
	}
}
