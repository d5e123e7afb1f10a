package neo

import (
	"context"

	"sayso/internal/kg"
)

// one reads the single row of a look-up.
func (s *Store) one(ctx context.Context, query, what, id string) (values, error) {
	records, err := s.read(ctx, query, map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(records) == 0 {
		return nil, kg.Errorf(kg.NotFound, "there is no %s with the id %q", what, id)
	}
	return row(records[0]), nil
}

// Article implements kg.Reader.
func (s *Store) Article(ctx context.Context, id string) (kg.Article, error) {
	r, err := s.one(ctx, "get_article", "article", id)
	if err != nil {
		return kg.Article{}, err
	}
	return readArticle(r), nil
}

// readArticle reads a row of get_article or get_unread.
func readArticle(r values) kg.Article {
	a := r.sub("article")
	return kg.Article{ID: a.text("id"), URL: a.text("url"), Title: a.text("title"), Language: a.text("language"),
		Publisher:   r.text("publisher"),
		PublishedAt: a.date("publishedAt"), RetrievedAt: a.date("retrievedAt"), Text: a.text("text"),
		OriginID: a.text("originId"), Wire: a.text("wire"),
		Authors: a.texts("authors"), Reader: a.text("reader"), Unread: a.text("unreadReason")}
}

// Unread lists up to first articles that wait for a reader and are in one of the languages (BCP 47, without region; nil
// for any), by id, from behind the id after on.
func (s *Store) Unread(ctx context.Context, languages []string, after string, first int) ([]kg.Article, error) {
	records, err := s.read(ctx, "get_unread", map[string]any{"languages": languages, "after": after, "first": first})
	if err != nil {
		return nil, err
	}
	out := make([]kg.Article, 0, len(records))
	for _, r := range records {
		out = append(out, readArticle(row(r)))
	}
	return out, nil
}

// Entity implements kg.Reader.
func (s *Store) Entity(ctx context.Context, id string) (kg.Entity, error) {
	r, err := s.one(ctx, "get_entity", "entity", id)
	if err != nil {
		return kg.Entity{}, err
	}
	e := r.sub("entity")
	return kg.Entity{ID: e.text("id"), Type: kg.EntityType(e.text("type")), Name: e.text("name"),
		Aliases: e.texts("aliases"), Names: r.texts("names"),
		Description: e.text("description"), Kind: e.text("kind"), WikidataID: e.text("wikidataId")}, nil
}

// Claim implements kg.Reader.
func (s *Store) Claim(ctx context.Context, id string) (kg.ClaimState, error) {
	r, err := s.one(ctx, "get_claim", "claim", id)
	if err != nil {
		return kg.ClaimState{}, err
	}
	c := r.sub("claim")
	return kg.ClaimState{Claim: readClaim(c, r.text("subject"), r.text("object")), Statements: c.number("statements"),
		Origins: c.number("origins"),
		FirstOn: c.date("firstOn"), LastOn: c.date("lastOn")}, nil
}

// readClaim reads a claim's properties; subject and object are the ids of the actors at its ends.
func readClaim(c values, subject, object string) kg.Claim {
	claim := kg.Claim{ID: c.text("id"), SubjectID: subject, SubjectText: c.text("subjectText"),
		Predicate: kg.PredicateID(c.text("predicate")),
		ObjectID:  object, ObjectText: c.text("objectText"), Negated: c.flag("negated"), OccurredOn: c.date("occurredOn"),
		Role: c.text("role"), Text: c.text("text")}
	if _, ok := c["quantity"]; ok {
		claim.Quantity = &kg.Quantity{Value: c.float("quantity"), Unit: c.text("unit"), Bound: kg.Bound(c.text("bound"))}
		if claim.Quantity.Bound == exactly {
			claim.Quantity.Bound = kg.Exactly
		}
	}
	return claim
}

// StatementsOf implements kg.Reader.
func (s *Store) StatementsOf(ctx context.Context, articleID string) ([]kg.Statement, error) {
	records, err := s.read(ctx, "get_statements", map[string]any{"article": articleID})
	if err != nil {
		return nil, err
	}
	out := make([]kg.Statement, len(records))
	for i, r := range records {
		out[i] = readStatement(row(r), articleID)
	}
	return out, nil
}

func readStatement(r values, articleID string) kg.Statement {
	p := r.sub("statement")
	s := kg.Statement{ID: p.text("id"), ArticleID: articleID, Kind: kg.StatementKind(p.text("kind")),
		Form:   kg.Form(p.text("form")),
		Source: p.passages("source"), Cue: p.passages("cue"), Content: p.passages("content"), Quoted: p.passages("quoted"),
		Quote: kg.Quote{Exact: p.text("quoteExact"), Prefix: p.text("quotePrefix"), Suffix: p.text("quoteSuffix"),
			Start: p.number("quoteStart"), End: p.number("quoteEnd")},
		SpeakerID: r.text("speaker"), Via: r.texts("via"), Modality: kg.Modality(p.text("modality")),
		UtteredOn:  p.date("utteredOn"),
		RecordedAt: p.date("recordedAt"), Confidence: p.float("confidence"), Extractor: p.text("extractor"),
		Status: kg.Status(p.text("status")),
		Review: kg.Review(p.text("review")), Version: p.number("version"), Corrects: p.text("corrects"),
		KnownFrom: p.date("knownFrom"), ByHand: p.flag("byHand")}
	for _, m := range r.list("mentions") {
		if x, ok := m.([]any); ok && len(x) == 4 {
			s.Mentions = append(s.Mentions, kg.Mention{
				EntityID: asText(x[0]), Passage: kg.Passage{Start: asInt(x[1]), End: asInt(x[2]), Text: asText(x[3])},
			})
		}
	}
	for _, a := range r.list("asserts") {
		if x, ok := a.([]any); ok && len(x) == 8 {
			confidence, _ := x[5].(float64)
			s.Asserts = append(s.Asserts, kg.Assertion{ClaimID: asText(x[0]), Modality: kg.Modality(asText(x[1])),
				Confidence: confidence, Rules: asTexts(x[6]),
				ReadAs:   kg.Modality(asText(x[7])),
				Evidence: kg.Passage{Start: asInt(x[2]), End: asInt(x[3]), Text: asText(x[4])}})
		}
	}
	return s
}

// Shortcuts implements kg.Reader.
func (s *Store) Shortcuts(ctx context.Context) ([]kg.Shortcut, error) {
	records, err := s.read(ctx, "get_shortcuts", nil)
	if err != nil {
		return nil, err
	}
	out := make([]kg.Shortcut, len(records))
	for i, rec := range records {
		r := row(rec)
		out[i] = kg.Shortcut{SubjectID: r.text("subject"), ObjectID: r.text("object"),
			Predicate: kg.PredicateID(r.text("predicate")), ClaimIDs: r.texts("claims"),
			Contested: r.flag("contested"), Statements: r.number("statements"), Origins: r.number("origins"),
			FirstOn: r.date("firstOn"), LastOn: r.date("lastOn")}
	}
	return out, nil
}

// Counts implements kg.Reader.
func (s *Store) Counts(ctx context.Context) (kg.Counts, error) {
	records, err := s.read(ctx, "get_counts", nil)
	if err != nil || len(records) == 0 {
		return kg.Counts{}, err
	}
	r := row(records[0])
	return kg.Counts{Articles: r.number("articles"), Entities: r.number("entities"), Statements: r.number("statements"),
		Claims: r.number("claims"), Mentions: r.number("mentions")}, nil
}
