package standing

import (
	"context"
	"html"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"sayso/internal/kg"
)

const (
	feedPrefix  = "/standing/"
	feedEnding  = ".atom"
	feedEntries = 100
)

// FeedPath is where the Atom feed of a question stands.
func (a *Asker) FeedPath(id string) string { return feedPrefix + id + feedEnding }

// ServeHTTP serves the Atom feeds of questions, newest telling first.
func (a *Asker) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, isFeed := strings.CutSuffix(strings.TrimPrefix(r.URL.Path, feedPrefix), feedEnding)
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "feeds are read by GET", http.StatusMethodNotAllowed)
		return
	}
	q, found, err := a.byID(r.Context(), id)
	if err != nil {
		http.Error(w, "the graph cannot be read now; try again", http.StatusServiceUnavailable)
		return
	}
	if !isFeed || !found {
		http.Error(w, "there is no such standing question; sayso standing lists them with their feeds", http.StatusNotFound)
		return
	}
	tellings, err := a.Latest(r.Context(), q, feedEntries)
	if err != nil {
		http.Error(w, "the graph cannot be read now; try again", http.StatusServiceUnavailable)
		return
	}
	mark := `"` + q.ID + "-" + strconv.Itoa(q.Told) + `"`
	w.Header().Set("ETag", mark)
	if r.Header.Get("If-None-Match") == mark {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	text, err := feeds.ToXML(atomFeed(q, tellings))
	if err != nil {
		http.Error(w, "the feed cannot be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	_, _ = w.Write([]byte(text))
}

func (a *Asker) byID(ctx context.Context, id string) (kg.StandingQuestion, bool, error) {
	all, err := a.keeper.Standing(ctx)
	for _, q := range all {
		if q.ID == id {
			return q, true, nil
		}
	}
	return kg.StandingQuestion{}, false, err
}

func atomFeed(q kg.StandingQuestion, tellings []kg.Telling) *feeds.AtomFeed {
	out := &feeds.AtomFeed{Xmlns: "http://www.w3.org/2005/Atom", Title: clean(q.Question), Id: "urn:sayso:" + q.ID,
		Updated: q.AddedAt.UTC().Format(time.RFC3339),
		Author:  &feeds.AtomAuthor{AtomPerson: feeds.AtomPerson{Name: "Sayso"}}}
	for i, t := range tellings {
		at := t.At.UTC().Format(time.RFC3339)
		if i == 0 {
			out.Updated = at
		}
		e := &feeds.AtomEntry{
			Title: clean(heading(t)), Id: "urn:sayso:" + t.ID(), Updated: at,
			Content: &feeds.AtomContent{Type: "html", Content: clean(quotesHTML(t))},
		}
		for _, quote := range t.Quotes {
			if strings.HasPrefix(quote.URL, "http://") || strings.HasPrefix(quote.URL, "https://") {
				e.Links = append(e.Links, feeds.AtomLink{Href: clean(quote.URL), Rel: "related"})
			}
		}
		out.Entries = append(out.Entries, e)
	}
	return out
}

// quotesHTML shows the quotes of a telling; whatever stands in them is text.
func quotesHTML(t kg.Telling) string {
	var out strings.Builder
	for _, quote := range t.Quotes {
		out.WriteString("<blockquote>" + html.EscapeString(cited(quote)) + "</blockquote>")
	}
	return out.String()
}

// clean takes out what XML does not know.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		control := r < ' ' && !strings.ContainsRune("\t\n\r", r)
		if control || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
