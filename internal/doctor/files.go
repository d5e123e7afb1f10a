package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"sayso/internal/access"
	"sayso/internal/backup"
)

// soon is how long before a key expires that is told.
const soon = 14 * 24 * time.Hour

// keyFile looks at the file of keys: whether it can be read, and how many of its keys open the server.
func keyFile(_ context.Context, s *Setup) []Finding {
	path := s.text("keys")
	if path == "" {
		path = filepath.Join(s.text("data"), access.File)
	}
	keys, err := access.OpenKeys(path, s.Now).All()
	if err != nil {
		return one(
			"keys",
			Problem,
			err.Error(),
			"restore "+path+" from a copy, or: rm "+path+" && sayso keys add NAME --role admin --file "+path,
		)
	}
	valid, admins, ending := count(keys, s.Now())
	add := "sayso keys add NAME --role admin --file " + path
	switch asked := s.asksForKeys(); {
	case asked && valid == 0 && s.text("oidc-issuer") == "":
		return one(
			"keys",
			Problem,
			fmt.Sprintf("the server asks for keys, and none of the %d in %s is valid", len(keys), path),
			add,
		)
	case asked && admins == 0 && s.text("oidc-issuer") == "":
		return one("keys", Warning, fmt.Sprintf("none of the %d valid keys in %s is an admin's", valid, path), add)
	case len(ending) > 0:
		return one(
			"keys",
			Warning,
			"about to expire: "+strings.Join(ending, ", "),
			"sayso keys add NAME --role ROLE --for 2160h --file "+path,
		)
	case !asked:
		return one(
			"keys",
			OK,
			"by these settings the server asks for none: only this machine reaches it, or --insecure was given",
			"",
		)
	}
	return one("keys", OK, fmt.Sprintf("%d valid, %d of them admins'", valid, admins), "")
}

// count gives how many keys open a server now, how many of them are admins', and which expire soon.
func count(keys []access.Key, now time.Time) (valid, admins int, ending []string) {
	for _, k := range keys {
		if k.State(now) != "valid" {
			continue
		}
		if valid++; k.Role == access.Admin {
			admins++
		}
		if !k.ExpiresAt.IsZero() && k.ExpiresAt.Sub(now) < soon {
			ending = append(ending, fmt.Sprintf("%s (%s) on %s", k.Name, k.ID, k.ExpiresAt.Format(time.DateOnly)))
		}
	}
	return valid, admins, ending
}

// asksForKeys reports whether the server asks who somebody is, by its settings.
func (s *Setup) asksForKeys() bool {
	auth, _ := s.Settings["auth"].(bool)
	insecure, _ := s.Settings["insecure"].(bool)
	return auth || s.text("oidc-issuer") != "" || (!insecure && !loopback(s.text("listen")))
}

// secretFiles looks whether others on this machine can read what they must not.
func secretFiles(_ context.Context, s *Setup) []Finding {
	if runtime.GOOS == "windows" {
		return nil // no such modes
	}
	data := s.text("data")
	var open []string
	for _, name := range []string{access.File, access.AuditFile, "webhook.key", filepath.Join("neo4j", "password")} {
		path := filepath.Join(data, name)
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, path)
		}
	}
	if path := s.text("keys"); path != "" {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, path)
		}
	}
	if open != nil {
		return one(
			"secret files",
			Problem,
			"others on this machine may read "+strings.Join(open, ", "),
			"chmod 600 "+strings.Join(open, " "),
		)
	}
	return one("secret files", OK, "only their owner reads them", "")
}

// EditionFile notes in the data folder which edition of the graph lies there.
const EditionFile = "graph.json"

// GraphEdition is what that file holds.
type GraphEdition struct {
	Migrations int    `json:"migrations"`
	By         string `json:"by"` // the build that brought it there
}

// WriteEdition notes it; a data folder that cannot be written shows elsewhere.
func WriteEdition(data string, e GraphEdition) error {
	text, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(data, EditionFile), append(text, '\n'), 0o600)
}

// edition compares the graph of the data folder with what this program knows.
func edition(_ context.Context, s *Setup) []Finding {
	if !s.ownNeo4j() {
		return nil // the data folder says nothing of it
	}
	path := filepath.Join(s.text("data"), EditionFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return one("graph edition", Unknown, "no server of this kind has opened a graph in "+s.text("data")+" yet", "")
	}
	var e GraphEdition
	if err == nil {
		err = json.Unmarshal(text, &e)
	}
	switch {
	case err != nil:
		return one(
			"graph edition",
			Warning,
			fmt.Sprintf("%s cannot be read: %v", path, err),
			"rm "+path+": the next start writes it anew",
		)
	case e.Migrations > s.Edition:
		return one(
			"graph edition",
			Problem,
			fmt.Sprintf(
				"the graph was brought to edition %d by %s; this program knows %d and cannot open it",
				e.Migrations,
				e.By,
				s.Edition,
			),
			"install the newer Sayso again, or restore an older backup into an empty folder: sayso restore FILE",
		)
	case e.Migrations < s.Edition:
		return one(
			"graph edition",
			OK,
			fmt.Sprintf("edition %d; the next start brings it to %d", e.Migrations, s.Edition),
			"",
		)
	}
	return one("graph edition", OK, fmt.Sprintf("edition %d, by %s", e.Migrations, e.By), "")
}

// backups looks at the newest backup of a place.
func backups(ctx context.Context, s *Setup) []Finding {
	if s.Backups == nil {
		return one("backups", Unknown, "no folder was named to look for them in", "sayso doctor --backups FOLDER")
	}
	take := "sayso backup --to " + s.Backups.String()
	kept, err := s.Backups.Kept(ctx)
	if err != nil {
		return one("backups", Problem, fmt.Sprintf("%s cannot be read: %v", s.Backups, err), take)
	}
	if len(kept) == 0 {
		return one("backups", Problem, "there is none in "+s.Backups.String(), take)
	}
	if broken := backup.Broken(kept); len(broken) > 0 {
		return one("backups", Problem, fmt.Sprintf("what %d increments build on is not there, as for %s", len(broken),
			s.Backups.At(broken[len(broken)-1].Name)), take+", and copy back what was taken away if you have it")
	}
	newest := slices.MaxFunc(kept, func(a, b backup.File) int { return a.TakenAt.Compare(b.TakenAt) })
	age := s.Now().Sub(newest.TakenAt)
	what := fmt.Sprintf("%d; the newest is of %s, %d MB", len(kept), newest.TakenAt.Format(time.RFC3339), newest.Bytes>>20)
	switch {
	case newest.Bytes == 0:
		return one("backups", Problem, "the newest is empty: "+s.Backups.At(newest.Name), take)
	case age > s.BackupAge:
		return one(
			"backups",
			Warning,
			fmt.Sprintf("%s, %.0f hours old", what, age.Hours()),
			take+" (and see why cron or the timer did not)",
		)
	case age < -time.Hour:
		return one("backups", Warning, what+", which is to come: a clock is wrong", "timedatectl")
	}
	return one("backups", OK, what, "")
}
