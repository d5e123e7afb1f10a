package ask

import (
	"strings"

	"sayso/internal/kg"
)

// unread is the error for a question that cannot be read. It names the nearest ones that can.
func (a *Asker) unread(r request, readings []Question) error {
	if len(readings) > 0 {
		return kg.Errorf(kg.Invalid, "this question cannot be read for certain; the nearest that can is %s", strings.Join(r.nearest(), " or "))
	}
	return kg.Errorf(kg.Invalid, "this question cannot be read; the nearest that can is %s", strings.Join(r.nearest(), " or "))
}

// nearest makes questions with the names and the deeds of the words.
func (r request) nearest() []string {
	name := "Donetsk"
	for i, w := range r.words {
		if w.name && i > 0 {
			end := i + 1
			for end < len(r.words) && r.words[end].name && end-i < 4 {
				end++
			}
			name = textOf(r.words[i:end])
			break
		}
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
