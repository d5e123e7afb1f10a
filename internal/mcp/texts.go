package mcp

import (
	"context"
	"strconv"

	"sayso/internal/kg"
)

// StatementsIn says which statements.
type StatementsIn struct {
	Speaker  string `json:"speaker,omitempty" jsonschema:"who said it"`
	Mentions string `json:"mentions,omitempty" jsonschema:"an actor that is named in it"`
	Words    string `json:"words,omitempty" jsonschema:"words that are in it, in any order; phrases in quotation marks"`
	Outlet   string `json:"outlet,omitempty" jsonschema:"who published it"`
	Since    string `json:"since,omitempty" jsonschema:"said on this day or later"`
	Until    string `json:"until,omitempty" jsonschema:"said on this day or earlier"`
	Paging
}

// StatementsOut are statements.
type StatementsOut struct {
	Statements []Citation `json:"statements"`
	Total      int        `json:"total" jsonschema:"how many fit in all"`
	Next       string     `json:"next,omitempty" jsonschema:"give it as cursor to read on"`
}

func (t tools) statements(ctx context.Context, in StatementsIn) (StatementsOut, error) {
	variables := map[string]any{"where": in.where()}
	if in.Cursor != "" {
		variables["after"] = in.Cursor
	}
	var data struct {
		Statements struct {
			TotalCount int
			PageInfo   struct{ HasNextPage bool }
			Edges      []struct {
				Cursor string
				Node   statement
			}
		}
	}
	if err := t.ask(ctx, t.documents.Statements, variables, &data); err != nil {
		return StatementsOut{}, err
	}
	edges := data.Statements.Edges
	out := StatementsOut{Statements: []Citation{}, Total: data.Statements.TotalCount}
	for _, e := range edges {
		out.Statements = append(out.Statements, e.Node.citation())
	}
	out.Statements = out.Statements[:fitting(out.Statements, in.bytes())]
	if n := len(out.Statements); n > 0 && (n < len(edges) || data.Statements.PageInfo.HasNextPage) {
		out.Next = edges[n-1].Cursor
	}
	return out, nil
}

// where are the conditions.
func (in StatementsIn) where() map[string]any {
	where := map[string]any{}
	called := func(name string) map[string]any { return map[string]any{"called": name} }
	if in.Speaker != "" {
		where["speaker"] = called(in.Speaker)
	}
	if in.Mentions != "" {
		where["mentions"] = map[string]any{"some": map[string]any{"actor": called(in.Mentions)}}
	}
	if in.Words != "" {
		where["words"] = in.Words
	}
	if in.Outlet != "" {
		where["article"] = map[string]any{"publisher": called(in.Outlet)}
	}
	if day := given(map[string]string{"gte": in.Since, "lte": in.Until}); len(day) > 0 {
		where["date"] = day
	}
	return where
}

// FindQuoteIn is a quote.
type FindQuoteIn struct {
	Text string `json:"text" jsonschema:"the quote, at most 5000 characters"`
}

// FindQuoteOut says where it stands.
type FindQuoteOut struct {
	Matches []Match `json:"matches" jsonschema:"nearest first; empty where nothing reads like it"`
}

// Match is a place that reads like a quote.
type Match struct {
	Citation
	Exact       bool     `json:"exact" jsonschema:"the same letter by letter"`
	Similarity  float64  `json:"similarity" jsonschema:"the share of words that are the same, 0 to 1"`
	Differences []string `json:"differences,omitempty" jsonschema:"words that differ"`
}

func (t tools) findQuote(ctx context.Context, in FindQuoteIn) (FindQuoteOut, error) {
	var data struct {
		FindQuote []struct {
			Similarity  float64
			Exact       bool
			Start, End  int
			Text        string
			Statement   *statement
			Article     source
			Differences []struct {
				Kind         string
				Given, Found struct{ Text string }
			}
		}
	}
	if err := t.ask(ctx, t.documents.FindQuote, map[string]any{"text": in.Text}, &data); err != nil {
		return FindQuoteOut{}, err
	}
	out := FindQuoteOut{Matches: []Match{}}
	for _, found := range data.FindQuote {
		m := Match{Citation: found.Article.citation(), Exact: found.Exact, Similarity: found.Similarity}
		m.Quote, m.Start, m.End, m.SaidBy = found.Text, found.Start, found.End, "nobody that was read there"
		if found.Statement != nil {
			m.SaidBy, m.Via = found.Statement.saidBy(), names(found.Statement.Via)
		}
		for _, d := range found.Differences {
			m.Differences = append(m.Differences, d.Kind+": "+strconv.Quote(d.Given.Text)+" → "+strconv.Quote(d.Found.Text))
		}
		out.Matches = append(out.Matches, m)
	}
	return out, nil
}

// ArticleIn says which article, and from where on.
type ArticleIn struct {
	ID    string `json:"id" jsonschema:"the article's id, as citations have it"`
	Start int    `json:"start,omitempty" jsonschema:"the code point to begin at, such as a citation's start"`
	Paging
}

// ArticleOut is an article, or a part of it.
type ArticleOut struct {
	Citation
	Language string `json:"language,omitempty"`
	Text     string `json:"text" jsonschema:"the text from start to end, in code points"`
	Length   int    `json:"length" jsonschema:"how many code points the whole text has"`
	Next     string `json:"next,omitempty" jsonschema:"give it as cursor to read on"`
}

func (t tools) article(ctx context.Context, in ArticleIn) (ArticleOut, error) {
	var data struct {
		Node *struct {
			source
			Language, Text string
		}
	}
	if err := t.ask(ctx, t.documents.Article, map[string]any{"id": in.ID}, &data); err != nil {
		return ArticleOut{}, err
	}
	if data.Node == nil || data.Node.ID == "" {
		return ArticleOut{}, kg.Errorf(kg.NotFound, "there is no article with the id %q; take article_id from a citation",
			in.ID)
	}
	from, err := in.offset()
	if err != nil {
		return ArticleOut{}, err
	}
	text := []rune(data.Node.Text)
	from = min(max(from, in.Start, 0), len(text))
	to := from
	for size := 0; to < len(text) && size < in.bytes(); to++ {
		size += len(string(text[to]))
	}
	out := ArticleOut{
		Citation: data.Node.citation(), Language: data.Node.Language, Text: string(text[from:to]), Length: len(text),
	}
	out.Start, out.End = from, to
	if to < len(text) {
		out.Next = "after-" + strconv.Itoa(to)
	}
	return out, nil
}
