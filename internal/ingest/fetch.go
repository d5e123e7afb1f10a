package ingest

import (
	"context"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"sayso/internal/kg"
)

const fetchTime = 30 * time.Second

// pageSource fetches one page.
func pageSource(url string) Source {
	return Source{Name: url, read: func(ctx context.Context, yield func(Found) error) error {
		s, err := fetch(ctx, url)
		return yield(Found{Place: url, Submission: s, Fault: err})
	}}
}

// fetch gets a page or a text and decodes it by what its headers and meta tags say.
func fetch(ctx context.Context, url string) (kg.Submission, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "%s is no URL: %w", url, err)
	}
	request.Header.Set("User-Agent", "sayso (+reads one page at its user's request)")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return kg.Submission{}, kg.Errorf(kg.Unavailable, "%s cannot be fetched: %w", url, err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return kg.Submission{}, kg.Errorf(kg.Unavailable, "%s answers %s", url, response.Status)
	}
	return readPage(url, response)
}

func readPage(url string, response *http.Response) (kg.Submission, error) {
	contentType := response.Header.Get("Content-Type")
	media, _, _ := mime.ParseMediaType(contentType)
	if media != "" && !strings.HasPrefix(media, "text/") && media != "application/xhtml+xml" {
		return kg.Submission{}, kg.Errorf(kg.Invalid, "%s is %s, not a page or a text", url, media)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, largestHTML+1))
	if err != nil {
		return kg.Submission{}, kg.Errorf(kg.Unavailable, "%s broke off: %w", url, err)
	}
	if len(data) > largestHTML {
		return kg.Submission{}, kg.Errorf(kg.TooLarge, "%s is longer than %d bytes", url, largestHTML)
	}
	text, err := decode(url, data, contentType)
	if err != nil {
		return kg.Submission{}, err
	}
	s := kg.Submission{URL: url}
	if media == "text/plain" {
		s.Text = text
	} else {
		s.HTML = text
	}
	return s, nil
}
