package managed

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	defaultBolt = "127.0.0.1:7687"
	defaultHTTP = "127.0.0.1:7474"
	user        = "neo4j"
)

// Options says where a managed Neo4j keeps its data, where it listens and how much memory it takes.
type Options struct {
	// DataDir is the program's data folder; Neo4j's home becomes DataDir/neo4j. Required.
	DataDir string
	// BoltAddr and HTTPAddr are host:port; empty means 127.0.0.1:7687 and 127.0.0.1:7474, port 0 means any free one.
	BoltAddr, HTTPAddr string
	// Guide is the address of a page that Neo4j Browser plays when somebody has connected, and from whose host it may take
	// guides and styles; "" for none. It is written to neo4j.conf, so it must be an http or https URL without blanks.
	Guide string
	// CacheDir keeps the fetched jars; empty means the folder sayso in the user's cache folder.
	CacheDir string
	// Progress, when set, is called as the start goes on, from more than one goroutine but never from two at once.
	Progress func(Progress)
	// Logger receives what happens after the start as well; nil means slog.Default().
	Logger *slog.Logger
	// HeapMB and PageCacheMB are in mebibytes; 0 means a share of this machine's memory.
	HeapMB, PageCacheMB int
	// JVMArgs are given to the server's Java after the built-in ones, and so override them.
	JVMArgs []string
}

// Stage names a step of starting.
type Stage string

// The stages in the order in which they come; the first three only when the cache is cold.
const (
	// StageWait: another process is fetching the same jars and this one waits for it.
	StageWait Stage = "wait"
	// StageFetch: Maven downloads jars. Done and Total count jars.
	StageFetch Stage = "fetch"
	// StageVerify: the jars' SHA-256 sums are compared with the expected ones. Done and Total count jars.
	StageVerify Stage = "verify"
	// StageStart: the server process is being started. Done counts seconds; Total is 0, for nobody knows.
	StageStart Stage = "start"
	// StageReady: Bolt has answered a query.
	StageReady Stage = "ready"
)

// Progress is one step forward, fit to be shown on one line.
type Progress struct {
	Stage       Stage
	Done, Total int // Total is 0 when it is not known
	Message     string
}

func (o Options) withDefaults() (Options, error) {
	if o.DataDir == "" {
		return o, errors.New("managed Neo4j: no data folder given; set one with --data")
	}
	dir, err := filepath.Abs(o.DataDir)
	if err != nil {
		return o, fmt.Errorf("managed Neo4j: data folder %q: %w", o.DataDir, err)
	}
	o.DataDir = dir
	if o.BoltAddr == "" {
		o.BoltAddr = defaultBolt
	}
	if o.HTTPAddr == "" {
		o.HTTPAddr = defaultHTTP
	}
	for flag, addr := range map[string]string{boltFlag: o.BoltAddr, httpFlag: o.HTTPAddr} {
		if err := checkAddr(addr); err != nil {
			return o, fmt.Errorf("managed Neo4j: %s %q: %w", flag, addr, err)
		}
	}
	if o.CacheDir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return o, fmt.Errorf("managed Neo4j: no cache folder for the jars (set HOME or XDG_CACHE_HOME): %w", err)
		}
		o.CacheDir = filepath.Join(base, "sayso")
	}
	if o.CacheDir, err = filepath.Abs(o.CacheDir); err != nil {
		return o, fmt.Errorf("managed Neo4j: cache folder: %w", err)
	}
	if err := checkGuide(o.Guide); err != nil {
		return o, err
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return o.withMemory(machineMemoryMB())
}

func (o Options) withMemory(machineMB int) (Options, error) {
	heap, pages := chooseMemory(machineMB)
	if o.HeapMB == 0 {
		o.HeapMB = heap
	}
	if o.PageCacheMB == 0 {
		o.PageCacheMB = pages
	}
	if o.HeapMB < minHeapMB || o.PageCacheMB < minPageCacheMB {
		return o, fmt.Errorf("managed Neo4j: heap %d MB and page cache %d MB are too small; give at least %d and %d",
			o.HeapMB, o.PageCacheMB, minHeapMB, minPageCacheMB)
	}
	return o, nil
}

func checkAddr(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("want host:port, for example %s: %w", defaultBolt, err)
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return fmt.Errorf("port %q is not a number from 0 to 65535", port)
	}
	return nil
}

// checkGuide refuses what would be more than one setting, or more than one command of Neo4j Browser.
func checkGuide(guide string) error {
	if guide == "" {
		return nil
	}
	at, err := url.Parse(guide)
	if err != nil || at.Host == "" || (at.Scheme != "http" && at.Scheme != "https") ||
		strings.ContainsAny(guide, " \t\r\n;,") {
		return fmt.Errorf("managed Neo4j: the guide's address %q is no http:// or https:// URL", guide)
	}
	return nil
}
