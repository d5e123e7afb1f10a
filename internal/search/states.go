package search

import (
	_ "embed"
	"slices"
	"strings"

	"sayso/internal/kg"
)

//go:embed demonyms.txt
var demonymsFile string

//go:embed state_bodies.txt
var stateBodiesFile string

// Demonyms lead from an adjective to the state: Ukrainian to Ukraine.
var Demonyms = func() map[string]string {
	out := map[string]string{}
	for _, fields := range fieldsOf(demonymsFile) {
		out[fields[0]] = strings.ReplaceAll(fields[1], "_", " ")
	}
	return out
}()

// StateBodies are parts of the words in the names of bodies that speak for a state, folded: presiden, army.
var StateBodies = slices.Concat(fieldsOf(stateBodiesFile)...)

// StateNames gives a state's name and the adjectives for it, folded: ukraine, ukrainian.
func StateNames(name string) []string {
	out := []string{kg.FoldName(name)}
	for adjective, state := range Demonyms {
		if kg.FoldName(state) == out[0] {
			out = append(out, kg.FoldName(adjective))
		}
	}
	slices.Sort(out[1:])
	return out
}

// fieldsOf reads a data file: the words of each line that is no comment.
func fieldsOf(file string) [][]string {
	var out [][]string
	for line := range strings.Lines(file) {
		if fields := strings.Fields(line); len(fields) > 0 && fields[0] != "#" {
			out = append(out, fields)
		}
	}
	return out
}
