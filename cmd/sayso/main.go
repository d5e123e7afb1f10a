// Command sayso is the client: it asks a server, hands articles to it, and reads texts without one. It may not know
// Cypher.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	_ "golang.org/x/crypto/x509roots/fallback" // for containers, which have no certificates of their own

	"sayso/internal/commandline"
	"sayso/internal/export"
	"sayso/internal/imports"
	"sayso/internal/kg"
	"sayso/internal/version"
)

// commands are what the program can do.
type commands struct {
	Ask      askCommand      `cmd:"" help:"Ask a question: sayso ask \"who recognized Donetsk?\""`
	Ingest   ingestCommand   `cmd:"" help:"Hand articles to the server: files, folders, URLs, or - for standard input."`
	Queue    queueCommand    `cmd:"" help:"Show what waits to be read, and look at, retry or remove what could not be read."`
	Sources  sourcesCommand  `cmd:"" help:"Follow feeds, sitemaps and folders: sayso sources add URL"`
	Watch    watchCommand    `cmd:"" help:"Be told when the answer to a question changes: sayso watch \"who recognized Donetsk?\""`
	Standing standingCommand `cmd:"" help:"Show the questions that are watched, pause or remove them."`
	Export   exportCommand   `cmd:"" help:"Write the whole graph, or the statements that fit, to a file."`
	Import   importCommand   `cmd:"" help:"Take in an archive of a whole graph, or what other tools wrote: sayso import --as ftm --dry-run FILE"`
	Bulk     bulkCommand     `cmd:"" help:"Load an archive of any size into a data folder that has no graph, while no server runs on it: sayso bulk FILE --data DIR"`
	Backup   backupCommand   `cmd:"" help:"Take a backup of the whole graph while the server serves: sayso backup --to FOLDER"`
	Restore  restoreCommand  `cmd:"" help:"Check a backup and restore it into a server whose graph is empty."`
	Forget   forgetCommand   `cmd:"" help:"Forget a person on request: sayso forget --dry-run --reason \"…\" ID"`
	Check    checkCommand    `cmd:"" help:"Prove what always holds of the server's graph, and mend what can be: sayso check --repair"`
	Doctor   doctorCommand   `cmd:"" help:"Say what is wrong with a server, its machine and its files, and what mends it."`
	Audit    auditCommand    `cmd:"" help:"Search the audit log of writes and refusals: sayso audit --who Ada --since 24h"`
	MCP      mcpCommand      `cmd:"" name:"mcp" help:"Offer the graph to agents by the Model Context Protocol."`
	Evidence evidenceCommand `cmd:"" help:"Write an answer with the articles it rests on, for sayso verify."`
	Verify   verifyCommand   `cmd:"" help:"Check a bundle of evidence without a server."`
	Keys     keysCommand     `cmd:"" help:"Make, list and revoke the keys that a server asks for."`
	Version  versionCommand  `cmd:"" help:"Say which build this is."`
	Read     readCommand     `cmd:"" help:"Read texts or pages without a server and print what is found."`
}

// terminal is where a command reads and writes.
type terminal struct {
	ctx context.Context
	in  io.Reader
	out io.Writer
	err io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(os.Args[1:], terminal{ctx, os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// run is main for tests: it gives the exit code, 0 for success, 1 for failure, 80 for a wrong command line.
func run(args []string, t terminal) int {
	var c commands
	exit := -1
	options := append(commandline.Values(), kong.Name("sayso"), kong.Description("Who said what, on whose say-so."),
		kong.DefaultEnvars("SAYSO"),
		kong.Vars{
			"forms": strings.Join(export.Names(), ", "), "imported": strings.Join(imports.Forms(), ", "),
			"user": cmp.Or(os.Getenv("USER"), "somebody"),
		},
		kong.Writers(t.out, t.err), kong.Exit(func(code int) { exit = code }))
	parser, err := kong.New(&c, options...)
	if err != nil {
		return complain(t, err)
	}
	parsed, err := parser.Parse(args)
	if exit >= 0 {
		return exit // --help
	}
	if err != nil {
		fmt.Fprintf(t.err, "sayso: %v\nsayso: see sayso --help\n", err)
		return 80
	}
	if err := parsed.Run(t); err != nil {
		return complain(t, err)
	}
	return 0
}

type versionCommand struct{}

// Run prints the line.
func (versionCommand) Run(t terminal) error {
	_, err := fmt.Fprintln(t.out, version.Text("sayso"))
	return err
}

// complain prints what the user can do about it.
func complain(t terminal, err error) int {
	fmt.Fprintln(t.err, "sayso: "+message(err))
	return 1
}

// message is what a user may see of an error.
func message(err error) string {
	var own *kg.Error
	if errors.As(err, &own) && own.Code != kg.Internal {
		return own.Message
	}
	return err.Error()
}
