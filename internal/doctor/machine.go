package doctor

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/neo/managed"
)

func program(_ context.Context, s *Setup) []Finding {
	switch ours := "gqlserver " + s.Build; {
	case s.Program == "":
		return one("program", Unknown, "there is no gqlserver beside sayso or on the path", "")
	case !strings.HasPrefix(s.Program, ours+","):
		return one("program", Warning, fmt.Sprintf("gqlserver here is %q, sayso is %q", s.Program, s.Build),
			"go install ./cmd/gqlserver ./cmd/sayso, or install both from one release")
	}
	return one("program", OK, s.Program, "")
}

// folder tries to write where the server keeps its data, or where it would make the folder.
func folder(_ context.Context, s *Setup) []Finding {
	dir := s.text("data")
	at := dir
	for {
		info, err := os.Stat(at)
		if err == nil && !info.IsDir() {
			return one("data folder", Problem, at+" is a file", "gqlserver --data ANOTHER-FOLDER")
		}
		if err == nil || at == filepath.Dir(at) {
			break
		}
		at = filepath.Dir(at)
	}
	file, err := os.CreateTemp(at, ".doctor-*")
	if err != nil {
		return one("data folder", Problem, fmt.Sprintf("nothing can be written to %s: %v", at, err),
			"sudo install -d -o $USER "+dir+", or: gqlserver --data ANOTHER-FOLDER")
	}
	defer func() { _ = os.Remove(file.Name()) }()
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return one("data folder", Problem, fmt.Sprintf("a file in %s cannot be kept: %v", at, err), "df -h "+at)
	}
	if at != dir {
		return one("data folder", OK, dir+" is made at the next start", "")
	}
	return one("data folder", OK, dir, "")
}

// survey asks, once, what a start of Neo4j would find; about is what the caller looks at.
func (s *Setup) survey(ctx context.Context, about string) (managed.Survey, []Finding) {
	if s.surveyed == nil {
		found, err := s.Look(
			ctx,
			managed.Options{DataDir: s.text("data"), BoltAddr: s.text("neo4j-bolt"), HTTPAddr: s.text("neo4j-http")},
		)
		s.surveyed = &surveyed{found, err}
	}
	if s.surveyed.err != nil {
		return managed.Survey{}, one(about, Problem, s.surveyed.err.Error(), "gqlserver --help")
	}
	return s.surveyed.found, nil
}

// surveyed is what the survey found.
type surveyed struct {
	found managed.Survey
	err   error
}

const installJava = "Debian, Ubuntu: sudo apt-get install openjdk-17-jre-headless maven; macOS: brew install openjdk " +
	"maven; " +
	"or use a Neo4j that already runs: gqlserver --neo4j-uri bolt://HOST:7687"

func java(ctx context.Context, s *Setup) []Finding {
	if !s.ownNeo4j() {
		return nil
	}
	found, failed := s.survey(ctx, "java")
	switch {
	case failed != nil:
		return failed
	case found.Java == "" && len(found.JavaRejected) > 0:
		return one(
			"java",
			Problem,
			"no Java of version 17 or newer; found "+strings.Join(found.JavaRejected, ", "),
			installJava,
		)
	case found.Java == "":
		return one("java", Problem, "no Java of version 17 or newer, which the Neo4j of this server needs", installJava)
	}
	return one("java", OK, found.Java, "")
}

func jars(ctx context.Context, s *Setup) []Finding {
	if !s.ownNeo4j() {
		return nil
	}
	found, failed := s.survey(ctx, "neo4j")
	switch {
	case failed != nil:
		return failed
	case found.NoPassword != nil:
		return one("neo4j", Problem, found.NoPassword.Error(), "write the password into that file, or follow the steps above")
	case found.JarsHere:
		return one("neo4j", OK, "its jars are in "+found.JarsDir, "")
	case found.Maven == "":
		return one("neo4j", Problem, "its jars are not here yet, and Maven, which fetches them, is not either", installJava)
	}
	return one(
		"neo4j",
		Warning,
		"its jars are not here yet: the next start fetches about 150 MB by Maven",
		"start gqlserver while the network is there",
	)
}

func disk(ctx context.Context, s *Setup) []Finding {
	if !s.ownNeo4j() {
		return nil
	}
	found, failed := s.survey(ctx, "disk")
	if failed != nil {
		return failed
	}
	what := fmt.Sprintf("%d MB are free on the disk of %s", found.FreeMB, s.text("data"))
	switch {
	case found.FreeMB < found.ReserveMB:
		return one("disk", Problem, fmt.Sprintf("%s, and %d MB must be: nothing more is written", what, found.ReserveMB),
			"make room there: du -xh "+s.text("data")+" | sort -h | tail")
	case found.FreeMB < found.ReserveMB+1024:
		return one(
			"disk",
			Warning,
			fmt.Sprintf("%s; below %d MB nothing is written", what, found.ReserveMB),
			"make room there soon",
		)
	}
	return one("disk", OK, what, "")
}

func memory(ctx context.Context, s *Setup) []Finding {
	if !s.ownNeo4j() {
		return nil
	}
	found, failed := s.survey(ctx, "memory")
	what := fmt.Sprintf("%d MB; Neo4j may take %d MB of it, reading about 600 MB", found.MemoryMB, found.NeedMB)
	switch {
	case failed != nil:
		return failed
	case found.MemoryMB == 0:
		return one("memory", Unknown, "how much there is cannot be found out here", "")
	case found.MemoryMB < found.NeedMB+600:
		return one(
			"memory",
			Warning,
			what,
			"give the machine or container 2 GB or more, or use a Neo4j elsewhere: --neo4j-uri",
		)
	}
	return one("memory", OK, what, "")
}

// ports looks whether what the server listens on is free, where no server runs.
func ports(ctx context.Context, s *Setup) []Finding {
	var out []Finding
	at := s.text("listen")
	if !s.answers(ctx) {
		if l, err := net.Listen("tcp", at); err != nil {
			out = append(
				out,
				Finding{"ports", Problem, fmt.Sprintf("%s is taken by another program or cannot be used: %v", at, err),
					"gqlserver --listen 127.0.0.1:8081, or stop the other one: ss -ltnp"},
			)
		} else {
			_ = l.Close()
		}
	}
	if s.ownNeo4j() {
		found, failed := s.survey(ctx, "ports")
		out = append(out, failed...)
		for _, taken := range []struct {
			err  error
			flag string
		}{{found.Bolt, "--neo4j-bolt 127.0.0.1:7688"}, {found.HTTP, "--neo4j-http 127.0.0.1:7475"}} {
			if taken.err != nil {
				out = append(out, Finding{"ports", Problem, taken.err.Error(), "gqlserver " + taken.flag})
			}
		}
		if found.InUse != "" && !s.answers(ctx) {
			out = append(
				out,
				Finding{"ports", Problem, found.InUse, "stop that one, or give this one another folder: gqlserver --data FOLDER"},
			)
		}
	}
	if out == nil {
		return one("ports", OK, at+" and Neo4j's are free or the server's own", "")
	}
	return out
}

// fewDescriptors is below what Neo4j and some hundred callers need.
const fewDescriptors = 4096

func descriptors(context.Context, *Setup) []Finding {
	limit, ok := descriptorLimit()
	switch {
	case !ok:
		return nil // a system without such a limit
	case limit < fewDescriptors:
		return one("open files", Warning, fmt.Sprintf("a program may have %d open, Neo4j wants thousands", limit),
			"ulimit -n 65536; in a systemd unit: LimitNOFILE=65536")
	}
	return one("open files", OK, fmt.Sprintf("a program may have %d open", limit), "")
}
