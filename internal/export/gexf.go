package export

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
)

// gexf writes the graph of graphML in Gephi's form, in which all nodes come before all edges: the statements are read
// twice.
type gexf struct {
	to      *bufio.Writer
	written seen
	edges   bool // the second time
}

func openGEXF(w io.Writer) (Writer, error) {
	g := &gexf{to: bufio.NewWriter(w), written: seen{}}
	g.text(xml.Header + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n" + `<graph defaultedgetype="directed">` +
		"\n")
	for _, of := range []string{"node", "edge"} {
		g.text(`<attributes class="` + of + `">`)
		for _, a := range attributes {
			if a.of == of {
				g.text(`<attribute id="` + of + "-" + a.name + `" title="` + a.name + `" type="` + a.kind + `"/>`)
			}
		}
		g.text("</attributes>\n")
	}
	g.text("<nodes>\n")
	return g, nil
}

func (g *gexf) text(markup string) { _, _ = g.to.WriteString(markup) }

// quoted writes an attribute's value.
func (g *gexf) quoted(value string) {
	g.text(`"`)
	_ = xml.EscapeText(g.to, []byte(value))
	g.text(`"`)
}

func (g *gexf) data(of string, values []string) {
	g.text("<attvalues>")
	at := 0
	for _, a := range attributes {
		if a.of != of {
			continue
		}
		if values[at] != "" {
			g.text(`<attvalue for="` + of + "-" + a.name + `" value=`)
			g.quoted(values[at])
			g.text("/>")
		}
		at++
	}
	g.text("</attvalues>")
}

func (g *gexf) node(a *Actor) {
	if !g.written.first(a.ID) {
		return
	}
	g.text(`<node id="` + a.ID + `" label=`)
	g.quoted(a.Name)
	g.text(">")
	g.data("node", nodeValues(a))
	g.text("</node>\n")
}

// Again begins the edges.
func (g *gexf) Again() bool {
	if g.edges {
		return false
	}
	g.edges = true
	g.text("</nodes>\n<edges>\n")
	return true
}

func (g *gexf) Write(s Statement) error {
	for _, a := range s.Asserts {
		c := a.Claim
		if c.Subject == nil || c.Object == nil {
			continue
		}
		if !g.edges {
			g.node(c.Subject)
			g.node(c.Object)
			continue
		}
		if !g.written.has(c.Subject.ID) || !g.written.has(c.Object.ID) {
			continue // came in between the two readings
		}
		edge := s.ID + "-" + c.ID + "-" + strconv.Itoa(a.Start)
		g.text(`<edge id="` + edge + `" source="` + c.Subject.ID + `" target="` + c.Object.ID + `" kind="` + c.Predicate.ID +
			`" label=`)
		g.quoted(c.Predicate.Label)
		g.text(">")
		g.data("edge", edgeValues(s, a))
		g.text("</edge>\n")
	}
	return nil
}

func (g *gexf) Close() error {
	for g.Again() {
		continue // nothing was read at all
	}
	g.text("</edges>\n</graph>\n</gexf>\n")
	return g.to.Flush()
}
