package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/internal/kg"
)

// The two forms of an answer. https://graphql.github.io/graphql-over-http/draft/#sec-Media-Types
const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// overHTTP is the transport for POST with a JSON body and for GET. gqlgen's own would do, but it marshals an answer
// that is JSON already once more, and departs from the specification in status codes and in the data of requests that
// never ran.
type overHTTP struct {
	schema *ast.Schema
	whole  wholeAnswers
}

var _ graphql.Transport = overHTTP{}

// Supports implements graphql.Transport.
func (overHTTP) Supports(r *http.Request) bool {
	if r.Header.Get("Upgrade") != "" {
		return false
	}
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return r.Method == http.MethodGet || (r.Method == http.MethodPost && err == nil && media == plainJSON)
}

// Do implements graphql.Transport.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	form := answerForm(r.Header.Get("Accept"))
	w.Header().Set("Content-Type", form+"; charset=utf-8")
	text, err := requestText(r)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	data, keep := t.whole.begin(r, text)
	if data == nil {
		var done bool
		if data, done = t.execute(w, keep.watch(r), text, form, exec); done {
			return
		}
		keep.end(data)
	}
	if r.Method == http.MethodGet && unchanged(w, r, data) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	writeAnswer(w, http.StatusOK, data, nil)
}

// execute gives the data of an answer without errors; done says that another answer was written.
func (t overHTTP) execute(w http.ResponseWriter, r *http.Request, text []byte, form string,
	exec graphql.GraphExecutor) (data []byte, done bool) {
	params, err := readParams(r, text)
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return nil, true
	}
	ctx := r.Context()
	op, errs := exec.CreateOperationContext(ctx, params)
	if errs != nil {
		status := http.StatusOK
		if form == responseJSON {
			status = http.StatusBadRequest
		}
		response := exec.DispatchError(graphql.WithOperationContext(ctx, op), explain(t.schema, errs, op, params))
		writeAnswer(w, status, nil, response.Errors)
		return nil, true
	}
	if op.Operation.Operation == ast.Subscription {
		refuse(w, http.StatusNotAcceptable, kg.Errorf(kg.Invalid,
			"a subscription has no single answer; send it with Accept: text/event-stream, "+
				"or over a WebSocket with the protocol graphql-transport-ws"))
		return nil, true
	}
	if r.Method == http.MethodGet && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed, kg.Errorf(kg.Invalid, "GET takes queries only; send mutations by POST"))
		return nil, true
	}
	respond, ctx := exec.DispatchOperation(ctx, op)
	response := respond(ctx)
	if response == nil { // the caller is gone
		refuse(w, http.StatusServiceUnavailable, kg.Errorf(kg.Timeout, "the request was cancelled"))
		return nil, true
	}
	if len(response.Errors) > 0 {
		writeAnswer(w, http.StatusOK, response.Data, response.Errors)
		return nil, true
	}
	return response.Data, false
}

// unchanged names the answer by its contents, and reports whether the caller has it already.
// https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match
func unchanged(w http.ResponseWriter, r *http.Request, data []byte) bool {
	sum := sha256.Sum256(data)
	tag := `W/"` + base64.RawURLEncoding.EncodeToString(sum[:18]) + `"` // weak: it may be compressed on its way
	h := w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Accept, Authorization, Cookie")
	for _, known := range strings.Split(r.Header.Get("If-None-Match"), ",") {
		if known = strings.TrimSpace(known); known == "*" || known == tag || "W/"+known == tag {
			return true
		}
	}
	return false
}

// answerForm picks the form of the answer: the first of ours that the request accepts, and plain JSON when it does not
// say.
func answerForm(accept string) string {
	for _, part := range strings.Split(accept, ",") {
		media, _, err := mime.ParseMediaType(part)
		switch {
		case err == nil && media == responseJSON:
			return responseJSON
		case err == nil && (media == plainJSON || media == "application/*" || media == "*/*"):
			return plainJSON
		}
	}
	return plainJSON
}

// requestText gives what a request says: its body, or the parameters of its URL.
func requestText(r *http.Request) ([]byte, error) {
	if r.Method == http.MethodGet {
		return []byte(r.URL.RawQuery), nil
	}
	text, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "the request broke off")
	}
	return text, nil
}

// readParams reads a request. Parameters of a wrong type are told by name.
func readParams(r *http.Request, text []byte) (*graphql.RawParams, error) {
	params := &graphql.RawParams{Headers: r.Header}
	params.ReadTime.Start = graphql.Now()
	defer func() { params.ReadTime.End = graphql.Now() }()
	if r.Method == http.MethodGet {
		values := r.URL.Query()
		params.Query, params.OperationName = values.Get("query"), values.Get("operationName")
		for name, to := range map[string]*map[string]any{"variables": &params.Variables, "extensions": &params.Extensions} {
			if text := values.Get(name); text != "" {
				if err := decodeJSON([]byte(text), to); err != nil {
					return nil, kg.Errorf(kg.Invalid, "%s must be a JSON object", name)
				}
			}
		}
	} else if err := readBody(text, params); err != nil {
		return nil, err
	}
	if named := params.Extensions["persistedQuery"]; named != nil {
		return params, checkPersisted(params.Query, named)
	}
	if params.Query == "" {
		return nil, kg.Errorf(kg.Invalid, `the request has no query; send {"query": "{ … }"}`)
	}
	return params, nil
}

func readBody(data []byte, params *graphql.RawParams) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil || fields == nil {
		return kg.Errorf(kg.Invalid, `the body is no JSON object; send {"query": "{ … }", "variables": {…}}`)
	}
	for _, f := range []struct {
		name, kind string
		to         any
	}{{"query", "a string", &params.Query}, {"operationName", "a string", &params.OperationName},
		{"variables", "an object", &params.Variables}, {"extensions", "an object", &params.Extensions}} {
		if raw, given := fields[f.name]; given {
			if err := decodeJSON(raw, f.to); err != nil {
				return kg.Errorf(kg.Invalid, "%s must be %s", f.name, f.kind)
			}
		}
	}
	return nil
}

// decodeJSON keeps numbers as they are written, so that large ones lose nothing.
func decodeJSON(data []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	return d.Decode(to)
}

// refuse answers a request that could not be read.
func refuse(w http.ResponseWriter, status int, err error) {
	writeAnswer(w, status, nil, gqlerror.List{{Message: err.Error(),
		Extensions: map[string]any{"code": string(kg.CodeOf(err))}}})
}

// writeAnswer writes data, which is JSON already, as it is. A request that never ran has no data entry at all.
func writeAnswer(w http.ResponseWriter, status int, data json.RawMessage, errs gqlerror.List) {
	out := make([]byte, 0, len(data)+len(`{"data":}`))
	out = append(out, '{')
	if len(errs) > 0 {
		text, err := json.Marshal(errs)
		if err != nil {
			text = []byte(`[{"message":"the errors of this request cannot be written"}]`)
		}
		out = append(append(out, `"errors":`...), text...)
		if data != nil {
			out = append(out, ',')
		}
	}
	if data != nil {
		out = append(append(out, `"data":`...), data...)
	}
	out = append(out, '}')
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", plainJSON+"; charset=utf-8")
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(out))) // else a longer answer goes out in chunks
	w.WriteHeader(status)
	_, _ = w.Write(out)
}
