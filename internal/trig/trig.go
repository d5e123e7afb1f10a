// Package trig reads RDF in TriG, and so in Turtle, N-Triples and N-Quads' triples too, statement by statement. It may
// not know what the statements are about.
package trig

import (
	"net/url"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// Kind is what a term is.
type Kind int

// The kinds of terms.
const (
	IRI Kind = iota
	Blank
	Literal
)

// Term is a node or a value.
type Term struct {
	Kind     Kind
	Value    string // the address, the label of a blank node, or the characters of a literal
	Datatype string // IRI of a literal's type, "" for a plain one
	Language string // BCP 47 of a literal, "" for none
}

// Quad is one statement. Graph is the address or label of its graph, "" for the default one.
type Quad struct {
	Subject, Predicate, Object Term
	Graph                      string
	Line                       int // of the file, from 1
}

// Names that the grammar itself has.
const (
	rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	xsd = "http://www.w3.org/2001/XMLSchema#"
)

// deepest is how far blank nodes and lists may nest.
const deepest = 64

// parser is at one place of a text.
type parser struct {
	text     string
	at       int
	line     int
	base     *url.URL
	prefixes map[string]string
	graph    string
	anon     int // blank nodes without a label so far
	depth    int
	yield    func(Quad) error
}

// Parse hands over the statements of a text in their order. The error says in which line the text is no TriG, and what
// stands there; statements before it were handed over. An error of yield ends it.
func Parse(text string, yield func(Quad) error) error {
	p := &parser{text: strings.TrimPrefix(text, "\ufeff"), line: 1, prefixes: map[string]string{}, yield: yield}
	for p.blanks(); p.at < len(p.text); p.blanks() {
		if err := p.block(); err != nil {
			return err
		}
	}
	return nil
}

// block reads a directive, a graph or the statements of one subject.
func (p *parser) block() error {
	switch {
	case p.word("@prefix"):
		return p.prefix(true)
	case p.keyword("PREFIX"):
		return p.prefix(false)
	case p.word("@base"):
		return p.setBase(true)
	case p.keyword("BASE"):
		return p.setBase(false)
	case p.peek() == '{':
		return p.graphOf("")
	case p.keyword("GRAPH"):
		p.blanks()
		label, err := p.node()
		if err != nil {
			return err
		}
		return p.graphOf(label.Value)
	}
	plain := p.peek() != '[' && p.peek() != '('
	subject, err := p.node()
	if err != nil {
		return err
	}
	if p.blanks(); p.peek() == '{' && plain {
		return p.graphOf(subject.Value)
	}
	if err := p.properties(subject, plain); err != nil {
		return err
	}
	return p.expect('.')
}

// graphOf reads the statements between braces.
func (p *parser) graphOf(label string) error {
	if err := p.expect('{'); err != nil {
		return err
	}
	p.graph = label
	defer func() { p.graph = "" }()
	for p.blanks(); p.peek() != '}'; p.blanks() {
		plain := p.peek() != '[' && p.peek() != '('
		subject, err := p.node()
		if err != nil {
			return err
		}
		if err := p.properties(subject, plain); err != nil {
			return err
		}
		if p.blanks(); p.peek() != '.' {
			break
		}
		p.at++
	}
	return p.expect('}')
}

// properties reads what is said of a subject: predicates parted by semicolons, their objects by commas. Where something
// must be said, none is an error.
func (p *parser) properties(subject Term, must bool) error {
	for first := true; ; first = false {
		for p.blanks(); p.peek() == ';' && !first; p.blanks() {
			p.at++
		}
		if c := p.peek(); strings.IndexByte(".}]", c) >= 0 && (!first || !must) {
			return nil
		}
		predicate, err := p.predicate()
		if err != nil {
			return err
		}
		if err := p.objects(subject, predicate); err != nil {
			return err
		}
		if p.blanks(); p.peek() != ';' {
			return nil
		}
	}
}

func (p *parser) predicate() (Term, error) {
	if rest := p.text[p.at:]; len(rest) > 1 && rest[0] == 'a' && strings.IndexByte(" \t\r\n<[\"'(_", rest[1]) >= 0 {
		p.at++
		return Term{Kind: IRI, Value: rdf + "type"}, nil
	}
	t, err := p.node()
	if err == nil && t.Kind != IRI {
		err = p.errorf("a predicate is an IRI")
	}
	return t, err
}

func (p *parser) objects(subject, predicate Term) error {
	for {
		p.blanks()
		line := p.line
		object, err := p.object()
		if err != nil {
			return err
		}
		if err := p.yield(Quad{subject, predicate, object, p.graph, line}); err != nil {
			return err
		}
		if p.blanks(); p.peek() != ',' {
			return nil
		}
		p.at++
	}
}

// prefix reads "p: <address>".
func (p *parser) prefix(stop bool) error {
	p.blanks()
	end := strings.IndexByte(p.text[p.at:], ':')
	if end < 0 || strings.ContainsAny(p.text[p.at:p.at+end], " \t\r\n<") {
		return p.errorf("a prefix ends in a colon")
	}
	name := p.text[p.at : p.at+end]
	p.at += end + 1
	p.blanks()
	address, err := p.iri()
	if err != nil {
		return err
	}
	p.prefixes[name] = address
	if stop {
		return p.expect('.')
	}
	return nil
}

func (p *parser) setBase(stop bool) error {
	p.blanks()
	address, err := p.iri()
	if err != nil {
		return err
	}
	if p.base, err = url.Parse(address); err != nil {
		return p.errorf("the base is no address")
	}
	if stop {
		return p.expect('.')
	}
	return nil
}

// fresh gives a blank node that no label names.
func (p *parser) fresh() Term {
	p.anon++
	return Term{Kind: Blank, Value: "_: " + strconv.Itoa(p.anon)}
}

func (p *parser) expect(c byte) error {
	if p.blanks(); p.peek() != c {
		return p.errorf("%q is wanted", string(c))
	}
	p.at++
	return nil
}

// peek is the next byte, 0 at the end.
func (p *parser) peek() byte {
	if p.at < len(p.text) {
		return p.text[p.at]
	}
	return 0
}

// shown is how much of the text an error shows, in bytes.
const shown = 24

// errorf is an error that names the line and what stands there.
func (p *parser) errorf(format string, args ...any) error {
	rest := p.text[p.at:]
	if len(rest) > shown {
		rest = strings.ToValidUTF8(rest[:shown], "") + "…"
	}
	if rest == "" {
		rest = "the end of the file"
	} else {
		rest = strconv.Quote(rest)
	}
	return kg.Errorf(kg.Invalid, "line %d is no TriG: "+format+", and there stands %s",
		append(append([]any{p.line}, args...), rest)...)
}
