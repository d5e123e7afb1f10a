package managed

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Server is a running Neo4j that this process started and looks after.
type Server struct {
	launch
	probe  probe
	http   string
	log    *slog.Logger
	lock   *homeLock
	policy restartPolicy

	condition condition // what is wrong just now; set by the supervisor, read by Trouble

	stopOnce sync.Once
	stopCtx  context.Context // set before stopping is closed
	stopping chan struct{}
	done     chan struct{} // closed when the child is gone for good and the lock is free
	stopErr  error         // read after done
	exited   chan error
}

// Start fetches Neo4j if need be, starts it on o.DataDir and returns when Bolt answers a query. ctx bounds the start
// only; the server then runs until [Server.Stop] or until this process ends. The errors are meant for the user: they
// say what is missing, who holds the folder or the port, or why the server did not come up.
func Start(ctx context.Context, o Options) (*Server, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	o.Progress = oneAtATime(o.Progress)
	l := layout{filepath.Join(o.DataDir, "neo4j")}
	if err := l.make(); err != nil {
		return nil, err
	}
	if r := roomIn(l.home); r.full() {
		return nil, fmt.Errorf("the disk is full: %v; make room in or around %s and start again", r, l.home)
	}
	lock, err := lockHome(l.home)
	if err != nil {
		return nil, err
	}
	s, err := prepare(ctx, o, l, lock)
	if err == nil {
		err = s.firstStart(ctx, o.Progress)
	}
	if err != nil {
		return nil, errors.Join(err, lock.release())
	}
	return s, nil
}

// prepare does all that comes before the process: jars, leftovers, addresses, password, configuration.
func prepare(ctx context.Context, o Options, l layout, lock *homeLock) (*Server, error) {
	who := owner{PID: os.Getpid(), StartedAt: time.Now()}
	if err := lock.write(who); err != nil {
		return nil, err
	}
	cache, err := newJarCache(o.CacheDir, pomXML, jarSums)
	if err != nil {
		return nil, err
	}
	java, err := cache.ensure(ctx, newToolFinder(), o.Progress)
	if err != nil {
		return nil, err
	}
	if err := l.stopLeftover(ctx, o.Logger); err != nil {
		return nil, err
	}
	if who.Bolt, who.HTTP, err = chooseAddrs(o.BoltAddr, o.HTTPAddr); err != nil {
		return nil, err
	}
	if err := lock.write(who); err != nil {
		return nil, err
	}
	password, err := l.ensurePassword()
	if err != nil {
		return nil, err
	}
	if err := l.rotateConsole(); err != nil {
		return nil, err
	}
	err = l.writeConf(settings{Bolt: who.Bolt, HTTP: who.HTTP, Guide: o.Guide, ClassPath: cache.classPath(),
		JVMArgs:       o.JVMArgs,
		HeapInitialMB: initialHeapMB(o.HeapMB), HeapMB: o.HeapMB, PageCacheMB: o.PageCacheMB})
	if err != nil {
		return nil, err
	}
	return &Server{launch: launch{layout: l, java: java.path, classes: cache.archiveFor(java)},
		probe: probe{dialAddr(who.Bolt), password}, http: dialAddr(who.HTTP),
		log: o.Logger, lock: lock, policy: defaultRestarts,
		stopping: make(chan struct{}), done: make(chan struct{}), exited: make(chan error, 1)}, nil
}

// firstStart starts the process and hands it to the supervisor once it answers.
func (s *Server) firstStart(ctx context.Context, report func(Progress)) error {
	begin := time.Now()
	report(Progress{Stage: StageStart, Message: "starting Neo4j " + neo4jVersion})
	c, err := s.start()
	if err != nil {
		return err
	}
	limited, cancel := context.WithTimeoutCause(ctx, restartLimit, errNeverAnswered)
	defer cancel()
	err = s.probe.wait(limited, c, func(seconds int) {
		report(Progress{Stage: StageStart, Done: seconds, Message: "waiting for Neo4j to answer"})
	})
	if err != nil {
		return s.abandon(c, err)
	}
	s.log.Info("Neo4j is ready", "bolt", s.URI(), "browser", s.BrowserURL(), "pid", c.proc.Pid,
		"took", time.Since(begin).Round(10*time.Millisecond))
	report(Progress{Stage: StageReady, Message: "Neo4j answers at " + s.URI()})
	go s.supervise(c)
	return nil
}

// errNeverAnswered ends a wait that would have no end.
var errNeverAnswered = fmt.Errorf("it did not answer within %v", restartLimit)

// abandon makes sure that nothing is left of a start that failed.
func (s *Server) abandon(c *child, err error) error {
	err = s.startError(c, err)
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	_ = c.stop(ctx) // killed or not, it is gone afterwards
	return errors.Join(err, s.forgetPID())
}

func oneAtATime(report func(Progress)) func(Progress) {
	var mu sync.Mutex
	return func(p Progress) {
		mu.Lock()
		defer mu.Unlock()
		report(p)
	}
}

// URI is the Bolt address for a driver, such as bolt://127.0.0.1:7687.
func (s *Server) URI() string { return "bolt://" + s.probe.addr }

// User is the name to log in with.
func (s *Server) User() string { return user }

// Password is the password to log in with; it also stands in the file password in [Server.Home].
func (s *Server) Password() string { return s.probe.password }

// BrowserURL is the address of Neo4j Browser.
func (s *Server) BrowserURL() string { return "http://" + s.http + "/browser/" }

// Home is Neo4j's home folder.
func (s *Server) Home() string { return s.home }

// LogFile is the file with what the server printed since [Start]; Neo4j's own debug.log lies beside it.
func (s *Server) LogFile() string { return s.console() }

// Exited is closed when the server has ended for good. After a [Server.Stop] it gives no error (nil from the closed
// channel); when the server kept dying, it first gives the error that says so.
func (s *Server) Exited() <-chan error { return s.exited }

// Stop ends the server: it asks it to close its store, and kills it when ctx ends first (a minute, if ctx has no
// deadline), which the error then says. It returns when the process is gone and the data folder is free. Calling it
// again is harmless.
func (s *Server) Stop(ctx context.Context) error {
	ctx, cancel := withStopLimit(ctx)
	defer cancel()
	s.stopOnce.Do(func() {
		s.stopCtx = ctx
		close(s.stopping)
	})
	<-s.done
	if s.stopErr != nil {
		return fmt.Errorf("stop Neo4j: %w", s.stopErr)
	}
	return nil
}
