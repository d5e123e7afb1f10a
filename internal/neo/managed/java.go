package managed

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

const minJava = 17

// runtimeTool is a Java runtime that can run Neo4j.
type runtimeTool struct {
	path  string // the java executable
	home  string // what JAVA_HOME should be for it
	major int
	build string // what it says of its version, to the last digit
}

// toolFinder looks for Java and Maven. Its fields are the outside world, so that tests can show it another one.
type toolFinder struct {
	goos     string
	getenv   func(string) string
	javaDirs []string // glob patterns of folders that hold bin/java
	mvnDirs  []string // glob patterns of folders that hold bin/mvn
}

func newToolFinder() toolFinder {
	home, _ := os.UserHomeDir()
	f := toolFinder{goos: runtime.GOOS, getenv: os.Getenv}
	switch runtime.GOOS {
	case "windows":
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("LOCALAPPDATA") + `\Programs`} {
			for _, vendor := range []string{"Java", "Eclipse Adoptium", "Microsoft", "Amazon Corretto", "Zulu", "BellSoft"} {
				f.javaDirs = append(f.javaDirs, filepath.Join(root, vendor, "*"))
			}
		}
	case "darwin":
		f.javaDirs = []string{
			"/Library/Java/JavaVirtualMachines/*/Contents/Home", "/opt/homebrew/opt/openjdk*", "/usr/local/opt/openjdk*",
		}
		f.mvnDirs = []string{"/opt/homebrew", "/usr/local"}
	default:
		f.javaDirs = []string{"/usr/lib/jvm/*", "/usr/java/*", "/opt/java/*", "/opt/jdk*"}
		f.mvnDirs = []string{"/usr/share/maven", "/opt/maven", "/opt/apache-maven*"}
	}
	f.javaDirs = append(f.javaDirs, filepath.Join(home, ".sdkman/candidates/java/*"), filepath.Join(home, ".jdks/*"))
	f.mvnDirs = append(f.mvnDirs, filepath.Join(home, ".sdkman/candidates/maven/*"))
	return f
}

// java gives the first runtime that is new enough, in the order JAVA_HOME, PATH, well-known folders.
// The second result tells of those that were found and would not do.
func (f toolFinder) java(ctx context.Context) (runtimeTool, []string) {
	var rejected []string
	seen := map[string]bool{}
	for _, path := range f.candidates("JAVA_HOME", "java", f.javaDirs) {
		real, err := filepath.EvalSymlinks(path)
		if err != nil || seen[real] {
			continue
		}
		seen[real] = true
		major, build, err := javaVersion(ctx, real)
		switch {
		case err != nil:
			rejected = append(rejected, fmt.Sprintf("%s does not work: %v", path, err))
		case major < minJava:
			rejected = append(rejected, fmt.Sprintf("%s is Java %d", path, major))
		default:
			return runtimeTool{path: real, home: filepath.Dir(filepath.Dir(real)), major: major, build: build}, rejected
		}
	}
	return runtimeTool{}, rejected
}

// maven gives the mvn command, or "".
func (f toolFinder) maven() string {
	for _, v := range []string{"MAVEN_HOME", "M2_HOME"} {
		if all := f.candidates(v, "mvn", f.mvnDirs); len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// candidates lists executables called name below the folder in the variable, on PATH and in the given folders.
func (f toolFinder) candidates(homeVar, name string, dirs []string) []string {
	var folders []string
	if home := f.getenv(homeVar); home != "" {
		folders = append(folders, filepath.Join(home, "bin"))
	}
	folders = append(folders, filepath.SplitList(f.getenv("PATH"))...)
	for _, pattern := range dirs {
		found, _ := filepath.Glob(pattern) // the only error is a bad pattern, which finds nothing
		slices.Reverse(found)              // names end in version numbers: the newest first
		for _, dir := range found {
			folders = append(folders, filepath.Join(dir, "bin"))
		}
	}
	var out []string
	for _, dir := range folders {
		for _, ext := range executableExts(f.goos) {
			path := filepath.Join(dir, name+ext)
			if st, err := os.Stat(path); err == nil && !st.IsDir() && (f.goos == "windows" || st.Mode()&0o111 != 0) {
				out = append(out, path)
			}
		}
	}
	return out
}

func executableExts(goos string) []string {
	if goos == "windows" {
		return []string{".exe", ".cmd", ".bat"}
	}
	return []string{""}
}

// javaVersion gives the major version and all that Java prints about its build.
func javaVersion(ctx context.Context, path string) (int, string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return 0, "", fmt.Errorf("%w: %s", err, firstLine(out))
	}
	major, err := parseJavaVersion(string(out))
	return major, string(out), err
}

var javaVersionLine = regexp.MustCompile(`version "(\d+)(?:\.(\d+))?[^"]*"`)

// parseJavaVersion reads the major version from what java -version prints: 8 from "1.8.0_402", 17 from "17.0.15", 25
// from "25-ea".
func parseJavaVersion(text string) (int, error) {
	m := javaVersionLine.FindStringSubmatch(text)
	if m == nil {
		return 0, fmt.Errorf("no version in %q", firstLine([]byte(text)))
	}
	major, err := strconv.Atoi(m[1])
	if err != nil {
		return 0, fmt.Errorf("version %q: %w", m[1], err)
	}
	if major == 1 && m[2] != "" { // up to Java 8 the real number came second
		return strconv.Atoi(m[2])
	}
	return major, nil
}

func firstLine(b []byte) string {
	line, _, _ := bytes.Cut(bytes.TrimSpace(b), []byte("\n"))
	return string(line)
}

// need finds what a start calls for and names everything that is missing in one error. Maven only counts when jars must
// be fetched.
func (f toolFinder) need(ctx context.Context, withMaven bool) (java runtimeTool, mvn string, err error) {
	var missing []string
	java, rejected := f.java(ctx)
	if java.path == "" {
		what := fmt.Sprintf("Java %d or newer (17, 21 and 25 are fine)", minJava)
		if len(rejected) > 0 {
			what += "; found only: " + strings.Join(rejected, ", ")
		}
		missing = append(missing, what)
	}
	if withMaven {
		if mvn = f.maven(); mvn == "" {
			missing = append(missing, "Maven (mvn), which fetches Neo4j's jars on the first start")
		}
	}
	if err := ctx.Err(); err != nil {
		return java, mvn, err
	}
	if len(missing) > 0 {
		return java, mvn, missingError(missing)
	}
	return java, mvn, nil
}

func missingError(missing []string) error {
	return errors.New("cannot start Neo4j, for this machine lacks:\n" +
		"  - " + strings.Join(missing, "\n  - ") + "\n" +
		"To install both:\n" +
		"  Debian, Ubuntu  sudo apt-get install openjdk-17-jre-headless maven\n" +
		"  macOS           brew install openjdk maven\n" +
		"  Windows         winget install EclipseAdoptium.Temurin.21.JRE, then unpack Apache Maven and put its bin folder " +
		"on PATH\n" +
		"Java may also be named by JAVA_HOME. Or use a Neo4j that already runs: --neo4j-uri bolt://HOST:7687")
}
