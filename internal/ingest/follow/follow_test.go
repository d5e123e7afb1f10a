package follow

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// shelf is a pipeline that only keeps the texts it is given, as often as it gets them.
type shelf struct {
	mu      sync.Mutex
	taken   map[string]int // text → how often it was given
	kept    map[string]kg.Submission
	stop    func() // called before the article whose turn it is is given back
	stopsIn int
}

func (s *shelf) Ingest(ctx context.Context, in kg.Submission) (kg.Ingested, error) {
	if err := ctx.Err(); err != nil {
		return kg.Ingested{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	body := strings.TrimSpace(in.Text + in.HTML)
	s.taken[body]++
	s.kept[body] = in
	if s.stop != nil {
		if s.stopsIn--; s.stopsIn == 0 {
			s.stop()
		}
	}
	return kg.Ingested{ArticleID: kg.ArticleID(body)}, nil
}

func (s *shelf) Reread(context.Context, string, int, func(kg.Ingested, error)) error { return nil }

func newShelf() *shelf { return &shelf{taken: map[string]int{}, kept: map[string]kg.Submission{}} }

func reaching(p *press) *fetch.Client {
	at := netip.MustParseAddrPort(p.Listener.Addr().String())
	return fetch.New(fetch.Options{Largest: 1 << 18, Time: 300 * time.Millisecond, Except: func(a netip.AddrPort) bool { return a == at }})
}

// life is one follower after the other over one keeper.
type life struct {
	t      *testing.T
	press  *press
	keeper *kgtest.Sources
	shelf  *shelf
	now    time.Time
	f      *Follower
}

func (l *life) begin() {
	l.f = New(l.keeper, reaching(l.press), l.shelf, Options{Now: func() time.Time { return l.now }, Between: -1,
		Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }, Log: func(kg.FollowedSource, string, ...any) {}})
}

// settle steps until nothing is due. It reports that the follower was stopped on the way.
func (l *life) settle(ctx context.Context) (stopped bool) {
	for {
		worked, err := l.f.Step(ctx)
		switch {
		case errors.Is(err, context.Canceled):
			return true
		case err != nil:
			l.t.Fatal(err)
		case !worked:
			return false
		}
	}
}

// TestFollow: forty feeds, hostile ones among them, are followed for 200 rounds with 20 restarts in the midst of work. Each article that was published is
// taken, and none is twice in the graph; what cannot be read is shown with its reason and asked for ever more seldom.
func TestFollow(t *testing.T) {
	l := &life{t: t, press: newPress(t), keeper: &kgtest.Sources{}, shelf: newShelf(), now: time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)}
	l.begin()
	names := append(goodNames(), bad...)
	if len(names) != 40 {
		t.Fatalf("%d feeds", len(names))
	}
	for _, name := range names {
		if _, err := l.f.Add(t.Context(), l.press.URL+"/feed/"+name, 0); err != nil {
			t.Fatal(err)
		}
	}
	random, restarts := rand.New(rand.NewPCG(1, 2)), 0
	ctx, cancel := context.WithCancel(t.Context())
	for round := range 200 {
		l.press.publish()
		if round%10 == 5 { // the next articles but a few are its end; all feeds have one host, which may ask to be left alone first
			l.shelf.stop, l.shelf.stopsIn = cancel, 1+random.IntN(6)
		}
		if l.settle(ctx) {
			restarts++
			l.shelf.stop = nil
			ctx, cancel = context.WithCancel(t.Context())
			l.begin()
			l.settle(ctx)
		}
		l.now = l.now.Add(usualEvery)
	}
	defer cancel()
	for range 100 { // what had to wait has its time
		l.now = l.now.Add(time.Hour)
		l.settle(t.Context())
	}
	l.check(names)
	if restarts != 20 {
		t.Errorf("%d restarts", restarts)
	}
}

func (l *life) check(names []string) {
	t := l.t
	want, again := 0, 0
	for name, numbers := range l.press.published {
		for _, n := range numbers {
			want++
			times := l.shelf.taken[text(name, n)]
			if times == 0 {
				t.Errorf("lost: %s", title(name, n))
			}
			again += max(times-1, 0)
		}
	}
	if len(l.shelf.taken) != want || want < 1500 {
		t.Errorf("%d articles were published, %d different ones taken", want, len(l.shelf.taken))
	}
	if again > 20*atOnce { // given again after a stop between giving and noting: the graph has them once by their ids
		t.Errorf("%d articles were given again", again)
	}
	if l.press.reached {
		t.Error("a feed led to the forbidden server")
	}
	if len(l.press.matched) != good["rss"] {
		t.Errorf("%d feeds were asked for changes only", len(l.press.matched))
	}
	l.checkSources(names)
	t.Logf("%d articles, %d given again after a stop", want, again)
}

func (l *life) checkSources(names []string) {
	t := l.t
	sources, err := l.keeper.Sources(t.Context())
	if err != nil || len(sources) != len(names) {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	for _, s := range sources {
		at, _ := url.Parse(s.Address)
		name := strings.TrimPrefix(at.Path, "/feed/")
		hopeless := good[sortOf(name)] == 0
		if hopeless != (s.Failures > 5) || hopeless != (len(s.Fault) > 20) && sortOf(name) != "flapping" && sortOf(name) != "busy" || s.Failed > 0 || s.Waiting > 0 {
			t.Errorf("%s: %d failures, %q; %d wait, %d failed", name, s.Failures, s.Fault, s.Waiting, s.Failed)
		}
		// All feeds have one host, whose requests to be left alone cost the good ones some of the 200 rounds; how many is chance.
		if asked := l.press.asked[at.Path]; hopeless && asked > 20 || !hopeless && asked < 130 {
			t.Errorf("%s was asked %d times", name, asked)
		}
	}
}

// TestItemFaults: what can never be taken is shown at once, what may come later is tried again ever more seldom, and a person can have it tried anew.
func TestItemFaults(t *testing.T) {
	p := newPress(t)
	l := &life{t: t, press: p, keeper: &kgtest.Sources{}, shelf: newShelf(), now: time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)}
	l.begin()
	for _, address := range []string{"http://127.0.0.1:9/feed", "http://169.254.169.254/latest", "http://[::1]/feed", "https://u:p@news.example/feed", "file:///etc/passwd", ""} {
		if _, err := l.f.Add(t.Context(), address, 0); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q is followed: %v", address, err)
		}
	}
	s, err := l.f.Add(t.Context(), p.URL+"/feed/rss-0", 0)
	if err != nil {
		t.Fatal(err)
	}
	var items []kg.SourceItem
	for _, path := range []string{"/private/a", "/gone", "/article/rss-0/7"} {
		items = append(items, kg.SourceItem{Key: path, Source: s.ID, Address: p.URL + path, State: kg.ItemWaiting, NextAt: l.now})
	}
	items = append(items, kg.SourceItem{Key: "x", Source: s.ID, Address: p.forbidden.URL + "/x", State: kg.ItemWaiting, NextAt: l.now})
	if err := l.keeper.SaveLook(t.Context(), s, items); err != nil {
		t.Fatal(err)
	}
	l.settle(t.Context())
	failed, _ := l.keeper.FailedItems(t.Context(), s.ID, 10)
	if len(failed) != 2 || p.asked["/private/a"] != 0 || p.asked["/gone"] != 1 {
		t.Fatalf("after one round %+v; the forbidden page was asked %d times", failed, p.asked["/private/a"])
	}
	for range 48 {
		l.now = l.now.Add(time.Hour)
		l.settle(t.Context())
	}
	failed, _ = l.keeper.FailedItems(t.Context(), s.ID, 10)
	if len(failed) != 3 || p.asked["/gone"] != mostAttempts || l.shelf.taken[text("rss-0", 7)] != 1 {
		t.Errorf("in the end %+v; asked %d times", failed, p.asked["/gone"])
	}
	if err := l.f.Retry(t.Context(), s.ID); err != nil {
		t.Fatal(err)
	}
	l.settle(t.Context())
	if p.asked["/gone"] != mostAttempts+1 {
		t.Errorf("a retry asked for it %d times in all", p.asked["/gone"])
	}
	if p.reached {
		t.Error("the forbidden server was asked")
	}
}

// TestPolite: a host is asked once in a while only, however many sources it has, and left alone for as long as it says.
func TestPolite(t *testing.T) {
	p := newPress(t)
	l := &life{t: t, press: p, keeper: &kgtest.Sources{}, shelf: newShelf(), now: time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)}
	l.begin()
	l.f.hosts.between = time.Second
	for _, name := range []string{"rss-0", "rss-1", "atom-0", "busy-0"} {
		if _, err := l.f.Add(t.Context(), p.URL+"/feed/"+name, 0); err != nil {
			t.Fatal(err)
		}
	}
	l.settle(t.Context())
	if n := p.feedsAsked(); n != 1 {
		t.Fatalf("%d requests at one moment", n)
	}
	for range 3 {
		l.now = l.now.Add(time.Second)
		l.settle(t.Context())
	}
	if n := p.feedsAsked(); n != 4 {
		t.Errorf("%d requests in four seconds", n)
	}
	p.mu.Lock()
	p.asked["/feed/busy-0"] = 4 // the next answer asks for 20 minutes
	p.mu.Unlock()
	for range 4 * 15 * 60 {
		l.now = l.now.Add(time.Second)
		l.settle(t.Context())
		if p.asked["/feed/busy-0"] == 5 {
			break
		}
	}
	before := p.feedsAsked()
	l.now = l.now.Add(19 * time.Minute)
	l.settle(t.Context())
	if after := p.feedsAsked(); after != before {
		t.Errorf("the host asked to be left alone and got %d requests", after-before)
	}
	l.now = l.now.Add(2 * time.Minute)
	l.settle(t.Context())
	if after := p.feedsAsked(); after == before {
		t.Error("the host is not asked any more")
	}
}

func (p *press) feedsAsked() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := 0
	for path, times := range p.asked {
		if strings.HasPrefix(path, "/feed/") {
			n += times
		}
	}
	return n
}

// TestFolder: a watched folder gives its files once, changed ones again, none that is being written and none that a link leads out to.
func TestFolder(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	now := time.Now()
	write := func(path, text string, ago time.Duration) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-ago), now.Add(-ago)); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(root, "a.txt"), "Ann Lee said that it rains.", time.Hour)
	write(filepath.Join(root, "b.jsonl"), "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"nonsense\"\n", time.Hour)
	write(filepath.Join(root, "fresh.txt"), "Half of a fi", 0)
	write(filepath.Join(root, "program.exe"), "MZ", time.Hour)
	write(filepath.Join(outside, "secret.txt"), "A secret.", time.Hour)
	for _, link := range []string{"link.txt", "folder"} {
		if err := os.Symlink(filepath.Join(outside, map[string]string{"link.txt": "secret.txt"}[link]), filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	keeper, shelf := &kgtest.Sources{}, newShelf()
	l := &life{t: t, shelf: shelf, keeper: keeper}
	l.f = New(keeper, nil, shelf, Options{Now: func() time.Time { return now }, Folders: []string{root}, Log: func(kg.FollowedSource, string, ...any) {}})
	for _, refused := range []string{outside, "/", filepath.Join(root, "folder"), filepath.Join(root, ".."), filepath.Join(root, "a.txt"), "relative"} {
		if _, err := l.f.Add(t.Context(), refused, 0); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%s: %v", refused, err)
		}
	}
	s, err := l.f.Add(t.Context(), root, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	l.settle(t.Context())
	failed, _ := keeper.FailedItems(t.Context(), s.ID, 10)
	if len(shelf.taken) != 3 || len(failed) != 1 || !strings.Contains(failed[0].Fault, "1 of its 3") {
		t.Fatalf("taken %v, failed %+v", shelf.taken, failed)
	}
	write(filepath.Join(root, "a.txt"), "Ann Lee said that it snows.", time.Minute)
	write(filepath.Join(root, "b.jsonl"), "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"text\": \"Three.\"}\n", time.Minute)
	now = now.Add(2 * time.Minute)
	l.settle(t.Context())
	if len(shelf.taken) != 6 || shelf.taken["A secret."] != 0 {
		t.Errorf("taken %v", shelf.taken)
	}
}

// TestFolderResumes: a file with many articles is gone on with where it was left.
func TestFolderResumes(t *testing.T) {
	root := t.TempDir()
	path := filepath.Join(root, "many.jsonl")
	if err := os.WriteFile(path, []byte(strings.Repeat("{\"text\": \"A line of text.\"}\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	now := time.Now().Add(time.Hour)
	keeper, shelf := &kgtest.Sources{}, newShelf()
	begin := func() *Follower {
		return New(keeper, nil, shelf, Options{Now: func() time.Time { return now }, Folders: []string{root}})
	}
	if _, err := begin().Add(t.Context(), root, 0); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	shelf.stop, shelf.stopsIn = cancel, 50
	if _, err := begin().Step(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("the stop gives %v", err)
	}
	shelf.stop = nil
	if _, err := begin().Step(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := shelf.taken["A line of text."]; n < 100 || n > 100+noteEvery {
		t.Errorf("%d articles were given of 100, with one stop", n)
	}
}

// IngestAll hands each to Ingest.
func (s *shelf) IngestAll(ctx context.Context, list []kg.Submission, tell func(kg.Ingested, error) error) error {
	return kg.IngestOneByOne(ctx, list, s.Ingest, tell)
}
