package check

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"

	"sayso/internal/kg"
)

// Path is where a server checks its graph.
const Path = "/check"

// MediaType is that of answers: a report a line, at the end a line that says that it is the last.
const MediaType = "application/x-ndjson"

// line is one of an answer: a report, an error, or the end.
type line struct {
	*Report
	Error *failure `json:"error,omitempty"`
	End   bool     `json:"end,omitempty"`
}

type failure struct {
	Message string  `json:"message"`
	Code    kg.Code `json:"code"`
}

// Handler answers POST: what is checked (?only=, once for each invariant), and with ?repair=true what can be is mended.
// by says who asks.
func Handler(graph kg.Inspector, by func(*http.Request) string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// repairs are no reading, and a check is too much work for a page that is looked at by chance
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			http.Error(w, "send POST", http.StatusMethodNotAllowed)
			return
		}
		wish := Wish{Only: r.URL.Query()["only"]}
		if r.URL.Query().Get("repair") == "true" {
			wish.By = by(r)
		}
		w.Header().Set("Content-Type", MediaType)
		out := json.NewEncoder(w)
		err := Run(r.Context(), graph, wish, func(report Report) error {
			if err := out.Encode(line{Report: &report}); err != nil {
				return err
			}
			_ = http.NewResponseController(w).Flush()
			return nil
		})
		last := line{End: true}
		if err != nil {
			last = line{Error: failed(err)}
		}
		_ = out.Encode(last)
	})
}

// failed is what a caller may see of an error.
func failed(err error) *failure {
	var own *kg.Error
	if !errors.As(err, &own) {
		slog.Error("check", "err", err)
		_ = errors.As(kg.Hidden(err), &own)
	}
	return &failure{own.Message, own.Code}
}

// Read reads an answer and tells each report of it.
func Read(r io.Reader, tell func(Report)) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), 8<<20)
	for lines.Scan() {
		var l line
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return kg.Errorf(kg.Unavailable, "the answer is none of a check; is it a Sayso server of the same version?")
		}
		switch {
		case l.Error != nil:
			return kg.Errorf(l.Error.Code, "%s", l.Error.Message)
		case l.End:
			return nil
		case l.Report != nil:
			tell(*l.Report)
		}
	}
	return kg.Errorf(kg.Unavailable, "the check broke off; run it again")
}
