// Command gqlserver is Sayso's server: it starts a Neo4j of its own (or uses yours), fills an empty graph with sample
// articles, and serves GraphQL, GraphiQL and the explorer. It holds flags, wiring and shutdown, no logic.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
	_ "golang.org/x/crypto/x509roots/fallback" // for containers, which have no certificates of their own

	"sayso/internal/commandline"
	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/telemetry"
	"sayso/internal/version"
)

func main() {
	var s settings
	parser, err := newParser(&s)
	if err != nil {
		fail(err)
	}
	parsed, err := parser.Parse(os.Args[1:])
	parser.FatalIfErrorf(err)
	if s.PrintConfig {
		if err := printConfig(parsed, os.Stdout, os.Stderr); err != nil {
			fail(err)
		}
		return
	}
	read.SpareMemory()
	slog.SetDefault(slog.New(telemetry.Log(s.logHandler(os.Stderr))))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, s, os.Stdout); err != nil {
		stop()
		fail(err)
	}
}

// newParser gives what reads the command line, the environment and the file of settings.
func newParser(s *settings) (*kong.Kong, error) {
	return kong.New(s, append(commandline.Values(), kong.Name("gqlserver"), kong.Description(description),
		kong.DefaultEnvars("SAYSO"), kong.ShortUsageOnError(), kong.Configuration(readConfig),
		kong.Vars{"data": defaultData(), "version": version.Text("gqlserver")})...)
}

// fail prints what the user can do about it: errors of ours without their inner causes.
func fail(err error) {
	var own *kg.Error
	if errors.As(err, &own) && own.Code != kg.Internal {
		fmt.Fprintln(os.Stderr, "gqlserver: "+own.Message)
	} else {
		fmt.Fprintln(os.Stderr, "gqlserver: "+err.Error())
	}
	os.Exit(1)
}
