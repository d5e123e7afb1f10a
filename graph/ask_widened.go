package graph

import (
	"context"
	"strings"

	"sayso/internal/ask"
)

// widened looks for the words of a question in articles where nothing that its speaker said has them: "That is not my
// voice" answers what he said about the recording, in an article about that. The question's text says so.
func (a *answerer) widened(ctx context.Context, q ask.Question, only senses) (ask.Question, error) {
	words := q.Target + q.About
	if q.Target != "" && !q.Topic { // who is named is known by more than words
		return q, nil
	}
	if q.Kind != ask.WhatSaid || q.Speaker == "" || words == "" || len(q.Predicates) > 0 || q.Quoted {
		return q, nil
	}
	found, err := a.saidSomething(ctx, q, only)
	if err != nil || found {
		return q, err
	}
	wide := q
	wide.InArticles = true
	if found, err = a.saidSomething(ctx, wide, only); err != nil || !found {
		return q, err
	}
	wide.Text = strings.TrimSuffix(q.Text, ".") + ": nothing said has these words, so what was said in articles that do."
	return wide, nil
}

// saidSomething reports whether any statement answers a question about what was said.
func (a *answerer) saidSomething(ctx context.Context, q ask.Question, only senses) (bool, error) {
	w := &askedWriter{q: q, only: only, vocabulary: a.vocabulary}
	calls, err := a.selections("{ statements(where: {" + w.saidWhere() + "}, first: 0) { totalCount } }")
	if err != nil {
		return false, err
	}
	var statements struct{ TotalCount int }
	err = a.answerInto(ctx, calls[0], &statements)
	return statements.TotalCount > 0, err
}
