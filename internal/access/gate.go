package access

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"sayso/internal/kg"
)

// Gate lets requests through, each with who sent it in its context.
type Gate struct {
	keys     *Keys     // nil: everybody may do everything
	provider *Provider // nil: only keys are taken
	audit    *Audit
	pace     *pacer
	// recheck is how often a request that goes on is looked at again: its key may have been revoked.
	recheck time.Duration
}

// NewGate gives a gate; keys are nil for a server that asks for none. Refused requests are written to the audit log.
func NewGate(keys *Keys, audit *Audit, pace Pace) *Gate {
	g := &Gate{keys: keys, audit: audit, recheck: 5 * time.Second}
	if keys != nil {
		g.pace = newPacer(pace, keys.now)
	}
	return g
}

// Trusting has a gate that asks for keys take an OpenID Connect provider's word too.
func (g *Gate) Trusting(p *Provider) *Gate {
	g.provider = p
	return g
}

// cookie holds the key of a browser that has signed in.
const cookie = "sayso_key"

// readOnly are addresses that change nothing and that pages of other sites may use: the Reconciliation API asks for
// that.
var readOnly = []string{"/reconcile", "/reconcile/"}

// Protect answers what needs nobody's name itself (signing in and out) and passes everything else on, once it is known
// who asks. A browser that asks for a page is sent to the sign-in; open are paths that everybody gets.
func (g *Gate) Protect(next http.Handler, open ...string) http.Handler {
	foreign := http.NewCrossOriginProtection()
	foreign.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g.refuse(w, r, http.StatusForbidden, kg.Errorf(kg.Forbidden,
			"a page of another site may not send this; send it from a page of this server, or from a program"))
	}))
	for _, path := range readOnly {
		foreign.AddInsecureBypassPattern(path)
	}
	mux := http.NewServeMux()
	for _, path := range open {
		mux.Handle(path, next)
	}
	mux.Handle("/", g.known(next))
	if g.keys != nil {
		mux.HandleFunc("GET /signin", g.signInPage)
		mux.HandleFunc("POST /signin", g.signIn)
		mux.HandleFunc("POST /signout", g.signOut)
	}
	if g.keys != nil && g.provider.takesBrowsers() {
		mux.HandleFunc("GET "+leavePath, g.leave)
		mux.HandleFunc("GET "+callbackPath, g.comeBack)
	}
	return foreign.Handler(mux)
}

// known finds out who asks.
func (g *Gate) known(next http.Handler) http.Handler {
	if g.keys == nil {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r.WithContext(With(r.Context(), Open())))
		})
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, ok := g.admitted(w, r)
		if !ok {
			return
		}
		ctx, cancel := context.WithCancel(With(r.Context(), who))
		defer cancel()
		if lasting(r) {
			go g.watch(ctx, cancel, r, who)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// admitted finds out who asks, and answers where nobody may go on.
func (g *Gate) admitted(w http.ResponseWriter, r *http.Request) (Principal, bool) {
	if g.pace.exhausted(addressOf(r)) && !g.knows(r) {
		g.tooManyFailures(w, r)
		return Principal{}, false
	}
	who, err := g.principal(r)
	switch {
	case err == nil:
		if wait, ok := g.pace.take(who); !ok {
			tooFast(w, wait, "this key asks faster than the server allows")
			return who, false
		}
		return who, true
	case wantsPage(r):
		http.Redirect(w, r, "/signin?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
	case kg.CodeOf(err) == kg.Forbidden: // known, and without a role
		g.refuse(w, r, http.StatusForbidden, err)
	default:
		_, _ = g.pace.failed(addressOf(r))
		g.refuse(w, r, http.StatusUnauthorized, err)
	}
	return Principal{}, false
}

// knows reports whether a request has a good key: others behind one address may have failed.
func (g *Gate) knows(r *http.Request) bool {
	_, err := g.principal(r)
	return err == nil
}

func (g *Gate) tooManyFailures(w http.ResponseWriter, r *http.Request) {
	wait, _ := g.pace.failed(addressOf(r))
	tooFast(w, max(wait, attemptEvery), "too many requests without a good key came from here")
}

// principal finds who sends a request: by the key or token of its header, by its session, or by the key of its cookie.
func (g *Gate) principal(r *http.Request) (Principal, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		scheme, secret, _ := strings.Cut(header, " ")
		if secret = strings.TrimSpace(secret); !strings.EqualFold(scheme, "Bearer") || secret == "" {
			return Principal{}, kg.Errorf(kg.Unauthenticated, "the header Authorization is read as Bearer KEY")
		}
		if g.provider != nil && !strings.HasPrefix(secret, prefix) {
			return g.provider.Token(r.Context(), secret)
		}
		return g.keys.Find(secret)
	}
	if g.provider != nil {
		if c, err := r.Cookie(cookieName(r, sessionCookie)); err == nil {
			if who, ok := g.provider.sessions.find(c.Value); ok {
				return who, nil
			}
		}
	}
	if c, err := r.Cookie(cookie); err == nil && c.Value != "" {
		return g.keys.Find(c.Value)
	}
	return Principal{}, kg.Errorf(kg.Unauthenticated,
		"this server answers to those who have a key: send it as Authorization: Bearer KEY, or sign in at /signin")
}

// lasting reports whether a request may go on for longer than an answer takes: a subscription.
func lasting(r *http.Request) bool {
	return r.Header.Get("Upgrade") != "" || strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// watch ends a request when what let it in no longer does: the key is revoked, the token has expired, the session has
// ended.
func (g *Gate) watch(ctx context.Context, cancel func(), r *http.Request, who Principal) {
	tick := time.NewTicker(g.recheck)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if now, err := g.principal(r); err != nil || now != who {
				cancel()
				return
			}
		}
	}
}

// wantsPage reports whether a browser asks for a page to show.
func wantsPage(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html")
}

// Require lets through who has a role, for addresses outside GraphQL.
func (g *Gate) Require(role Role, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := Of(r.Context())
		if err := who.Check(role, r.URL.Path); err != nil {
			g.refuse(w, r, http.StatusForbidden, err)
			return
		}
		next.ServeHTTP(w, r)
		if r.Method != http.MethodGet && r.Method != http.MethodHead && role != Reader {
			g.audit.Write(r.Context(), Entry{What: r.Method + " " + r.URL.Path})
		}
	})
}

// refuse answers with an error in GraphQL's form, which all our clients read, and writes it to the audit log.
func (g *Gate) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	var own *kg.Error
	if !errors.As(err, &own) {
		own = &kg.Error{Code: kg.Internal, Message: "the request failed inside the server; the log has the details"}
	}
	if own.Code == kg.Unavailable || own.Code == kg.Invalid { // the file of keys, not the request
		status = http.StatusServiceUnavailable
	}
	g.audit.Write(r.Context(), Entry{What: r.Method + " " + r.URL.Path, From: r.RemoteAddr, Refused: own.Message})
	if status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="Sayso"`)
	}
	write(w, status, own)
}

// write writes an error in GraphQL's form.
func write(w http.ResponseWriter, status int, err *kg.Error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	told := map[string]any{"message": err.Message, "extensions": map[string]any{"code": err.Code}}
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{told}})
}
