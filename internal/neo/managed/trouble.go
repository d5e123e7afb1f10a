package managed

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// lookEvery is how often the disk and the database are looked at; tests shorten it.
var lookEvery = 3 * time.Second

// lookLimit bounds one look at the database.
const lookLimit = 10 * time.Second

// brokenLooks is how many looks in a row must find the database broken before the process is started again.
const brokenLooks = 2

// condition is what is wrong with the server just now; safe for concurrent use.
type condition struct {
	mu  sync.Mutex
	why string // "" when nothing is
}

func (c *condition) set(why string) (changed bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	changed = c.why != why
	c.why = why
	return changed
}

func (c *condition) get() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.why
}

// Trouble says why the graph cannot be written, or not even read, in words for whoever uses the API; nil when nothing
// is known to be wrong. The disk is looked at anew with each call, so that the last of its room is not written to.
func (s *Server) Trouble() error {
	if why := s.condition.get(); why != "" {
		return errors.New(why)
	}
	if r := roomIn(s.home); r.full() {
		return fmt.Errorf("the disk is nearly full, so nothing more is stored: %v; make room, and it goes on by itself", r)
	}
	return nil
}

// watch looks at the database until ctx ends, and sends on broken once it has stopped itself and there is room to start
// it again.
func (s *Server) watch(ctx context.Context, broken chan<- struct{}) {
	looks, full := 0, false
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookEvery):
		}
		r := roomIn(s.home)
		if r.full() != full {
			full = r.full()
			s.tellRoom(r)
		}
		if !s.databaseBroken(ctx) {
			looks = 0
			continue
		}
		looks++
		if s.condition.set(databaseStopped(r)) {
			s.log.Error("Neo4j's database has stopped itself", "room", r.String(), "log", s.debugLog())
		}
		if looks >= brokenLooks && !full {
			broken <- struct{}{}
			return
		}
	}
}

func (s *Server) tellRoom(r room) {
	if r.full() {
		s.log.Error("the disk is nearly full: nothing more is stored until there is room", "room", r.String(), "folder",
			s.home)
		return
	}
	s.log.Warn("there is room on the disk again", "room", r.String())
}

func databaseStopped(r room) string {
	if r.full() {
		return fmt.Sprintf("the graph's database stopped because its disk is full: %v; make room, and it is started again "+
			"by itself", r)
	}
	return "the graph's database stopped itself and is being started again; try again in a minute"
}

// databaseBroken reports whether the process runs but its database has given up, which only a new start mends.
func (s *Server) databaseBroken(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, lookLimit)
	defer cancel()
	err := s.probe.ask(ctx)
	var dead *deadDatabaseError
	var refusal *neo4j.Neo4jError
	return errors.As(err, &dead) || errors.As(err, &refusal) && strings.HasPrefix(refusal.Code, "Neo.DatabaseError.")
}
