package archive

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"sayso/internal/kg"
)

// MediaType is that of archives. A web page elsewhere cannot send it without asking first, which this server never
// allows.
const MediaType = "application/x-ndjson"

// While writers wait for an archive, who reads it may not dawdle.
const (
	longestStill = 10 * time.Minute // for all of it
	slowest      = 30 * time.Second // for each piece
)

// Export answers GET with the graph's archive; ?after=LABEL/KEY goes on behind a node, ?still=true has writers wait
// until it is written.
func Export(graph kg.Archivist) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !allowed(w, r, http.MethodGet) {
			return
		}
		label, key, found := strings.Cut(r.URL.Query().Get("after"), "/")
		if label != "" && !found {
			fail(w, kg.Errorf(kg.Invalid, "after=%s: write the label and the key of the last line that is there, such as "+
				"Entity/ent_…", label))
			return
		}
		w.Header().Set("Content-Type", MediaType)
		w.Header().Set("Content-Disposition", `attachment; filename="sayso-archive.jsonl"`)
		out := &begun{ResponseWriter: w}
		extent := Extent{After: kg.ArchiveRef{Label: label, Key: key}, Still: r.URL.Query().Get("still") == "true"}
		ctx, control := r.Context(), http.NewResponseController(w)
		if extent.Still {
			var cancel func()
			ctx, cancel = context.WithTimeout(ctx, longestStill)
			defer cancel()
			_ = control.SetWriteDeadline(time.Now().Add(slowest))
		}
		err := Write(ctx, out, graph, extent, func() {
			_ = control.Flush()
			if extent.Still {
				_ = control.SetWriteDeadline(time.Now().Add(slowest))
			}
		})
		switch {
		case err == nil:
		case !out.yes:
			fail(w, err)
		default:
			// Breaking the connection off is the only way to say that what has come is not all.
			slog.Error("an export broke off", "err", err)
			panic(http.ErrAbortHandler)
		}
	})
}

// begun notes whether anything was sent.
type begun struct {
	http.ResponseWriter
	yes bool
}

func (b *begun) Write(p []byte) (int, error) {
	b.yes = true
	return b.ResponseWriter.Write(p)
}

// Import answers POST by restoring an archive into an empty graph; then done is called, which may say that it failed.
func Import(graph kg.Archivist, done func(*http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !allowed(w, r, http.MethodPost) {
			return
		}
		if kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";"); kind != MediaType {
			w.Header().Set("Accept-Post", MediaType)
			answer(w, http.StatusUnsupportedMediaType,
				failure(kg.Errorf(kg.Invalid, "send the archive as Content-Type: %s", MediaType)))
			return
		}
		nodes, err := Read(r.Context(), r.Body, graph)
		if err == nil {
			err = done(r)
		}
		if err != nil {
			fail(w, err)
			return
		}
		answer(w, http.StatusOK, map[string]any{"nodes": nodes})
	})
}

func allowed(w http.ResponseWriter, r *http.Request, method string) bool {
	if r.Method == method { // HEAD would read the whole graph to throw it away
		return true
	}
	w.Header().Set("Allow", method)
	answer(w, http.StatusMethodNotAllowed, failure(kg.Errorf(kg.Invalid, "send %s", method)))
	return false
}

// statuses are those of errors; others are 500.
var statuses = map[kg.Code]int{kg.Invalid: http.StatusBadRequest, kg.Conflict: http.StatusConflict,
	kg.TooLarge:    http.StatusRequestEntityTooLarge,
	kg.Unavailable: http.StatusServiceUnavailable, kg.Timeout: http.StatusServiceUnavailable}

func fail(w http.ResponseWriter, err error) {
	status, known := statuses[kg.CodeOf(err)]
	if !known {
		slog.Error("archive", "err", err)
		err, status = kg.Hidden(err), http.StatusInternalServerError
	}
	answer(w, status, failure(err))
}

// failure is an error in the form of GraphQL answers, which all our clients read.
func failure(err error) map[string]any {
	e := &kg.Error{Code: kg.Internal, Message: err.Error()}
	_ = errors.As(err, &e)
	return map[string]any{"errors": []any{map[string]any{
		"message": e.Message, "extensions": map[string]any{"code": e.Code},
	}}}
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
