package graph

import (
	"context"
	"strings"

	"sayso/internal/ask"
)

// widened looks for the words of a question in articles where nothing that its speaker said has them: "That is not my
// voice" answers what he said about the recording, in an article about that, and "She read it to the end" what was said
// about her whom the article names. The question's text says so.
func (a *answerer) widened(ctx context.Context, q ask.Question, only senses) (ask.Question, error) {
	words := q.Target + q.About
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
	why := ": nothing said has these words, so what was said in articles that do."
	if q.Target != "" && !q.Topic {
		why = ": nothing said has the name, so what was said without one in articles that do."
	}
	wide.Text = strings.TrimSuffix(q.Text, ".") + why
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
