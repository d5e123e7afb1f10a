package export

import (
	"encoding/json"
	"io"
)

// ftm writes FollowTheMoney entities, a line each: actors, articles, and a link for each claim of a statement between
// two actors. Links are UnknownLink, whose role is the predicate: what they say is claimed, and the quote stands in
// their summary.
type ftm struct {
	to      *json.Encoder
	written seen
}

func openFtM(w io.Writer) (Writer, error) {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return &ftm{encoder, seen{}}, nil
}

func (f *ftm) Close() error { return nil }

// ftmSchema is that of an actor. Places act, too: a state is a public body, others are parties of no known form.
func ftmSchema(a *Actor) string {
	switch {
	case a.Type == "Person":
		return "Person"
	case a.Type == "Organization":
		return "Organization"
	case a.Kind == "state":
		return "PublicBody"
	}
	return "LegalEntity"
}

// ftmKeyword marks places, of which FollowTheMoney has no party: sayso import knows them by it.
func ftmKeyword(a *Actor) string {
	if a.Type == "Place" {
		return "place"
	}
	return ""
}

// properties are an entity's, without empty ones.
type properties map[string][]string

func (p properties) add(name string, values ...string) properties {
	for _, v := range values {
		if v != "" {
			p[name] = append(p[name], v)
		}
	}
	return p
}

func (f *ftm) entity(id, schema string, p properties) error {
	if !f.written.first(id) {
		return nil
	}
	return f.to.Encode(struct {
		ID         string     `json:"id"`
		Schema     string     `json:"schema"`
		Properties properties `json:"properties"`
	}{id, schema, p})
}

func (f *ftm) Write(s Statement) error {
	for _, a := range s.actors() {
		if a == nil {
			continue
		}
		if err := f.entity(a.ID, ftmSchema(a),
			properties{}.add("name", a.Name).add("wikidataId", a.Wikidata).add("keywords", a.Kind, ftmKeyword(a))); err != nil {
			return err
		}
	}
	article := s.Article
	if err := f.entity(article.ID, "Article",
		properties{}.add("title", article.Title).add("sourceUrl", webAddress(article.URL)).
			add("publisher", name(article.Publisher, "")).add("author", article.Authors...).
			add("publishedAt", article.PublishedAt).
			add("retrievedAt", article.RetrievedAt).add("language", article.Language)); err != nil {
		return err
	}
	if err := f.documented(s); err != nil {
		return err
	}
	for _, a := range s.Asserts {
		c := a.Claim
		if c.Subject == nil || c.Object == nil {
			continue
		}
		p := properties{}.add("subject", c.Subject.ID).add("object", c.Object.ID).add("role", role(a)).
			add("summary", s.Quote.Exact).
			add("description", c.Text).add("date", c.OccurredOn, s.Date).add("sourceUrl", webAddress(article.URL)).
			add("publisher", name(article.Publisher, "")).add("recordId", s.ID, article.ID)
		if err := f.entity(s.ID+"-"+c.ID, "UnknownLink", p); err != nil {
			return err
		}
	}
	return nil
}

// documented ties everybody in the statement to its article.
func (f *ftm) documented(s Statement) error {
	for _, a := range s.actors() {
		if a == nil {
			continue
		}
		p := properties{}.add("document", s.Article.ID).add("entity", a.ID).add("date", s.Article.PublishedAt)
		if err := f.entity(s.Article.ID+"-"+a.ID, "Documentation", p); err != nil {
			return err
		}
	}
	return nil
}

// role is what a link says, with how far the statement commits to it.
func role(a Assertion) string {
	out := a.Claim.Predicate.Label
	if a.Claim.Negated {
		out = "not: " + out
	}
	if a.Modality != "ASSERTED" {
		out += " (" + a.Modality + ")"
	}
	return out
}
