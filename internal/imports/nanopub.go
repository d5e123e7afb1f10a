package imports

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sayso/internal/kg"
	"sayso/internal/trig"
)

// Addresses of what nanopublications are made of.
const (
	npSchema   = "http://www.nanopub.org/nschema#"
	rdfNames   = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	rdfsLabel  = "http://www.w3.org/2000/01/rdf-schema#label"
	provNames  = "http://www.w3.org/ns/prov#"
	annotation = "http://www.w3.org/ns/oa#"
	dublinCore = "http://purl.org/dc/terms/"
	schemaOrg  = "https://schema.org/"
	ourNames   = "urn:sayso:vocabulary:"
	npxNames   = "http://purl.org/nanopub/x/"
)

// largestNanopub is how many statements of RDF may wait for the nanopublication that they belong to.
const largestNanopub = 200_000

// graph is what is said in one graph.
type graph []trig.Quad

// all gives the objects of a subject's predicate.
func (g graph) all(subject, predicate string) []trig.Term {
	var out []trig.Term
	for _, q := range g {
		if q.Subject.Value == subject && q.Predicate.Value == predicate {
			out = append(out, q.Object)
		}
	}
	return out
}

// one gives the first of them, "" where there is none.
func (g graph) one(subject, predicate string) string {
	if list := g.all(subject, predicate); len(list) > 0 {
		return list[0].Value
	}
	return ""
}

// nanopub is a nanopublication with its graphs.
type nanopub struct {
	id                            string
	line                          int
	assertion, provenance, public graph
}

// nanopubFile is what of a file waits: graphs whose nanopublication is not whole yet.
type nanopubFile struct {
	graphs map[string]graph
	heads  []string // addresses of nanopublications, in their order
	of     map[string]string
	size   int
}

// readNanopubs reads nanopublications. The words that a claim rests on are the text; claims of one statement that
// follow each other are one article.
func readNanopubs(f Reader, name string, r io.Reader, yield func(Item) error) error {
	data, err := io.ReadAll(io.LimitReader(r, largestFile+1))
	switch {
	case err != nil:
		return kg.Errorf(kg.Invalid, "%s breaks off: %w", name, err)
	case len(data) > largestFile:
		return kg.Errorf(kg.TooLarge, "%s is longer than %d MB; split it", name, largestFile>>20)
	case !utf8.Valid(data):
		return kg.Errorf(kg.Invalid, "%s is not UTF-8", name)
	}
	file := &nanopubFile{graphs: map[string]graph{}, of: map[string]string{}}
	joined := &nanopubItems{f: f, name: name, yield: yield}
	err = trig.Parse(string(data), func(q trig.Quad) error { return file.take(q, joined.add) })
	if err != nil {
		if last := joined.flush(); last != nil {
			return last
		}
		return kg.Errorf(kg.CodeOf(err), "%s: %w", name, err)
	}
	for len(file.heads) > 0 {
		if err := file.give(joined.add); err != nil {
			return err
		}
	}
	if joined.count == 0 {
		return kg.Errorf(kg.Invalid, "%s has no nanopublication: no graph says that something is a np:Nanopublication", name)
	}
	return joined.flush()
}

// take keeps a statement, and hands over the first nanopublication that waits once it is whole and another begins.
func (n *nanopubFile) take(q trig.Quad, whole func(nanopub) error) error {
	begins := q.Predicate.Value == rdfNames+"type" && q.Object.Value == npSchema+"Nanopublication"
	if begins && n.of[q.Subject.Value] == "" {
		for len(n.heads) > 0 && n.complete(n.heads[0]) {
			if err := n.give(whole); err != nil {
				return err
			}
		}
		n.heads = append(n.heads, q.Subject.Value)
		n.of[q.Subject.Value] = q.Graph
	}
	n.graphs[q.Graph] = append(n.graphs[q.Graph], q)
	if n.size++; n.size > largestNanopub {
		return kg.Errorf(kg.TooLarge, "line %d: %d statements wait for the graphs of the nanopublication %s; split the file",
			q.Line, n.size, quoted(append(n.heads, "that none begins")[0]))
	}
	return nil
}

// parts are the graphs of a nanopublication, "" for those that it does not name.
func (n *nanopubFile) parts(id string) [3]string {
	head := n.graphs[n.of[id]]
	return [3]string{head.one(id, npSchema+"hasAssertion"), head.one(id, npSchema+"hasProvenance"),
		head.one(id, npSchema+"hasPublicationInfo")}
}

func (n *nanopubFile) complete(id string) bool {
	for _, part := range n.parts(id) {
		if len(n.graphs[part]) == 0 || part == "" {
			return false
		}
	}
	return true
}

// give hands over the first nanopublication that waits, with what there is of it.
func (n *nanopubFile) give(whole func(nanopub) error) error {
	id := n.heads[0]
	n.heads = n.heads[1:]
	parts, head := n.parts(id), n.of[id]
	out := nanopub{id: id, assertion: n.graphs[parts[0]], provenance: n.graphs[parts[1]], public: n.graphs[parts[2]]}
	if len(n.graphs[head]) > 0 {
		out.line = n.graphs[head][0].Line
	}
	delete(n.of, id)
	for _, g := range append(parts[:], head) {
		if shared := slices.ContainsFunc(n.heads, func(h string) bool { return n.of[h] == g }); !shared {
			n.size -= len(n.graphs[g])
			delete(n.graphs, g)
		}
	}
	return whole(out)
}

// nanopubItems puts the nanopublications of one statement together.
type nanopubItems struct {
	f     Reader
	name  string
	yield func(Item) error
	count int
	key   string
	sheet *nanopubSheet
}

// add takes a nanopublication: into the article of the one before, where both are of one statement, or into one of its
// own.
func (n *nanopubItems) add(np nanopub) error {
	n.count++
	place := sprintf("%s line %d", n.name, np.line)
	source := np.source()
	key := source + "\n" + np.quote()
	if n.sheet == nil || source == "" || key != n.key {
		if err := n.flush(); err != nil {
			return err
		}
		n.sheet, n.key = newNanopubSheet(n.f, place, np), key
	}
	if fault := n.sheet.take(np, place); fault != nil {
		return n.yield(*fault)
	}
	return nil
}

// flush hands over the article that is being put together.
func (n *nanopubItems) flush() error {
	s := n.sheet
	n.sheet = nil
	if s == nil || len(s.reading.Claims) == 0 {
		return nil
	}
	return n.yield(s.item())
}

// source is the statement that the assertion was taken from, "" where none is named.
func (np nanopub) source() string {
	for _, q := range np.provenance {
		if q.Predicate.Value == provNames+"wasDerivedFrom" && q.Object.Kind == trig.IRI {
			return q.Object.Value
		}
	}
	return ""
}

// quote is the exact words that the assertion rests on, "" where none are given.
func (np nanopub) quote() string {
	for _, g := range []graph{np.provenance, np.public} {
		for _, q := range g {
			if q.Predicate.Value == annotation+"exact" && q.Object.Kind == trig.Literal {
				return strings.TrimSpace(q.Object.Value)
			}
		}
	}
	return ""
}
