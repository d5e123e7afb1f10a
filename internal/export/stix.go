package export

import (
	"io"
	"strings"

	"github.com/google/uuid"
)

// stix writes a STIX 2.1 bundle: identities for actors, a relationship for each claim of a statement
// between two actors, and a note with the quote. Ids are made of ours, so that the same thing has the same id in every
// bundle.
type stix struct {
	*list
	written seen
}

// stixSpace is the name space of our UUIDs.
var stixSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:sayso:stix"))

func openSTIX(w io.Writer) (Writer, error) {
	id := "bundle--" + uuid.NewSHA1(stixSpace, []byte("bundle")).String()
	return &stix{openList(w, `{"type": "bundle", "id": "`+id+`", "objects": [`, "]}"), seen{}}, nil
}

func stixID(kind, id string) string {
	return kind + "--" + uuid.NewSHA1(stixSpace, []byte(id)).String()
}

// stixTime is a time as STIX wants it, with seconds and in UTC; a day becomes its beginning.
func stixTime(dates ...string) string {
	for _, d := range dates {
		switch year, month, day := dateParts(d); {
		case strings.HasSuffix(d, "Z"):
			return d
		case day != "":
			return year + "-" + month + "-" + day[:min(2, len(day))] + "T00:00:00Z"
		case year != "":
			return year + "-" + strings.Repeat("01", 1-min(1, len(month))) + month + "-01T00:00:00Z"
		}
	}
	return "1970-01-01T00:00:00Z"
}

func (x *stix) object(kind, id, at string, more object) error {
	if !x.written.first(kind + id) {
		return nil
	}
	o := object{"type": kind, "spec_version": "2.1", "id": stixID(kind, id), "created": at, "modified": at,
		"external_references": []any{object{"source_name": "sayso", "external_id": id}}}
	for key, value := range more {
		o[key] = value
	}
	return x.item(o)
}

// stixKind is the type of an actor's object, and its identity_class.
func stixKind(a *Actor) (kind, class string) {
	switch {
	case a.Type == "Person":
		return "identity", "individual"
	case a.Type == "Organization":
		return "identity", "organization"
	}
	return "identity", "group" // places that act: a location can be no end of most relationships
}

func (x *stix) Write(s Statement) error {
	at := stixTime(s.RecordedAt, s.Article.RetrievedAt, s.Date)
	refs := []any{}
	for _, a := range s.actors() {
		if a == nil {
			continue
		}
		kind, class := stixKind(a)
		if err := x.object(kind, a.ID, at, object{"name": a.Name, "identity_class": class}); err != nil {
			return err
		}
		refs = append(refs, stixID(kind, a.ID))
	}
	for _, a := range s.Asserts {
		c := a.Claim
		if c.Subject == nil || c.Object == nil || c.Negated || a.Modality != "ASSERTED" {
			continue // a relationship is read as a fact; what is denied or hedged stands in the note alone
		}
		from, _ := stixKind(c.Subject)
		to, _ := stixKind(c.Object)
		kind := strings.ReplaceAll(strings.ToLower(c.Predicate.ID), "_", "-")
		more := object{
			"relationship_type": kind, "source_ref": stixID(from, c.Subject.ID), "target_ref": stixID(to, c.Object.ID),
			"description": c.Text,
		}
		if err := x.object("relationship", s.ID+"/"+c.ID, at, more); err != nil {
			return err
		}
		refs = append(refs, stixID("relationship", s.ID+"/"+c.ID))
	}
	if len(refs) == 0 {
		return nil
	}
	note := object{
		"content": s.Quote.Exact, "abstract": abstract(s), "object_refs": refs, "external_references": stixReferences(s),
	}
	return x.object("note", s.ID, at, note)
}

// abstract says who says it, where and when.
func abstract(s Statement) string {
	by := s.SaidBy()
	if by == "" {
		by = "the article itself"
	}
	return strings.Join(strings.Fields(by+", "+name(s.Article.Publisher, s.Article.Title)+" "+s.Article.PublishedAt), " ")
}

// stixReferences name the statement and its article.
func stixReferences(s Statement) []any {
	article := object{"source_name": "article", "external_id": s.Article.ID}.with("url", webAddress(s.Article.URL)).
		with("description", s.Article.Title)
	return []any{object{"source_name": "sayso", "external_id": s.ID}, article}
}
