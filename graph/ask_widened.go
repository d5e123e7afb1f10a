package graph

import (
	"context"
	"strings"

	"sayso/internal/ask"
)

// wider is a question that looks further than another that nothing answers, with what is said of that behind its text.
type wider struct {
	question ask.Question
	why      string
}

// widened looks further where nothing answers a question about what somebody said, or gives the figures that somebody
// is asked for, in the order of [widerOnes]. The question's text says so.
func (a *answerer) widened(ctx context.Context, q ask.Question, only senses) (ask.Question, error) {
	told, counts := a.asker.Told(q)
	said := q.Kind == ask.WhatSaid && q.Speaker != "" && q.Target+q.About != "" && len(q.Predicates) == 0 && !q.Quoted
	if !counts && !said {
		return q, nil
	}
	w := &askedWriter{q: q, only: only, vocabulary: a.vocabulary}
	list, where := "statements", w.saidWhere()
	if counts {
		list, where = "claims", w.figureWhere()
	}
	answered, err := a.anything(ctx, list, where)
	if err != nil || answered {
		return q, err
	}
	from := q
	if counts {
		from = told
	}
	for _, next := range widerOnes(from, counts) {
		w.q = next.question
		if answered, err = a.anything(ctx, "statements", w.saidWhere()); err != nil {
			return q, err
		}
		if answered {
			next.question.Text = strings.TrimSuffix(from.Text, ".") + next.why + "."
			return next.question, nil
		}
	}
	return q, nil
}

// widerOnes are the ways to look further for what somebody said, the narrowest first: what bodies and unnamed people
// said whom the text calls so while no actor's name does ("the organizers"); what was said in articles that have the
// words, so that "That is not my voice" answers what he said about the recording and "She read it to the end" what was
// said about her whom the article names; and what was said with any of several words. Those that look for numbers have
// been widened before.
func widerOnes(q ask.Question, counts bool) []wider {
	var out []wider
	words := q.Target + " " + q.About
	stems := beginnings(words)
	if len(stems) == 0 {
		return nil // nothing to look for
	}
	if counts {
		out = append(out, wider{q, ""})
	}
	if q.Target == "" || q.Topic {
		inSource := q
		inSource.InSource = true
		out = append(out, wider{inSource, ": no actor of this name says it, so what those said whom the text calls so"})
	}
	if q.SomeWords {
		return out
	}
	inArticles := q
	inArticles.InArticles = true
	if q.Target != "" && !q.Topic {
		return append(out,
			wider{inArticles, ": nothing said has the name, so what was said without one in articles that do"})
	}
	out = append(out, wider{inArticles, ": nothing said has these words, so what was said in articles that do"})
	if len(stems) > 1 {
		some := q
		some.SomeWords, some.Target, some.Topic, some.About = true, "", false, words
		out = append(out, wider{some, ": nothing said has all these words, so what was said with any of them"})
	}
	return out
}

// anything reports whether a list of the graph has anything that fulfils a condition.
func (a *answerer) anything(ctx context.Context, list, where string) (bool, error) {
	calls, err := a.selections("{ " + list + "(where: {" + where + "}, first: 0) { totalCount } }")
	if err != nil {
		return false, err
	}
	var found struct{ TotalCount int }
	err = a.answerInto(ctx, calls[0], &found)
	return found.TotalCount > 0, err
}
