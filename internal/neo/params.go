package neo

import (
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

func entityRows(r kg.Record) []map[string]any {
	entities := r.Entities
	if r.Publisher != nil {
		entities = append([]kg.Entity{*r.Publisher}, entities...)
	}
	var rows []map[string]any
	for _, e := range entities {
		rows = append(rows, map[string]any{"id": e.ID, "type": string(e.Type), "name": e.Name, "aliases": orEmpty(e.Aliases), "names": orEmpty(e.Names),
			"kind": textOrNil(e.Kind), "description": textOrNil(e.Description), "wikidataId": textOrNil(e.WikidataID)})
	}
	sortByID(rows)
	return rows
}

// sortByID keeps the order of locks the same in all transactions, so that they wait for each other instead of deadlocking.
func sortByID(rows []map[string]any) {
	sort.SliceStable(rows, func(i, j int) bool { return rows[i]["id"].(string) < rows[j]["id"].(string) })
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// namedRows gathers an article's mentions by entity.
func namedRows(r kg.Record) []map[string]any {
	byEntity := map[string]map[string]any{}
	var order []string
	for _, m := range r.Mentions {
		row := byEntity[m.EntityID]
		if row == nil {
			row = map[string]any{"entity": m.EntityID, "starts": []int{}, "ends": []int{}, "texts": []string{}}
			byEntity[m.EntityID] = row
			order = append(order, m.EntityID)
		}
		row["starts"] = append(row["starts"].([]int), m.Start)
		row["ends"] = append(row["ends"].([]int), m.End)
		row["texts"] = append(row["texts"].([]string), m.Text)
	}
	sort.Strings(order)
	rows := make([]map[string]any, len(order))
	for i, id := range order {
		rows[i] = byEntity[id]
	}
	return rows
}

func claimRows(claims []kg.Claim) []map[string]any {
	var rows []map[string]any
	for _, c := range claims {
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
		rows = append(rows, map[string]any{"id": c.ID, "predicate": string(c.Predicate), "properties": p})
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

func statementRows(r kg.Record, recordedAt kg.Date) []map[string]any {
	var rows []map[string]any
	for _, s := range r.Statements {
		p := map[string]any{
			"kind": string(s.Kind), "form": string(s.Form), "modality": string(s.Modality), "status": string(s.Status),
			"quoteExact": s.Quote.Exact, "quotePrefix": s.Quote.Prefix, "quoteSuffix": s.Quote.Suffix,
			"quoteStart": s.Quote.Start, "quoteEnd": s.Quote.End, "quoteStatus": "EXACT",
			"confidence": s.Confidence, "extractor": s.Extractor, "recordedAt": string(recordedAt),
		}
		setText(p, "utteredOn", string(s.UtteredOn))
		for name, list := range map[string][]kg.Passage{"content": s.Content, "quoted": s.Quoted, "source": s.Source, "cue": s.Cue} {
			setPassages(p, name, list)
		}
		rows = append(rows, map[string]any{"id": s.ID, "properties": p, "date": textOrNil(statementDate(s, r.Article))})
	}
	sortByID(rows)
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

// edgeRows are the edges of a record by the query that writes them.
func edgeRows(r kg.Record) map[string][]map[string]any {
	out := map[string][]map[string]any{}
	add := func(query string, row map[string]any) { out[query] = append(out[query], row) }
	for _, c := range r.Claims {
		if c.SubjectID != "" {
			add("save_subjects", map[string]any{"from": c.ID, "to": c.SubjectID})
		}
		if c.ObjectID != "" {
			add("save_objects", map[string]any{"from": c.ID, "to": c.ObjectID})
		}
	}
	for _, s := range r.Statements {
		if s.SpeakerID != "" {
			add("save_speakers", map[string]any{"from": s.ID, "to": s.SpeakerID, "mention": s.SpeakerMention()})
		}
		for i, v := range s.Via {
			add("save_via", map[string]any{"from": s.ID, "to": v, "position": i})
		}
		for _, m := range s.Mentions {
			add("save_mentions", map[string]any{"from": s.ID, "to": m.EntityID, "start": m.Start, "end": m.End, "text": m.Text})
		}
		for _, a := range s.Asserts {
			add("save_assertions", map[string]any{"from": s.ID, "to": a.ClaimID, "start": a.Evidence.Start, "end": a.Evidence.End,
				"text": a.Evidence.Text, "modality": string(a.Modality), "confidence": a.Confidence})
		}
	}
	return out
}
