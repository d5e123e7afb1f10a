package ask

import (
	"strings"

	"sayso/internal/kg"
)

// unread is the error for a question that cannot be read. It names the nearest ones that can.
func (a *Asker) unread(r request, readings []Question) error {
	if len(readings) > 0 {
		return kg.Errorf(
			kg.Invalid,
			"this question cannot be read for certain; the nearest that can is %s",
			strings.Join(r.nearest(), " or "),
		)
	}
	return kg.Errorf(
		kg.Invalid,
		"this question cannot be read; the nearest that can is %s",
		strings.Join(r.nearest(), " or "),
	)
}

// nearest makes questions with the names and the deeds of the words.
func (r request) nearest() []string {
	name := "Donetsk"
	for end := len(r.words); end > 1; end-- { // the last name is most likely whom the question is about
		if !r.words[end-1].name {
			continue
		}
		start := end - 1
		for start > 1 && r.words[start-1].name && end-start < 4 {
			start--
		}
		name = textOf(r.words[start:end])
		break
	}
	var out []string
	for i := range r.words {
		if found := r.lex.find(r.words, i); len(found) > 0 && len(out) < 2 && !isAuxiliary(r.words[i].low) {
			question := `"Who ` + r.lex.labels[found[0].id] + " " + name + `?"`
			if len(out) == 0 || out[0] != question {
				out = append(out, question)
			}
		}
	}
	if len(out) == 0 {
		out = append(out, `"Who is `+name+`?"`)
	}
	return append(out, `"Who said something about `+name+`?"`, `"What is disputed about `+name+`?"`)
}
