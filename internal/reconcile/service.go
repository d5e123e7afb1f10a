package reconcile

import (
	"encoding/json"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"strconv"
	"strings"

	_ "embed"

	"sayso/internal/kg"
)

// service answers the requests of both versions.
type service struct {
	ask       Request
	documents Documents
}

// Limits of a batch.
const (
	mostQueries  = 100
	usualLimit   = 5
	mostBodySize = 4 << 20
)

// Handler serves the API below the path root, such as /reconcile.
func Handler(root string, ask Request, documents Documents) http.Handler {
	s := &service{ask, documents}
	mux := http.NewServeMux()
	mux.HandleFunc(root, s.root02)
	mux.HandleFunc(root+"/suggest/entity", s.suggestEntities)
	mux.HandleFunc(root+"/suggest/type", suggested(types))
	mux.HandleFunc(root+"/suggest/property", suggested(allProperties()))
	mux.HandleFunc(root+"/properties", s.propose)
	mux.HandleFunc(root+"/preview", s.preview)
	mux.HandleFunc(root+"/1.0", s.manifest10)
	mux.HandleFunc(root+"/1.0/match", s.match10)
	mux.HandleFunc(root+"/1.0/extend", s.extend10)
	mux.HandleFunc(root+"/1.0/extend/propose", s.propose)
	mux.HandleFunc(root+"/1.0/preview", s.preview)
	mux.HandleFunc(root+"/1.0/suggest/entity", s.suggestEntities)
	mux.HandleFunc(root+"/1.0/suggest/type", suggested(types))
	mux.HandleFunc(root+"/1.0/suggest/property", suggested(allProperties()))
	return mux
}

func allProperties() []thing {
	var out []thing
	for _, p := range properties {
		out = append(out, p.thing)
	}
	return out
}

// suggested completes what is typed from a list.
func suggested(list []thing) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		prefix := kg.FoldName(r.FormValue("prefix"))
		out := []thing{}
		for _, t := range list {
			if strings.Contains(kg.FoldName(t.Name), prefix) || strings.HasPrefix(strings.ToLower(t.ID), prefix) {
				out = append(out, t)
			}
		}
		reply(w, map[string]any{"result": out})
	}
}

func (s *service) suggestEntities(w http.ResponseWriter, r *http.Request) {
	type entity struct {
		thing
		Description string  `json:"description,omitempty"`
		Notable     []thing `json:"notable"`
	}
	var data struct {
		Suggest []struct {
			Name string
			Node struct {
				Type        string `json:"__typename"`
				ID          string
				Canonical   string
				Kind        string
				Description string
			}
		}
	}
	result := []entity{}
	if prefix := strings.TrimSpace(r.FormValue("prefix")); prefix != "" {
		if err := s.ask(r.Context(), s.documents.Suggest, map[string]any{"prefix": prefix}, &data); err != nil {
			fail(w, err)
			return
		}
	}
	met := map[string]bool{}
	for _, x := range data.Suggest {
		if !met[x.Node.ID] {
			met[x.Node.ID] = true
			result = append(result, entity{
				thing{x.Node.ID, x.Node.Canonical}, strings.TrimSpace(x.Node.Description + " " + x.Node.Kind), typesOf(x.Node.Type),
			})
		}
	}
	reply(w, map[string]any{"result": result})
}

func (s *service) propose(w http.ResponseWriter, r *http.Request) {
	kind := r.FormValue("type")
	list := proposed(kind)
	if limit, err := strconv.Atoi(r.FormValue("limit")); err == nil && limit > 0 {
		list = list[:min(limit, len(list))]
	}
	reply(w, map[string]any{"type": kind, "properties": list})
}

//go:embed preview.html
var previewText string

var previewPage = template.Must(template.New("preview").Parse(previewText))

// preview is a card about a thing, for a small frame.
func (s *service) preview(w http.ResponseWriter, r *http.Request) {
	found, err := s.things(r.Context(), []string{r.FormValue("id")})
	if err == nil && (len(found) == 0 || found[0] == nil) {
		err = kg.Errorf(kg.NotFound, "there is nothing with the id %q", r.FormValue("id"))
	}
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	if err := previewPage.Execute(w, found[0]); err != nil {
		slog.Error("reconcile: preview", "err", err)
	}
}

func reply(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}

var statuses = map[kg.Code]int{kg.NotFound: http.StatusNotFound, kg.TooLarge: http.StatusRequestEntityTooLarge,
	kg.Unavailable: http.StatusServiceUnavailable,
	kg.Timeout:     http.StatusServiceUnavailable, kg.Invalid: http.StatusBadRequest}

func fail(w http.ResponseWriter, err error) {
	var own *kg.Error
	message := "the request failed inside the server; the log has the details"
	if errors.As(err, &own) && own.Code != kg.Internal {
		message = own.Message
	} else {
		slog.Error("reconcile", "err", err)
	}
	status, known := statuses[kg.CodeOf(err)]
	if !known {
		status = http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"status": "error", "message": message})
}
