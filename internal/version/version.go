// Package version says which build a program is, as the Go toolchain stamped it.
package version

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Text is one line: the program's name, its version, the commit with its time where the build knows them, Go's version and the platform.
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

func text(program string, info *debug.BuildInfo) string {
	stamped := map[string]string{}
	for _, s := range info.Settings {
		stamped[s.Key] = s.Value
	}
	commit := ""
	if revision := stamped["vcs.revision"]; revision != "" {
		commit = fmt.Sprintf(" (commit %.12s of %s", revision, stamped["vcs.time"])
		if stamped["vcs.modified"] == "true" {
			commit += ", changed since"
		}
		commit += ")"
	}
	return fmt.Sprintf("%s %s%s, %s, %s/%s", program, number(info), commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
