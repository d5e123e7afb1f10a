package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"sayso/internal/neo/managed/managedtest"
)

// newsroom is an outlet with a feed of what it has published.
type newsroom struct {
	*httptest.Server
	mu        sync.Mutex
	published []string
}

func newNewsroom(t *testing.T) *newsroom {
	n := &newsroom{}
	n.Server = httptest.NewServer(http.HandlerFunc(n.serve))
	t.Cleanup(n.Close)
	return n
}

func (n *newsroom) publish(text string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.published = append(n.published, text)
}

func (n *newsroom) serve(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	var at int
	if _, err := fmt.Sscanf(r.URL.Path, "/article/%d", &at); err == nil && at < len(n.published) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, n.published[at])
		return
	}
	if r.URL.Path != "/feed.xml" {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>Selm Courier</title>`)
	for i := range n.published {
		fmt.Fprintf(w, "<item><title>News %d</title><link>/article/%d</link><pubDate>Mon, 02 Jan 2023 10:00:00 GMT</pubDate></item>", i, i)
	}
	_, _ = io.WriteString(w, "</channel></rss>")
}

// until waits for something to be so.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for begin := time.Now(); time.Since(begin) < 60*time.Second; time.Sleep(100 * time.Millisecond) {
		if so() {
			return
		}
	}
	t.Fatalf("within a minute it was not so that %s", what)
}

type sourceShown struct {
	ID                     string
	Taken, Waiting, Failed int
	Fault                  *string
	FailedItems            []struct{ Fault string }
}

func (s started) shown() []sourceShown {
	var data struct{ FollowedSources []sourceShown }
	s.ask(`{ followedSources { id taken waiting failed fault failedItems { fault } } }`, nil, &data)
	return data.FollowedSources
}

// TestFollowedSource: the real server takes in what a feed brings, each article once over a restart, and says what is wrong with another.
func TestFollowedSource(t *testing.T) {
	managedtest.Wipe(t, managedtest.Start(t))
	s := testSettings(t)
	s.Follow, s.Private, s.Data = true, true, t.TempDir()
	room := newNewsroom(t)
	room.publish("Selm recognized Donetsk on Monday, the government said.")
	room.publish("Kalmar denied that its soldiers were in Selm.")
	server, stop := launch(t, s)
	var added struct{ FollowSource struct{ ID string } }
	server.ask(`mutation($a: String!) { followSource(address: $a, everySeconds: 60) { id } }`, map[string]any{"a": room.URL + "/feed.xml"}, &added)
	server.ask(`mutation($a: String!) { followSource(address: $a) { id } }`, map[string]any{"a": room.URL + "/none.xml"}, &struct{}{})
	until(t, "both articles are taken", func() bool { return server.shown()[0].Taken == 2 })
	until(t, "the other source shows its fault", func() bool { f := server.shown()[1].Fault; return f != nil && strings.Contains(*f, "404") })
	stop()
	room.publish("Selm withdrew its recognition of Donetsk.")
	server, stop = launch(t, s)
	defer stop()
	server.ask(`mutation($i: ID!) { retrySource(id: $i) { id } }`, map[string]any{"i": added.FollowSource.ID}, &struct{}{})
	until(t, "the third article is taken", func() bool { return server.shown()[0].Taken == 3 })
	if c := server.counts(); c.Articles != 3 {
		t.Errorf("%d articles", c.Articles)
	}
	for name, h := range map[string]hostile{
		"no address":   {`mutation { followSource(address: "feed") { id } }`, nil, "INVALID_INPUT"},
		"folder":       {`mutation { followSource(address: "/etc") { id } }`, nil, "INVALID_INPUT"},
		"too often":    {`mutation { followSource(address: "https://a.example/f", everySeconds: 1) { id } }`, nil, "INVALID_INPUT"},
		"never":        {`mutation { followSource(address: "https://a.example/f", everySeconds: 2147483647) { id } }`, nil, "INVALID_INPUT"},
		"none":         {`mutation { removeSource(id: "src_none") }`, nil, "NOT_FOUND"},
		"question":     {`mutation { watch(question: "colourless green ideas", by: "x") { standing { id } } }`, nil, "INVALID_INPUT"},
		"mail":         {`mutation { watch(question: "who recognized Donetsk", by: "x", email: "a@b.example") { standing { id } } }`, nil, "INVALID_INPUT"},
		"no question":  {`mutation { removeStandingQuestion(id: "sq_none") }`, nil, "NOT_FOUND"},
		"long listing": {`{ followedSources { failedItems(first: 1000000) { fault } } }`, nil, "INVALID_INPUT"},
	} {
		if a := server.query(h.query, nil); len(a.Errors) == 0 || a.Errors[0].Extensions.Code != h.code && a.Errors[0].Extensions.Code != "QUERY_TOO_COSTLY" {
			t.Errorf("%s: %+v", name, a.Errors)
		}
	}
	server.ask(`mutation($i: ID!) { removeSource(id: $i) }`, map[string]any{"i": added.FollowSource.ID}, &struct{}{})
	if len(server.shown()) != 1 {
		t.Error("the source is still there")
	}
}

// positions is the world that standing questions are asked about: who recognized whom, and who is said not to have.
type positions struct {
	random *rand.Rand
	says   map[[2]int]map[bool][]string // by actor and target: the articles that say so, and those that say it is not so
}

var (
	syllables = strings.Fields("bal dor fen gim hul jar kem lor mun nes pal rov sil tam ver zan")
	endings   = strings.Fields("ia land or stan eth ona")
)

// placeName gives a name that sounds like no other.
func placeName(i int) string {
	name := syllables[i%16] + syllables[(i/16*5+i*3+7)%16] + endings[i%6]
	return strings.ToUpper(name[:1]) + name[1:]
}

const actorsInWorld = 20

// article makes the n-th article, with its reading.
func (p *positions) article(n, targets int) (map[string]any, [2]int, bool) {
	actor, target, denied := p.random.IntN(actorsInWorld), p.random.IntN(targets), p.random.IntN(12) == 0
	verb, deed := "recognized", "recognized "
	if denied {
		verb, deed = "did not recognize", "did not recognize "
	}
	who, whom := placeName(actor), placeName(actorsInWorld+target)
	text := fmt.Sprintf("%s %s %s. This is report %d of the wire.", who, verb, whom, n)
	end := len(who) + 1 + len(deed) + len(whom)
	return map[string]any{"text": text, "title": fmt.Sprintf("Report %d", n), "publishedAt": "2023-01-02", "reading": map[string]any{
		"mentions": []any{map[string]any{"span": []int{0, len(who)}, "type": "PLACE", "entity": who}, map[string]any{"span": []int{end - len(whom), end}, "type": "PLACE", "entity": whom}},
		"claims":   []any{map[string]any{"subject": who, "predicate": "RECOGNIZED", "object": whom, "negated": denied, "modality": "ASSERTED", "evidence": []int{0, end}}}},
	}, [2]int{actor, target}, denied
}

func (p *positions) note(at [2]int, denied bool, id string) {
	if p.says[at] == nil {
		p.says[at] = map[bool][]string{}
	}
	p.says[at][denied] = append(p.says[at][denied], id)
}

// hooked takes webhooks, each once by its id, and notes what they say.
type hooked struct {
	*httptest.Server
	mu      sync.Mutex
	secret  map[string]string
	told    map[string][]hookedTelling
	ids     map[string]bool
	invalid int
}

type hookedTelling struct {
	Number   int
	Question string
	Kind     string
	Text     string
	Quotes   []struct{ Exact, Article string }
}

func newHooked(t *testing.T) *hooked {
	h := &hooked{secret: map[string]string{}, told: map[string][]hookedTelling{}, ids: map[string]bool{}}
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var p struct {
			Data struct {
				hookedTelling
				StandingQuestion string
			}
		}
		body, _ := io.ReadAll(r.Body)
		_ = json.Unmarshal(body, &p)
		h.mu.Lock()
		defer h.mu.Unlock()
		verifier, err := standardwebhooks.NewWebhook(h.secret[p.Data.StandingQuestion])
		if err != nil || verifier.Verify(body, r.Header) != nil {
			h.invalid++
			return
		}
		if id := r.Header.Get("webhook-id"); !h.ids[id] {
			h.ids[id] = true
			h.told[p.Data.Question] = append(h.told[p.Data.Question], p.Data.hookedTelling)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

// TestStandingQuestions: the real server answers standing questions anew while articles come in, some of which are deleted again, over restarts. Each
// change is told once and in order, and what was told gives the answer as it is in the end. SAYSO_STANDING=50,2000,20 makes it questions, articles and restarts.
func TestStandingQuestions(t *testing.T) {
	questions, articles, restarts := 4, 60, 2
	if scale := os.Getenv("SAYSO_STANDING"); scale != "" {
		if _, err := fmt.Sscanf(scale, "%d,%d,%d", &questions, &articles, &restarts); err != nil {
			t.Fatal(err)
		}
	}
	managedtest.Wipe(t, managedtest.Start(t))
	s := testSettings(t)
	s.Follow, s.Private, s.Data = true, true, t.TempDir()
	hooks := newHooked(t)
	server, stop := launch(t, s)
	for i := range questions {
		var data struct {
			Watch struct {
				Standing      struct{ ID string }
				WebhookSecret string
			}
		}
		server.ask(`mutation($q: String!, $w: String) { watch(question: $q, by: "test", webhook: $w) { standing { id } webhookSecret } }`,
			map[string]any{"q": "who recognized " + placeName(actorsInWorld+i), "w": hooks.URL + "/hook"}, &data)
		hooks.mu.Lock()
		hooks.secret[data.Watch.Standing.ID] = data.Watch.WebhookSecret
		hooks.mu.Unlock()
	}
	p := &positions{random: rand.New(rand.NewPCG(5, 6)), says: map[[2]int]map[bool][]string{}}
	for n := 0; n < articles; n += 20 {
		p.ingest(t, server, n, min(n+20, articles), questions)
		if restarts > 0 && n/20%max(1, articles/20/restarts) == 0 {
			stop()
			server, stop = launch(t, s)
			restarts--
		}
	}
	p.settled(t, server, hooks, questions, "all articles are in")
	for at, says := range p.says { // every third place loses what says that it recognized, or what denies it
		if (at[0]+at[1])%3 > 0 {
			continue
		}
		denied := at[0]%2 == 0
		for _, id := range says[denied] {
			server.ask(`mutation($a: ID!) { deleteArticle(article: $a, reason: "it was not ours", by: "test") { seq } }`, map[string]any{"a": id}, &struct{}{})
		}
		says[denied] = nil
	}
	p.settled(t, server, hooks, questions, "some were deleted")
	stop()
	server, stop = launch(t, s)
	defer stop()
	time.Sleep(5 * time.Second)
	p.settled(t, server, hooks, questions, "nothing has happened since")
}

func (p *positions) ingest(t *testing.T, s started, from, to, targets int) {
	t.Helper()
	var batch []any
	var ats [][2]int
	var denials []bool
	for n := from; n < to; n++ {
		a, at, denied := p.article(n, targets)
		batch, ats, denials = append(batch, a), append(ats, at), append(denials, denied)
	}
	var data struct {
		Ingest struct {
			Results []struct {
				Article *struct{ ID string }
				Error   *struct{ Message string }
				LeftOut []struct{ Reason string }
			}
		}
	}
	s.ask(`mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { article { id } error { message } leftOut { reason } } } }`, map[string]any{"a": batch}, &data)
	for i, r := range data.Ingest.Results {
		if r.Error != nil || r.Article == nil || len(r.LeftOut) > 0 {
			t.Fatalf("%+v", r)
		}
		p.note(ats[i], denials[i], r.Article.ID)
	}
}

// want gives the answer to a question as it must be: who recognized the target, and whether that is disputed.
func (p *positions) want(target int) map[string]bool {
	out := map[string]bool{}
	for at, says := range p.says {
		if at[1] == target && len(says[false]) > 0 {
			out[placeName(at[0])] = len(says[true]) > 0
		}
	}
	return out
}

// settled waits until what was told gives the answers, and then that nothing more comes.
func (p *positions) settled(t *testing.T, s started, h *hooked, questions int, when string) {
	t.Helper()
	total := 0
	for i := range questions {
		name := placeName(actorsInWorld + i)
		var got map[string]bool
		want := p.want(i)
		for begin := time.Now(); ; time.Sleep(200 * time.Millisecond) {
			h.mu.Lock()
			tellings := h.told["who recognized "+name]
			h.mu.Unlock()
			var err error
			if got, err = replayed(tellings); err != nil {
				t.Fatalf("%s: %s: %v", when, name, err)
			}
			if fmt.Sprint(got) == fmt.Sprint(want) {
				total += len(tellings)
				break
			}
			if time.Since(begin) > 90*time.Second {
				t.Fatalf("%s: who recognized %s: told %v, want %v", when, name, got, want)
			}
		}
	}
	if h.invalid > 0 {
		t.Errorf("%d webhooks with bad signatures", h.invalid)
	}
	t.Logf("%s: %d tellings arrived of %d questions", when, total, questions)
}

// replayed puts tellings together, in the order in which they arrived. One that changes nothing is an error.
func replayed(tellings []hookedTelling) (map[string]bool, error) {
	out := map[string]bool{}
	for i, told := range tellings {
		actor, _, _ := strings.Cut(told.Text, " ")
		disputed, has := out[actor]
		fits := map[string]bool{"NEW": !has, "WITHDRAWN": has, "DISPUTED": has && !disputed, "SETTLED": has && disputed}[told.Kind]
		if told.Number != i+1 || !fits || len(told.Quotes) == 0 || !strings.HasPrefix(told.Quotes[0].Exact, actor+" ") {
			return nil, fmt.Errorf("telling %d tells nothing, or no quote: %+v", i+1, told)
		}
		switch told.Kind {
		case "WITHDRAWN":
			delete(out, actor)
		default:
			out[actor] = told.Kind == "DISPUTED" || strings.HasSuffix(told.Text, "(disputed)")
		}
	}
	return out, nil
}
