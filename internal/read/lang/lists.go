// Package lang reads the data files of a language: lists of words, tables and plain words. It may not know any language
// nor what its words are for.
package lang

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Lists are the lists of one file by name.
type Lists map[string]map[string]bool

// Parse reads lists: a line [name] begins one, and what follows are its words, parted by commas and line ends. Lines
// that begin with # are left out.
func Parse(data string) Lists {
	lists := Lists{}
	for name, words := range Sequences(data) {
		lists[name] = make(map[string]bool, len(words))
		for _, w := range words {
			lists[name][w] = true
		}
	}
	return lists
}

// Sequences reads lists as Parse does and keeps the order of what stands in each.
func Sequences(data string) map[string][]string {
	lists := map[string][]string{}
	current := ""
	for _, line := range lines(data) {
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			current = line[1 : len(line)-1]
			lists[current] = nil
			continue
		}
		for word := range strings.SplitSeq(line, ",") {
			if word = strings.TrimSpace(word); word != "" {
				lists[current] = append(lists[current], word)
			}
		}
	}
	return lists
}

// EndsIn reports whether a word, or several, end in one of some endings.
func EndsIn(words string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(words, e) })
}

// Of gives a list. That a program asks for one that its own file does not have is a fault of the program, and ends it
// at the start.
func (l Lists) Of(name string) map[string]bool {
	list, ok := l[name]
	if !ok {
		panic("lang: there is no list [" + name + "]")
	}
	return list
}

// lines gives the lines of a file without those that are empty or begin with #.
func lines(data string) []string {
	var out []string
	for _, line := range strings.Split(data, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// Words gives the words of a file that has nothing but words, parted by blanks and line ends.
func Words(data string) []string {
	var out []string
	for _, line := range lines(data) {
		out = append(out, strings.Fields(line)...)
	}
	return out
}

// Row is one line of a table: a word and what the file says of it.
type Row struct{ Word, Value string }

// Table reads a file whose lines are a word, a tab and a value. The error names the line that has no tab.
func Table(data string) ([]Row, error) {
	var out []Row
	for n, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		word, value, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("line %d has no tab; give it a word and a value", n+1)
		}
		out = append(out, Row{word, value})
	}
	return out, nil
}

// Text gives a file of a language's folder. That a program asks for a file that is not there is a fault of the program,
// and ends it at the start.
func Text(folder fs.FS, name string) string {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		panic("lang: " + err.Error())
	}
	return string(data)
}
