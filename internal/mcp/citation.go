package mcp

import (
	"fmt"
	"strings"
)

// Citation is the source of a fact.
type Citation struct {
	Quote       string `json:"quote" jsonschema:"the words, letter by letter"`
	SaidBy      string `json:"said_by" jsonschema:"who says so; the article itself where it speaks in its own voice"`
	Via         string `json:"via,omitempty" jsonschema:"channels it came through, nearest to the speaker first"`
	Modality    string `json:"modality,omitempty" jsonschema:"ASSERTED, or how else the words commit to it"`
	Outlet      string `json:"outlet,omitempty"`
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	PublishedAt string `json:"published_at,omitempty"`
	ArticleID   string `json:"article_id"`
	Start       int    `json:"start" jsonschema:"where the quote begins in the article's text, in code points"`
	End         int    `json:"end"`
}

// Fact is one thing that is said or claimed, with its sources.
type Fact struct {
	Text      string     `json:"text"`
	Date      string     `json:"date,omitempty"`
	Origins   int        `json:"origins,omitempty" jsonschema:"how many independent origins report it"`
	Citations []Citation `json:"citations"`
}

// named, source and statement are what the API gives.
type named struct{ Name string }

type source struct {
	ID          string
	Title       string
	URL         string
	PublishedAt string
	Publisher   *named
}

type statement struct {
	Modality string
	Date     string
	Quote    struct {
		Exact      string
		Start, End int
	}
	Speaker *named
	Source  []struct{ Text string }
	Via     []named
	Article source
}

func (s statement) citation() Citation {
	c := s.Article.citation()
	c.Quote, c.Start, c.End, c.Modality = s.Quote.Exact, s.Quote.Start, s.Quote.End, s.Modality
	c.SaidBy, c.Via = s.saidBy(), names(s.Via)
	return c
}

func (s statement) saidBy() string {
	if s.Speaker != nil {
		return s.Speaker.Name
	}
	var words []string
	for _, p := range s.Source {
		words = append(words, p.Text)
	}
	if len(words) > 0 {
		return strings.Join(words, " ")
	}
	return "the article itself"
}

func (a source) citation() Citation {
	c := Citation{Title: a.Title, URL: a.URL, PublishedAt: a.PublishedAt, ArticleID: a.ID}
	if a.Publisher != nil {
		c.Outlet = a.Publisher.Name
	}
	return c
}

func names(list []named) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = n.Name
	}
	return strings.Join(out, ", ")
}

func citations(list []statement) []Citation {
	out := make([]Citation, len(list))
	for i, s := range list {
		out[i] = s.citation()
	}
	return out
}

// leftOut are reports that an answer does not count.
type leftOut struct {
	Modality, Status string
	Negated          bool
	Count            int
}

// inWords says what was left out: 1 asserted negated; 2 hedged.
func inWords(list []leftOut) string {
	var out []string
	for _, l := range list {
		text := fmt.Sprintf("%d %s", l.Count, strings.ToLower(l.Modality))
		if l.Negated {
			text += " negated"
		}
		if l.Status != "" && l.Status != "CURRENT" {
			text += " " + strings.ToLower(l.Status)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// absence is why there is nothing.
type absence struct{ Kind, CoveredUntil string }

func (a *absence) words() string {
	if a == nil {
		return ""
	}
	out := strings.ToLower(strings.ReplaceAll(a.Kind, "_", " "))
	if a.CoveredUntil != "" {
		out += ", as far as articles up to " + a.CoveredUntil
	}
	return out
}
