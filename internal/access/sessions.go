package access

import (
	"crypto/rand"
	"encoding/base64"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// Sessions and sign-ins under way are kept in memory, bounded: after a restart people sign in again, which their
// provider answers without asking them.
const (
	rememberedSessions = 10_000
	sessionsOfOne      = 20 // of one person; the oldest end
	rememberedSignIns  = 10_000
	signInTime         = 10 * time.Minute // from leaving for the provider to coming back
)

// session is a browser that has signed in.
type session struct {
	who  Principal
	ends time.Time
}

// sessions are kept by the hash of the secret that the browser has.
type sessions struct {
	now func() time.Time

	mu    sync.Mutex
	kept  *lru.Cache[string, session]
	ofOne map[string][]string // a principal's key → its sessions, the oldest first
}

func newSessions(now func() time.Time) *sessions {
	s := &sessions{now: now, ofOne: map[string][]string{}}
	s.kept, _ = lru.NewWithEvict(rememberedSessions, s.forgotten) // fails for no size below one
	return s
}

// forgotten keeps ofOne in step with kept. It is called with mu held, by what changes kept.
func (s *sessions) forgotten(hash string, gone session) {
	rest := s.ofOne[gone.who.Key][:0]
	for _, h := range s.ofOne[gone.who.Key] {
		if h != hash {
			rest = append(rest, h)
		}
	}
	if s.ofOne[gone.who.Key] = rest; len(rest) == 0 {
		delete(s.ofOne, gone.who.Key)
	}
}

// begin opens a session and gives its secret.
func (s *sessions) begin(who Principal, ends time.Time) (secret string) {
	secret = randomText()
	hash := hashOf(secret)
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.ofOne[who.Key]) >= sessionsOfOne {
		s.kept.Remove(s.ofOne[who.Key][0])
	}
	s.ofOne[who.Key] = append(s.ofOne[who.Key], hash)
	s.kept.Add(hash, session{who, ends})
	return secret
}

// find gives whose a session is, while it lasts.
func (s *sessions) find(secret string) (Principal, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	hash := hashOf(secret)
	found, there := s.kept.Get(hash)
	if there && !s.now().Before(found.ends) {
		s.kept.Remove(hash)
		there = false
	}
	return found.who, there
}

// end closes a session.
func (s *sessions) end(secret string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept.Remove(hashOf(secret))
}

// randomText is a secret of 256 bits.
func randomText() string {
	random := make([]byte, secretBytes)
	_, _ = rand.Read(random) // never fails
	return base64.RawURLEncoding.EncodeToString(random)
}

// leaving is a browser that was sent to the provider.
type leaving struct {
	browser  string // hash of the secret that only this browser has
	nonce    string // that the provider's token must name
	verifier string // PKCE's
	next     string // the page to come back to
	since    time.Time
}

// pending are the sign-ins under way, by their state. Each state is good once.
type pending struct {
	now func() time.Time

	mu   sync.Mutex
	kept *lru.Cache[string, leaving]
}

func newPending(now func() time.Time) *pending {
	kept, _ := lru.New[string, leaving](rememberedSignIns) // fails for no size below one
	return &pending{now: now, kept: kept}
}

// add notes a sign-in and gives its state.
func (p *pending) add(l leaving) (state string) {
	state = randomText()
	l.since = p.now()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.kept.Add(state, l)
	return state
}

// take gives the sign-in of a state to the browser that began it, once.
func (p *pending) take(state, browser string) (leaving, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	found, there := p.kept.Get(state)
	if !there || found.browser != hashOf(browser) {
		return leaving{}, false // another browser does not use it up
	}
	p.kept.Remove(state)
	return found, p.now().Sub(found.since) < signInTime
}
