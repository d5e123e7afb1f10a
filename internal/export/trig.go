package export

import (
	"bufio"
	"io"
	"net/url"
	"strconv"
	"strings"
)

const trigPrefixes = `@prefix np: <http://www.nanopub.org/nschema#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sayso: <urn:sayso:vocabulary:> .
`

// triG writes a nanopublication for each claim of a statement: the claim, reified; whose words it is, with selectors;
// who made the nanopublication, and when.
type triG struct{ to *bufio.Writer }

func openTriG(w io.Writer) (Writer, error) {
	t := triG{bufio.NewWriter(w)}
	_, err := t.to.WriteString(trigPrefixes)
	return t, err
}

func (t triG) Write(s Statement) error {
	for _, a := range s.Asserts {
		np := urn(s.ID + "/" + a.Claim.ID + "/" + strconv.Itoa(a.Start))
		t.graph(np, "head", iri(np)+" a np:Nanopublication ; np:hasAssertion "+iri(np+"#assertion")+" ; np:hasProvenance "+
			iri(np+"#provenance")+" ; np:hasPublicationInfo "+iri(np+"#pubinfo")+" .")
		t.graph(np, "assertion", assertion(a.Claim))
		t.graph(np, "provenance", provenance(np, s, a))
		info := iri(np) + " prov:wasAttributedTo " + iri(urn(s.Extractor)) +
			" ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/>"
		if s.RecordedAt != "" {
			info += " ; dct:created " + literal(s.RecordedAt) + "^^xsd:dateTime"
		}
		t.graph(np, "pubinfo", info+" .")
	}
	return nil
}

func (t triG) Close() error { return t.to.Flush() }

func (t triG) graph(np, part, triples string) {
	_, _ = t.to.WriteString("\n" + iri(np+"#"+part) + " {\n  " + triples + "\n}\n")
}

// assertion is the claim as a reified triple, with its figure and its day.
func assertion(c Claim) string {
	out := iri(urn(c.ID)) + " a rdf:Statement ; rdfs:label " + literal(c.Text) + " ; rdf:predicate " +
		iri("urn:sayso:vocabulary:"+url.PathEscape(c.Predicate.ID)) +
		" ; sayso:negated " + strconv.FormatBool(c.Negated)
	out += end("rdf:subject", "sayso:subjectText", c.Subject, c.SubjectText) +
		end("rdf:object", "sayso:objectText", c.Object, c.ObjectText)
	if c.Quantity != nil {
		out += " ; sayso:quantity " + literal(strconv.FormatFloat(*c.Quantity, 'g', -1, 64)) + "^^xsd:double"
	}
	out += told("sayso:unit", c.Unit) + told("sayso:bound", c.Bound) + told("sayso:role", c.Role) +
		told("sayso:occurredOn", c.OccurredOn) + " ."
	for i, a := range []*Actor{c.Subject, c.Object} {
		if a != nil && (i == 0 || id(a) != id(c.Subject)) {
			out += "\n  " + iri(urn(a.ID)) + " a <https://schema.org/" + url.PathEscape(a.Type) + ">" +
				told("rdfs:label", a.Name) + " ."
		}
	}
	return out
}

// end is one end of a claim: an actor with its name, or words.
func end(actor, words string, a *Actor, text string) string {
	if a == nil {
		return told(words, text)
	}
	return " ; " + actor + " " + iri(urn(a.ID)) + told(words, a.Name)
}

// provenance says whose words the assertion is, and where they stand.
func provenance(np string, s Statement, a Assertion) string {
	out := iri(np+"#assertion") + " prov:wasDerivedFrom " + iri(urn(s.ID)) + told("sayso:modality", a.Modality) +
		" .\n  " +
		iri(urn(s.ID)) + " prov:wasQuotedFrom " + iri(urn(s.Article.ID)) + told("dct:date", s.Date) +
		told("sayso:status", s.Status)
	if s.Speaker != nil {
		out += " ; prov:wasAttributedTo " + iri(urn(s.Speaker.ID))
	}
	out += told("sayso:speaker", s.SaidBy()) + " ; oa:hasTarget [ oa:hasSource " + iri(urn(s.Article.ID)) +
		" ; oa:hasSelector [ a oa:TextQuoteSelector" +
		told("oa:exact", s.Quote.Exact) + told("oa:prefix", s.Quote.Prefix) + told("oa:suffix", s.Quote.Suffix) +
		" ] , [ a oa:TextPositionSelector ; oa:start " +
		strconv.Itoa(s.Quote.Start) + " ; oa:end " + strconv.Itoa(s.Quote.End) + " ] ] .\n  "
	out += iri(urn(s.Article.ID)) + " a <https://schema.org/Article>" + told("dct:title", s.Article.Title) +
		told("dct:date", s.Article.PublishedAt) +
		told("dct:publisher", name(s.Article.Publisher, ""))
	if address := webAddress(s.Article.URL); address != "" {
		out += " ; <https://schema.org/url> " + iri(address)
	}
	return out + " ."
}

// told is a further predicate with a literal; nothing where there are no words.
func told(predicate, words string) string {
	if words == "" {
		return ""
	}
	return " ; " + predicate + " " + literal(words)
}

// literal is a string of Turtle, whose escapes are those of JSON.
func literal(text string) string {
	out, err := unescaped(text)
	if err != nil {
		return `""`
	}
	return out
}

// notInIRI may not stand in an IRIREF of Turtle, nor may blanks and control characters.
const notInIRI = "<>\"{}|\\^`"

// iri is an address in angle brackets; what may not stand there is percent-encoded.
func iri(address string) string {
	var out []byte
	for _, b := range []byte(address) {
		if b <= ' ' || strings.IndexByte(notInIRI, b) >= 0 {
			out = append(out, '%', "0123456789ABCDEF"[b>>4], "0123456789ABCDEF"[b&15])
			continue
		}
		out = append(out, b)
	}
	return "<" + string(out) + ">"
}
