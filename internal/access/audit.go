package access

import (
	"context"
	"encoding"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"sayso/internal/kg"
	"sayso/internal/telemetry"
)

// Entry is one line of the audit log: a write, or a request that was refused.
type Entry struct {
	At      time.Time `json:"at"`
	Who     string    `json:"who,omitempty"` // the key's name, "" for nobody or a server without keys
	Key     string    `json:"key,omitempty"` // its id
	What    string    `json:"what"`          // "mutation review", "POST /import"
	About   string    `json:"about,omitempty"`
	From    string    `json:"from,omitempty"`    // the address a refused request came from
	Refused string    `json:"refused,omitempty"` // why; "" when it was done
	Failed  string    `json:"failed,omitempty"`  // the error of what was allowed and did not succeed
	Request string    `json:"request,omitempty"` // the request's id, as in the server's log
	Chain   string    `json:"chain,omitempty"`   // the hash that stands for this entry and all before it
}

// Audit is an append-only file of JSON lines. nil writes nothing.
type Audit struct {
	mu   sync.Mutex
	file *os.File
	link *link
	now  func() time.Time
}

// AuditFile is the name of the log in a data folder.
const AuditFile = "audit.jsonl"

// OpenAudit opens the log for appending; Close ends it.
func OpenAudit(path string, now func() time.Time) (*Audit, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, kg.Because(err, kg.Unavailable, "the folder of the audit log %s cannot be made", path)
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_RDWR, 0o600)
	var last *link
	if err == nil {
		last, err = resume(file)
	}
	if err != nil {
		_ = file.Close()
		return nil, kg.Because(err, kg.Unavailable, "the audit log %s cannot be written; see that this user may write there",
			path)
	}
	return &Audit{file: file, link: last, now: now}, nil
}

// Write appends an entry, with the time and who sends the context's request. A log that cannot be written is reported
// in the server's own log: what was done is done.
func (a *Audit) Write(ctx context.Context, e Entry) {
	if a == nil {
		return
	}
	who := Of(ctx)
	e.At, e.Who, e.Key, e.Request, e.Chain = a.now().UTC(), who.Name, who.Key, telemetry.RequestID(ctx), ""
	for _, text := range []*string{&e.What, &e.About, &e.Refused, &e.Failed} {
		*text = shortened(*text)
	}
	line, err := json.Marshal(e)
	if err == nil {
		a.mu.Lock()
		defer a.mu.Unlock()
		err = a.append(line)
	}
	if err != nil {
		slog.ErrorContext(ctx, "the audit log could not be written", "err", err, "what", e.What)
	}
}

// append writes an entry with its hash. Where only a part of it could be written, what follows takes that in.
func (a *Audit) append(entry []byte) error {
	before := *a.link
	state, err := before.sum.(encoding.BinaryMarshaler).MarshalBinary() // a hash cannot be copied otherwise
	if err != nil {
		return err
	}
	line := a.link.next(entry)
	n, err := a.file.Write(line)
	if err == nil {
		return nil
	}
	*a.link = *newLink(before.head)
	if restored := a.link.sum.(encoding.BinaryUnmarshaler).UnmarshalBinary(state); restored != nil {
		return errors.Join(err, restored)
	}
	a.link.pending = before.pending
	a.link.pass(line[:n])
	return err
}

// longestText is how many bytes of a text from outside an entry keeps.
const longestText = 400

func shortened(s string) string {
	if len(s) <= longestText {
		return s
	}
	return strings.ToValidUTF8(s[:longestText], "") + "…"
}

// Close ends the log.
func (a *Audit) Close() error {
	if a == nil {
		return nil
	}
	return a.file.Close()
}
