// Package build makes Sayso's programs for a platform so that two builds of one commit are equal byte by byte.
package build

import (
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Platform is where programs run, as Go names it.
type Platform struct{ OS, Arch string }

// Platforms are those that are released.
func Platforms() []Platform {
	var out []Platform
	for _, goos := range []string{"linux", "darwin", "windows"} {
		for _, arch := range []string{"amd64", "arm64"} {
			out = append(out, Platform{goos, arch})
		}
	}
	return out
}

// ReadPlatform reads linux/amd64.
func ReadPlatform(text string) (Platform, error) {
	for _, p := range Platforms() {
		if p.OS+"/"+p.Arch == text {
			return p, nil
		}
	}
	return Platform{}, fmt.Errorf("%q is no platform; take one such as linux/amd64", text)
}

// String is how files are named by it.
func (p Platform) String() string { return p.OS + "_" + p.Arch }

// Programs are what is built.
var Programs = []string{"gqlserver", "sayso"}

// Program gives the file of a program in a folder.
func (p Platform) Program(dir, name string) string {
	if p.OS == "windows" {
		name += ".exe"
	}
	return filepath.Join(dir, name)
}

// Build is what a folder of programs is.
type Build struct {
	Version  string    // the tag, or a pseudo-version of the commit
	Commit   string    // whole
	At       time.Time // the commit's
	Modified bool      // files were changed since
}

// Make builds the programs of the checkout in source into the folder out.
func Make(source, out string, p Platform) (Build, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return Build{}, err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return Build{}, err
	}
	args := []string{"build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", out + string(filepath.Separator)}
	for _, name := range Programs {
		args = append(args, "./cmd/"+name)
	}
	command := exec.Command("go", args...)
	command.Dir = source
	command.Env = append(
		os.Environ(),
		"CGO_ENABLED=0",
		"GOOS="+p.OS,
		"GOARCH="+p.Arch,
		"GOFLAGS=",
		"GOAMD64=v1",
		"GOARM64=v8.0",
		"GOWORK=off",
	)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if err := command.Run(); err != nil {
		return Build{}, fmt.Errorf("build for %s: %w", p, err)
	}
	return Read(p.Program(out, Programs[0]))
}

// Read tells which build a program is.
func Read(path string) (Build, error) {
	info, err := buildinfo.ReadFile(path)
	if err != nil {
		return Build{}, err
	}
	b := Build{Version: info.Main.Version}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			if b.At, err = time.Parse(time.RFC3339, s.Value); err != nil {
				return Build{}, err
			}
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	if b.Commit == "" {
		return Build{}, fmt.Errorf(
			"%s does not know its commit; build in a clone (not in a work tree that git has added), with git on the path",
			path,
		)
	}
	if b.Version == "" || b.Version == "(devel)" {
		b.Version = "v0.0.0-" + b.At.UTC().Format("20060102150405") + "-" + b.Commit[:12]
	}
	b.Version = strings.ReplaceAll(b.Version, "+", "-")
	return b, nil
}
