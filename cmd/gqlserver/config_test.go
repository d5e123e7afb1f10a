package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// configured parses a command line with a file of settings.
func configured(t *testing.T, file string, args ...string) (printed, notes string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "server.json")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	var s settings
	parser, err := newParser(&s)
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

// TestWrongFlags: each wrong value is refused before anything starts, with the flag's name and what to write.
func TestWrongFlags(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--slow -5s", `--slow: "-5s" is less than nothing; write a number and a unit`},
		{"--slow=-5s", `--slow: "-5s" is less than nothing`},
		{"--timeout banana", `--timeout: "banana" is no length of time; write a number and a unit`},
		{"--timeout 0s", "must be more than nothing"},
		{"--max-depth x", `--max-depth: "x" is no whole number; write digits`},
		{"--max-depth -3", "must be more than nothing"},
		{"--max-body 99999999999999999999", "is too large a number; write a smaller one"},
		{"--keep-answers -5", "--keep-answers is -5; write how many bytes, or 0 for none"},
		{"--workers -1", "--workers, --queue-articles and --queue-bytes must not be less than nothing"},
		{"--least-confidence x", `--least-confidence: "x" is no number; write one such as 0.75`},
		{"--least-confidence NaN", "write a number from 0 to 1"},
		{"--listen nonsense", "write one such as 127.0.0.1:8080"},
		{"--smtp nonsense", "write smtp://HOST:PORT"},
		{"--reader openai --openai-url x --openai-model m", "write one such as http://127.0.0.1:11434/v1"},
		{"--reader openai", "no model is named; name one that the endpoint has"},
		{"--reader oracle", `--reader must be one of "rules","openai"`},
		{"--gazetteer /nowhere.tsv", "name a file that sayso import --as wikidata wrote"},
		{"--vocabulary /nowhere.yaml", "name a file that is there"},
		{"--nats-url nonsense", "write one such as nats://"},
		{"--follow=perhaps", "bool value must be true, 1, yes, false, 0 or no"},
		{"--slwo 2s", `unknown flag --slwo, did you mean "--slow"`},
		{"--slow", "--slow: its value is missing; write a number and a unit"},
	} {
		_, _, err := configured(t, "{}", strings.Fields(c.args)...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.args, err, c.want)
		}
	}
}
