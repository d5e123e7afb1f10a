package explorer

import (
	"encoding/json"
	"net/http"
)

// askQuery asks a question in English; the question goes into its variables.
const askQuery = `query Ask($question: String!) {
  ask(question: $question) {
    rows {
      actor { name }
      status
      firstOn
      evidence(first: 1) { quote { exact } article { title url publishedAt } }
    }
    leftOut { modality negated count }
  }
}`

// asked gives the query and the variables (JSON) that the address asks to be shown: ?query= with ?variables=, ?ask=
// with a question in English, as GraphiQL's page takes them too, ?q= with one, as the explorer's does, or else the
// example.
func (p *pages) asked(r *http.Request) (query, variables string) {
	given := r.URL.Query()
	if query = given.Get("query"); query != "" {
		return query, given.Get("variables")
	}
	if question := given.Get("ask") + given.Get("q"); question != "" {
		text, err := json.Marshal(map[string]string{"question": question})
		if err == nil {
			return askQuery, string(text)
		}
	}
	return p.example, ""
}
