package export

import (
	"bufio"
	"encoding/json"
	"io"
	"net/url"
	"strings"
)

// urn is what our ids become outside: names, not addresses, since the server of a graph may be anywhere or gone.
func urn(id string) string { return "urn:sayso:" + url.PathEscape(id) }

// list writes JSON objects as the items of one array.
type list struct {
	to    *bufio.Writer
	begun bool
	end   string
}

func openList(w io.Writer, begin, end string) *list {
	l := &list{to: bufio.NewWriter(w), end: end}
	_, _ = l.to.WriteString(begin)
	return l
}

func (l *list) item(value any) error {
	text, err := unescaped(value)
	if err != nil {
		return err
	}
	if l.begun {
		_ = l.to.WriteByte(',')
	}
	l.begun = true
	_ = l.to.WriteByte('\n')
	_, err = l.to.WriteString(text)
	return err
}

func (l *list) Close() error {
	_, _ = l.to.WriteString("\n" + l.end + "\n")
	return l.to.Flush()
}

// unescaped is a value as JSON, in which < and & stand as they are.
func unescaped(value any) (string, error) {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return strings.TrimSuffix(out.String(), "\n"), err
}

// object is a JSON object in which empty values are left out.
type object map[string]any

// with sets a value unless it is empty.
func (o object) with(key string, value any) object {
	switch v := value.(type) {
	case string:
		if v == "" {
			return o
		}
	case []any:
		if len(v) == 0 {
			return o
		}
	case object:
		if len(v) == 0 {
			return o
		}
	}
	o[key] = value
	return o
}

// linkedContext is that of our JSON-LD, written out so that no reader has to fetch one.
const linkedContext = `{
 "oa": "http://www.w3.org/ns/oa#", "prov": "http://www.w3.org/ns/prov#", "schema": "https://schema.org/", "dc": "http://purl.org/dc/terms/",
 "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#",
 "sayso": "urn:sayso:vocabulary:",
 "id": "@id", "type": "@type",
 "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"}, "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
 "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector"},
 "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix", "start": {"@id": "oa:start"}, "end": {"@id": "oa:end"},
 "label": "rdfs:label", "title": "dc:title", "date": "dc:date", "language": "dc:language", "url": "schema:url",
 "publisher": {"@id": "dc:publisher", "@type": "@id"}, "name": "schema:name",
 "attributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"}, "quotedFrom": {"@id": "prov:wasQuotedFrom", "@type": "@id"},
 "generatedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"}, "associatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
 "retrieved": "prov:generatedAtTime",
 "subject": {"@id": "rdf:subject", "@type": "@id"}, "predicate": {"@id": "rdf:predicate", "@type": "@id"}, "object": {"@id": "rdf:object", "@type": "@id"},
 "subjectText": "sayso:subjectText", "objectText": "sayso:objectText", "negated": "sayso:negated", "modality": "sayso:modality", "status": "sayso:status",
 "quantity": "sayso:quantity", "unit": "sayso:unit", "occurredOn": "sayso:occurredOn", "confidence": "sayso:confidence",
 "asserts": {"@id": "sayso:asserts", "@type": "@id"}, "via": {"@id": "sayso:via", "@type": "@id"}, "kind": "sayso:kind",
 "sameAs": {"@id": "schema:sameAs", "@type": "@id"}
}`

// jsonLD writes each statement as a Web Annotation: its body are the claims (reified, since saying is not truth), its
// target the words in the article, with both selectors of the W3C. What is attributed to whom is PROV-O.
type jsonLD struct {
	*list
	written seen
}

func openJSONLD(w io.Writer) (Writer, error) {
	return &jsonLD{openList(w, `{"@context": `+linkedContext+`, "@graph": [`, "]}"), seen{}}, nil
}

func (j *jsonLD) Write(s Statement) error {
	for _, a := range s.actors() {
		if a != nil && j.written.first(a.ID) {
			if err := j.item(agent(a)); err != nil {
				return err
			}
		}
	}
	if j.written.first(s.Article.ID) {
		if err := j.item(source(s.Article)); err != nil {
			return err
		}
	}
	if j.written.first("reader " + s.Extractor) {
		reader := object{"id": urn(s.Extractor), "type": "prov:SoftwareAgent", "name": s.Extractor}
		if err := j.item(reader); err != nil {
			return err
		}
	}
	var bodies []any
	for _, a := range s.Asserts {
		bodies = append(bodies, claimBody(s, a))
	}
	return j.item(object{"id": urn(s.ID), "type": []string{"oa:Annotation", "prov:Entity"}, "motivation": "oa:describing",
		"status":   s.Status,
		"modality": s.Modality, "quotedFrom": urn(s.Article.ID),
		"generatedBy": object{"type": "prov:Activity", "associatedWith": urn(s.Extractor)},
		"target":      object{"source": urn(s.Article.ID), "selector": selectors(s.Quote)}}.
		with("attributedTo", urnOf(s.Speaker)).with("via", urnsOf(s.Via)).with("date", s.Date).with("body", bodies).
		with("kind", s.Kind))
}

func urnOf(a *Actor) string {
	if a == nil {
		return ""
	}
	return urn(a.ID)
}

func urnsOf(actors []Actor) []any {
	var out []any
	for _, a := range actors {
		out = append(out, urn(a.ID))
	}
	return out
}

// selectors are the places of a quote by its words and by code points.
func selectors(q Quote) []any {
	return []any{
		object{"type": "oa:TextQuoteSelector", "exact": q.Exact}.with("prefix", q.Prefix).with("suffix", q.Suffix),
		object{"type": "oa:TextPositionSelector", "start": q.Start, "end": q.End},
	}
}

// agents are the classes of actors.
var agents = map[string]string{"Person": "prov:Person", "Organization": "prov:Organization", "Place": "schema:Place"}

func agent(a *Actor) object {
	o := object{"id": urn(a.ID), "type": []string{"prov:Agent", agents[a.Type]}, "name": a.Name}
	if a.Wikidata != "" {
		o["sameAs"] = "http://www.wikidata.org/entity/" + url.PathEscape(a.Wikidata)
	}
	return o.with("kind", a.Kind)
}

func source(a Article) object {
	return object{"id": urn(a.ID), "type": []string{"schema:Article", "prov:Entity"}}.with("title", a.Title).
		with("url", webAddress(a.URL)).
		with("date", a.PublishedAt).with("language", a.Language).with("publisher", urnOf(a.Publisher)).
		with("retrieved", a.RetrievedAt)
}

// webAddress gives an address of the web, and nothing else.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// claimBody is a claim as a reified triple: it is said, not stated. The words that make it are its own target.
func claimBody(s Statement, a Assertion) object {
	c := a.Claim
	o := object{"id": urn(s.ID + "/" + c.ID), "type": "rdf:Statement", "asserts": urn(c.ID), "label": c.Text,
		"negated": c.Negated, "modality": a.Modality,
		"predicate": "sayso:" + c.Predicate.ID}.with("subject", urnOf(c.Subject)).with("object", urnOf(c.Object)).
		with("occurredOn", c.OccurredOn).with("unit", c.Unit)
	if c.Subject == nil {
		o = o.with("subjectText", c.SubjectText)
	}
	if c.Object == nil {
		o = o.with("objectText", c.ObjectText)
	}
	if c.Quantity != nil {
		o["quantity"] = *c.Quantity
	}
	return o
}

// claimReview writes each claim of a statement with a speaker as the claim of a schema.org ClaimReview. There is no
// rating: who is right is not for the graph to say.
type claimReview struct{ *list }

func openClaimReview(w io.Writer) (Writer, error) {
	return claimReview{openList(w, `{"@context": {"@vocab": "https://schema.org/"}, "@graph": [`, "]}")}, nil
}

func (c claimReview) Write(s Statement) error {
	for _, a := range s.Asserts {
		if s.SaidBy() == "" {
			continue
		}
		kind := "Organization"
		if s.Speaker != nil && s.Speaker.Type == "Person" {
			kind = "Person"
		}
		appearance := object{"@type": "CreativeWork", "@id": urn(s.Article.ID)}.with("url", webAddress(s.Article.URL)).
			with("headline", s.Article.Title).
			with("datePublished", s.Article.PublishedAt)
		if s.Article.Publisher != nil {
			appearance["publisher"] = object{"@type": "Organization", "name": s.Article.Publisher.Name}
		}
		item := object{"@type": "Claim", "@id": urn(a.Claim.ID), "text": s.Quote.Exact, "name": a.Claim.Text,
			"appearance": appearance,
			"author":     object{"@type": kind, "name": s.SaidBy()}}.with("datePublished", s.Date)
		review := object{
			"@type": "ClaimReview", "@id": urn(s.ID + "/" + a.Claim.ID + "/review"), "claimReviewed": a.Claim.Text,
			"itemReviewed": item,
		}
		if err := c.item(review.with("url", webAddress(s.Article.URL))); err != nil {
			return err
		}
	}
	return nil
}
