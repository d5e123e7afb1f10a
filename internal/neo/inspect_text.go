package neo

import (
	"fmt"

	"sayso/internal/kg"
)

// fault is a row as the check queries give it.
func fault(id, format string, args ...any) values {
	return values{"id": id, "what": fmt.Sprintf(format, args...)}
}

func lookAtTexts(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_texts", map[string]any{"ids": ids})
	for _, r := range rows {
		switch text := r.text("text"); {
		case text == "":
			faults = append(faults, fault(r.text("id"), "the article %q has no text", r.text("title")))
		case kg.ArticleID(text) != r.text("id"):
			faults = append(faults, fault(r.text("id"), "the text of %q is not the one that was stored: its hash is %s",
				r.text("title"), kg.ArticleID(text)))
		}
	}
	return faults, len(ids), err
}

// lookAtQuotes looks at the words that the graph says stand in articles. A fault names the article, and in its words
// the statement.
func lookAtQuotes(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_quotes", map[string]any{"ids": ids})
	for _, r := range rows {
		text := kg.NewRunes(r.text("text"))
		for _, item := range r.list("words") {
			w, _ := item.([]any)
			if len(w) != 5 {
				continue
			}
			looked++
			start, end, exact := asInt(w[2]), asInt(w[3]), asText(w[4])
			if at, ok := text.Slice(start, end); !ok || at != exact || exact == "" {
				faults = append(faults, fault(r.text("id"), "the %s %s of %s does not stand at %d–%d, where the text has %s",
					asText(w[1]), shown(exact), asText(w[0]), start, end, shown(at)))
			}
		}
	}
	return faults, looked, err
}

// shown is a quoted piece of text, short enough for a line.
func shown(s string) string {
	const limit = 60
	if r := []rune(s); len(r) > limit {
		s = string(r[:limit]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

func lookAtStatements(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_statements", map[string]any{"ids": ids})
	for _, r := range rows {
		if what := statementFault(r); what != "" {
			faults = append(faults, fault(r.text("id"), "%s", what))
		}
	}
	return faults, len(ids), err
}

func statementFault(r values) string {
	articles := r.texts("articles")
	if len(articles) != 1 {
		return fmt.Sprintf("belongs to %d articles", len(articles))
	}
	if n := r.number("speakers"); n > 1 {
		return fmt.Sprintf("has %d speakers", n)
	}
	s := readStatement(r, articles[0])
	switch s.Status {
	case kg.Current, kg.Corrected, kg.Retracted:
	default:
		return fmt.Sprintf("has the status %q", s.Status)
	}
	if !s.ByHand && s.ID != kg.StatementID(s.ArticleID, s.Kind, s.SpeakerMention(), s.Source, s.Cue, s.Content) {
		return "its id is not the hash of its article and spans"
	}
	return ""
}

func lookAtClaims(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_claims", map[string]any{"ids": ids})
	for _, r := range rows {
		if what := claimFault(r); what != "" {
			faults = append(faults, fault(r.text("id"), "%s: %s", r.sub("claim").text("text"), what))
		}
	}
	return faults, len(ids), err
}

func claimFault(r values) string {
	subjects, objects, predicates := r.texts("subjects"), r.texts("objects"), r.texts("predicates")
	switch p := r.sub("claim").text("predicate"); {
	case len(subjects) > 1 || len(objects) > 1:
		return fmt.Sprintf("has %d subjects and %d objects", len(subjects), len(objects))
	case len(predicates) != 1 || predicates[0] != p:
		return fmt.Sprintf("its predicate is %s, and it leads to %v", p, predicates)
	}
	c := readClaim(r.sub("claim"), first(subjects), first(objects))
	if kg.ClaimID(c) != c.ID {
		return "its id is not the hash of its parts"
	}
	return ""
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// lookAtNames compares what actors are called with the names under which they are looked up.
func lookAtNames(tx transaction, ids []string) (faults []values, looked int, err error) {
	rows, err := tx.rows("check_names", map[string]any{"ids": ids})
	for _, r := range rows {
		under := map[string]bool{"": true}
		for _, n := range r.texts("names") {
			under[n] = true
		}
		var missing []string
		for _, name := range append([]string{r.text("name")}, r.texts("aliases")...) {
			if folded := kg.FoldName(name); !under[folded] {
				under[folded] = true
				missing = append(missing, folded)
			}
		}
		if len(missing) > 0 {
			f := fault(r.text("id"), "%s cannot be looked up as %v", r.text("name"), missing)
			f["names"] = missing
			faults = append(faults, f)
		}
	}
	return faults, len(ids), err
}
