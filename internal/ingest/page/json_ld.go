package page

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// object is an object of JSON-LD.
type object map[string]any

// linkedData gives the page's JSON-LD objects: those that are the article of this page first, then the others that are
// some article, then the rest. Scripts that are no JSON are passed over. https://www.w3.org/TR/json-ld11/,
// https://schema.org/Article
func (p *page) linkedData() []object {
	var all []object
	for n := range elements(p.root, "script") {
		if !strings.Contains(strings.ToLower(attribute(n, "type")), "ld+json") || n.FirstChild == nil {
			continue
		}
		var v any
		if decodeLoosely(n.FirstChild.Data, &v) {
			all = append(all, objectsIn(v)...)
		}
	}
	rank := func(o object) int {
		switch {
		case o.isArticle() && p.isThis(o):
			return 0
		case o.isArticle():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(all, func(a, b object) int { return rank(a) - rank(b) })
	return all
}

var rawBreaks = regexp.MustCompile(`[\x00-\x1F]+`)

// decodeLoosely decodes JSON as pages have it: in a comment or CDATA, with line breaks inside strings.
func decodeLoosely(text string, v *any) bool {
	text = strings.TrimSpace(text)
	for _, shell := range [][2]string{{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"<![CDATA[", "]]>"}} {
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, shell[0]), shell[1]))
	}
	if json.Unmarshal([]byte(text), v) == nil {
		return true
	}
	text = strings.TrimSuffix(rawBreaks.ReplaceAllString(text, " "), ";")
	return json.Unmarshal([]byte(text), v) == nil
}

// objectsIn lists the objects of a document and of its @graph and lists, not those inside properties.
func objectsIn(v any) []object {
	switch v := v.(type) {
	case []any:
		var out []object
		for _, x := range v {
			out = append(out, objectsIn(x)...)
		}
		return out
	case map[string]any:
		return append([]object{v}, objectsIn(v["@graph"])...)
	}
	return nil
}

// articleTypes are the schema.org types of texts, beside those whose name ends in Article.
var articleTypes = []string{"BlogPosting", "LiveBlogPosting", "Report", "ClaimReview"}

func (o object) isArticle() bool {
	for _, t := range texts(o["@type"]) {
		if strings.HasSuffix(t, "Article") || slices.Contains(articleTypes, t) {
			return true
		}
	}
	return false
}

// isThis reports whether an object is about this page: by its address or its headline.
func (p *page) isThis(o object) bool {
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		for _, u := range texts(o[key]) {
			if u != "" && squash(p.address) != "" && strings.HasPrefix(squash(u), squash(p.address)) {
				return true
			}
		}
	}
	headline := squash(html.UnescapeString(o.text("headline")))
	if headline == "" {
		return false
	}
	for _, h := range p.headings {
		if squash(visible(h)) == headline {
			return true
		}
	}
	if p.onlyArticle() { // some pages have the site's name as h1
		for h := range elements(p.root, "h2") {
			if squash(visible(h)) == headline {
				return true
			}
		}
	}
	return strings.HasPrefix(squash(p.first("og:title")), headline)
}

// onlyArticle reports whether the page's objects have one article among them, so that no other story's is taken for it.
func (p *page) onlyArticle() bool {
	n := 0
	for _, o := range p.linked {
		if o.isArticle() {
			n++
		}
	}
	return n == 1
}

// text is a property's first text, or the name or id of the object that it is.
func (o object) text(key string) string {
	for _, t := range texts(o[key]) {
		if t = fold(html.UnescapeString(t)); t != "" {
			return t
		}
	}
	return ""
}

// texts are the texts of a value: itself, those of a list, or an object's @id, name or @value.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			out = append(out, texts(x)...)
		}
		return out
	case map[string]any:
		var out []string
		for _, key := range []string{"name", "@value", "@id"} {
			out = append(out, texts(v[key])...)
		}
		return out
	}
	return nil
}

// named follows a property to an object and gives its name; an object that is only an @id is looked up in the page's
// others.
func (p *page) named(o object, key string) string {
	name := o.text(key)
	for _, other := range p.linked {
		if id, _ := other["@id"].(string); id != "" && id == name && other.text("name") != "" {
			return other.text("name")
		}
	}
	return name
}
