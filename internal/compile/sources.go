package compile

import (
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// sources limits the reports that count by who says them, through whom, about what and since when.
type sources struct {
	since        kg.Date
	speaker, via string
	about        string
}

// sourcesOf reads the arguments since, speaker, via and about.
func (a *Atlas) sourcesOf(args map[string]any) (sources, error) {
	var out sources
	var err error
	if out.since, err = a.DateOf(args, "since"); err != nil {
		return out, err
	}
	for _, name := range []struct {
		arg  string
		into *string
	}{{"speaker", &out.speaker}, {"via", &out.via}, {"about", &out.about}} {
		*name.into, _ = args[name.arg].(string)
		if *name.into != "" && kg.FoldName(*name.into) == "" {
			return out, invalid("%s: %q is no name", name.arg, *name.into)
		}
	}
	return out, nil
}

// sourceLimits gives the conditions that the sources set on a day, the statement s and its article art.
func (c reportClauses) sourceLimits(day string) []func() {
	var out []func()
	q := c.q.sources
	if q.since != "" {
		out = append(out, func() { c.Syntax(day, " >= ").Param(string(q.since)) })
	}
	if q.speaker != "" {
		out = append(out, c.toldBy("(s)-[:SAID_BY]->", "s.kind = 'NARRATED' AND ", q.speaker))
	}
	if q.via != "" {
		out = append(out, c.toldBy("(s)-[:VIA]->", "", q.via))
	}
	if q.about != "" {
		out = append(out, func() {
			c.Syntax("(")
			c.tied("(s)-[:MENTIONS]->", q.about)
			c.Syntax(" OR all(w IN ").Param(contentWords(q.about)).Syntax(" WHERE toLower(s.quoteExact) CONTAINS w))")
		})
	}
	return out
}

// toldBy gives the condition that a pattern from the statement leads to an actor of that name or, where published holds
// too, that it published the article.
func (c reportClauses) toldBy(pattern, published, name string) func() {
	return func() {
		c.Syntax("(")
		c.tied(pattern, name)
		c.Syntax(" OR ", published)
		c.tied("(art)-[:PUBLISHED_BY]->", name)
		c.Syntax(")")
	}
}

// tied writes that a pattern leads to an actor of that name.
func (c reportClauses) tied(pattern, name string) {
	c.Syntax("EXISTS { ", pattern, "(:Entity)-[:CALLED]->(:Name {folded: ").Param(kg.FoldName(name)).Syntax("}) }")
}

// contentWords gives the words of a phrase that say something, lower-case, without the endings that change with the
// sentence.
func contentWords(phrase string) []any {
	out := []any{}
	for _, w := range strings.FieldsFunc(strings.ToLower(phrase), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		if smallWords[w] {
			continue
		}
		for _, ending := range []string{"ing", "ed", "es", "s"} {
			if cut, ok := strings.CutSuffix(w, ending); ok && len([]rune(cut)) > 3 {
				w = cut
				break
			}
		}
		out = append(out, w)
	}
	return out
}

var smallWords = map[string]bool{"the": true, "a": true, "an": true, "of": true, "in": true, "on": true, "at": true,
	"to": true, "for": true, "by": true,
	"and": true, "or": true, "its": true, "his": true, "her": true, "their": true, "s": true, "with": true, "from": true,
	"over": true}
