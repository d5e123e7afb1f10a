package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// configured parses a command line with a file of settings.
func configured(t *testing.T, file string, args ...string) (printed, notes string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "server.json")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	var s settings
	parser, err := kong.New(&s, kong.DefaultEnvars("SAYSO"), kong.Vars{"data": "DATA", "version": "v"}, kong.Configuration(readConfig))
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.Parse(append([]string{"--config", path}, args...))
	if err != nil {
		return "", "", err
	}
	var out, told strings.Builder
	err = printConfig(parsed, &out, &told)
	return out.String(), told.String(), err
}

// TestConfig: a file's settings hold but where a flag or the environment says otherwise; what is printed is a file that gives the same again; secrets are left out.
func TestConfig(t *testing.T) {
	t.Setenv("SAYSO_MAX_COST", "7")
	file := `{"listen": "127.0.0.1:9", "timeout": "5s", "watch-folders": ["/a", "/b"], "sample": false, "max-cost": 5, "neo4j-password": "hush", "nats-url": "nats://u:hush@a.example"}`
	printed, notes, err := configured(t, file, "--timeout", "6s")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"listen": "127.0.0.1:9"`, `"timeout": "6s"`, `"/b"`, `"sample": false`, `"max-cost": 7`, `"ingest-timeout": "10m0s"`} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %s in %s", want, printed)
		}
	}
	if strings.Contains(printed+notes, "hush") || !strings.Contains(notes, "SAYSO_NEO4J_PASSWORD") || !strings.Contains(notes, "SAYSO_NATS_URL") {
		t.Errorf("the secret: %s %s", printed, notes)
	}
	if again, _, err := configured(t, printed); err != nil || again != printed {
		t.Errorf("%v: %s, before %s", err, again, printed)
	}
	for file, want := range map[string]string{
		`{"lsten": "x"}`:                       `"lsten", which is no setting`,
		`nonsense`:                             "no JSON object",
		`[1]`:                                  "no JSON object",
		``:                                     "no JSON object",
		`{"max-depth": "deep"}`:                "max-depth",
		`{"listen": "nowhere"}`:                "no address",
		`{"neo4j-password-file": "/nowhere"}`:  "--neo4j-password-file",
		`{"neo4j-password-file": "/dev/null"}`: "is empty",
		`{"neo4j-password-file": "/dev/null", "neo4j-password": "hush"}`: "leave one out",
		`{"nats-url": "nats://u:hush@"}`:                                 "--nats-url is none of a NATS server",
		`{"role": "worker"}`:                                             "give both",
		`{"role": "server"}`:                                             "--nats-listen",
		`{"role": "boss"}`:                                               "worker",
		`{"nats-listen": ":4222"}`:                                       "SAYSO_NATS_TOKEN",
		`{"workers": -1}`:                                                "less than nothing",
		`{"nats-listen": "127.0.0.1:1", "nats-url": "nats://a.example"}`: "one of them",
	} {
		if _, _, err := configured(t, file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", file, err)
		}
	}
}
