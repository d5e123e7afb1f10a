package reconcile

import (
	"encoding/json"
	"net/http"

	"sayso/internal/kg"
)

const serviceName = "Sayso: actors, places and quotes"

// base is the address by which the client reached us.
func base(r *http.Request) string {
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// root02 is the one address of version 0.2: the manifest, batches of queries, and data extension.
func (s *service) root02(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, mostBodySize)
	queries, extend := r.FormValue("queries"), r.FormValue("extend")
	switch {
	case queries != "":
		s.batch02(w, r, queries)
	case extend != "":
		s.extend02(w, r, extend)
	default:
		reply(w, manifest02(base(r), r.URL.Path))
	}
}

func manifest02(at, path string) map[string]any {
	service := func(name string) map[string]any {
		return map[string]any{"service_url": at, "service_path": path + name}
	}
	return map[string]any{
		"versions": []string{"0.2"}, "name": serviceName, "identifierSpace": "urn:sayso:",
		"schemaSpace": "urn:sayso:vocabulary:",
		"view":        map[string]any{"url": at + "/actor/{{id}}"}, "defaultTypes": types,
		"preview": map[string]any{"url": at + path + "/preview?id={{id}}", "width": 420, "height": 220},
		"suggest": map[string]any{
			"entity": service("/suggest/entity"), "type": service("/suggest/type"), "property": service("/suggest/property"),
		},
		"extend": map[string]any{"propose_properties": service("/properties"), "property_settings": []any{limitSetting}},
	}
}

// limitSetting is how many values of a property are wanted.
var limitSetting = map[string]any{
	"type": "number", "name": "limit", "label": "Limit", "help_text": "Most values for each row (0: all)", "default": 0,
}

// batch02 answers a batch of queries by their keys.
func (s *service) batch02(w http.ResponseWriter, r *http.Request, text string) {
	var batch map[string]struct {
		Query      string `json:"query"`
		Type       any    `json:"type"`
		Limit      int    `json:"limit"`
		Properties []struct {
			PID string `json:"pid"`
			V   any    `json:"v"`
		} `json:"properties"`
	}
	if err := json.Unmarshal([]byte(text), &batch); err != nil {
		fail(w, kg.Errorf(kg.Invalid, `queries is no batch; write {"q0": {"query": "a name"}}`))
		return
	}
	if len(batch) > mostQueries {
		fail(w, kg.Errorf(kg.TooLarge, "%d queries at once; send at most %d", len(batch), mostQueries))
		return
	}
	out := map[string]any{}
	for key, b := range batch {
		q := query{name: b.Query, kind: typeID(b.Type), limit: limited(b.Limit), properties: map[string]string{}}
		for _, p := range b.Properties {
			q.properties[p.PID] = word(p.V)
		}
		found, err := s.candidates(r.Context(), q)
		if err != nil {
			fail(w, err)
			return
		}
		out[key] = map[string]any{"result": found}
	}
	reply(w, out)
}

// typeID reads a type: its id, a list of them, or an object. An unknown one is as none.
func typeID(value any) string {
	id := word(value)
	if len(typesOf(id)) == 0 {
		return ""
	}
	return id
}

// word is the first text in a value: of a list its first, of an object its id.
func word(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return word(v[0])
		}
	case map[string]any:
		return word(v["id"])
	}
	return ""
}

func limited(n int) int {
	if n <= 0 {
		return usualLimit
	}
	return min(n, mostCandidates)
}

func (s *service) extend02(w http.ResponseWriter, r *http.Request, text string) {
	var asked extension
	if err := json.Unmarshal([]byte(text), &asked); err != nil {
		fail(w, kg.Errorf(kg.Invalid, `extend is no request; write {"ids": ["…"], "properties": [{"id": "kind"}]}`))
		return
	}
	found, err := s.things(r.Context(), asked.IDs)
	if err != nil {
		fail(w, err)
		return
	}
	rows := map[string]any{}
	for i, id := range asked.IDs {
		rows[id] = cells(found[i], asked.Properties)
	}
	reply(w, map[string]any{"meta": meta(asked.Properties), "rows": rows})
}

// extension asks for properties of things.
type extension struct {
	IDs        []string `json:"ids"`
	Properties []wanted `json:"properties"`
}

func (s *service) manifest10(w http.ResponseWriter, r *http.Request) {
	reply(w, map[string]any{
		"versions": []string{"1.0-draft"}, "name": serviceName, "view": map[string]any{"url": base(r) + "/actor/{id}"},
		"defaultTypes": types,
		"preview":      map[string]any{"width": 420, "height": 220},
		"suggest":      map[string]any{"entity": true, "type": true, "property": true},
		"extend": map[string]any{"proposeProperties": true,
			"propertySettings": []any{map[string]any{"type": "number", "id": "limit", "name": "Limit",
				"helpText": "Most values for each row (0: all)", "default": 0}}}, "standardizedScore": true,
		"batchSize": mostQueries,
	})
}

// match10 answers a batch of queries in their order.
func (s *service) match10(w http.ResponseWriter, r *http.Request) {
	var batch struct {
		Queries []struct {
			Type       string `json:"type"`
			Limit      int    `json:"limit"`
			Conditions []struct {
				MatchType     string `json:"matchType"`
				PropertyID    string `json:"propertyId"`
				PropertyValue any    `json:"propertyValue"`
			} `json:"conditions"`
		} `json:"queries"`
	}
	if !posted(w, r, &batch) {
		return
	}
	if len(batch.Queries) > mostQueries {
		fail(w, kg.Errorf(kg.TooLarge, "%d queries at once; send at most %d", len(batch.Queries), mostQueries))
		return
	}
	results := []any{}
	for _, b := range batch.Queries {
		q := query{kind: typeID(b.Type), limit: limited(b.Limit), properties: map[string]string{}}
		for _, c := range b.Conditions {
			if c.MatchType == "name" {
				q.name = word(c.PropertyValue)
			} else {
				q.properties[c.PropertyID] = word(c.PropertyValue)
			}
		}
		found, err := s.candidates(r.Context(), q)
		if err != nil {
			fail(w, err)
			return
		}
		results = append(results, map[string]any{"candidates": found})
	}
	reply(w, map[string]any{"results": results})
}

func (s *service) extend10(w http.ResponseWriter, r *http.Request) {
	var asked extension
	if !posted(w, r, &asked) {
		return
	}
	found, err := s.things(r.Context(), asked.IDs)
	if err != nil {
		fail(w, err)
		return
	}
	rows := []any{}
	for i, id := range asked.IDs {
		values := cells(found[i], asked.Properties)
		list := []any{}
		for _, p := range asked.Properties {
			list = append(list, map[string]any{"id": p.ID, "values": values[p.ID]})
		}
		rows = append(rows, map[string]any{"id": id, "properties": list})
	}
	reply(w, map[string]any{"meta": meta(asked.Properties), "rows": rows})
}

// posted reads a JSON body; where there is none it answers, and gives false.
func posted(w http.ResponseWriter, r *http.Request, to any) bool {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return false
	}
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBodySize)).Decode(to); err != nil {
		fail(w, kg.Errorf(kg.Invalid, "the body is no JSON of the reconciliation API's 1.0 draft"))
		return false
	}
	return true
}
