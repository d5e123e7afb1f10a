package operations

import "strings"

// Page is a query of the explorer's, with variables as a JSON object.
type Page struct{ Name, Variables string }

// Pages gives the queries that a start plans beforehand: first those of the pages that users begin with, in that order.
func Pages() (first, rest []Page, err error) {
	text, err := files.ReadFile("pages.txt")
	if err != nil {
		return nil, nil, err
	}
	before, after, _ := strings.Cut(string(text), "\n\n")
	return pagesIn(before), pagesIn(after), nil
}

func pagesIn(text string) []Page {
	var out []Page
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			name, variables, _ := strings.Cut(line, " ")
			out = append(out, Page{name, variables})
		}
	}
	return out
}
