package standing

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// world is a graph of claims with a change feed. A question is the name of a subject; its answer is that subject's claims.
type world struct {
	kg.Feed
	mu     sync.Mutex
	seq    int
	claims map[string]map[string]bool // by question: the claim, and whether it is disputed
	away   error
	cut    func() // called before a request is answered, once
}

func (w *world) LastChange(ctx context.Context) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.seq, ctx.Err()
}

// set has a claim, or takes it away where disputed is nil.
func (w *world) set(question, claim string, disputed *bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seq++
	if w.claims[question] == nil {
		w.claims[question] = map[string]bool{}
	}
	if disputed == nil {
		delete(w.claims[question], claim)
		return
	}
	w.claims[question][claim] = *disputed
}

// request answers as the API does, a page of three at a time.
func (w *world) request(ctx context.Context, _ string, variables map[string]any, out any) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.cut != nil {
		w.cut()
		w.cut = nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if w.away != nil {
		return w.away
	}
	question, _ := variables["question"].(string)
	if question == "?" {
		return kg.Errorf(kg.Invalid, "the question cannot be read; ask who recognized Donetsk")
	}
	after, _ := variables["claims"].(string)
	var nodes []any
	more, end := false, after
	for i := range 1000 {
		claim := fmt.Sprintf("c%03d", i)
		disputed, is := w.claims[question][claim]
		if !is || claim <= after {
			continue
		}
		if len(nodes) == 3 {
			more = true
			break
		}
		end = claim
		nodes = append(nodes, map[string]any{"id": claim, "text": question + " did " + claim, "contested": disputed, "statements": map[string]any{"nodes": []any{map[string]any{
			"id": "st_" + claim, "quote": map[string]any{"exact": "<b>" + claim + "</b>\x01"}, "article": map[string]any{"id": "art", "title": "A & B", "url": "https://a.example/" + claim}}}}})
	}
	data, _ := json.Marshal(map[string]any{"ask": map[string]any{"claims": map[string]any{"pageInfo": map[string]any{"hasNextPage": more, "endCursor": end}, "nodes": nodes}}})
	return json.Unmarshal(data, out)
}

// receiver takes webhooks, and does not always take them well.
type receiver struct {
	*httptest.Server
	mu      sync.Mutex
	secrets map[string]string // by question
	got     map[string][]payload
	ids     map[string]int
	faults  []string
	n       int
	cut     func() // called once a webhook has arrived, before that is answered
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{secrets: map[string]string{}, got: map[string][]payload{}, ids: map[string]int{}}
	r.Server = httptest.NewServer(http.HandlerFunc(r.serve))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) serve(w http.ResponseWriter, q *http.Request) {
	r.mu.Lock()
	defer r.mu.Unlock()
	body, _ := io.ReadAll(q.Body)
	var p payload
	_ = json.Unmarshal(body, &p)
	verifier, err := standardwebhooks.NewWebhook(r.secrets[p.Data.StandingID])
	if err == nil {
		err = verifier.VerifyIgnoringTimestamp(body, q.Header)
	}
	if err != nil {
		r.faults = append(r.faults, err.Error())
		return
	}
	if r.n++; r.n%5 == 0 {
		w.Header().Set("Retry-After", "7")
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	if r.ids[q.Header.Get("webhook-id")]++; r.ids[q.Header.Get("webhook-id")] == 1 {
		r.got[p.Data.StandingID] = append(r.got[p.Data.StandingID], p)
	}
	if r.cut != nil {
		r.cut()
		r.cut = nil
	}
	if r.n%11 == 0 { // it arrived, and the answer is lost
		panic(http.ErrAbortHandler)
	}
}

func reaching(s *httptest.Server) *fetch.Client {
	at := netip.MustParseAddrPort(s.Listener.Addr().String())
	return fetch.New(fetch.Options{Time: 20 * time.Second, Except: func(a netip.AddrPort) bool { return a == at }})
}

// TestStanding: fifty questions over 2,000 changes with 20 restarts in the midst of answering and sending. What was told, put together, is the answer as
// it is in the end; each telling changes something; webhooks arrive in order and each once.
func TestStanding(t *testing.T) {
	r, keeper, now := newReceiver(t), &kgtest.Standing{}, time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	w := &world{claims: map[string]map[string]bool{}}
	begin := func() *Asker {
		return New(keeper, w, w.request, Options{Now: func() time.Time { return now }, Post: reaching(r.Server), Key: []byte("key")})
	}
	a, random := begin(), rand.New(rand.NewPCG(3, 4))
	var questions []string
	for i := range 50 {
		name := fmt.Sprintf("actor %d", i)
		w.set(name, "c000", new(bool))
		q, secret, err := a.Watch(t.Context(), name, "Ann", []kg.Channel{{Kind: kg.WebhookChannel, Address: r.URL + "/hook"}})
		if err != nil {
			t.Fatal(err)
		}
		r.secrets[q.ID] = secret
		questions = append(questions, name)
	}
	restarts := 0
	for n := range 2000 {
		disputed := random.IntN(4) == 0
		set := &disputed
		if random.IntN(5) == 0 {
			set = nil
		}
		w.set(questions[random.IntN(50)], fmt.Sprintf("c%03d", random.IntN(20)), set)
		if now = now.Add(time.Second); n%10 != 0 {
			continue
		}
		ctx, cancel := context.WithCancel(t.Context())
		w.mu.Lock()
		if n%200 == 50 || w.cut != nil { // a round with nothing to answer or send leaves its cut to the next
			w.cut = cancel
		}
		w.mu.Unlock()
		r.mu.Lock()
		if n%200 == 150 || r.cut != nil {
			r.cut = cancel
		}
		r.mu.Unlock()
		err := errors.Join(a.Answer(ctx), a.Send(ctx))
		stopped := ctx.Err() != nil // the last webhook of a round may still be answered before its sender sees the stop
		cancel()
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if stopped {
			a = begin()
			restarts++
		}
	}
	for range 200 { // longer than the pauses behind several failures
		now = now.Add(time.Hour)
		if err := errors.Join(a.Answer(t.Context()), a.Send(t.Context())); err != nil {
			t.Fatal(err)
		}
	}
	if restarts != 20 || len(r.faults) > 0 {
		t.Errorf("%d restarts; bad signatures: %v", restarts, r.faults)
	}
	total := 0
	all, _ := keeper.Standing(t.Context())
	for _, q := range all {
		tellings, _ := keeper.Tellings(t.Context(), q.ID, 0, 10_000)
		total += len(tellings)
		replay(t, q, tellings, w.claims[q.Question])
		arrived := r.got[q.ID]
		if len(arrived) != len(tellings) {
			t.Errorf("%s: %d tellings, %d webhooks", q.Question, len(tellings), len(arrived))
			continue
		}
		for i, p := range arrived {
			if p.Data.Number != i+1 || p.Data.Text != tellings[i].Text || p.Data.Kind != tellings[i].Kind {
				t.Errorf("%s: webhook %d is %+v", q.Question, i+1, p.Data)
			}
		}
	}
	if total < 1000 {
		t.Errorf("only %d tellings", total)
	}
}

// replay fails where a telling changes nothing, and where all together do not give the answer.
func replay(t *testing.T, q kg.StandingQuestion, tellings []kg.Telling, want map[string]bool) {
	t.Helper()
	is := map[string]bool{q.Question + " did c000": false}
	for i, told := range tellings {
		text, marked := strings.CutSuffix(told.Text, disputedMark)
		told.Text = text
		disputed, has := is[told.Text]
		fits := map[kg.TellingKind]bool{kg.TellingNew: !has, kg.TellingWithdrawn: has, kg.TellingDisputed: has && !disputed, kg.TellingSettled: has && disputed}
		if told.Number != i+1 || !fits[told.Kind] || len(told.Quotes) != 1 {
			t.Fatalf("%s: telling %d tells nothing: %+v", q.Question, i+1, told)
		}
		switch told.Kind {
		case kg.TellingWithdrawn:
			delete(is, told.Text)
		case kg.TellingNew:
			is[told.Text] = marked
		default:
			is[told.Text] = told.Kind == kg.TellingDisputed
		}
	}
	if len(is) != len(want) {
		t.Errorf("%s: the tellings give %d claims, the graph has %d", q.Question, len(is), len(want))
	}
	for claim, disputed := range want {
		if told, has := is[q.Question+" did "+claim]; !has || told != disputed {
			t.Errorf("%s: %s was not told as it is: %v, disputed %v", q.Question, claim, has, told)
		}
	}
}

// TestTransient: a difference that is gone before it has settled is not told, and one that stays is.
func TestTransient(t *testing.T) {
	keeper, now := &kgtest.Standing{}, time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	w := &world{claims: map[string]map[string]bool{}}
	a := New(keeper, w, w.request, Options{Now: func() time.Time { return now }})
	q, _, err := a.Watch(t.Context(), "x", "Ann", nil)
	if err != nil {
		t.Fatal(err)
	}
	step := func(ahead time.Duration, want int) {
		t.Helper()
		now = now.Add(ahead)
		if err := a.Answer(t.Context()); err != nil {
			t.Fatal(err)
		}
		if all, _ := keeper.Tellings(t.Context(), q.ID, 0, 10); len(all) != want {
			t.Fatalf("%d tellings, want %d: %+v", len(all), want, all)
		}
	}
	w.set("x", "c001", new(bool))
	step(0, 0)
	w.set("x", "c001", nil)
	w.set("x", "c002", new(bool))
	step(time.Second, 0)
	step(time.Second, 0)
	step(time.Second, 1)
	step(time.Minute, 1)
	w.away = kg.Errorf(kg.Unavailable, "the graph is starting")
	w.set("x", "c003", new(bool))
	if err := a.Answer(t.Context()); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a graph that is away: %v", err)
	}
	w.away = nil
	step(time.Minute, 1)
	step(time.Minute, 2)
	if err := a.Pause(t.Context(), q.ID, true); err != nil {
		t.Fatal(err)
	}
	w.set("x", "c004", new(bool))
	step(time.Minute, 2)
	step(time.Minute, 2)
	_ = a.Pause(t.Context(), q.ID, false)
	step(time.Minute, 2)
	step(time.Minute, 3)
}

// TestRefusals: a question that cannot be read, and a channel that may not be sent to, are refused when they are given.
func TestRefusals(t *testing.T) {
	w := &world{claims: map[string]map[string]bool{}}
	bare := New(&kgtest.Standing{}, w, w.request, Options{})
	mailer, err := NewMailer("smtp://127.0.0.1:2525", "sayso@a.example")
	if err != nil {
		t.Fatal(err)
	}
	full := New(&kgtest.Standing{}, w, w.request, Options{Post: fetch.New(fetch.Options{}), Mail: mailer})
	for name, try := range map[string]func() error{
		"unreadable": func() error { _, _, err := full.Watch(t.Context(), "?", "Ann", nil); return err },
		"empty":      func() error { _, _, err := full.Watch(t.Context(), "  ", "Ann", nil); return err },
		"long":       func() error { _, _, err := full.Watch(t.Context(), strings.Repeat("x", 2000), "Ann", nil); return err },
		"nobody":     func() error { _, _, err := full.Watch(t.Context(), "x", "", nil); return err },
		"loopback":   func() error { return watch(t, full, kg.WebhookChannel, "http://127.0.0.1/hook") },
		"metadata":   func() error { return watch(t, full, kg.WebhookChannel, "http://169.254.169.254/") },
		"file":       func() error { return watch(t, full, kg.WebhookChannel, "file:///etc/passwd") },
		"password":   func() error { return watch(t, full, kg.WebhookChannel, "https://a:b@a.example/") },
		"header":     func() error { return watch(t, full, kg.EmailChannel, "ann@a.example\r\nBcc: all@b.example") },
		"two":        func() error { return watch(t, full, kg.EmailChannel, "ann@a.example, bob@a.example") },
		"named":      func() error { return watch(t, full, kg.EmailChannel, "Ann <ann@a.example>") },
		"no mail":    func() error { return watch(t, bare, kg.EmailChannel, "ann@a.example") },
		"no hooks":   func() error { return watch(t, bare, kg.WebhookChannel, "https://a.example/") },
	} {
		if err := try(); kg.CodeOf(err) != kg.Invalid || len(err.Error()) < 20 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, server := range []string{"", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port"} {
		if _, err := NewMailer(server, "a@a.example"); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("the mail server %q: %v", server, err)
		}
	}
}

func watch(t *testing.T, a *Asker, kind kg.ChannelKind, address string) error {
	_, _, err := a.Watch(t.Context(), "x", "Ann", []kg.Channel{{Kind: kind, Address: address}})
	return err
}

// TestRedirect: a webhook is not sent on, and one that leads into this machine is not sent at all.
func TestRedirect(t *testing.T) {
	reached := false
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer inside.Close()
	outside := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, inside.URL, http.StatusTemporaryRedirect)
	}))
	defer outside.Close()
	answer, err := reaching(outside).Post(t.Context(), outside.URL, nil, []byte("{}"))
	if err != nil || answer.Status != http.StatusTemporaryRedirect || reached {
		t.Errorf("a redirect: %+v, %v, followed: %v", answer, err, reached)
	}
	if _, err := reaching(outside).Post(t.Context(), inside.URL, nil, []byte("{}")); kg.CodeOf(err) != kg.Invalid || reached {
		t.Errorf("another address of this machine: %v", err)
	}
}

// TestAtom: the feed is well formed whatever stands in quotes, shows the newest telling first, and is not sent twice to whoever has it.
func TestAtom(t *testing.T) {
	keeper, now := &kgtest.Standing{}, time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	w := &world{claims: map[string]map[string]bool{}}
	a := New(keeper, w, w.request, Options{Now: func() time.Time { return now }, Settle: time.Nanosecond})
	q, _, err := a.Watch(t.Context(), "who <did>\x02 it", "Ann", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, claim := range []string{"c001", "c002"} {
		w.set(q.Question, claim, new(bool))
		for range 2 {
			now = now.Add(time.Minute)
			_ = a.Answer(t.Context())
		}
	}
	get := func(path, mark string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("If-None-Match", mark)
		out := httptest.NewRecorder()
		a.ServeHTTP(out, r)
		return out
	}
	answer := get(a.FeedPath(q.ID), "")
	feed, err := gofeed.NewParser().Parse(strings.NewReader(answer.Body.String()))
	if err != nil || feed.FeedType != "atom" || len(feed.Items) != 2 || !strings.Contains(feed.Items[0].Title, "c002") {
		t.Fatalf("%v: %s", err, answer.Body)
	}
	if c := feed.Items[0].Content; !strings.Contains(c, "<blockquote>") || strings.Contains(c, "<b>") {
		t.Errorf("the quote is shown as %s", c)
	}
	if again := get(a.FeedPath(q.ID), answer.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("again: %d", again.Code)
	}
	for _, path := range []string{"/standing/", "/standing/sq_none.atom", "/standing/" + q.ID, "/standing/../graphql"} {
		if r := get(path, ""); r.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, r.Code)
		}
	}
}
