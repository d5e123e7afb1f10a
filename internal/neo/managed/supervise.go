package managed

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// restartPolicy says how often a server that dies is started again.
type restartPolicy struct {
	most        int           // restarts within window
	window      time.Duration // deaths longer ago are forgiven
	first, last time.Duration // the pause before the first restart; it doubles up to last
}

var defaultRestarts = restartPolicy{most: 5, window: 10 * time.Minute, first: time.Second, last: 30 * time.Second}

// next takes the times of all deaths, the latest last, and gives the pause before the next restart; false means to give
// up.
func (p restartPolicy) next(deaths []time.Time) (time.Duration, bool) {
	if len(deaths) == 0 {
		return 0, true
	}
	now, recent := deaths[len(deaths)-1], 0
	for _, d := range deaths {
		if now.Sub(d) < p.window {
			recent++
		}
	}
	if recent > p.most {
		return 0, false
	}
	pause := p.first
	for range recent - 1 {
		pause = min(2*pause, p.last)
	}
	return pause, true
}

// supervise looks after the child until it is stopped or has died too often, then frees the folder.
func (s *Server) supervise(c *child) {
	defer close(s.done)
	defer close(s.exited)
	err := s.keepAlive(c)
	if lost := s.classes.keep(err == nil && s.stopErr == nil); lost != nil {
		s.log.Warn("no class archive was kept; the next start is as slow as this one", "error", lost)
	}
	s.stopErr = errors.Join(s.stopErr, s.forgetPID(), s.lock.release())
	if err != nil {
		s.log.Error("Neo4j is gone for good", "error", err)
		s.exited <- err
	}
}

// keepAlive returns nil after a stop, and an error when it gave up.
func (s *Server) keepAlive(c *child) error {
	var deaths []time.Time
	for {
		cause := s.outlast(c)
		if cause == nil {
			return nil
		}
		for {
			pause := s.policy.first
			if !errors.Is(cause, errDatabaseStopped) {
				deaths = append(deaths, time.Now())
				var again bool
				if pause, again = s.policy.next(deaths); !again {
					return s.giveUp(cause)
				}
			}
			s.condition.set("the graph's database ended unexpectedly and is being started again; try again in a minute")
			s.log.Warn("Neo4j ended unexpectedly; starting it again", "cause", cause, "pause", pause, "log", s.console())
			select {
			case <-s.stopping:
				return nil
			case <-time.After(pause):
			}
			if c, cause = s.restart(); cause == nil {
				break
			}
			if errors.Is(cause, errStopped) {
				return nil
			}
		}
	}
}

// errDatabaseStopped is why a process was stopped whose database had given up. That is no crash: it is not counted as
// one.
var errDatabaseStopped = errors.New("its database had stopped itself")

// outlast waits for the end of the child and gives its cause; nil after a stop that was asked for. A child whose
// database has given up is stopped here.
func (s *Server) outlast(c *child) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s.condition.set("")
	broken := make(chan struct{}, 1)
	go s.watch(ctx, broken)
	select {
	case <-s.stopping:
		s.stopErr = c.stop(s.stopCtx)
		return nil
	case <-broken:
		limited, cancel := withStopLimit(ctx)
		defer cancel()
		if err := c.stop(limited); err != nil {
			s.log.Warn("Neo4j had to be killed", "error", err)
		}
		return errDatabaseStopped
	case <-c.gone:
		return c.err
	}
}

// giveUp says for good that the server is not started again.
func (s *Server) giveUp(cause error) error {
	s.condition.set(fmt.Sprintf("the graph's database ended %d times within %v and is not started again; its log says "+
		"why, then start the server anew",
		s.policy.most+1, s.policy.window))
	return fmt.Errorf("Neo4j ended %d times within %v and is not started again; its last output is in %s: %w",
		s.policy.most+1, s.policy.window, s.console(), cause)
}

var errStopped = errors.New("stopped while starting again")

// restartLimit is generous: after a crash the store is first repaired from its transaction log.
const restartLimit = 10 * time.Minute

// restart starts the process and waits for it. On failure no process is left.
func (s *Server) restart() (*child, error) {
	ctx, cancel := context.WithTimeout(context.Background(), restartLimit)
	defer cancel()
	go func() {
		select {
		case <-s.stopping:
			cancel()
		case <-ctx.Done():
		}
	}()
	c, err := s.start()
	if err != nil {
		return nil, err
	}
	if err := s.probe.wait(ctx, c, func(int) {}); err != nil {
		err = s.abandon(c, err)
		select {
		case <-s.stopping:
			return nil, errStopped
		default:
			return nil, err
		}
	}
	s.log.Info("Neo4j is ready again", "bolt", s.URI(), "pid", c.proc.Pid)
	return c, nil
}
