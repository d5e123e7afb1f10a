package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"sayso/internal/check"
)

const (
	longestStart = 5 * time.Minute
	longestDrain = 30 * time.Minute
)

// world is a server with a Neo4j of its own and a worker, each of which is started again when it ends, as by systemd.
type world struct {
	folder, base   string
	server, worker *kept
	killed         map[string]int
}

// kept is a program that is started again when it ends.
type kept struct {
	name string
	args []string
	log  *os.File

	mu      sync.Mutex
	process *os.Process
	over    bool
	done    chan struct{}
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

func newWorld(ctx context.Context, folder string) (*world, error) {
	program := filepath.Join(folder, "gqlserver")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/gqlserver").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	var at [5]string
	for i := range at {
		var err error
		if at[i], err = freePort(); err != nil {
			return nil, err
		}
	}
	data := filepath.Join(folder, "data")
	w := &world{folder: folder, base: "http://" + at[0], killed: map[string]int{}}
	var err error
	w.server, err = keep(folder, "server", program, "--listen", at[0], "--neo4j-bolt", at[1], "--neo4j-http", at[2],
		"--data", data, "--no-sample", "--no-follow", "--workers", "1", "--nats-listen", at[3])
	if err != nil {
		return nil, err
	}
	w.worker, err = keep(folder, "worker", program, "--role", "worker", "--listen", at[4], "--neo4j-uri", "bolt://"+at[1],
		"--neo4j-password-file", filepath.Join(data, "neo4j", "password"), "--nats-url", "nats://"+at[3], "--workers", "1",
		"--data", filepath.Join(folder, "worker-data"))
	return w, err
}

// keep runs a program until end is called.
func keep(folder, name, program string, args ...string) (*kept, error) {
	log, err := os.Create(filepath.Join(folder, name+".log"))
	if err != nil {
		return nil, err
	}
	k := &kept{name: name, args: append([]string{program}, args...), log: log, done: make(chan struct{})}
	go k.run()
	return k, nil
}

func (k *kept) run() {
	defer close(k.done)
	for {
		c := exec.Command(k.args[0], k.args[1:]...)
		c.Stdout, c.Stderr = k.log, k.log
		k.mu.Lock()
		if k.over {
			k.mu.Unlock()
			return
		}
		err := c.Start()
		k.process = c.Process
		k.mu.Unlock()
		if err == nil {
			_ = c.Wait()
		}
		time.Sleep(time.Second)
	}
}

// signal sends the program that runs a signal.
func (k *kept) signal(s os.Signal) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.process == nil {
		return errors.New("it does not run")
	}
	return k.process.Signal(s)
}

// end stops it for good.
func (k *kept) end() {
	k.mu.Lock()
	k.over = true
	k.mu.Unlock()
	_ = k.signal(os.Interrupt)
	<-k.done
	_ = k.log.Close()
}

// end stops all, and prints the ends of the logs.
func (w *world) end() {
	if w.worker != nil {
		w.worker.end()
	}
	w.server.end()
	for _, name := range []string{"server", "worker"} {
		text, _ := os.ReadFile(filepath.Join(w.folder, name+".log"))
		lost := strings.Count(string(text), "level=ERROR") + strings.Count(string(text), " ERROR ")
		fmt.Printf("%s: %d bytes of log, %d errors\n", name, len(text), lost)
		if keepTo := os.Getenv("SAYSO_KILL_LOGS"); keepTo != "" {
			_ = os.WriteFile(filepath.Join(keepTo, name+".log"), text, 0o600)
		}
	}
}

// killOne kills without warning.
func (w *world) killOne(what string) error {
	var err error
	switch what {
	case "server":
		err = w.server.signal(syscall.SIGKILL)
	case "worker":
		err = w.worker.signal(syscall.SIGKILL)
	default:
		var text []byte
		if text, err = os.ReadFile(filepath.Join(w.folder, "data", "neo4j", "run", "sayso-neo4j.pid")); err == nil {
			var pid int
			if pid, err = strconv.Atoi(strings.TrimSpace(string(text))); err == nil {
				err = syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	}
	if err == nil {
		w.killed[what]++
	}
	return err
}

func (w *world) tally() string {
	return fmt.Sprintf("%d kills (%d of the server, %d of Neo4j, %d of the worker)", w.killed["server"]+w.killed["neo4j"]+
		w.killed["worker"], w.killed["server"], w.killed["neo4j"], w.killed["worker"])
}

// ready waits until the graph can be read and written, and gives how long that took.
func (w *world) ready(ctx context.Context) (time.Duration, error) {
	begin := time.Now()
	for time.Since(begin) < longestStart && ctx.Err() == nil {
		if status, _, err := w.get(ctx, http.MethodGet, "/readyz", nil); err == nil && status == http.StatusOK {
			return time.Since(begin), nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return 0, fmt.Errorf("the server was not ready within %s: %w", longestStart, context.Cause(ctx))
}

func (w *world) get(ctx context.Context, method, path string, body []byte) (int, []byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, w.base+path, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	return response.StatusCode, data, err
}

// ask sends a GraphQL request.
func (w *world) ask(ctx context.Context, query string, variables map[string]any, out any) error {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return err
	}
	_, data, err := w.get(ctx, http.MethodPost, "/graphql", body)
	if err != nil {
		return err
	}
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(data, &answer); err != nil {
		return err
	}
	if len(answer.Errors) > 0 {
		return errors.New(answer.Errors[0].Message)
	}
	return json.Unmarshal(answer.Data, out)
}

// drained waits until nothing waits in the queue.
func (w *world) drained(ctx context.Context) error {
	for begin := time.Now(); time.Since(begin) < longestDrain && ctx.Err() == nil; time.Sleep(500 * time.Millisecond) {
		var told struct {
			Queue struct{ Lanes []struct{ Articles int } }
		}
		if err := w.ask(ctx, `{ queue { lanes { articles } } }`, nil, &told); err == nil &&
			told.Queue.Lanes[0].Articles+told.Queue.Lanes[1].Articles == 0 {
			return nil
		}
	}
	return fmt.Errorf("articles still wait after %s", longestDrain)
}

// missing gives the ids of articles that are not in the graph.
func (w *world) missing(ctx context.Context, ids []string) (out []string, err error) {
	for _, id := range ids {
		var told struct{ Node *struct{ ID string } }
		if err := w.ask(ctx, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id}, &told); err != nil {
			return out, err
		}
		if told.Node == nil {
			out = append(out, id)
		}
	}
	return out, nil
}

type looked struct{ invariants, things int }

// check has every invariant of the graph proved.
func (w *world) check(ctx context.Context) (wrong int, seen looked, err error) {
	status, body, err := w.get(ctx, http.MethodPost, check.Path, nil)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("%s answers %d: %.300s", check.Path, status, body)
	}
	if err != nil {
		return 0, seen, err
	}
	err = check.Read(bytes.NewReader(body), func(r check.Report) {
		if r.Done {
			wrong, seen.invariants, seen.things = wrong+r.Wrong, seen.invariants+1, seen.things+r.Looked
			if r.Wrong > 0 {
				fmt.Printf("%s: %d wrong: %+v\n", r.Invariant, r.Wrong, r.Faults)
			}
		}
	})
	return wrong, seen, err
}
