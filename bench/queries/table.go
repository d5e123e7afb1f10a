package main

import (
	"cmp"
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

// table asks every shape at 1, 16 and 64 connections, right behind a start and when it is warm, and writes what it
// took, with the date and the machine. "-" writes it to the standard output alone.
func table(ctx context.Context, statements int, turn time.Duration, data, file string) error {
	var g opened
	cold := make([][]string, len(shapes))
	for i, connections := range tableConnections {
		if i > 0 {
			g.close()
		}
		var err error
		if g, err = openGraph(ctx, statements, data); err != nil {
			return err
		}
		if err := addCold(ctx, g, statements, connections, cold); err != nil {
			g.close()
			return err
		}
	}
	defer g.close()
	sides, err := sidesOf(ctx, g.url, statements)
	if err != nil {
		return err
	}
	var out strings.Builder
	heading(&out, statements)
	for i, s := range sides {
		if err := tableLine(&out, s, turn, cold[i]); err != nil {
			return err
		}
	}
	fmt.Fprintf(&out, "\nMemory at the end: gqlserver %s, Neo4j %s.\n", resident(g.pid),
		residentOf("java", g.server.Home()))
	fmt.Print(out.String())
	if file == "-" {
		return nil
	}
	return os.WriteFile(file, []byte(out.String()), 0o644)
}

// addCold has every shape asked once on each connection, one shape after the other, right behind a start, and adds to
// the shapes' cells what that took.
func addCold(ctx context.Context, g opened, statements, connections int, cells [][]string) error {
	sides, err := newSides(ctx, g.url, statements)
	if err != nil {
		return err
	}
	for i, s := range sides {
		took, err := load(s.work, connections, 0)
		if err != nil {
			return err
		}
		cells[i] = append(cells[i], cell(took))
	}
	return nil
}

// newSides are the shapes as they are asked.
func newSides(ctx context.Context, url string, statements int) ([]side, error) {
	f := filler{n: statements, random: rand.New(rand.NewPCG(3, 5))}
	var sides []side
	for _, s := range shapes {
		one, err := s.sideOf(ctx, url, f)
		if err != nil {
			return nil, err
		}
		sides = append(sides, one)
	}
	return sides, nil
}

// sidesOf warms every shape up, one after the other and more than once, as a server that has run for a while is.
func sidesOf(ctx context.Context, url string, statements int) ([]side, error) {
	sides, err := newSides(ctx, url, statements)
	if err != nil {
		return nil, err
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
	fmt.Fprintf(out, "%s, %d processors, %s, load %s; %d statements, %d actors. Milliseconds: p50 / p99. Cold: the first "+
		"requests right behind the ready line, one on each connection.\n\n",
		time.Now().UTC().Format("2006-01-02"), runtime.NumCPU(), memory(), machineLoad(), statements,
		statements/statementsPerEntity)
	fmt.Fprintf(out, "%-26s", "connections")
	for _, state := range []string{"warm", "cold"} {
		for _, n := range tableConnections {
			fmt.Fprintf(out, " %20s", fmt.Sprint(state, " ", n))
		}
	}
	fmt.Fprintln(out)
}

func tableLine(out io.Writer, s side, turn time.Duration, cold []string) error {
	fmt.Fprintf(out, "%-26s", s.name)
	for _, connections := range tableConnections {
		took, err := load(s.work, connections, turn)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, " %20s", cell(took))
	}
	for _, one := range cold {
		fmt.Fprintf(out, " %20s", one)
	}
	fmt.Fprintln(out)
	return nil
}

func cell(took []float64) string {
	sort.Float64s(took)
	return fmt.Sprintf("%.1f / %.1f", share(took, .5), share(took, .99))
}

// machineLoad tells how much else the machine has to do: the kernel's mean over the last minute.
func machineLoad() string {
	data, _ := os.ReadFile("/proc/loadavg")
	mean, _, _ := strings.Cut(string(data), " ")
	return cmp.Or(mean, "unknown")
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
