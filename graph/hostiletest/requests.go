// Package hostiletest holds the requests that a hostile hand sends to the API, for tests and measurements. It may not
// be imported by anything else.
package hostiletest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"time"
)

// Inside is what no answer may show: Go's and the driver's names, addresses, the text of queries.
var Inside = regexp.MustCompile(`json: |(?i:Go (struct|value)|unmarshal|goroutine|nil pointer|runtime error|\.go:\d|dial tcp|bolt://|ConnectivityError|` +
	`TransactionExecution|Neo\.\w+Error|neo4j-go|strconv\.|MATCH \(|map\[string|\*errors\.|interface \{\}|<nil>)`)

// What any answer to a hostile request may take.
const (
	Longest = 2 * time.Second
	Largest = 2 << 20
)

// Request is a hostile request as it goes over the line, and the status and code that it must meet.
type Request struct {
	Name, Method  string
	Media, Accept string // the headers Content-Type and Accept
	Body          string // of a GET, what stands behind the address
	Status        int
	Code          string // "" for one that is valid and must only be answered within bounds
}

func query(text string) string {
	body, _ := json.Marshal(map[string]any{"query": text})
	return string(body)
}

func with(variables, text string) string {
	return `{"query":` + strings.TrimSuffix(strings.TrimPrefix(query(text), `{"query":`), "}") + `,"variables":` +
		variables + "}"
}

func times(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func chained(n, links int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment F%d on Actor { id ", i)
		for j := i + 1; j <= min(i+links, n); j++ {
			fmt.Fprintf(&b, "...F%d ", j)
		}
		b.WriteString("} ")
	}
	return b.String() + fmt.Sprintf("fragment F%d on Actor { id }", n)
}

// invalidQueries are bodies of POST requests that must not reach the graph.
func invalidQueries() map[string]Request {
	out := map[string]Request{}
	for name, c := range invalidBodies {
		status := http.StatusOK
		if c.code == refused {
			status = http.StatusBadRequest
		}
		out[name] = Request{"", http.MethodPost, "application/json", "", c.body, status, c.code}
	}
	for name, status := range map[string]int{
		"page beyond 32 bits":  http.StatusOK,
		"subscription by POST": http.StatusNotAcceptable,
	} {
		out[name] = Request{"", http.MethodPost, "application/json", "", out[name].Body, status, refused}
	}
	return out
}

// Codes of errors.
const (
	refused  = "INVALID_INPUT"
	invalid  = "GRAPHQL_VALIDATION_FAILED"
	unparsed = "GRAPHQL_PARSE_FAILED"
	costly   = "QUERY_TOO_COSTLY"
)

// invalidBodies are what is sent and the code that it is refused with.
var invalidBodies = map[string]struct{ body, code string }{
	"nothing":        {``, refused},
	"half an object": {`{"query":`, refused},
	"null":           {`null`, refused},
	"a batch": {
		`[` + strings.Repeat(query(`{ __typename }`)+",", 9) + query(`{ __typename }`) + `]`, refused,
	},
	"a number as query":       {`{"query": 7}`, refused},
	"variables as list":       {`{"query": "{ __typename }", "variables": []}`, refused},
	"extensions as text":      {`{"query": "{ __typename }", "extensions": "x"}`, refused},
	"operation name as list":  {`{"query": "{ __typename }", "operationName": []}`, refused},
	"no query":                {`{"variables": {}}`, refused},
	"unknown operation":       {`{"query": "query A { __typename }", "operationName": "B"}`, invalid},
	"no operation chosen":     {query(`query A { __typename } query B { __typename }`), invalid},
	"no operation at all":     {query(`fragment A on Query { __typename }`), invalid},
	"empty selection":         {query(`{ }`), unparsed},
	"not GraphQL":             {query(`qwerty cop { abc }`), unparsed},
	"control character":       {query("{ a\x00 }"), unparsed},
	"half a page":             {query(`{ claims(first: 1.5) { totalCount } }`), invalid},
	"half a page by variable": {with(`{"f": 1.5}`, `query($f: Int) { claims(first: $f) { totalCount } }`), invalid},
	"text as page":            {with(`{"f": "ten"}`, `query($f: Int) { claims(first: $f) { totalCount } }`), invalid},
	"page beyond 32 bits":     {query(`{ claims(first: 99999999999) { totalCount } }`), refused},
	"page beyond 64 bits":     {query(`{ claims(first: 99999999999999999999999999) { totalCount } }`), invalid},
	"variable beyond 64 bits": {with(`{"f": 99999999999999999999999999}`,
		`query($f: Int) { claims(first: $f) { totalCount } }`), invalid},
	"filter as list": {with(`{"f": [1]}`, `query($f: ClaimWhere) { claims(where: $f) { totalCount } }`), invalid},
	"unknown condition": {
		with(`{"f": {"nothing": 1}}`, `query($f: ClaimWhere) { claims(where: $f) { totalCount } }`), invalid,
	},
	"missing variable":      {query(`query($f: ID!) { node(id: $f) { id } }`), invalid},
	"unknown enum":          {with(`{"p": "CENTURY"}`, `query($p: Period!) { activity(by: $p) { undated } }`), invalid},
	"endless fraction":      {query(`{ findQuote(text: "x", atLeast: 1e999) { text } }`), invalid},
	"fragments in a circle": {query(`{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`), invalid},
	"deep braces": {query(`{ node(id: 1) ` + strings.Repeat("{...on Actor", 2400) + `{id}` +
		strings.Repeat("}", 2400) + ` }`), unparsed},
	"deep lists": {query(`{ nodes(ids: ` + strings.Repeat("[", 4000) + strings.Repeat("]", 4000) +
		`) { id } }`), unparsed},
	"many words":            {query(`{ ` + strings.Repeat("node(id: 1) { id } ", 3000) + `}`), unparsed},
	"one field, many times": {query(`{ ` + strings.Repeat("__typename \n", 500) + `}`), "TOO_MANY_REPEATS"},
	"nine thousand fields":  {query(`{ ` + strings.Repeat("__typename ", 9000) + `}`), "TOO_MANY_REPEATS"},
	"unknown field, often":  {query(`{ ` + strings.Repeat("xyz ", 9000) + `}`), "TOO_MANY_REPEATS"},
	"repeats in a fragment": {query(`{ node(id: 1) { ...F } } fragment F on Actor { ` + strings.Repeat("name ", 700) +
		`}`), "TOO_MANY_REPEATS"},
	"aliases of __typename": {query(`query cop { ` + times(101, "alias%d:__typename \n") + ` }`), "TOO_MANY_ALIASES"},
	"aliases of a page":     {query(`{ ` + times(101, "a%d: claims(first: 1) { totalCount } ") + `}`), "TOO_MANY_ALIASES"},
	"doubling fragments": {query(`{ node(id: 1) { ...F0 } } ` +
		times(30, "fragment F%[1]d on Actor { a: name ...G%[1]d ...G%[1]d } ") +
		times(29, "fragment G%[1]d on Actor { ...F%[1]d }")), invalid},
	"dense fragments":    {query(`{ node(id: 1) { ...F0 } } ` + chained(250, 7)), costly},
	"unknown fields":     {query(`{ ` + times(3000, "f%d ") + `}`), invalid},
	"unused variables":   {query(`query(` + times(2400, "$v%d: Int ") + `) { __typename }`), invalid},
	"unknown directives": {query(`query cop { __typename ` + strings.Repeat("@aa", 10) + ` }`), invalid},
	"schema in a circle": {query(`query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`),
		invalid},
	"schema, ninety times": {query(`{ ` + times(90,
		"a%d: __schema { types { name fields { name args { name } type { name } } } } ") + `}`), costly},
	"types of types": {query(`{ __schema { types { possibleTypes { possibleTypes { possibleTypes { possibleTypes { name } } } } interfaces { interfaces { name } } } } }`),
		invalid},
	"page of pages": {query(`{ articles(first: 500) { nodes { statements(first: 500) { nodes { claims { nodes { id } } } } } } }`), costly},
	"a thousand or": {query(`{ claims(where: {or: [` + times(1000, `{text: {contains: "%d"}} `) +
		`]}) { totalCount } }`), "TOO_MANY_CONDITIONS"},
	"a thousand and": {query(`{ claims(where: {and: [` + times(1000, `{text: {contains: "%d"}} `) +
		`]}) { totalCount } }`), "TOO_MANY_CONDITIONS"},
	"or in and in or": {query(`{ claims(where: {or: [` +
		times(20, `{and: [{text: {contains: "%[1]d"}} `+strings.Repeat(`{negated: {eq: true}} `, 15)+`]} `) +
		`]}) { totalCount } }`), "TOO_MANY_CONDITIONS"},
	"subscription by POST": {query(`subscription { changes { seq } }`), refused},
	"mutation, unknown":    {query(`mutation { dropEverything }`), invalid},
}

// otherRequests are hostile in their form.
func otherRequests() map[string]Request {
	out := map[string]Request{
		"mutation by GET": {
			"", http.MethodGet, "", "", "?query=mutation%20cop%20%7B__typename%7D", http.StatusMethodNotAllowed, refused,
		},
		"GET of nothing": {"", http.MethodGet, "", "", "", http.StatusBadRequest, refused},
		"GET, bad variables": {
			"", http.MethodGet, "", "", "?query=%7B__typename%7D&variables=%5B", http.StatusBadRequest, refused,
		},
		"events of nonsense": {
			"", http.MethodPost, "application/json", "text/event-stream", `{"query": {"a": 1}}`, http.StatusBadRequest, refused,
		},
		"events of half": {
			"", http.MethodPost, "application/json", "text/event-stream", `{"que`, http.StatusBadRequest, refused,
		},
	}
	for _, m := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodTrace, "EXPLOIT"} {
		out["method "+m] = Request{
			"", m, "application/json", "", query(`{ __typename }`), http.StatusMethodNotAllowed, refused,
		}
	}
	for _, media := range []string{
		"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", "",
		"a/b/c;;",
	} {
		out["media type "+media] = Request{
			"", http.MethodPost, media, "", query(`{ __typename }`), http.StatusUnsupportedMediaType, refused,
		}
	}
	return out
}

// Refused gives requests that must be refused before they reach the graph.
func Refused() []Request {
	var out []Request
	for _, all := range []map[string]Request{invalidQueries(), otherRequests()} {
		for name, r := range all {
			r.Name = name
			out = append(out, r)
		}
	}
	return out
}

// HTTP makes the request to the API at url.
func (r Request) HTTP(url string) (*http.Request, error) {
	body := r.Body
	if r.Method == http.MethodGet {
		url, body = url+body, ""
	}
	request, err := http.NewRequest(r.Method, url, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", r.Media)
	if r.Accept != "" {
		request.Header.Set("Accept", r.Accept)
	}
	return request, nil
}
