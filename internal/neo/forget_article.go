package neo

import (
	"context"
	"slices"
	"strings"

	"sayso/internal/forget"
	"sayso/internal/kg"
)

// articles lists those that name the actors, or have a name of theirs in their text or beside it.
func (f *forgetting) articles(ctx context.Context) ([]string, error) {
	records, err := f.store.read(ctx, "get_articles_about", map[string]any{"ids": orEmpty(f.actors)})
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	var out []string
	add := func(id string) {
		if !ids[id] {
			ids[id] = true
			out = append(out, id)
		}
	}
	for _, r := range records {
		add(row(r).text("article"))
	}
	label := archivedLabels[labelAt("Article")]
	for after := ""; ; {
		nodes, err := f.store.archivedOf(ctx, label, after)
		if err != nil || len(nodes) == 0 {
			return out, err
		}
		for _, n := range nodes {
			after = n.Key
			if f.touches(n.Properties) {
				add(n.Key)
			}
		}
	}
}

// touches reports whether an article's own words name somebody.
func (f *forgetting) touches(article values) bool {
	a := readArticle(values{"article": map[string]any(article)})
	look := f.list.Look(a.Text, nil)
	return look.Named() || look.Beside(a.Title) != a.Title || look.Address(a.URL) != a.URL ||
		len(look.Authors(a.Authors)) != len(a.Authors)
}

// article forgets in one article.
func (f *forgetting) article(ctx context.Context, id string) (kg.ForgetCounts, error) {
	var counts kg.ForgetCounts
	err := f.rolledBackWhenDry(ctx, func(tx transaction) error {
		counts = kg.ForgetCounts{}
		for _, lock := range []string{identityLock, originLock} {
			if _, err := tx.run("lock", map[string]any{"name": lock}); err != nil {
				return err
			}
		}
		rows, err := tx.rows("get_whole_article", map[string]any{"id": id})
		if err != nil || len(rows) == 0 {
			return err // it was deleted meanwhile
		}
		w := newRedaction(f, tx, rows[0])
		if w.look.Goes() {
			counts.ArticlesDeleted = 1
			counts.StatementsForgotten = len(rows[0].list("statements"))
			return f.deleteWhole(tx, id)
		}
		counts, err = w.carryOut()
		return err
	})
	return counts, err
}

// deleteWhole deletes an article, and tells the change feed of it without its title.
func (f *forgetting) deleteWhole(tx transaction, id string) error {
	if _, err := deleteArticle(tx, id); err != nil {
		return err
	}
	if _, err := tx.run("forget_stub", map[string]any{"id": id}); err != nil {
		return err
	}
	return f.store.appendChange(tx, kg.Change{Kind: kg.ArticleDeleted, By: f.by, Reason: f.of, Concerns: []string{id}})
}

// redaction is the work on one article in one transaction.
type redaction struct {
	*forgetting
	tx       transaction
	row      values
	was      kg.Article
	mentions []kg.Mention // with the actors that are shown
	look     forget.Text
	to       *forget.Rewriter
	counts   kg.ForgetCounts
	gone     []string         // statements
	dropped  []map[string]any // assertions
	moved    []map[string]any
	claims   []kg.Claim
	kept     []map[string]any // statements with their words
	touched  map[string]bool  // claims
	actors   map[string]bool
}

func newRedaction(f *forgetting, tx transaction, r values) *redaction {
	w := &redaction{forgetting: f, tx: tx, row: r, was: readArticle(r), touched: map[string]bool{},
		actors: map[string]bool{}}
	var recorded []kg.Mention
	for _, item := range r.list("names") {
		m, _ := item.(map[string]any)
		n := values(m)
		starts, ends, as := n.numbers("starts"), n.numbers("ends"), n.texts("entities")
		w.actors[n.text("actor")] = true
		for i := range min(len(starts), len(ends)) {
			shown := kg.Mention{EntityID: n.text("actor"), Passage: kg.Passage{Start: int(starts[i]), End: int(ends[i])}}
			w.mentions = append(w.mentions, shown)
			if i < len(as) {
				shown.EntityID = as[i]
			}
			recorded = append(recorded, shown)
		}
	}
	w.look = f.list.Look(w.was.Text, recorded)
	w.to = w.look.Rewriter(w.was)
	return w
}

// carryOut rewrites the article.
func (w *redaction) carryOut() (kg.ForgetCounts, error) {
	for _, item := range w.row.list("statements") {
		s, _ := item.(map[string]any)
		w.statement(s)
	}
	there, err := w.tx.rows("get_article", map[string]any{"id": w.to.Article.ID})
	if err != nil {
		return w.counts, err
	}
	if w.to.Article.ID != w.was.ID && len(there) > 0 { // it was taken in without the names meanwhile
		w.counts.ArticlesRedacted++
		return w.counts, w.deleteWhole(w.tx, w.was.ID)
	}
	for _, step := range []func() error{w.take, w.rewrite, w.recount} {
		if err := step(); err != nil {
			return w.counts, err
		}
	}
	return w.counts, w.store.appendChange(w.tx, kg.Change{Kind: kg.ArticleRedacted, By: w.by, Reason: w.of,
		Concerns: []string{w.to.Article.ID}})
}

// statement decides what becomes of one.
func (w *redaction) statement(r values) {
	s := readStatement(values{"statement": r["statement"], "speaker": r["speaker"], "via": r["via"]}, w.was.ID)
	w.actors[s.SpeakerID] = true
	var dropped, moved []map[string]any
	for _, item := range r.list("asserts") {
		m, _ := item.(map[string]any)
		a := values(m)
		was := readClaim(a.sub("claim"), a.text("subject"), a.text("object"))
		w.touched[was.ID], w.actors[was.SubjectID], w.actors[was.ObjectID] = true, true, true
		now, ok := w.to.Claim(was)
		switch {
		case !ok:
			dropped = append(dropped, map[string]any{"statement": s.ID, "edge": a.text("edge")})
		case now.ID != was.ID:
			w.claims = append(w.claims, now)
			moved = append(moved, map[string]any{"statement": s.ID, "edge": a.text("edge"), "from": was.ID, "to": now.ID,
				"subject": textOrNil(a.text("subjectKept")), "object": textOrNil(a.text("objectKept"))})
			w.touched[now.ID] = true
		}
		s.Asserts = append(s.Asserts, kg.Assertion{ClaimID: was.ID,
			Evidence: kg.Passage{Start: a.number("start"), End: a.number("end")}})
	}
	w.counts.ClaimsForgotten += len(dropped)
	now, ok := w.to.Statement(s)
	if !ok {
		w.gone = append(w.gone, s.ID)
		w.counts.StatementsForgotten++
		return
	}
	w.counts.ClaimsRedacted += len(moved)
	w.dropped, w.moved = append(w.dropped, dropped...), append(w.moved, moved...)
	if now.Quote != s.Quote || now.ID != s.ID {
		w.kept = append(w.kept, w.statementRow(s.ID, now, r.list("mentions")))
		if now.Quote.Exact != s.Quote.Exact {
			w.counts.StatementsRedacted++
		}
	}
}

// statementRow gives a statement's words as they stand in the text now, and those of its edges.
func (w *redaction) statementRow(was string, now kg.Statement, mentions []any) map[string]any {
	p := map[string]any{"id": now.ID, "quoteExact": now.Quote.Exact, "quotePrefix": now.Quote.Prefix,
		"quoteSuffix": now.Quote.Suffix}
	for name, list := range map[string][]kg.Passage{
		"content": now.Content, "quoted": now.Quoted, "source": now.Source, "cue": now.Cue,
	} {
		setPassages(p, name, list)
	}
	words := []any{}
	add := func(at kg.Passage) {
		at = w.to.Passage(at)
		words = append(words, map[string]any{"start": at.Start, "end": at.End, "text": at.Text})
	}
	for _, item := range mentions {
		m, _ := item.(map[string]any)
		add(kg.Passage{Start: values(m).number("start"), End: values(m).number("end")})
	}
	for _, a := range now.Asserts {
		add(a.Evidence)
	}
	return map[string]any{"id": was, "properties": p, "speaker": now.SpeakerMention(), "words": words}
}

// take takes away what is said about those forgotten, and that they are named.
func (w *redaction) take() error {
	if len(w.claims) > 0 {
		slices.SortFunc(w.claims, func(a, b kg.Claim) int { return strings.Compare(a.ID, b.ID) })
		once := slices.CompactFunc(w.claims, func(a, b kg.Claim) bool { return a.ID == b.ID })
		if _, err := w.tx.run("save_claims", map[string]any{"claims": claimRows(once)}); err != nil {
			return err
		}
	}
	for _, mention := range w.mentions {
		if slices.Contains(w.forgetting.actors, mention.EntityID) {
			w.counts.Mentions++
		}
	}
	for _, q := range []struct {
		name   string
		params map[string]any
	}{
		{"move_assertions", map[string]any{"rows": w.moved}},
		{"forget_assertions", map[string]any{"rows": w.dropped}},
		{"forget_statements", map[string]any{"ids": orEmpty(w.gone)}},
		{"forget_mentions", map[string]any{"id": w.was.ID, "ids": orEmpty(w.forgetting.actors)}},
	} {
		if _, err := w.tx.run(q.name, q.params); err != nil {
			return err
		}
	}
	return nil
}
