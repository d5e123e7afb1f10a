package main

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"
)

// tableConnections are the numbers of connections that the table has columns for.
var tableConnections = []int{1, 16, 64}

// table asks every shape at 1, 16 and 64 connections and writes what it took, with the date and the machine.
func table(ctx context.Context, statements int, turn time.Duration, data, file string) error {
	g, err := openGraph(ctx, statements, data)
	if err != nil {
		return err
	}
	defer g.close()
	sides, err := sidesOf(ctx, g.url, statements)
	if err != nil {
		return err
	}
	var out strings.Builder
	heading(&out, statements)
	for _, s := range sides {
		if err := tableLine(io.MultiWriter(&out, os.Stdout), s, turn); err != nil {
			return err
		}
	}
	fmt.Fprintf(&out, "\nMemory at the end: gqlserver %s, Neo4j %s.\n", resident(g.pid),
		residentOf("java", g.server.Home()))
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

// sidesOf warms every shape up, one after the other and more than once, as a server that has run for a while is.
func sidesOf(ctx context.Context, url string, statements int) ([]side, error) {
	f := filler{n: statements, random: rand.New(rand.NewPCG(3, 5))}
	var sides []side
	for _, s := range shapes {
		one, err := s.sideOf(ctx, url, f)
		if err != nil {
			return nil, err
		}
		sides = append(sides, one)
	}
	for range 3 {
		for _, s := range sides {
			for range 40 {
				if err := s.work(); err != nil {
					return nil, err
				}
			}
		}
	}
	return sides, nil
}

func heading(out io.Writer, statements int) {
	fmt.Fprintf(out, "%s, %d processors, %s; %d statements, %d actors. Milliseconds: p50 / p99.\n\n",
		time.Now().UTC().Format("2006-01-02"), runtime.NumCPU(), memory(), statements, statements/statementsPerEntity)
	fmt.Fprintf(out, "%-26s", "connections")
	for _, n := range tableConnections {
		fmt.Fprintf(out, " %22d", n)
	}
	fmt.Fprintln(out)
}

func tableLine(out io.Writer, s side, turn time.Duration) error {
	fmt.Fprintf(out, "%-26s", s.name)
	for _, connections := range tableConnections {
		took, err := load(s.work, connections, turn)
		if err != nil {
			return err
		}
		sort.Float64s(took)
		fmt.Fprintf(out, " %10.1f / %9.1f", share(took, .5), share(took, .99))
	}
	fmt.Fprintln(out)
	return nil
}

// memory tells how much the machine has.
func memory() string { return field("/proc/meminfo", "MemTotal") }

// resident tells how much memory a process holds.
func resident(pid int) string {
	return field(filepath.Join("/proc", strconv.Itoa(pid), "status"), "VmRSS")
}

// residentOf tells it of the process of a program that was started with a folder among its arguments.
func residentOf(program, folder string) string {
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, line := range lines {
		arguments, err := os.ReadFile(line)
		if err == nil && strings.Contains(string(arguments), folder) && strings.Contains(string(arguments), program) {
			return field(filepath.Join(filepath.Dir(line), "status"), "VmRSS")
		}
	}
	return "unknown"
}

// field reads a size in kB from one of the kernel's files, as MB.
func field(file, name string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(data)) {
		if key, value, _ := strings.Cut(line, ":"); key == name {
			kB, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")))
			if err == nil {
				return fmt.Sprintf("%d MB", kB/1024)
			}
		}
	}
	return "unknown"
}
