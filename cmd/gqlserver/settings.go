package main

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/openai"
	"sayso/internal/read/vocabulary"
)

const description = `Serve Sayso's knowledge graph: who said what, on whose say-so.

Without --neo4j-uri a Neo4j is fetched on first use and run with its data under --data. Every flag can be set as SAYSO_… in the environment
too (SAYSO_LISTEN, SAYSO_NEO4J_URI, SAYSO_NEO4J_PASSWORD …).`

// settings are the flags.
type settings struct {
	Version        kong.VersionFlag `env:"-" help:"Say which build this is."`
	Config         kong.ConfigFlag  `help:"Read settings from this JSON file; flags and the environment come before it." placeholder:"FILE"`
	PrintConfig    bool             `env:"-" help:"Print the settings in force, as --config reads them, and end."`
	Listen         string           `help:"Address to serve on; loopback unless you say otherwise." default:"127.0.0.1:8080" placeholder:"ADDR"`
	Data           string           `help:"Folder for the graph's data." default:"${data}" placeholder:"DIR"`
	Neo4jURI       string           `name:"neo4j-uri" env:"SAYSO_NEO4J_URI" help:"Use this Neo4j (bolt://, neo4j+s:// …) instead of starting one." placeholder:"URI"`
	Neo4jUser      string           `name:"neo4j-user" env:"SAYSO_NEO4J_USER" help:"User of that Neo4j." default:"neo4j"`
	Neo4jPassword  string           `name:"neo4j-password" env:"SAYSO_NEO4J_PASSWORD" help:"Its password; better set as SAYSO_NEO4J_PASSWORD." placeholder:"SECRET"`
	Neo4jSecret    string           `name:"neo4j-password-file" env:"SAYSO_NEO4J_PASSWORD_FILE" help:"A file that holds the password, as containers have it." placeholder:"FILE"`
	Neo4jDatabase  string           `name:"neo4j-database" env:"SAYSO_NEO4J_DATABASE" help:"Its database; the server's default when empty."`
	Neo4jBolt      string           `name:"neo4j-bolt" env:"SAYSO_NEO4J_BOLT" help:"Bolt address of the Neo4j that is started." default:"127.0.0.1:7687" placeholder:"ADDR"`
	Neo4jHTTP      string           `name:"neo4j-http" env:"SAYSO_NEO4J_HTTP" help:"Neo4j Browser's address, of the Neo4j that is started." default:"127.0.0.1:7474" placeholder:"ADDR"`
	Sample         bool             `help:"Fill an empty graph with the sample articles." default:"true" negatable:""`
	Timeout        time.Duration    `help:"Longest time for one query." default:"30s"`
	IngestTimeout  time.Duration    `help:"Longest time for one ingest request." default:"10m"`
	Private        bool             `name:"private-addresses" help:"Also fetch pages from this machine and its own network when an article is handed in by its address."`
	MaxBody        int64            `help:"Longest request, in bytes." default:"33554432"`
	MaxDepth       int              `help:"Deepest nesting of a query." default:"20"`
	MaxCost        int              `help:"Most fields that an answer may have." default:"1000000"`
	OnlyOperations []string         `name:"only-operations" help:"Take only the operations of these files and folders, and those of our own programs, from callers below an admin; the word own names no others." placeholder:"FILE|DIR|own"`
	accessFlags
	telemetryFlags
	queueFlags
	Follow       bool     `help:"Follow sources and answer standing questions. Of several servers on one graph only one may." default:"true" negatable:""`
	WatchFolders []string `help:"Folders that may be followed as sources, with what is below them." placeholder:"DIR"`
	SMTP         string   `name:"smtp" help:"Mail server for what standing questions tell: smtp://HOST:PORT or smtps://USER:PASSWORD@HOST; better set as SAYSO_SMTP." placeholder:"URL"`
	MailFrom     string   `help:"Who that mail is from." placeholder:"ADDRESS"`
	openai.Flags
	vocabulary.Files
	Known       gazetteer.Files `embed:""`
	KeepAnswers int64           `help:"Bytes of answers that are kept until the graph changes; 0 for none." default:"33554432"`
	WarmUp      bool            `name:"warm-up" help:"Have Neo4j plan beforehand what users begin with. Without it a start is lighter, and first answers take seconds." default:"true" negatable:""`
	MaxAliases  int             `help:"Most aliases in a query." default:"100"`
	Least       *float64        `name:"least-confidence" help:"Keep claims that the rules are less sure of, 0 to 1, for review only: they assert nothing." placeholder:"SHARE"`
}

// AfterApply checks what kong cannot.
func (s *settings) AfterApply() error {
	if _, _, err := net.SplitHostPort(s.Listen); err != nil {
		return kg.Errorf(kg.Invalid, "--listen %q is no address; write one such as 127.0.0.1:8080 or :8080", s.Listen)
	}
	if min(int64(s.Timeout), int64(s.IngestTimeout), s.MaxBody, int64(s.MaxDepth), int64(s.MaxCost),
		int64(s.MaxAliases)) <= 0 {
		return kg.Errorf(kg.Invalid, "--timeout, --ingest-timeout, --max-body, --max-depth, --max-cost and --max-aliases "+
			"must be more than nothing")
	}
	if s.Head != "" && s.HeadEach <= 0 {
		return kg.Errorf(kg.Invalid, "--audit-head-every is %s; write how often, such as 5m", s.HeadEach)
	}
	if s.KeepAnswers < 0 {
		return kg.Errorf(kg.Invalid, "--keep-answers is %d; write how many bytes, or 0 for none", s.KeepAnswers)
	}
	if err := read.CheckLeast(s.Least); err != nil {
		return err
	}
	if err := s.checkOthers(); err != nil {
		return err
	}
	if err := s.readPassword(); err != nil {
		return err
	}
	if err := s.checkQueue(); err != nil {
		return err
	}
	if _, err := s.Entries(); err != nil { // a bad vocabulary is told before Neo4j is started
		return err
	}
	_, err := s.Known.Names()
	return err
}

// checkOthers checks the addresses of a model and of a mail server, before Neo4j is started.
func (s *settings) checkOthers() error {
	if s.Reader == "openai" {
		if _, err := s.New(nil); err != nil {
			return err
		}
	}
	_, err := s.mailer()
	return err
}

// readPassword takes the password of a Neo4j that is not ours from the file that is named for it.
func (s *settings) readPassword() error {
	if s.Neo4jSecret == "" {
		return nil
	}
	if s.Neo4jPassword != "" {
		return kg.Errorf(kg.Invalid, "--neo4j-password and --neo4j-password-file are both given; leave one out")
	}
	text, err := os.ReadFile(s.Neo4jSecret)
	if err != nil {
		return kg.Errorf(kg.Invalid, "--neo4j-password-file: %w", err)
	}
	if s.Neo4jPassword = strings.TrimSpace(string(text)); s.Neo4jPassword == "" {
		return kg.Errorf(kg.Invalid, "--neo4j-password-file: %s is empty; write the password into it", s.Neo4jSecret)
	}
	return nil
}

// defaultData is where the graph's data lies unless --data says otherwise: in the user's data folder, the same from
// wherever the server is started.
func defaultData() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "sayso")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "sayso-data"
	}
	return filepath.Join(home, ".local", "share", "sayso")
}
