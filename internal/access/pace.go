package access

import (
	"net"
	"net/http"
	"strconv"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"sayso/internal/kg"
)

// Pace bounds how fast one caller may ask, and one address may try keys. The zero value is the default.
type Pace struct {
	Requests rate.Limit // a second and caller, when the burst is spent; 0 means 50
	Burst    int        // at once; 0 means 200
}

// Of failed attempts an address has ten, and one more every six seconds: nobody finds 256 bits that way, and the log
// stays short.
const (
	failedAttempts  = 10
	attemptEvery    = 6 * time.Second
	signInsAtOnce   = 100    // begun at an address, and then one a second: an office may share one
	rememberedNames = 10_000 // callers and addresses; the least recent are forgotten
)

// pacer remembers callers, bounded.
type pacer struct {
	callers, failures, leaving *lru.Cache[string, *rate.Limiter]
	pace                       Pace
	now                        func() time.Time
}

func newPacer(pace Pace, now func() time.Time) *pacer {
	if pace.Requests == 0 {
		pace.Requests = 50
	}
	if pace.Burst == 0 {
		pace.Burst = 200
	}
	callers, _ := lru.New[string, *rate.Limiter](rememberedNames) // fails for no size below one
	failures, _ := lru.New[string, *rate.Limiter](rememberedNames)
	leaving, _ := lru.New[string, *rate.Limiter](rememberedNames)
	return &pacer{callers: callers, failures: failures, leaving: leaving, pace: pace, now: now}
}

// take reports whether a caller may ask now, and else how long it had better wait.
func (p *pacer) take(who Principal) (wait time.Duration, ok bool) {
	l := limiterOf(p.callers, who.Key, func() *rate.Limiter { return rate.NewLimiter(p.pace.Requests, p.pace.Burst) })
	return reserve(l, p.now())
}

// failed notes an attempt with a wrong key and reports whether the address may go on trying.
func (p *pacer) failed(address string) (wait time.Duration, ok bool) {
	return reserve(p.attempts(address), p.now())
}

// leaves reports whether a browser of an address may begin to sign in at the provider: each is remembered until it
// comes back.
func (p *pacer) leaves(address string) (wait time.Duration, ok bool) {
	l := limiterOf(p.leaving, address, func() *rate.Limiter { return rate.NewLimiter(1, signInsAtOnce) })
	return reserve(l, p.now())
}

// exhausted reports whether an address has failed too often of late.
func (p *pacer) exhausted(address string) bool { return p.attempts(address).TokensAt(p.now()) < 1 }

func (p *pacer) attempts(address string) *rate.Limiter {
	return limiterOf(p.failures, address, func() *rate.Limiter {
		return rate.NewLimiter(rate.Every(attemptEvery), failedAttempts)
	})
}

func limiterOf(of *lru.Cache[string, *rate.Limiter], key string, fresh func() *rate.Limiter) *rate.Limiter {
	l := fresh()
	if known, there, _ := of.PeekOrAdd(key, l); there {
		_, _ = of.Get(key) // now the most recent
		return known
	}
	return l
}

// reserve takes one of a limiter's requests where there is one.
func reserve(l *rate.Limiter, now time.Time) (wait time.Duration, ok bool) {
	r := l.ReserveN(now, 1)
	if wait = r.DelayFrom(now); wait > 0 {
		r.CancelAt(now)
		return wait, false
	}
	return 0, true
}

// addressOf is the address a request comes from, without its port; of an IPv6 address the network of 64 bits, for that
// many are one host's.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	ip := net.ParseIP(host)
	if ip != nil && ip.To4() == nil {
		return ip.Mask(net.CIDRMask(64, 128)).String()
	}
	return host
}

// tooFast answers a caller who asks too fast.
func tooFast(w http.ResponseWriter, wait time.Duration, why string) {
	seconds := int(wait/time.Second) + 1
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	write(w, http.StatusTooManyRequests, &kg.Error{
		Code: kg.TooLarge, Message: why + "; try again in " + strconv.Itoa(seconds) + " s",
	})
}
