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
		result, err := session.Run(ctx, text, nil)
		if err == nil {
			_, err = result.Consume(ctx)
		}
		if err != nil {
			return s.fault(ctx, m.name, err)
		}
	}
	return s.write(ctx, func(tx transaction) error {
		_, err := tx.run("save_migration", map[string]any{
			"number": m.number, "name": m.name, "hash": m.hash, "at": s.now().UTC().Format(time.RFC3339),
		})
		return err
	})
}
