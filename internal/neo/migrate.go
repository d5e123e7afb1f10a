package neo

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"sayso/internal/kg"
)

//go:embed migrations/*.cypher
var migrationFiles embed.FS

// migration is one numbered file; its statements end in semicolons at line ends.
type migration struct {
	number     int64
	name, hash string
	statements []string
}

func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.cypher")
	if err != nil {
		return nil, err
	}
	sort.Strings(names)
	var out []migration
	for i, name := range names {
		data, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		base := strings.TrimSuffix(strings.TrimPrefix(name, "migrations/"), ".cypher")
		number, _, _ := strings.Cut(base, "_")
		n, err := strconv.Atoi(number)
		if err != nil || n != i+1 {
			return nil, kg.Errorf(kg.Internal, "migration %s is out of order; number them 0001, 0002, …", name)
		}
		sum := sha256.Sum256(data)
		out = append(out, migration{int64(n), base, hex.EncodeToString(sum[:8]), splitStatements(string(data))})
	}
	return out, nil
}

// Edition is how many migrations this program knows: a graph with more of them is a newer program's.
func Edition() (int, error) {
	all, err := migrations()
	return len(all), err
}

func splitStatements(text string) []string {
	var out []string
	for _, part := range strings.Split(text, ";\n") {
		if strings.TrimSpace(part) != "" {
			out = append(out, part)
		}
	}
	return out
}

// Migrate brings the graph's constraints and indexes up to date and waits until the indexes are online. A graph that a
// newer Sayso has migrated, or whose past migrations read otherwise than ours, is refused.
func (s *Store) Migrate(ctx context.Context) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	done, err := s.migrated(ctx)
	if err != nil {
		return err
	}
	if len(done) > len(all) {
		return kg.Errorf(kg.Invalid, "this graph was set up by a newer Sayso (migration %d, this one knows %d); use that one",
			len(done), len(all))
	}
	for i, m := range all {
		if i < len(done) {
			if done[i] != m.hash {
				return kg.Errorf(kg.Invalid, "migration %s of this graph is not the one this Sayso knows; restore the graph from "+
					"a backup, or use the Sayso that made it", m.name)
			}
			continue
		}
		if err := s.apply(ctx, m); err != nil {
			return err
		}
	}
	// a new index over a large graph takes minutes
	_, err = s.records(ctx, "await_indexes", "CALL db.awaitIndexes(3600)", nil)
	return s.fault(ctx, "await indexes", err)
}

func (s *Store) migrated(ctx context.Context) ([]string, error) {
	records, err := s.read(ctx, "get_migrations", nil)
	if err != nil {
		return nil, err
	}
	var hashes []string
	for _, r := range records {
		hashes = append(hashes, row(r).text("hash"))
	}
	return hashes, nil
}

// apply runs a migration's statements, each in a transaction of its own as Neo4j asks for schema changes, then notes it
// as done. A migration that was cut short is run again: its statements must bear that (IF NOT EXISTS, MERGE).
func (s *Store) apply(ctx context.Context, m migration) error {
	session := s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeWrite, DatabaseName: s.database})
	defer func() { _ = session.Close(ctx) }()
	for _, text := range m.statements {
		if err := change(ctx, s, session, m.name, text); err != nil {
			return err
		}
	}
	return noteMigration(ctx, s, m)
}

// noteMigration notes that a migration is done.
func noteMigration(ctx context.Context, s *Store, m migration) error {
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("save_migration", map[string]any{
			"number": m.number, "name": m.name, "hash": m.hash, "at": s.now().UTC().Format(time.RFC3339),
		})
		return err
	})
}

// How often a statement is tried that another server stands in the way of, and how long after.
const (
	mostChanges = 20
	changePause = 500 * time.Millisecond
)

// change runs a statement. Where another server does the same just now, what it has made is there, and what it holds is
// waited for.
func change(ctx context.Context, s *Store, session neo4j.SessionWithContext, name, text string) error {
	for try := 1; ; try++ {
		result, err := session.Run(ctx, text, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		var server *neo4j.Neo4jError
		if asNeo4j(err, &server) && strings.HasSuffix(server.Code, ".EquivalentSchemaRuleAlreadyExists") {
			return nil
		}
		err = s.fault(ctx, name, err)
		if err == nil || kg.CodeOf(err) != kg.Unavailable || try == mostChanges {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(changePause):
		}
	}
}

// AwaitMigrated waits until a server has brought the graph to this program's edition. tell is told once what is waited
// for. A graph that is not ours to read is refused as by [Store.Migrate].
func AwaitMigrated(ctx context.Context, s *Store, tell func(string)) error {
	all, err := migrations()
	if err != nil {
		return err
	}
	for {
		done, err := s.migrated(ctx)
		if err != nil {
			return err
		}
		if len(done) >= len(all) {
			return s.Migrate(ctx) // which has nothing left to do, and compares
		}
		tell("waiting for a server to set the graph up")
		tell = func(string) {}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(changePause):
		}
	}
}
