package graph

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"sayso/internal/ask"
	"sayso/internal/compile"
	"sayso/internal/kg"
)

// mostNamesakes is how many actors that have a word in their name are looked at for a person with that surname.
const mostNamesakes = 50

// withFullNames writes persons who are asked for by a surname, by which no article calls them, with the full name that
// the graph knows them by, where only one person has it: Anneke Holt, for Holt.
func (a *answerer) withFullNames(ctx context.Context, q ask.Question) (ask.Question, error) {
	for _, name := range []*string{&q.Actor, &q.Target, &q.Speaker} {
		if *name == "" || q.Topic && name == &q.Target || len(strings.Fields(*name)) > 1 {
			continue
		}
		full, err := a.bySurname(ctx, *name)
		if err != nil {
			return q, err
		}
		if full != "" {
			q.Text = strings.ReplaceAll(q.Text, *name, full)
			*name = full
		}
	}
	return q, nil
}

// bySurname gives the name of the one person whose surname is asked for; it is empty where an actor is called just
// that, and where no person or several have it.
func (a *answerer) bySurname(ctx context.Context, surname string) (string, error) {
	calls, err := a.selections("{ called: actors(where: {" + arg("called", surname) + "}, first: 0) { totalCount } }")
	if err != nil {
		return "", err
	}
	var called struct{ TotalCount int }
	if err := a.answerInto(ctx, calls[0], &called); err != nil || called.TotalCount > 0 {
		return "", err
	}
	calls, err = a.selections("{ actors(where: {type: {eq: Person}, " + arg("words", kg.FoldName(surname)) + "}, first: " +
		strconv.Itoa(mostNamesakes) + ") { nodes { name } } }")
	if err != nil {
		return "", err
	}
	var found struct{ Nodes []struct{ Name string } }
	if err := a.answerInto(ctx, calls[0], &found); err != nil {
		return "", err
	}
	full := ""
	for _, n := range found.Nodes {
		if !strings.HasSuffix(kg.FoldName(n.Name), " "+kg.FoldName(surname)) {
			continue
		}
		if full != "" {
			return "", nil
		}
		full = n.Name
	}
	return full, nil
}

// answerInto answers one of our own selections and reads the answer.
func (a *answerer) answerInto(ctx context.Context, s compile.Selection, into any) error {
	data, err := a.answer(ctx, s)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return kg.Hidden(err)
	}
	return nil
}
