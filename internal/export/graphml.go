package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
)

// attribute is one that nodes or edges have.
type attribute struct{ of, name, kind string }

var attributes = []attribute{
	{"node", "name", "string"}, {"node", "type", "string"}, {"node", "kind", "string"}, {"node", "wikidata", "string"},
	{"edge", "predicate", "string"}, {"edge", "claim", "string"}, {"edge", "negated", "boolean"},
	{"edge", "modality", "string"},
	{"edge", "date", "string"}, {"edge", "occurredOn", "string"}, {"edge", "quote", "string"},
	{"edge", "speaker", "string"},
	{"edge", "article", "string"}, {"edge", "url", "string"}, {"edge", "outlet", "string"},
}

// nodeValues and edgeValues are the values of attributes.
func nodeValues(a *Actor) []string { return []string{a.Name, a.Type, a.Kind, a.Wikidata} }

func edgeValues(s Statement, a Assertion) []string {
	c := a.Claim
	return []string{c.Predicate.ID, c.Text, strconv.FormatBool(c.Negated), a.Modality, s.Date, c.OccurredOn, s.Quote.Exact,
		s.SaidBy(),
		s.Article.ID, s.Article.URL, name(s.Article.Publisher, "")}
}

// graphML writes actors as nodes, and each claim of a statement between two actors as an edge, in the order in which
// they come: GraphML lets nodes and edges mix.
type graphML struct {
	to      *bufio.Writer
	written seen
}

func openGraphML(w io.Writer) (Writer, error) {
	g := &graphML{bufio.NewWriter(w), seen{}}
	g.text(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, a := range attributes {
		g.text(`<key id="` + a.of + "-" + a.name + `" for="` + a.of + `" attr.name="` + a.name + `" attr.type="` + a.kind +
			"\"/>\n")
	}
	g.text(`<graph edgedefault="directed">` + "\n")
	return g, nil
}

// text writes markup of ours; the buffer keeps the first error until it is flushed.
func (g *graphML) text(markup string) { _, _ = g.to.WriteString(markup) }

// data writes the attributes of a node or an edge, in the order of attributes; empty ones are left out.
func (g *graphML) data(of string, values []string) {
	at := 0
	for _, a := range attributes {
		if a.of != of {
			continue
		}
		if values[at] != "" {
			g.text(`<data key="` + of + "-" + a.name + `">`)
			_ = xml.EscapeText(g.to, []byte(values[at]))
			g.text("</data>")
		}
		at++
	}
}

func (g *graphML) node(a *Actor) {
	if g.written.first(a.ID) {
		g.text(`<node id="` + a.ID + `">`)
		g.data("node", nodeValues(a))
		g.text("</node>\n")
	}
}

func (g *graphML) Write(s Statement) error {
	for _, a := range s.Asserts {
		c := a.Claim
		if c.Subject == nil || c.Object == nil {
			continue
		}
		g.node(c.Subject)
		g.node(c.Object)
		edge := s.ID + "-" + c.ID + "-" + strconv.Itoa(a.Start)
		g.text(`<edge id="` + edge + `" source="` + c.Subject.ID + `" target="` + c.Object.ID + `">`)
		g.data("edge", edgeValues(s, a))
		g.text("</edge>\n")
	}
	return nil
}

func (g *graphML) Close() error {
	g.text("</graph>\n</graphml>\n")
	return g.to.Flush()
}
