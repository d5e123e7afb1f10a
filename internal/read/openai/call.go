package openai

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

// budget is what one article may still cost.
type budget struct{ requests, tokens int }

func (b *budget) spend() error {
	if b.requests <= 0 || b.tokens <= 0 {
		return kg.Errorf(kg.TooLarge, "the budget for one article is used up (%d requests and %d tokens left); raise it or "+
			"give a shorter article", b.requests, b.tokens)
	}
	b.requests--
	return nil
}

// largestReply is how many bytes of a reply are read.
const largestReply = 8 << 20

// errAgain marks what may go better at another try.
type errAgain struct {
	error
	after time.Duration // as the endpoint asks; 0 when it does not
}

func (e errAgain) Unwrap() error { return e.error }

// ask sends one part and tries again, with growing pauses, when the endpoint is busy, broken or answers with no JSON.
func (r *Reader) ask(ctx context.Context, b *budget, text string, published kg.Date) (answer, error) {
	body, err := r.request(text, published)
	if err != nil {
		return answer{}, err
	}
	pause := time.Second
	for try := 0; ; try++ {
		if err := b.spend(); err != nil {
			return answer{}, err
		}
		got, err := r.once(ctx, b, body)
		var again errAgain
		if err == nil || !errors.As(err, &again) || try >= r.Retries || ctx.Err() != nil {
			return got, err
		}
		if err := r.Sleep(ctx, max(pause, min(again.after, time.Minute))); err != nil {
			return answer{}, err
		}
		pause *= 2
	}
}

func (r *Reader) once(ctx context.Context, b *budget, body []byte) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, r.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.BaseURL+"/chat/completions", bytes.NewReader(body))
	if err != nil {
		return answer{}, kg.Errorf(kg.Invalid, "the endpoint's address %q cannot be used", r.BaseURL)
	}
	request.Header.Set("Content-Type", "application/json")
	if r.APIKey != "" {
		request.Header.Set("Authorization", "Bearer "+r.APIKey)
	}
	response, err := r.Client.Do(request)
	if err != nil {
		return answer{}, errAgain{kg.Errorf(kg.Unavailable, "the endpoint %s cannot be reached: %w", r.BaseURL, err), 0}
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(io.LimitReader(response.Body, largestReply))
	if err != nil {
		return answer{}, errAgain{kg.Errorf(kg.Unavailable, "the reply of %s broke off", r.BaseURL), 0}
	}
	if response.StatusCode != http.StatusOK {
		return answer{}, r.refused(response, data)
	}
	return parseReply(b, data)
}

// refused turns a status into what the user can do.
func (r *Reader) refused(response *http.Response, data []byte) error {
	var body struct{ Error struct{ Message string } }
	_ = json.Unmarshal(data, &body)
	said := strings.ReplaceAll(body.Error.Message, r.keyOrNothing(), "…")
	switch code := response.StatusCode; {
	case code == http.StatusUnauthorized || code == http.StatusForbidden:
		return kg.Errorf(kg.Invalid, "the endpoint refuses the key (%d); set SAYSO_OPENAI_KEY: %s", code, said)
	case code == http.StatusNotFound:
		return kg.Errorf(kg.Invalid, "the endpoint has no model %q or no /chat/completions (404): %s", r.Model, said)
	case code == http.StatusTooManyRequests || code >= 500:
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return errAgain{
			kg.Errorf(kg.Unavailable, "the endpoint is busy or broken (%d): %s", code, said),
			time.Duration(seconds) * time.Second,
		}
	default:
		return kg.Errorf(kg.Invalid, "the endpoint refuses the request (%d); does it take structured output? %s", code, said)
	}
}

// keyOrNothing gives the key, or a text that never occurs, for blotting the key out of messages.
func (o Options) keyOrNothing() string {
	if o.APIKey == "" {
		return "\x00"
	}
	return o.APIKey
}

// parseReply takes the answer out of a chat completion and charges its tokens.
func parseReply(b *budget, data []byte) (answer, error) {
	var reply struct {
		Choices []struct {
			Message struct {
				Content string
				Refusal string
			}
			FinishReason string `json:"finish_reason"`
		}
		Usage struct {
			TotalTokens int `json:"total_tokens"`
		}
	}
	if err := json.Unmarshal(data, &reply); err != nil {
		return answer{}, errAgain{kg.Errorf(kg.Unavailable, "the reply is no chat completion: %w", err), 0}
	}
	b.tokens -= max(0, reply.Usage.TotalTokens)
	if len(reply.Choices) == 0 {
		return answer{}, errAgain{kg.Errorf(kg.Unavailable, "the reply holds no answer"), 0}
	}
	choice := reply.Choices[0]
	switch {
	case choice.Message.Refusal != "":
		return answer{}, kg.Errorf(kg.Invalid, "the model refuses to read this article: %s", choice.Message.Refusal)
	case choice.FinishReason == "length":
		return answer{}, kg.Errorf(kg.TooLarge,
			"the model ran out of room for its answer; use one with a longer output, or give a shorter article")
	}
	var got answer
	if err := json.Unmarshal([]byte(choice.Message.Content), &got); err != nil {
		return answer{}, errAgain{
			kg.Errorf(kg.Unavailable, "the model's answer is not the JSON that was asked for: %w", err), 0,
		}
	}
	return got, nil
}
