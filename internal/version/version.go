// Package version says which build a program is, as the Go toolchain stamped it.
package version

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

// Text is one line: the program's name, its version, the commit with its time where the build knows them, Go's version
// and the platform.
func Text(program string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return text(program, info)
}

// Number is the version alone: "devel" for a build of no release.
func Number() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return devel
	}
	return number(info)
}

const devel = "devel"

func number(info *debug.BuildInfo) string {
	if info.Main.Version == "" || info.Main.Version == "(devel)" {
		return devel
	}
	return info.Main.Version
}

// Build is the version with the commit, the same for programs that were built together.
func Build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return devel
	}
	return number(info) + commit(info)
}

func text(program string, info *debug.BuildInfo) string {
	return fmt.Sprintf("%s %s%s, %s, %s/%s", program, number(info), commit(info), runtime.Version(), runtime.GOOS,
		runtime.GOARCH)
}

// commit says which commit a build is of and whether files were changed since, "" where the build does not know.
func commit(info *debug.BuildInfo) string {
	stamped := map[string]string{}
	for _, s := range info.Settings {
		stamped[s.Key] = s.Value
	}
	if stamped["vcs.revision"] == "" {
		return ""
	}
	changed := ""
	if stamped["vcs.modified"] == "true" {
		changed = ", changed since"
	}
	return fmt.Sprintf(" (commit %.12s of %s%s)", stamped["vcs.revision"], stamped["vcs.time"], changed)
}

// Time is when the build's commit was made, zero where the build does not know.
func Time() time.Time {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			at, _ := time.Parse(time.RFC3339, s.Value) // zero where it is none
			return at
		}
	}
	return time.Time{}
}
