package managed

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

const (
	codeUnauthorized = "Neo.ClientError.Security.Unauthorized"
	codeUnavailable  = "Neo.TransientError.General.DatabaseUnavailable"
	graphDB          = "neo4j"
)

// probe asks a server whether it answers.
type probe struct {
	addr     string // as dialled
	password string
}

var errUnauthorized = errors.New("Neo4j refuses the password")

// wait returns nil once a query has been answered, or an error when ctx or the child ends before, or when waiting is in
// vain. tick is called about every second.
func (p probe) wait(ctx context.Context, c *child, tick func(seconds int)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go func() {
		select {
		case <-c.gone:
			cancel(errChildGone)
		case <-ctx.Done():
		}
	}()
	start, told, refused := time.Now(), -1, 0
	for {
		err := p.ask(ctx)
		if err == nil {
			return nil
		}
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
		var dead *deadDatabaseError
		if errors.As(err, &dead) {
			return err
		}
		if errors.Is(err, errUnauthorized) {
			if refused++; refused > 1 { // once may be a server that is still reading its users
				return err
			}
		}
		if s := int(time.Since(start).Seconds()); s != told {
			told = s
			tick(s)
		}
		pause := 50 * time.Millisecond
		if refused > 0 {
			pause = 2 * time.Second
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(pause):
		}
	}
}

var errChildGone = errors.New("Neo4j ended while starting")

// ask runs one query with its own driver. The port is dialled first, for that is cheap to do twenty times a second.
func (p probe) ask(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", p.addr)
	if err != nil {
		return err
	}
	conn.Close()
	driver, err := neo4j.NewDriverWithContext("bolt://"+p.addr, neo4j.BasicAuth(user, p.password, ""),
		func(c *config.Config) {
			c.MaxTransactionRetryTime = 0
			c.TelemetryDisabled = true
		})
	if err != nil {
		return fmt.Errorf("open %s: %w", p.addr, err)
	}
	defer driver.Close(context.WithoutCancel(ctx))
	_, err = query(ctx, driver, graphDB, "RETURN 1")
	var refusal *neo4j.Neo4jError
	if !errors.As(err, &refusal) {
		return err
	}
	switch refusal.Code {
	case codeUnauthorized:
		return fmt.Errorf("%w: %w", errUnauthorized, err)
	case codeUnavailable:
		if why := databaseTrouble(ctx, driver); why != "" {
			return &deadDatabaseError{why}
		}
	}
	return err
}

// deadDatabaseError says that the server runs but could not open the graph, which time will not mend.
type deadDatabaseError struct{ why string }

func (e *deadDatabaseError) Error() string {
	return "it cannot open its store: " + strings.TrimRight(e.why, ". ")
}

// databaseTrouble gives the server's own word on why the graph is not available; "" when it is only late.
func databaseTrouble(ctx context.Context, driver neo4j.DriverWithContext) string {
	rows, err := query(ctx, driver, "system", "SHOW DATABASES YIELD name, statusMessage")
	if err != nil {
		return ""
	}
	for _, r := range rows {
		name, _, _ := neo4j.GetRecordValue[string](r, "name")
		why, _, _ := neo4j.GetRecordValue[string](r, "statusMessage")
		if name == graphDB {
			return why
		}
	}
	return ""
}

func query(ctx context.Context, driver neo4j.DriverWithContext, db, text string) ([]*neo4j.Record, error) {
	s := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: db, AccessMode: neo4j.AccessModeRead})
	defer s.Close(ctx)
	res, err := s.Run(ctx, text, nil)
	if err != nil {
		return nil, err
	}
	return res.Collect(ctx)
}
