package imports

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"sayso/internal/kg"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// quoted is a short piece of text between quotation marks.
func quoted(s string) string {
	const limit = 80
	if r := []rune(s); len(r) > limit {
		s = string(r[:limit]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// party is a name in JSON-LD: a text, an object with a name, or a list of these, whose first counts.
type party struct{ Name, Type string }

// UnmarshalJSON implements json.Unmarshaler. What is none of these is nobody.
func (p *party) UnmarshalJSON(data []byte) error {
	var list []party
	var whole struct {
		Name json.RawMessage `json:"name"`
		Type json.RawMessage `json:"@type"`
	}
	switch {
	case json.Unmarshal(data, &p.Name) == nil:
	case json.Unmarshal(data, &whole) == nil:
		p.Name, p.Type = oneOf(whole.Name), oneOf(whole.Type)
	case json.Unmarshal(data, &list) == nil && len(list) > 0:
		*p = list[0]
	}
	return nil
}

// oneOf is a text, or the first of a list of texts.
func oneOf(data json.RawMessage) string {
	var text string
	var list []string
	if json.Unmarshal(data, &text) != nil && json.Unmarshal(data, &list) == nil && len(list) > 0 {
		text = list[0]
	}
	return text
}

// claimReview is what is taken of a schema.org ClaimReview.
type claimReview struct {
	Type      json.RawMessage   `json:"@type"`
	Graph     []json.RawMessage `json:"@graph"`
	URL       json.RawMessage   `json:"url"`
	Published json.RawMessage   `json:"datePublished"`
	Author    party             `json:"author"`
	Publisher party             `json:"publisher"`
	Claimed   string            `json:"claimReviewed"`
	Reviewed  struct {
		Author    party           `json:"author"`
		Published json.RawMessage `json:"datePublished"`
	} `json:"itemReviewed"`
	Rating json.RawMessage `json:"reviewRating"`
}

// readClaimReview reads ClaimReviews. The words of the claim are the text, published by who reviews it, and somebody's
// statement in it.
func readClaimReview(f Reader, name string, r io.Reader, yield func(Item) error) error {
	return eachObject(name, r, func(place string, raw json.RawMessage) error {
		var c claimReview
		if err := object(raw, &c); err != nil {
			return yield(fault(place, "%s", err))
		}
		if len(c.Graph) == 0 {
			return yield(f.claimReview(place, c))
		}
		for i, node := range c.Graph {
			var inner claimReview
			at := sprintf("%s node %d", place, i+1)
			if err := object(node, &inner); err != nil {
				if err := yield(fault(at, "%s", err)); err != nil {
					return err
				}
			} else if isReview(inner) {
				if err := yield(f.claimReview(at, inner)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func isReview(c claimReview) bool { return strings.Contains(string(c.Type), "ClaimReview") }

func (f Reader) claimReview(place string, c claimReview) Item {
	if !isReview(c) {
		return fault(place, "it is no ClaimReview")
	}
	if strings.TrimSpace(c.Claimed) == "" {
		return fault(place, "it has no claimReviewed; without the words of the claim there is nothing to keep")
	}
	var s sheet
	s.reading = kg.Reading{Reader: "claimreview" + version, Mentions: []kg.ReadMention{}}
	content := s.line(c.Claimed)
	st := kg.ReadStatement{Kind: kg.Speech, Modality: kg.Asserted, Content: []kg.Span{content}}
	if who := strings.TrimSpace(c.Reviewed.Author.Name); kg.FoldName(who) != "" {
		source := s.line(who)
		st.Speaker, st.Source = who, []kg.Span{source}
		s.named(f, source, who, map[string]string{"Person": "PERSON", "Organization": "ORGANIZATION"}[c.Reviewed.Author.Type])
	}
	item := Item{Place: place}
	if day, err := kg.ParseDateAsWritten(oneOf(c.Reviewed.Published)); err == nil {
		st.UtteredOn = day
	} else {
		item.leave("when it was said: %s", err)
	}
	published, err := kg.ParseDateAsWritten(oneOf(c.Published))
	if err != nil {
		item.leave("when it was reviewed: %s", err)
	}
	if len(c.Rating) > 0 {
		item.leave("the rating: the graph keeps what was said, and by whom; whether it is true is not its business")
	}
	s.reading.Statements = []kg.ReadStatement{st}
	publisher := c.Author.Name
	if publisher == "" {
		publisher = c.Publisher.Name
	}
	if publisher == "" {
		publisher = f.Publisher
	}
	item.Submission = kg.Submission{Text: s.text.String(), Title: "Claim under review: " + shortened(c.Claimed),
		URL: oneOf(c.URL), Publisher: publisher,
		PublishedAt: published, Reading: &s.reading}
	return item
}

// shortened is a piece of text that fits into a title.
func shortened(s string) string {
	const limit = 100
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}
