package standing

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// Poster sends bodies to addresses of the web.
type Poster interface {
	Check(address string) error
	Post(ctx context.Context, address string, header map[string]string, body []byte) (fetch.Answer, error)
}

// secretPrefix is how Standard Webhooks marks a secret.
const secretPrefix = "whsec_"

// secret gives the secret of a question's webhook. It is made from the server's key, so that the graph holds no secret.
func secret(key []byte, question string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("webhook " + question))
	return secretPrefix + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// payload is the body of a webhook.
type payload struct {
	Type      string      `json:"type"`
	Timestamp string      `json:"timestamp"`
	Data      payloadData `json:"data"`
}

type payloadData struct {
	ID         string         `json:"id"`
	Number     int            `json:"number"`
	StandingID string         `json:"standingQuestion"`
	Question   string         `json:"question"`
	Kind       kg.TellingKind `json:"kind"`
	Text       string         `json:"text"`
	Quotes     []kg.ToldQuote `json:"quotes"`
}

// post sends one telling, signed by the rules of Standard Webhooks:
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
func (a *Asker) post(ctx context.Context, q kg.StandingQuestion, address string,
	t kg.Telling) (wait time.Duration, err error) {
	body, err := json.Marshal(payload{
		"telling", t.At.UTC().Format(time.RFC3339Nano),
		payloadData{t.ID(), t.Number, q.ID, q.Question, t.Kind, t.Text, t.Quotes},
	})
	if err != nil {
		return 0, kg.Hidden(err)
	}
	signer, err := standardwebhooks.NewWebhook(secret(a.options.Key, q.ID))
	if err != nil {
		return 0, kg.Hidden(err)
	}
	now := a.options.Now()
	signature, err := signer.Sign(t.ID(), now, body)
	if err != nil {
		return 0, kg.Hidden(err)
	}
	answer, err := a.options.Post.Post(ctx, address,
		map[string]string{"Content-Type": "application/json", standardwebhooks.HeaderWebhookID: t.ID(),
			standardwebhooks.HeaderWebhookTimestamp: strconv.FormatInt(now.Unix(), 10),
			standardwebhooks.HeaderWebhookSignature: signature}, body)
	if err != nil {
		return 0, err
	}
	if answer.Status < http.StatusOK || answer.Status >= http.StatusMultipleChoices {
		return answer.Wait(now), kg.Errorf(kg.Unavailable, "%s answers %d %s", address, answer.Status,
			http.StatusText(answer.Status))
	}
	return 0, nil
}
