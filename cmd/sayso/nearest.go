package main

import (
	"fmt"

	"sayso/graph/operations"
	"sayso/internal/kg"
)

// near is an article that search found, with its sentence that has most of the words.
type near struct {
	Passage *struct{ Text string } // nil where only the title has any
	Node    articleRef
}

// nearest prints the sentences of articles that have most of the words of a question which nothing answers.
func (c *askCommand) nearest(t terminal, search string) error {
	if search == "" {
		return nil
	}
	var found struct {
		Search struct{ Edges []near }
	}
	err := c.query(t.ctx, c.Timeout, operations.Nearest, map[string]any{"query": search}, &found)
	switch {
	case kg.CodeOf(err) == kg.Invalid:
		return nil // its words are none that can be searched for
	case err != nil:
		return err
	}
	var list []cited
	for _, n := range found.Search.Edges {
		if n.Passage != nil {
			one := cited{Article: n.Node}
			one.Quote.Exact = n.Passage.Text
			list = append(list, one)
		}
	}
	if len(list) > 0 {
		_, err = fmt.Fprint(t.out, "This is no answer: the sentences that have most of these words\n"+quotes(list)+"\n")
	}
	return err
}
