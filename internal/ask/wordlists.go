package ask

import (
	"embed"
	"strings"

	"sayso/internal/read/lang"
)

//go:embed data/words/*.txt
var wordFiles embed.FS

// entries are what stands in each list of data/words, in order.
var entries = readEntries(wordFiles)

// wordsOf gives the words of a list.
func wordsOf(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range entriesOf(list) {
		out[w] = true
	}
	return out
}

// form is a row of words as a question may have it; each place has its alternatives.
type form [][]string

// forms are several, in the order in which they are tried.
type forms []form

// formsOf gives the forms of a list, which are written with "|" between alternatives.
func formsOf(list string) forms {
	var out forms
	for _, e := range entriesOf(list) {
		var f form
		for _, place := range strings.Fields(e) {
			f = append(f, strings.Split(place, "|"))
		}
		out = append(out, f)
	}
	return out
}

// length gives how many of the words the first form takes that they begin with, 0 where they begin with none.
func (fs forms) length(words []token) int {
	for _, f := range fs {
		if f.begins(words) {
			return len(f)
		}
	}
	return 0
}

func (f form) begins(words []token) bool {
	if len(words) < len(f) {
		return false
	}
	for i, place := range f {
		if words[i].opened > 0 || !oneOf(words[i].low, place) {
			return false
		}
	}
	return true
}

// place gives the number of the form that is this one word, from 1 on, 0 where none is: march is the third of the
// months.
func (fs forms) place(low string) int {
	for n, f := range fs {
		if len(f) == 1 && oneOf(low, f[0]) {
			return n + 1
		}
	}
	return 0
}

func oneOf(low string, alternatives []string) bool {
	for _, a := range alternatives {
		if low == a {
			return true
		}
	}
	return false
}

// begins reports whether the words begin with one of the forms.
func begins(words []token, fs forms) bool { return fs.length(words) > 0 }

// opensWith reports whether the first word is this one.
func opensWith(words []token, low string) bool {
	return len(words) > 0 && words[0].low == low && words[0].opened == 0
}

// readEntries reads files of lists: a line [name] begins one, and what follows are its entries, parted by commas and
// line ends.
func readEntries(files embed.FS) map[string][]string {
	names, err := files.ReadDir("data/words")
	if err != nil {
		panic("ask: " + err.Error())
	}
	out := map[string][]string{}
	for _, n := range names {
		data, err := files.ReadFile("data/words/" + n.Name())
		if err != nil {
			panic("ask: " + err.Error())
		}
		for name, list := range lang.Sequences(string(data)) {
			out[name] = append(out[name], list...)
		}
	}
	return out
}

// entriesOf gives a list. That the code asks for one that no file has is a fault of the code, and ends the program at
// its start.
func entriesOf(list string) []string {
	found, ok := entries[list]
	if !ok {
		panic("ask: there is no list [" + list + "] in data/words")
	}
	return found
}

// knownWordsOfLists gives the words that stand in any list.
func knownWordsOfLists() map[string]bool {
	out := map[string]bool{}
	for _, list := range entries {
		for _, e := range list {
			for _, w := range strings.FieldsFunc(e, func(r rune) bool { return r == ' ' || r == '|' }) {
				out[w] = true
			}
		}
	}
	return out
}
