// Package ask reads questions in English and gives what is asked. It may not know the graph's database nor any Cypher.
//
// It reads one kind of question so far: who did something to somebody ("Who recognized Donetsk?", "Which countries have refused to
// recognize Kosovo as of 2020?"). A question is cut into the asking words, the predicate's words, the target, and a time.
package ask

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// Asker reads questions with the words of a vocabulary.
type Asker struct {
	vocabulary *kg.Vocabulary
	words      map[string]bool // every word or phrase that leads to a predicate
	longest    int             // words in the longest of them
}

// New makes an Asker.
func New(vocabulary *kg.Vocabulary) *Asker {
	a := &Asker{vocabulary: vocabulary, words: map[string]bool{}}
	for _, w := range vocabulary.Words() {
		a.words[w] = true
		a.longest = max(a.longest, len(strings.Fields(w)))
	}
	return a
}

// longestQuestion is how many characters a question may have.
const longestQuestion = 500

// Interpret implements the reading. Its errors say what it can read instead.
func (a *Asker) Interpret(question string) (kg.WhoDid, error) {
	if len(question) > longestQuestion {
		return kg.WhoDid{}, kg.Errorf(kg.Invalid, "the question has more than %d characters; ask it in one sentence", longestQuestion)
	}
	words := splitWords(question)
	if len(words) == 0 {
		return kg.WhoDid{}, kg.Errorf(kg.Invalid, `ask a question, for example "Who recognized Donetsk?"`)
	}
	rest, asked := cutAsking(words)
	if !asked {
		return kg.WhoDid{}, a.unread(words)
	}
	ids, rest, found := a.cutPredicate(rest)
	if !found {
		return kg.WhoDid{}, a.unread(words)
	}
	q := kg.WhoDid{Predicates: ids, First: 100}
	var err error
	if rest, q.AsOf, err = cutTime(rest); err != nil {
		return kg.WhoDid{}, err
	}
	rest = trimTarget(rest)
	if len(rest) == 0 {
		label := a.label(ids[0])
		return kg.WhoDid{}, kg.Errorf(kg.Invalid, `%q has no target; ask "Who %s Donetsk?"`, question, label)
	}
	q.Target = strings.Join(rest, " ")
	return q, nil
}

func (a *Asker) label(id kg.PredicateID) string {
	p, _ := a.vocabulary.Get(id)
	return p.Label
}

// unread names the nearest questions that can be read: those whose predicate shares words with the question.
func (a *Asker) unread(words []string) error {
	target := "Donetsk"
	for i := len(words) - 1; i > 0; i-- {
		if r := []rune(words[i])[0]; unicode.IsUpper(r) {
			target = words[i]
			break
		}
	}
	nearest := []string{}
	for _, w := range words {
		if ids, err := a.vocabulary.Find(w); err == nil {
			nearest = append(nearest, `"Who `+a.label(ids[0])+" "+target+`?"`)
		}
	}
	if len(nearest) == 0 {
		nearest = []string{`"Who recognized ` + target + `?"`, `"Who condemned ` + target + `?"`}
	}
	return kg.Errorf(kg.Invalid, "this question cannot be read; the nearest that can is %s", strings.Join(nearest, " or "))
}

// splitWords cuts at blanks and takes off sentence marks and quotation marks at both ends of each word.
func splitWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, `?!,;:"“”„«»()[]{}`)
		if w = strings.TrimSuffix(w, "."); strings.Contains(w, ".") {
			w += "." // an abbreviation keeps its full stop
		}
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			out = append(out, w)
		}
	}
	return out
}
