package openai

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/vocabulary"
)

// version is the version of the prompt and of the way answers are taken; it is part of every statement's provenance.
const version = "1"

// Options say which model reads, and how much it may cost.
type Options struct {
	BaseURL string // up to and with /v1
	APIKey  string // "" for endpoints that ask for none
	Model   string

	Languages   []string       // that the model reads, as BCP 47 codes without region; nil means English
	Vocabulary  *kg.Vocabulary // the predicates that claims may have; nil means the built-in ones
	MaxRequests int            // for one article, retries included; 0 means 12
	MaxTokens   int            // for one article, prompt and answer, as the endpoint counts them; 0 means 60,000
	Timeout     time.Duration  // for one request; 0 means 2 min
	Retries     int            // of one request; 0 means 3, below 0 none
	Client      *http.Client
	Sleep       func(ctx context.Context, d time.Duration) error // waits between retries; nil means in real time
}

// Reader reads articles. It is safe for concurrent use.
type Reader struct{ Options }

// New checks the options.
func New(o Options) (*Reader, error) {
	u, err := url.Parse(o.BaseURL)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return nil, kg.Errorf(kg.Invalid, "%q is no address of an OpenAI-compatible endpoint; write one such as "+
			"http://127.0.0.1:11434/v1", o.BaseURL)
	}
	if o.Model == "" {
		return nil, kg.Errorf(kg.Invalid, "no model is named; name one that the endpoint has")
	}
	o.BaseURL = strings.TrimRight(o.BaseURL, "/")
	for _, d := range []struct {
		field *int
		value int
	}{{&o.MaxRequests, 12}, {&o.MaxTokens, 60_000}, {&o.Retries, 3}} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	if o.Vocabulary == nil {
		if o.Vocabulary, err = vocabulary.Load(); err != nil {
			return nil, err
		}
	}
	if len(o.Languages) == 0 {
		o.Languages = []string{"en"}
	}
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Minute
	}
	if o.Client == nil {
		o.Client = http.DefaultClient
	}
	if o.Sleep == nil {
		o.Sleep = sleep
	}
	return &Reader{o}, nil
}

// Name is the model's name with our version, for provenance.
func (r *Reader) Name() string { return "openai:" + r.Model + "/" + version }

// Languages are those that the model was said to read.
func (r *Reader) Languages() []string { return r.Options.Languages }

// largestPart is how many code points of an article go into one request.
const largestPart = 12_000

// Read reads the article part by part. Reading.Dropped counts the items whose words were not in the text.
func (r *Reader) Read(ctx context.Context, in read.Text) (kg.Reading, error) {
	reading := kg.Reading{
		Doc: in.Doc, Mentions: []kg.ReadMention{}, Statements: []kg.ReadStatement{}, Claims: []kg.ReadClaim{},
		Reader: r.Name(),
	}
	budget := &budget{requests: r.MaxRequests, tokens: r.MaxTokens}
	runes := []rune(in.Text)
	for _, part := range parts(runes) {
		answer, err := r.ask(ctx, budget, string(runes[part[0]:part[1]]), in.PublishedAt)
		if err != nil {
			return kg.Reading{}, fmt.Errorf("read by %s: %w", r.Model, err)
		}
		anchoring{text: runes, from: part[0], to: part[1], words: r.Vocabulary}.take(answer, &reading)
	}
	return reading, nil
}

// parts cuts a text between paragraphs so that none is longer than largestPart, if it can.
func parts(text []rune) [][2]int {
	var out [][2]int
	start, lastBreak := 0, 0
	for i := range text {
		if text[i] == '\n' {
			lastBreak = i + 1
		}
		if i-start >= largestPart {
			if lastBreak <= start {
				lastBreak = i
			}
			out = append(out, [2]int{start, lastBreak})
			start = lastBreak
		}
	}
	if strings.TrimSpace(string(text[start:])) != "" {
		out = append(out, [2]int{start, len(text)})
	}
	return out
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
