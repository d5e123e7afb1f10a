package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Sizes of a guarded run: every shape is asked so often in each round, after the yardstick.
const (
	guardRounds = 5
	guardAsked  = 25
)

// beyondNoise is how many times the median ratio of the committed run a shape's lowest one must be to count as a fall.
const beyondNoise = 1.5

// ratiosFile holds, for each shape, the median and the highest ratio of its p50 to the yardstick's.
var ratiosFile = filepath.Join("bench", "queries", "ratios.tsv")

// guard compares every shape with hand-written Cypher for an actor's profile, in turns, so that the speed of the
// machine and what else it does fall out. It fails when a shape is slower than in the committed run in every round, and
// with update writes that file.
func guard(ctx context.Context, statements int, data string, update bool) error {
	g, err := openGraph(ctx, statements, data)
	if err != nil {
		return err
	}
	defer g.close()
	sides, err := sidesOf(ctx, g.url, statements)
	if err != nil {
		return err
	}
	yardstick := side{"yardstick", func() error { return run1(ctx, g.driver, questions[2].cypher) }}
	ratios, err := measureRatios(yardstick, sides)
	if err != nil {
		return err
	}
	if update {
		return writeRatios(sides, ratios)
	}
	return compareRatios(sides, ratios)
}

// measureRatios gives for each side the ratios of its p50 to the yardstick's, one a round, in ascending order.
func measureRatios(yardstick side, sides []side) (map[string][]float64, error) {
	if _, err := middle(yardstick); err != nil { // warms it up
		return nil, err
	}
	out := map[string][]float64{}
	for range guardRounds {
		for _, s := range sides {
			base, err := middle(yardstick)
			if err != nil {
				return nil, err
			}
			took, err := middle(s)
			if err != nil {
				return nil, err
			}
			out[s.name] = append(out[s.name], took/base)
		}
	}
	for _, r := range out {
		sort.Float64s(r)
	}
	return out, nil
}

// middle gives the p50 of some requests, one after the other, in ms.
func middle(s side) (float64, error) {
	took, err := repeat(s.work, guardAsked)
	if err != nil {
		return 0, err
	}
	slices.Sort(took)
	return share(took, .5), nil
}

func writeRatios(sides []side, ratios map[string][]float64) error {
	var out strings.Builder
	for _, s := range sides {
		r := ratios[s.name]
		fmt.Fprintf(&out, "%s\t%.2f\t%.2f\n", s.name, r[len(r)/2], r[len(r)-1])
	}
	fmt.Print(out.String())
	return os.WriteFile(ratiosFile, []byte(out.String()), 0o644)
}

// compareRatios prints the shapes and fails when some are slower than the committed run beyond noise.
func compareRatios(sides []side, ratios map[string][]float64) error {
	committed, err := readRatios()
	if err != nil {
		return err
	}
	for _, s := range sides {
		r := ratios[s.name]
		fmt.Printf("%-26s %8.2f (%.2f to %.2f), committed %.2f\n", s.name, r[len(r)/2], r[0], r[len(r)-1],
			committed[s.name])
	}
	if slower := fallen(ratios, committed); len(slower) > 0 {
		return fmt.Errorf("slower than the committed run in every round, or not in it: %s", strings.Join(slower, "; "))
	}
	return nil
}

// fallen names the shapes whose lowest ratio is beyond noise, and those that the committed run does not have.
func fallen(ratios map[string][]float64, committed map[string]float64) []string {
	var out []string
	for name, r := range ratios {
		if r[0] > committed[name]*beyondNoise {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// readRatios gives the median ratio of each shape in the committed run.
func readRatios() (map[string]float64, error) {
	data, err := os.ReadFile(ratiosFile)
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for line := range strings.Lines(string(data)) {
		columns := strings.Split(strings.TrimSpace(line), "\t")
		if len(columns) != 3 {
			return nil, fmt.Errorf("%s: %q is no line of a shape, its median and its highest ratio", ratiosFile, line)
		}
		if out[columns[0]], err = strconv.ParseFloat(columns[1], 64); err != nil {
			return nil, err
		}
	}
	return out, nil
}
