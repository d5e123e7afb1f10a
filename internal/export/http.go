package export

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/url"

	"sayso/internal/kg"
)

// Handler answers GET /export/{format}: the statements that ?where= (JSON, as in GraphQL) asks for, all without it;
// ?lapsed=true takes along what was retracted or corrected. The API carries out what is asked.
func Handler(api http.Handler, document string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		format := r.PathValue("format")
		extension, mediaType, _ := Describe(format)
		which, err := selection(r)
		if extension == "" {
			_, err = Open(format, w)
		}
		if err != nil {
			refuse(w, err)
			return
		}
		out := &late{ResponseWriter: w, begin: func() {
			w.Header().Set("Content-Type", mediaType)
			w.Header().Set("Content-Disposition", `attachment; filename="sayso.`+extension+`"`)
		}}
		err = Copy(r.Context(), out, format, document, within(api, "no-store"), which) // no page is asked for twice
		switch {
		case err == nil:
		case !out.begun:
			refuse(w, err)
		default:
			// Breaking the connection off is the only way to say that what has come is not all.
			slog.Error("an export broke off", "err", err)
			panic(http.ErrAbortHandler)
		}
	})
}

// selection reads which statements are asked for.
func selection(r *http.Request) (Selection, error) {
	if r.Method != http.MethodGet { // HEAD would read everything to throw it away
		return Selection{}, kg.Errorf(kg.Invalid, "send GET")
	}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return Selection{}, kg.Errorf(kg.Invalid, "the parameters cannot be read; percent-encode them")
	}
	for name := range query { // one that is passed over would export more than was asked for
		if name != "where" && name != "lapsed" {
			return Selection{}, kg.Errorf(kg.Invalid, "there is no parameter %.40q; narrow an export by where and lapsed", name)
		}
	}
	which := Selection{Lapsed: query.Get("lapsed") == "true"}
	if lapsed := query.Get("lapsed"); query.Has("lapsed") && lapsed != "true" && lapsed != "false" {
		return which, kg.Errorf(kg.Invalid, "lapsed is %.40q; it must be true or false", lapsed)
	}
	if where := query.Get("where"); where != "" {
		if err := json.Unmarshal([]byte(where), &which.Where); err != nil {
			return which, kg.Errorf(kg.Invalid, `where is no JSON object; write conditions as in GraphQL, such as {"speaker": {"called": "Putin"}}`)
		}
	}
	return which, nil
}

// late sets the headers once something is written.
type late struct {
	http.ResponseWriter
	begin func()
	begun bool
}

func (l *late) Write(p []byte) (int, error) {
	if !l.begun {
		l.begin()
		l.begun = true
	}
	return l.ResponseWriter.Write(p)
}

// Within carries out requests by a handler in this process, with all its limits.
func Within(api http.Handler) Request { return within(api, "") }

// within is Within with a Cache-Control.
func within(api http.Handler, cache string) Request {
	return func(ctx context.Context, document string, variables map[string]any, out any) error {
		body, err := json.Marshal(map[string]any{"query": document, "variables": variables})
		if err != nil {
			return err
		}
		request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://localhost/graphql", bytes.NewReader(body))
		if err != nil {
			return err
		}
		request.Header.Set("Content-Type", "application/json")
		if cache != "" {
			request.Header.Set("Cache-Control", cache)
		}
		answer := &kept{header: http.Header{}}
		api.ServeHTTP(answer, request)
		return Decode(answer.body.Bytes(), out)
	}
}

// kept keeps an answer.
type kept struct {
	header http.Header
	body   bytes.Buffer
}

func (k *kept) Header() http.Header         { return k.header }
func (k *kept) WriteHeader(int)             {}
func (k *kept) Write(p []byte) (int, error) { return k.body.Write(p) }

// Decode reads a GraphQL answer's data. The first error of the answer becomes ours.
func Decode(text []byte, out any) error {
	var answer struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code kg.Code }
		}
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return kg.Hidden(err)
	}
	if len(answer.Errors) > 0 {
		first := answer.Errors[0]
		if first.Extensions.Code == "" {
			first.Extensions.Code = kg.Invalid
		}
		return kg.Errorf(first.Extensions.Code, "%s", first.Message)
	}
	return json.Unmarshal(answer.Data, out)
}

// statuses are those of errors; others are bad requests.
var statuses = map[kg.Code]int{kg.NotFound: http.StatusNotFound, kg.Unavailable: http.StatusServiceUnavailable,
	kg.Timeout: http.StatusServiceUnavailable, kg.Internal: http.StatusInternalServerError}

// refuse answers with an error in the form of GraphQL answers, which all our clients read.
func refuse(w http.ResponseWriter, err error) {
	e := &kg.Error{Code: kg.Internal, Message: "the request failed inside the server; the log has the details"}
	if !errors.As(err, &e) {
		slog.Error("export", "err", err)
	}
	status, known := statuses[e.Code]
	if !known {
		status = http.StatusBadRequest
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{
		"message": e.Message, "extensions": map[string]any{"code": e.Code},
	}}})
}
