// Command table runs the benches and keeps what they print in one committed file, bench/TABLE.md: each part with its
// command, its date and the machine. Parts that are not run again stay as they are.
//
//	go run ./bench/table [-only questions,writing]
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// part is one bench of the table.
type part struct {
	name, title string
	args        []string // behind go run
}

var parts = []part{
	{"questions", "Questions, cold and warm, at 1, 16 and 64 connections",
		[]string{"./bench/queries", "-statements", "20000", "-seconds", "2", "-table", "-"}},
	{"ratios", "Questions as ratios of hand-written Cypher's time (lowest to highest of five rounds); CI holds these",
		[]string{"./bench/queries", "-statements", "20000", "-guard"}},
	{"writing", "Writing as ratios of bare batches of the same rows", []string{"./bench/writing"}},
	{"bulk", "Loading at once", []string{"./bench/writing", "-bulk", "10000", "-rounds", "1", "-copies", "20"}},
	{"reading", "Reading", []string{"./bench/reading"}},
	{"start", "Start", []string{"./bench/start", "-only", "calls"}},
}

// file is what is written.
var file = filepath.Join("bench", "TABLE.md")

const intro = `# What the benches say

Written by ` + "`go run ./bench/table`" + `, each part by its own command and on its own day. Times depend on the machine and
on what else it has to do (load: how many processes wanted a processor in the minute before); only ratios of one run
mean anything elsewhere.
[Performance](../docs/performance.md) says what to make of it.
`

func main() {
	only := flag.String("only", "", "run only these parts, with commas: questions, ratios, writing, bulk, reading, start")
	flag.Parse()
	if err := run(*only); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

func run(only string) error {
	wanted, err := chosen(only)
	if err != nil {
		return err
	}
	known, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	sections := sectionsOf(string(known))
	for _, p := range wanted {
		text, err := p.measure()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		sections[p.title] = text
		if err := os.WriteFile(file, []byte(assembled(sections)), 0o644); err != nil { // what is measured is kept
			return err
		}
	}
	return nil
}

// chosen are the parts of these names, all where none is given.
func chosen(only string) ([]part, error) {
	if only == "" {
		return parts, nil
	}
	var out []part
	for name := range strings.SplitSeq(only, ",") {
		at := slices.IndexFunc(parts, func(p part) bool { return p.name == name })
		if at < 0 {
			return nil, fmt.Errorf("there is no part %q", name)
		}
		out = append(out, parts[at])
	}
	return out, nil
}

// measure runs a part's bench and gives its section. A bench that fails has measured nothing.
func (p part) measure() (string, error) {
	before := load()
	var out bytes.Buffer
	cmd := exec.Command("go", append([]string{"run"}, p.args...)...)
	cmd.Stdout, cmd.Stderr = io.MultiWriter(&out, os.Stdout), os.Stderr
	if err := cmd.Run(); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s, %d processors, %s, load %s before and %s after:\n\n    $ go run %s\n\n```\n%s\n```\n",
		time.Now().UTC().Format("2006-01-02"), runtime.NumCPU(), runtime.GOOS+"/"+runtime.GOARCH, before, load(),
		strings.Join(p.args, " "), strings.TrimRight(out.String(), "\n")), nil
}

// load is how many processes wanted a processor in the last minute, "unknown" where the system does not tell.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	mean, _, _ := strings.Cut(string(data), " ")
	return mean
}

// heading stands before the title of a section.
const heading = "\n## "

// sectionsOf takes the file apart, by titles.
func sectionsOf(text string) map[string]string {
	out := map[string]string{}
	for i, section := range strings.Split(text, heading) {
		title, body, _ := strings.Cut(section, "\n\n")
		if i > 0 {
			out[title] = body
		}
	}
	return out
}

// assembled puts the file together, in the order of the parts.
func assembled(sections map[string]string) string {
	var out strings.Builder
	out.WriteString(intro)
	for _, p := range parts {
		if body, ok := sections[p.title]; ok {
			fmt.Fprintf(&out, "%s%s\n\n%s", heading, p.title, strings.TrimRight(body, "\n")+"\n")
		}
	}
	return out.String()
}
