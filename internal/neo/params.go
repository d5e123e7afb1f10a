package neo

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sort"

	"sayso/internal/kg"
)

// Properties that are unknown are left out of a row, so that the graph holds no empty strings.

func textOrNil[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}

func listOrNil(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

func articleRow(a kg.Article) map[string]any {
	return map[string]any{"id": a.ID, "text": a.Text, "originId": a.OriginID, "title": textOrNil(a.Title),
		"url": textOrNil(a.URL), "language": textOrNil(a.Language), "publishedAt": textOrNil(a.PublishedAt),
		"retrievedAt": textOrNil(a.RetrievedAt),
		"reader":      textOrNil(a.Reader), "unreadReason": textOrNil(a.Unread), "authors": listOrNil(a.Authors)}
}

// entityRows are entities: those whom others stand for, and those who stand for themselves.
func entityRows(entities []kg.Entity, hidden map[string]bool) (merged, own []map[string]any) {
	for _, e := range entities {
		row := map[string]any{"id": e.ID, "type": string(e.Type), "name": e.Name, "aliases": orEmpty(e.Aliases),
			"names": orEmpty(e.Names),
			"kind":  textOrNil(e.Kind), "description": textOrNil(e.Description), "wikidataId": textOrNil(e.WikidataID)}
		if hidden[e.ID] {
			merged = append(merged, row)
		} else {
			own = append(own, row)
		}
	}
	sortByID(merged)
	sortByID(own)
	return merged, own
}

// sortByID keeps the order of locks the same in all transactions, so that they wait for each other instead of
// deadlocking.
func sortByID(rows []map[string]any) {
	sort.SliceStable(rows, func(i, j int) bool { return rows[i]["id"].(string) < rows[j]["id"].(string) })
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// namedRows gathers an article's mentions by the actor that is shown, in the order of the text.
func namedRows(r kg.Record, now canonical) []map[string]any {
	mentions := slices.Clone(r.Mentions)
	slices.SortStableFunc(mentions, func(a, b kg.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	byActor := map[string][]kg.Mention{}
	for _, m := range mentions {
		id, _ := now.of(m.EntityID)
		byActor[id] = append(byActor[id], m)
	}
	var rows []map[string]any
	for _, id := range slices.Sorted(maps.Keys(byActor)) {
		starts, ends, texts, recorded, others := []int{}, []int{}, []string{}, []string{}, false
		for _, m := range byActor[id] {
			starts, ends, texts = append(starts, m.Start), append(ends, m.End), append(texts, m.Text)
			recorded, others = append(recorded, m.EntityID), others || m.EntityID != id
		}
		row := map[string]any{"article": r.Article.ID, "entity": id, "starts": starts, "ends": ends, "texts": texts,
			"entities": nil}
		if others {
			row["entities"] = recorded
		}
		rows = append(rows, row)
	}
	return rows
}

// claimRows are claims, each once.
func claimRows(claims []kg.Claim) []map[string]any {
	var rows []map[string]any
	seen := map[string]bool{}
	for _, c := range claims {
		if seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		p := map[string]any{"text": c.Text, "negated": c.Negated}
		setText(p, "subjectText", c.SubjectText)
		setText(p, "objectText", c.ObjectText)
		setText(p, "occurredOn", string(c.OccurredOn))
		setText(p, "role", c.Role)
		if c.Quantity != nil {
			p["quantity"] = c.Quantity.Value
			setText(p, "unit", c.Quantity.Unit)
			p["bound"] = boundName(c.Quantity.Bound)
		}
		rows = append(rows, map[string]any{"id": c.ID, "predicate": string(c.Predicate), "properties": p,
			"subject": textOrNil(c.SubjectID), "object": textOrNil(c.ObjectID)})
	}
	sortByID(rows)
	return rows
}

// exactly is how the graph and the API spell kg.Exactly.
const exactly = "EXACTLY"

func boundName(b kg.Bound) string {
	if b == kg.Exactly {
		return exactly
	}
	return string(b)
}

func setText(p map[string]any, key, value string) {
	if value != "" {
		p[key] = value
	}
}

// statementRows are the statements of a record, each once.
func statementRows(r kg.Record, recordedAt kg.Date) []map[string]any {
	var rows []map[string]any
	seen := map[string]bool{}
	for _, s := range r.Statements {
		if seen[s.ID] {
			continue
		}
		seen[s.ID] = true
		p := map[string]any{
			"kind": string(s.Kind), "form": string(s.Form), "modality": string(s.Modality), "status": string(s.Status),
			"quoteExact": s.Quote.Exact, "quotePrefix": s.Quote.Prefix, "quoteSuffix": s.Quote.Suffix,
			"quoteStart": s.Quote.Start, "quoteEnd": s.Quote.End, "quoteStatus": "EXACT",
			"confidence": s.Confidence, "extractor": s.Extractor, "recordedAt": string(recordedAt),
			"review": string(kg.Unreviewed), "version": 1,
		}
		setText(p, "utteredOn", string(s.UtteredOn))
		setText(p, "corrects", s.Corrects)
		setText(p, "knownFrom", string(s.KnownFrom))
		if s.ByHand {
			p["byHand"], p["review"] = true, string(kg.Accepted)
		}
		for name, list := range map[string][]kg.Passage{
			"content": s.Content, "quoted": s.Quoted, "source": s.Source, "cue": s.Cue,
		} {
			setPassages(p, name, list)
		}
		rows = append(rows, map[string]any{"id": s.ID, "article": r.Article.ID, "properties": p,
			"date": textOrNil(statementDate(s, r.Article))})
	}
	return rows
}

// statementDate is the day a statement was uttered, or else published.
func statementDate(s kg.Statement, a kg.Article) kg.Date {
	if s.UtteredOn != "" {
		return s.UtteredOn.Day()
	}
	return a.PublishedAt.Day()
}

func setPassages(p map[string]any, name string, list []kg.Passage) {
	starts, ends, texts := []int{}, []int{}, []string{}
	for _, x := range list {
		starts, ends, texts = append(starts, x.Start), append(ends, x.End), append(texts, x.Text)
	}
	p[name+"Starts"], p[name+"Ends"], p[name+"Texts"] = starts, ends, texts
}

// edgeRows are the edges of a record's statements, by their statement and the query that writes them, to the actors
// that are shown.
func edgeRows(r kg.Record, now canonical, claims map[string]kg.Claim) map[string]map[string][]map[string]any {
	out := map[string]map[string][]map[string]any{}
	ends := map[string]kg.Claim{}
	for _, c := range r.Claims {
		ends[c.ID] = c
	}
	for _, s := range r.Statements {
		if out[s.ID] == nil {
			out[s.ID] = map[string][]map[string]any{}
		}
		add := func(query string, row map[string]any) {
			row["from"] = s.ID
			out[s.ID][query] = append(out[s.ID][query], row)
		}
		if s.SpeakerID != "" {
			id, kept := now.of(s.SpeakerID)
			add("save_speakers", map[string]any{"to": id, "entity": kept, "mention": s.SpeakerMention()})
		}
		for i, v := range s.Via {
			id, kept := now.of(v)
			add("save_via", map[string]any{"to": id, "entity": kept, "position": i})
		}
		for _, m := range s.Mentions {
			id, kept := now.of(m.EntityID)
			add("save_mentions", map[string]any{"to": id, "entity": kept, "start": m.Start, "end": m.End, "text": m.Text})
		}
		for _, a := range s.Asserts {
			_, subject := now.of(ends[a.ClaimID].SubjectID)
			_, object := now.of(ends[a.ClaimID].ObjectID)
			add("save_assertions", map[string]any{"to": claims[a.ClaimID].ID, "start": a.Evidence.Start,
				"end":  a.Evidence.End,
				"text": a.Evidence.Text, "modality": string(a.Modality), "confidence": a.Confidence,
				"rules": a.Rules, "readAs": textOrNil(a.ReadAs), "subject": subject, "object": object})
		}
	}
	for _, queries := range out {
		for query, key := range edgeKeys {
			queries[query] = lastOfEach(queries[query], key)
		}
	}
	return out
}

// edgeKeys are what tells two edges from a statement apart, by the query that writes them.
var edgeKeys = map[string][]string{
	"save_speakers": {"to"}, "save_via": {"to", "position"}, "save_mentions": {"to", "start", "end"},
	"save_assertions": {"to", "start", "end", "subject", "object"},
}

// lastOfEach leaves out rows whose values a later row has too.
func lastOfEach(rows []map[string]any, key []string) []map[string]any {
	at := map[string]int{}
	out := rows[:0]
	for _, row := range rows {
		var values []any
		for _, name := range key {
			values = append(values, row[name])
		}
		one := fmt.Sprint(values)
		if i, there := at[one]; there {
			out[i] = row
			continue
		}
		at[one] = len(out)
		out = append(out, row)
	}
	return out
}

func orNoRows(rows []map[string]any) []map[string]any {
	if rows == nil {
		return []map[string]any{}
	}
	return rows
}
