package managed

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestParseJavaVersion(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)", 17},
		{"openjdk version \"21\" 2023-09-19", 21},
		{"openjdk version \"25-ea\" 2025-09-16", 25},
		{"java version \"1.8.0_402\"\nJava(TM) SE Runtime Environment", 8},
		{"java version \"11.0.2\" 2019-01-15 LTS", 11},
		{"Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version \"21.0.4\" 2024-07-16", 21},
	} {
		if got, err := parseJavaVersion(c.text); err != nil || got != c.want {
			t.Errorf("parseJavaVersion(%q) = %d, %v; want %d", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{"", "The operation couldn't be completed. Unable to locate a Java Runtime.", `version "x"`} {
		if got, err := parseJavaVersion(text); err == nil {
			t.Errorf("parseJavaVersion(%q) = %d, want an error", text, got)
		}
	}
}

// needShell skips where a script cannot stand in for a program.
func needShell(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-ins for java and mvn are shell scripts")
	}
}

func script(t *testing.T, path, body string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
}

func fakeJava(t *testing.T, home, version string) {
	t.Helper()
	script(t, filepath.Join(home, "bin", "java"), fmt.Sprintf(`echo 'openjdk version "%s" 2025-01-01' >&2`, version))
}

// finderIn sees nothing but the given environment and folders.
func finderIn(env map[string]string, javaDirs ...string) toolFinder {
	return toolFinder{goos: runtime.GOOS, getenv: func(k string) string { return env[k] }, javaDirs: javaDirs}
}

func TestFindJava(t *testing.T) {
	needShell(t)
	dir := t.TempDir()
	old, young, newest := filepath.Join(dir, "java-11"), filepath.Join(dir, "java-17"), filepath.Join(dir, "java-21")
	fakeJava(t, old, "11.0.2")
	fakeJava(t, young, "17.0.15")
	fakeJava(t, newest, "21.0.1")
	broken := filepath.Join(dir, "stub")
	script(t, filepath.Join(broken, "bin", "java"), "echo 'Unable to locate a Java Runtime.' >&2; exit 1")
	link := filepath.Join(dir, "link")
	if err := os.Symlink(young, link); err != nil {
		t.Fatal(err)
	}
	path := func(homes ...string) string {
		for i, h := range homes {
			homes[i] = filepath.Join(h, "bin")
		}
		return strings.Join(homes, string(os.PathListSeparator))
	}
	for name, c := range map[string]struct {
		finder   toolFinder
		home     string
		rejected int
	}{
		"JAVA_HOME before PATH":       {finderIn(map[string]string{"JAVA_HOME": young, "PATH": path(newest)}), young, 0},
		"an old JAVA_HOME is passed":  {finderIn(map[string]string{"JAVA_HOME": old, "PATH": path(newest)}), newest, 1},
		"a stub on PATH is passed":    {finderIn(map[string]string{"PATH": path(broken, young)}), young, 1},
		"links lead to the real home": {finderIn(map[string]string{"PATH": path(link)}), young, 0},
		"folders, the newest first":   {finderIn(nil, filepath.Join(dir, "java-*")), newest, 0},
		"nothing new enough":          {finderIn(map[string]string{"JAVA_HOME": old, "PATH": path(old, broken)}), "", 2},
		"nothing at all":              {finderIn(nil), "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			got, rejected := c.finder.java(context.Background())
			if got.home != c.home || len(rejected) != c.rejected {
				t.Errorf("got home %q and rejected %q; want %q and %d rejected", got.home, rejected, c.home, c.rejected)
			}
		})
	}
}

func TestMissingToolsAreNamedTogether(t *testing.T) {
	needShell(t)
	dir := t.TempDir()
	fakeJava(t, dir, "11.0.2")
	ctx := context.Background()
	_, _, err := finderIn(map[string]string{"JAVA_HOME": dir}).need(ctx, true)
	if err == nil {
		t.Fatal("no error though Java is old and Maven absent")
	}
	for _, part := range []string{"Java 17", filepath.Join(dir, "bin", "java") + " is Java 11", "Maven (mvn)",
		"apt-get install openjdk-17-jre-headless maven", "brew install openjdk maven", "winget install", "--neo4j-uri"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q:\n%v", part, err)
		}
	}
	fakeJava(t, dir, "17.0.1")
	if _, _, err := finderIn(map[string]string{"JAVA_HOME": dir}).need(ctx, false); err != nil {
		t.Errorf("with Java and a warm cache: %v", err)
	}
	_, _, err = finderIn(map[string]string{"JAVA_HOME": dir}).need(ctx, true)
	if err == nil || !strings.Contains(err.Error(), "Maven (mvn)") || strings.Contains(err.Error(), "Java 17 or newer") {
		t.Errorf("with Java and a cold cache got %v, want only Maven missing", err)
	}
}
