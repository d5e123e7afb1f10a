package trig

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blanks skips white space and comments, and counts lines.
func (p *parser) blanks() {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; c {
		case '\n':
			p.line++
			p.at++
		case ' ', '\t', '\r':
			p.at++
		case '#':
			end := strings.IndexByte(p.text[p.at:], '\n')
			if end < 0 {
				end = len(p.text) - p.at
			}
			p.at += end
		default:
			return
		}
	}
}

// word takes a word that is next.
func (p *parser) word(w string) bool {
	if !strings.HasPrefix(p.text[p.at:], w) {
		return false
	}
	p.at += len(w)
	return true
}

// keyword takes a keyword of SPARQL that is next, in any case and with a blank or an address behind it.
func (p *parser) keyword(w string) bool {
	rest := p.text[p.at:]
	if len(rest) <= len(w) || !strings.EqualFold(rest[:len(w)], w) || strings.IndexByte(" \t\r\n<", rest[len(w)]) < 0 {
		return false
	}
	p.at += len(w)
	return true
}

// node reads what may be a subject: an IRI, a blank node with what is said of it, a list.
func (p *parser) node() (Term, error) {
	switch c := p.peek(); {
	case c == '<':
		address, err := p.iri()
		return Term{Kind: IRI, Value: address}, err
	case c == '[' || c == '(':
		if p.depth++; p.depth > deepest {
			return Term{}, p.errorf("blank nodes nest more than %d deep", deepest)
		}
		defer func() { p.depth-- }()
		p.at++
		if c == '(' {
			return p.list()
		}
		node := p.fresh()
		if err := p.properties(node, false); err != nil {
			return node, err
		}
		return node, p.expect(']')
	case c == '_' && strings.HasPrefix(p.text[p.at:], "_:"):
		p.at += len("_:")
		label := p.local()
		if label == "" {
			return Term{}, p.errorf("a blank node has a label")
		}
		return Term{Kind: Blank, Value: "_:" + label}, nil
	}
	return p.prefixed()
}

// list reads the items behind an opening bracket, as the chain of nodes that they stand for.
func (p *parser) list() (Term, error) {
	head := Term{Kind: IRI, Value: rdf + "nil"}
	var last Term
	for p.blanks(); p.peek() != ')'; p.blanks() {
		line := p.line
		item, err := p.object()
		if err != nil {
			return head, err
		}
		cell := p.fresh()
		if last.Value == "" {
			head = cell
		} else if err := p.yield(Quad{last, Term{Kind: IRI, Value: rdf + "rest"}, cell, p.graph, line}); err != nil {
			return head, err
		}
		if err := p.yield(Quad{cell, Term{Kind: IRI, Value: rdf + "first"}, item, p.graph, line}); err != nil {
			return head, err
		}
		last = cell
	}
	p.at++
	if last.Value == "" {
		return head, nil
	}
	end := Term{Kind: IRI, Value: rdf + "nil"}
	return head, p.yield(Quad{last, Term{Kind: IRI, Value: rdf + "rest"}, end, p.graph, p.line})
}

// object reads a node or a literal.
func (p *parser) object() (Term, error) {
	switch c := p.peek(); {
	case c == '"' || c == '\'':
		return p.quoted(c)
	case c >= '0' && c <= '9', c == '+', c == '-', c == '.':
		return p.number()
	}
	for _, w := range []string{"true", "false"} {
		rest, ok := strings.CutPrefix(p.text[p.at:], w)
		if next, _ := utf8.DecodeRuneInString(rest); ok && !nameRune(next) && next != ':' {
			p.at += len(w)
			return Term{Kind: Literal, Value: w, Datatype: xsd + "boolean"}, nil
		}
	}
	return p.node()
}

// number reads an integer, a decimal or a double.
func (p *parser) number() (Term, error) {
	end := p.at
	for end < len(p.text) && strings.IndexByte("+-0123456789.eE", p.text[end]) >= 0 {
		end++
	}
	text := strings.TrimRight(p.text[p.at:end], ".") // the stop behind it ends the statement
	if _, err := strconv.ParseFloat(text, 64); err != nil {
		return Term{}, p.errorf("a number is wanted")
	}
	p.at += len(text)
	datatype := "integer"
	if strings.ContainsAny(text, "eE") {
		datatype = "double"
	} else if strings.Contains(text, ".") {
		datatype = "decimal"
	}
	return Term{Kind: Literal, Value: text, Datatype: xsd + datatype}, nil
}

// iri reads an address in angle brackets; one that is relative is taken from the base.
func (p *parser) iri() (string, error) {
	if p.peek() != '<' {
		return "", p.errorf("an address in <> is wanted")
	}
	p.at++
	var out strings.Builder
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '>':
			p.at++
			return p.absolute(out.String()), nil
		case c == '\\':
			r, err := p.escaped()
			if err != nil {
				return "", err
			}
			out.WriteRune(r)
		case c <= ' ' || c == '<' || c == '"':
			return "", p.errorf("an address has a blank or a mark in it")
		default:
			out.WriteByte(c)
			p.at++
		}
	}
	return "", p.errorf("an address does not end")
}

func (p *parser) absolute(address string) string {
	if p.base == nil {
		return address
	}
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() {
		return address
	}
	return p.base.ResolveReference(u).String()
}

// prefixed reads a name with a prefix: "np:hasAssertion".
func (p *parser) prefixed() (Term, error) {
	start := p.at
	name := p.local()
	if i := strings.IndexByte(name, ':'); i >= 0 {
		if address, ok := p.prefixes[name[:i]]; ok {
			return Term{Kind: IRI, Value: address + name[i+1:]}, nil
		}
		p.at = start
		return Term{}, p.errorf("the prefix %q is not declared", name[:i])
	}
	p.at = start
	return Term{}, p.errorf("a name or an address is wanted")
}

// local reads the characters of a name, with its escapes undone. A stop at its end ends the statement.
func (p *parser) local() string {
	var out strings.Builder
	from := p.at
	for p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if r == '\\' && p.at+1 < len(p.text) && p.text[p.at+1] < utf8.RuneSelf {
			out.WriteByte(p.text[p.at+1])
			p.at += 2
			continue
		}
		if !nameRune(r) && r != ':' && r != '-' && r != '.' && r != '%' {
			break
		}
		out.WriteRune(r)
		p.at += size
	}
	text := out.String()
	for strings.HasSuffix(text, ".") && p.at > from && p.text[p.at-1] == '.' {
		text = text[:len(text)-1]
		p.at--
	}
	return text
}

func nameRune(r rune) bool {
	return r == '_' || r == 0xB7 || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
