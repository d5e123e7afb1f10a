package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// authorSources are where pages name who wrote the article, the surest first.
var authorSources = []func(*page) []string{
	func(p *page) []string {
		var out []string
		for _, o := range p.linked {
			if o.isArticle() && (p.isThis(o) || len(out) == 0) {
				out = append(out, p.persons(o["author"])...)
			}
		}
		return out
	},
	func(p *page) []string {
		var out []string
		for _, name := range []string{
			"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "og:author",
		} {
			out = append(out, p.meta[name]...)
		}
		return out
	},
	func(p *page) []string {
		var out []string
		for n := range p.head() {
			if attribute(n, "rel") == "author" || attribute(n, "itemprop") == "author" {
				out = append(out, visible(n))
			}
		}
		return out
	},
}

// persons are the names of the authors of JSON-LD: texts, objects with a name, or ids of such.
func (p *page) persons(v any) []string {
	if list, ok := v.([]any); ok {
		var out []string
		for _, x := range list {
			out = append(out, p.persons(x)...)
		}
		return out
	}
	return []string{p.named(object{"author": v}, "author")}
}

var (
	byWord    = regexp.MustCompile(`(?i)^(?:by|from|posted by|written by)\s+`)
	joinedBy  = regexp.MustCompile(`\s*(?:,|;|&| and )\s*`)
	staffWord = regexp.MustCompile(`(?i)\b(?:staff|admin|editor|editors|desk|team|newsroom|correspondent|reporter)\b`)
)

// longestAuthor is how many characters an author's name may have.
const longestAuthor = 60

// authors are who wrote the article, once each; addresses, handles, desks and the outlet itself are none.
func (p *page) authors(publisher string) []string {
	for _, source := range authorSources {
		var out []string
		for _, text := range source(p) {
			for _, name := range joinedBy.Split(byWord.ReplaceAllString(fold(text), ""), -1) {
				if isAuthor(name) && squash(name) != squash(publisher) && !oneOf(name, out) {
					out = append(out, name)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func isAuthor(name string) bool {
	return strings.Contains(name, " ") && strings.ContainsFunc(name, unicode.IsUpper) &&
		utf8.RuneCountInString(name) <= longestAuthor &&
		!addressLike.MatchString(name) && !staffWord.MatchString(name)
}
