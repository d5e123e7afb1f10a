// Package wordlist reads lists of words from data files. It may not know what they are for.
package wordlist

import "strings"

// Lists are the lists of one file by name.
type Lists map[string]map[string]bool

// Parse reads lists: a line [name] begins one, and what follows are its words, parted by commas and line ends. Lines that begin with # are left out.
func Parse(data string) Lists {
	lists := Lists{}
	var current map[string]bool
	for _, line := range strings.Split(data, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]"):
			current = map[string]bool{}
			lists[line[1:len(line)-1]] = current
		default:
			for _, word := range strings.Split(line, ",") {
				if word = strings.TrimSpace(word); word != "" {
					current[word] = true
				}
			}
		}
	}
	return lists
}

// Of gives a list. That a program asks for one that its own file does not have is a fault of the program, and ends it at the start.
func (l Lists) Of(name string) map[string]bool {
	list, ok := l[name]
	if !ok {
		panic("wordlist: there is no list [" + name + "]")
	}
	return list
}
