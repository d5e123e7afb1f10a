package graph

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/http"
	"regexp"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sayso/internal/kg"
)

// unsupported answers the requests that no transport takes, and says what to send instead.
type unsupported struct{}

var _ graphql.Transport = unsupported{}

// Supports implements graphql.Transport.
func (unsupported) Supports(*http.Request) bool { return true }

// Do implements graphql.Transport.
func (unsupported) Do(w http.ResponseWriter, r *http.Request, _ graphql.GraphExecutor) {
	switch {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "GET, POST, OPTIONS")
		refuse(w, http.StatusMethodNotAllowed,
			kg.Errorf(kg.Invalid, "GraphQL takes POST, and GET for queries, not %s", method(r.Method)))
	case r.Header.Get("Upgrade") != "":
		w.Header().Set("Upgrade", "websocket")
		refuse(w, http.StatusUpgradeRequired, kg.Errorf(kg.Invalid, "only an upgrade to a WebSocket by GET is taken here"))
	default:
		w.Header().Set("Accept-Post", plainJSON)
		refuse(w, http.StatusUnsupportedMediaType, kg.Errorf(kg.Invalid,
			`the body must be JSON: send Content-Type: application/json and {"query": "{ … }", "variables": {…}}`))
	}
}

// method is a request's method as it may be shown.
func method(m string) string {
	if len(m) > 20 {
		return m[:20] + "…"
	}
	return m
}

// serverSentEvents is gqlgen's transport with our errors: its own quote the body and name Go's types.
type serverSentEvents struct{ transport.SSE }

// Do implements graphql.Transport.
func (s serverSentEvents) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	body, err := requestText(r)
	if err == nil {
		_, err = readParams(r, body)
	}
	if err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	s.SSE.Do(w, r, exec)
}

// Supports implements graphql.Transport.
func (serverSentEvents) Supports(r *http.Request) bool {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return r.Method == http.MethodPost && err == nil && media == plainJSON &&
		strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// mostErrors is how many errors of one invalid request are told.
const mostErrors = 5

// explain makes the parser's and the validator's errors fit for a caller: each once, not too many, and those about
// operations and variables with what was sent, those about names that are spelled like none with the names that there
// are.
func explain(schema *ast.Schema, errs gqlerror.List, op *graphql.OperationContext,
	params *graphql.RawParams) gqlerror.List {
	var out gqlerror.List
	said := map[string]bool{}
	more := 0
	for _, e := range errs {
		switch {
		case said[e.Message]:
			continue
		case len(out) == mostErrors:
			more++
			continue
		}
		said[e.Message] = true
		out = append(out, e)
	}
	if op != nil && op.Doc != nil && op.Operation == nil && len(out) == 1 {
		out[0].Message = unknownOperation(op.Doc, params.OperationName)
	}
	for _, e := range out {
		nameType(schema, op, e)
		e.Message = hinted(schema, e.Message)
		explainVariable(e, params.Variables)
	}
	if more > 0 {
		out[len(out)-1].Message += fmt.Sprintf(" (and %d more errors of this kind or others)", more)
	}
	return out
}

// unknownOperation says which operations a document has.
func unknownOperation(doc *ast.QueryDocument, name string) string {
	var names []string
	for _, o := range doc.Operations {
		names = append(names, o.Name)
	}
	if len(names) > mostErrors {
		names = append(names[:mostErrors], "…")
	}
	if name == "" {
		return "the query has several operations; say which one to run with operationName: " + strings.Join(names, ", ")
	}
	return fmt.Sprintf("the query has no operation %q; it has %s", clipped(name), strings.Join(names, ", "))
}

// wrongScalar is what gqlparser says of a variable's value; for a number it names zero whatever was sent.
var wrongScalar = regexp.MustCompile(`^cannot use .* as (\w+)$`)

// explainVariable names the variable that an error is about, with its value where that is short.
func explainVariable(e *gqlerror.Error, variables map[string]any) {
	if len(e.Path) < 2 || e.Path[0] != ast.PathName("variable") {
		return
	}
	name, value := "", any(variables)
	for _, step := range e.Path[1:] {
		switch step := step.(type) {
		case ast.PathName:
			name += "." + string(step)
			object, _ := value.(map[string]any)
			value = object[string(step)]
		case ast.PathIndex:
			name += fmt.Sprintf("[%d]", int(step))
			list, _ := value.([]any)
			value = nil
			if int(step) < len(list) {
				value = list[step]
			}
		}
	}
	message := e.Message
	if m := wrongScalar.FindStringSubmatch(message); m != nil {
		message = fmt.Sprintf("%s is no %s", clipped(fmt.Sprint(value)), scalarInWords(m[1]))
	}
	e.Message = fmt.Sprintf("the variable $%s: %s", strings.TrimPrefix(name, "."), message)
}

func scalarInWords(name string) string {
	switch name {
	case "Int":
		return "Int, a whole number from -2147483648 to 2147483647"
	case "Float":
		return "Float, a number"
	}
	return name
}

// clipped is text that a caller sent, short enough to be shown to it again.
func clipped(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
