package access

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"sayso/internal/kg"
)

// HeadPath is where admins fetch the head of the audit log, to keep it elsewhere.
const HeadPath = AuditPath + "/head"

// SentHead is a head as it is sent away.
type SentHead struct {
	At time.Time `json:"at"`
	Head
}

// Head is where the log ends now.
func (a *Audit) Head() SentHead {
	a.mu.Lock()
	defer a.mu.Unlock()
	return SentHead{a.now().UTC(), a.link.head}
}

// ServeHead answers HeadPath.
func (a *Audit) ServeHead(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(a.Head())
}

// sendTime is how long sending a head may take.
const sendTime = 10 * time.Second

// SendHeads sends the head to an address, or appends it to a file, whenever it has moved, and once more when ctx ends.
// A failure is told in the server's log, and tried again.
func (a *Audit) SendHeads(ctx context.Context, to string, every time.Duration) {
	var sent Head
	for {
		if head := a.Head(); head.Head != sent {
			if err := sendHead(context.WithoutCancel(ctx), to, head); err != nil {
				slog.ErrorContext(ctx, "the head of the audit log could not be sent", "err", err)
			} else {
				sent = head.Head
			}
		}
		if ctx.Err() != nil {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(every):
		}
	}
}

// OnTheWeb reports whether heads go to an address and not to a file.
func OnTheWeb(to string) bool {
	return strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "https://")
}

func sendHead(ctx context.Context, to string, head SentHead) error {
	line, err := json.Marshal(head)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if OnTheWeb(to) {
		return postHead(ctx, to, line)
	}
	file, err := os.OpenFile(to, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.Write(line)
	return errors.Join(err, file.Sync(), file.Close())
}

func postHead(ctx context.Context, to string, line []byte) error {
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(line))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return kg.Errorf(kg.Unavailable, "the address of heads answers %s", response.Status)
	}
	return nil
}

// ReadHeads reads heads as they were sent, one after the other.
func ReadHeads(r io.Reader) ([]Head, error) {
	var out []Head
	in := json.NewDecoder(r)
	for {
		var h SentHead
		err := in.Decode(&h)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil || h.At.IsZero() || (h.Chain == "") != (h.Bytes == 0) {
			return nil, kg.Errorf(kg.Invalid, "head %d is none; each looks like {\"at\":…,\"bytes\":…,\"chain\":…}, as the "+
				"server sends it", len(out)+1)
		}
		out = append(out, h.Head)
	}
}
