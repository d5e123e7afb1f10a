// Package en is English: the words, cues, titles and operators that reading goes by, as data in a folder for each room
// that uses them. It may not hold rules, predicate ids or dependency labels.
package en

import (
	"embed"
	"strconv"

	"sayso/internal/read/lang"
)

//go:embed */*
var folder embed.FS

// Text gives a data file as it stands: "mention/titles.tsv".
func Text(name string) string { return lang.Text(folder, name) }

// Lists gives the lists of words of a file: "claim/words.txt".
func Lists(name string) lang.Lists { return lang.Parse(Text(name)) }

// Sequences gives the lists of a file whose words have an order.
func Sequences(name string) map[string][]string { return lang.Sequences(Text(name)) }

// Words gives the words of a file that has nothing but words.
func Words(name string) []string { return lang.Words(Text(name)) }

// Numbers gives a table whose values are numbers.
func Numbers(name string) map[string]float64 {
	out := map[string]float64{}
	for _, row := range Table(name) {
		v, err := strconv.ParseFloat(row.Value, 64)
		if err != nil {
			panic("lang: " + name + ": " + err.Error())
		}
		out[row.Word] = v
	}
	return out
}

// Table gives the rows of a file of words and values. The files are part of the program: a damaged one ends it at the
// start.
func Table(name string) []lang.Row {
	rows, err := lang.Table(Text(name))
	if err != nil {
		panic("lang: " + name + ": " + err.Error())
	}
	return rows
}
