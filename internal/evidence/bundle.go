package evidence

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"sayso/internal/kg"
)

// Bundle is an answer with its sources.
type Bundle struct {
	Version  int             `json:"saysoEvidence"`
	Question string          `json:"question"`
	MadeOn   string          `json:"madeOn"`  // the day on which the graph was asked: what it knew then
	GraphQL  string          `json:"graphql"` // the request that gives the answer
	Answer   json.RawMessage `json:"answer"`
	Articles []Article       `json:"articles"` // by id
	Digest   string          `json:"digest"`   // SHA-256 of all above, as compact JSON
}

// Article is a whole text that quotes of the answer stand in.
type Article struct {
	ID          string `json:"id"` // the hash of the text
	Title       string `json:"title,omitempty"`
	URL         string `json:"url,omitempty"`
	Publisher   string `json:"publisher,omitempty"`
	PublishedAt string `json:"publishedAt,omitempty"`
	RetrievedAt string `json:"retrievedAt,omitempty"`
	Text        string `json:"text"`
}

// version is that of the form.
const version = 1

// Seal makes a bundle whole: articles in order, and the digest.
func Seal(b Bundle) (Bundle, error) {
	b.Version = version
	slices.SortFunc(b.Articles, func(x, y Article) int { return bytes.Compare([]byte(x.ID), []byte(y.ID)) })
	var err error
	b.Digest, err = digest(b)
	return b, err
}

func digest(b Bundle) (string, error) {
	b.Digest = ""
	text, err := json.Marshal(b) // compacts the answer, so that blanks in the file do not matter
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:]), err
}

// Cited is a quote somewhere in an answer.
type Cited struct {
	Article string
	Quote   kg.Quote
}

// Citations finds every quote of an answer: an object with a quote and an article, wherever it stands.
func Citations(answer json.RawMessage) ([]Cited, error) {
	var value any
	if err := json.Unmarshal(answer, &value); err != nil {
		return nil, err
	}
	var out []Cited
	walk(value, func(object map[string]any) {
		quote, quoted := object["quote"].(map[string]any)
		article, placed := object["article"].(map[string]any)
		if !quoted || !placed {
			return
		}
		text := func(m map[string]any, key string) string { s, _ := m[key].(string); return s }
		number := func(key string) int { n, _ := quote[key].(float64); return int(n) }
		out = append(out, Cited{text(article, "id"),
			kg.Quote{Exact: text(quote, "exact"), Prefix: text(quote, "prefix"), Suffix: text(quote, "suffix"),
				Start: number("start"), End: number("end")}})
	})
	return out, nil
}

// walk visits every object in a value.
func walk(value any, visit func(map[string]any)) {
	switch v := value.(type) {
	case map[string]any:
		visit(v)
		for _, inner := range v {
			walk(inner, visit)
		}
	case []any:
		for _, inner := range v {
			walk(inner, visit)
		}
	}
}

// Report is what a check found.
type Report struct {
	Articles, Quotes int
	Faults           []string // in words; none where all holds
}

// Verify checks a bundle by itself.
func Verify(text []byte) (Report, error) {
	var b Bundle
	if err := json.Unmarshal(text, &b); err != nil || b.Version == 0 {
		return Report{}, kg.Errorf(kg.Invalid, "this is no evidence bundle; sayso evidence QUESTION writes one")
	}
	if b.Version != version {
		return Report{}, kg.Errorf(kg.Invalid, "the bundle is of form %d, this program reads %d", b.Version, version)
	}
	cited, err := Citations(b.Answer)
	if err != nil {
		return Report{}, kg.Errorf(kg.Invalid, "the bundle's answer is no JSON")
	}
	report := Report{Articles: len(b.Articles), Quotes: len(cited)}
	fault := func(format string, args ...any) { report.Faults = append(report.Faults, fmt.Sprintf(format, args...)) }
	if sum, err := digest(b); err != nil || sum != b.Digest {
		fault("the digest is not that of what the bundle holds: it was changed")
	}
	texts := map[string][]rune{}
	for _, a := range b.Articles {
		if kg.ArticleID(a.Text) != a.ID {
			fault("%s: the id is not the hash of the text", a.ID)
			continue
		}
		texts[a.ID] = []rune(a.Text)
	}
	for _, c := range cited {
		if wrong := misplaced(c, texts); wrong != "" {
			fault("“%s”: %s", c.Quote.Exact, wrong)
		}
	}
	return report, nil
}

// misplaced says what is wrong with a quote; nothing where it stands in its article, between what stood around it.
func misplaced(c Cited, texts map[string][]rune) string {
	text, there := texts[c.Article]
	q := c.Quote
	switch {
	case !there:
		return "its article " + c.Article + " is not in the bundle, or was changed"
	case q.Start < 0 || q.End > len(text) || q.Start >= q.End || string(text[q.Start:q.End]) != q.Exact:
		return fmt.Sprintf("it does not stand at %d to %d of %s", q.Start, q.End, c.Article)
	case !bytes.HasSuffix([]byte(string(text[:q.Start])), []byte(q.Prefix)) ||
		!bytes.HasPrefix([]byte(string(text[q.End:])), []byte(q.Suffix)):
		return "other words stand around it in " + c.Article
	}
	return ""
}
