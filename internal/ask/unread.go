package ask

import (
	"strings"

	"sayso/internal/kg"
)

// Unread is the error for a question that cannot be read. Its cause is a [kg.Error] with code [kg.Invalid], which names
// the nearest questions that can be read.
type Unread struct {
	Search string // the question's words as a query of the search: "Bon Jovi" OR rally; "" where it has none
	cause  error
}

// Error implements error.
func (u *Unread) Error() string { return u.cause.Error() }

// Unwrap gives the cause.
func (u *Unread) Unwrap() error { return u.cause }

// unread is the error for a question of which only such readings were found, or none.
func (a *Asker) unread(r request, readings []Question) error {
	certain := ""
	if len(readings) > 0 {
		certain = " for certain"
	}
	return &Unread{a.searchFor(r.asked, nil), kg.Errorf(
		kg.Invalid,
		"this question cannot be read%s; the nearest that can is %s",
		certain, strings.Join(r.nearest(), " or "),
	)}
}

// nearest makes questions with the names and the deeds of the words. The last name is most likely whom a question is
// about, and the first of a question whether somebody did something is who did it.
func (r request) nearest() []string {
	doer, name := "", "Donetsk"
	for i := 1; i < len(r.words); i++ {
		if end := nameEnd(r.words, i); end > i {
			name = textOf(r.words[i:end])
			if i < 3 && r.kind == askWhether {
				doer = name
			}
			i = end
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
	switch {
	case doer != "" && doer != name:
		out = append(out, `"What did `+doer+" say about "+name+`?"`)
	case len(out) == 0:
		out = append(out, `"Who is `+name+`?"`)
	}
	return append(out, `"Who said something about `+name+`?"`, `"What is disputed about `+name+`?"`)
}

// nameEnd is where the name ends that begins at word i, i where none does.
func nameEnd(words []token, i int) int {
	end := i
	for end < len(words) && words[end].name && end-i < 4 && (end == i || !words[end-1].comma) {
		end++
	}
	return end
}
