package access

import (
	"context"
	"crypto/subtle"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sayso/internal/kg"
)

// Where a browser leaves for the provider, and where it comes back.
const (
	leavePath    = "/signin/provider"
	callbackPath = "/signin/callback"
)

// The cookies of a browser that signs in at the provider, or has. Both are Lax: it comes back from another site.
const (
	sessionCookie = "sayso_session"
	leavingCookie = "sayso_signin"
)

// host is what a person knows the provider by.
func (p *Provider) host() string {
	at, err := url.Parse(p.o.Issuer)
	if err != nil {
		return p.o.Issuer
	}
	return at.Hostname()
}

// takesBrowsers reports whether people may sign in by their browsers.
func (p *Provider) takesBrowsers() bool { return p != nil && p.o.PublicURL != "" }

func (p *Provider) oauth(d *discovered) *oauth2.Config {
	return &oauth2.Config{ClientID: p.o.ClientID, ClientSecret: p.o.ClientSecret, Endpoint: d.endpoint,
		RedirectURL: p.o.PublicURL + callbackPath, Scopes: append([]string{oidc.ScopeOpenID, "profile"}, p.o.Scopes...)}
}

// leaveFor gives the address at the provider, and the secret that the browser must bring back.
func (p *Provider) leaveFor(ctx context.Context, next, browser string) (address string, err error) {
	d, err := p.discover(ctx)
	if err != nil {
		return "", err
	}
	l := leaving{browser: hashOf(browser), nonce: randomText(), verifier: oauth2.GenerateVerifier(), next: next}
	return p.oauth(d).AuthCodeURL(p.pending.add(l), oidc.Nonce(l.nonce), oauth2.S256ChallengeOption(l.verifier)), nil
}

// comeBack reads what the provider sends a browser back with, and gives who has signed in and the page to show.
func (p *Provider) comeBack(
	ctx context.Context,
	query url.Values,
	browser string,
) (who Principal, ends time.Time, next string, err error) {
	l, ok := p.pending.take(query.Get("state"), browser)
	if !ok {
		return who, ends, "/", kg.Errorf(
			kg.Unauthenticated,
			"this sign-in was not begun in this browser, took too long, or was used before; "+
				"begin it anew",
		)
	}
	if iss := query.Get("iss"); iss != "" && iss != p.o.Issuer {
		return who, ends, l.next, kg.Errorf(
			kg.Unauthenticated,
			"another provider than %s has answered; begin anew",
			p.o.Issuer,
		)
	}
	if fault := query.Get("error"); fault != "" {
		return who, ends, l.next, kg.Errorf(kg.Unauthenticated, "%s says %s", p.host(),
			oneLine(strings.Trim(fault+": "+query.Get("error_description"), ": ")))
	}
	token, err := p.exchange(ctx, query.Get("code"), l)
	if err != nil {
		return who, ends, l.next, err
	}
	who, err = p.principal(token)
	return who, p.o.Now().Add(p.o.Session), l.next, err
}

// exchange turns the code that a browser brought into a token about the person.
func (p *Provider) exchange(ctx context.Context, code string, l leaving) (*oidc.IDToken, error) {
	d, err := p.discover(ctx)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, p.client), providerTimeout)
	defer cancel()
	got, err := p.oauth(d).Exchange(ctx, code, oauth2.VerifierOption(l.verifier))
	if err != nil {
		slog.WarnContext(ctx, "a browser's sign-in could not be completed", "issuer", p.o.Issuer, "err", err)
		return nil, kg.Because(
			err,
			kg.Unauthenticated,
			"%s did not confirm the sign-in; begin it anew, and where that fails again "+
				"tell whoever runs this server: its log has the reason",
			p.host(),
		)
	}
	raw, _ := got.Extra("id_token").(string)
	token, err := p.verified(ctx, raw, []string{p.o.ClientID})
	if err != nil {
		return nil, err
	}
	if subtle.ConstantTimeCompare([]byte(token.Nonce), []byte(l.nonce)) != 1 {
		return nil, kg.Errorf(kg.Unauthenticated, "the token of %s belongs to another sign-in; begin anew", p.host())
	}
	return token, p.checkParty(token)
}

// checkParty refuses a token for several audiences that was made for another of them.
func (p *Provider) checkParty(token *oidc.IDToken) error {
	var claims struct {
		Party string `json:"azp"`
	}
	if err := token.Claims(&claims); err != nil {
		return kg.Because(err, kg.Unauthenticated, "the token's claims are no JSON object")
	}
	if (claims.Party != "" && claims.Party != p.o.ClientID) || (claims.Party == "" && len(token.Audience) > 1) {
		return kg.Errorf(kg.Unauthenticated, "the token of %s was made for another program (%s)", p.host(),
			orNone(shortList(slices.DeleteFunc([]string{claims.Party}, func(s string) bool { return s == "" }))))
	}
	return nil
}

// leave sends a browser to the provider.
func (g *Gate) leave(w http.ResponseWriter, r *http.Request) {
	if wait, ok := g.pace.leaves(addressOf(r)); !ok {
		tooFast(w, wait, "too many sign-ins were begun from here")
		return
	}
	browser := randomText()
	if c, err := r.Cookie(cookieName(r, leavingCookie)); err == nil && len(c.Value) == len(browser) {
		browser = c.Value // another window signs in too
	}
	next := localPath(r.URL.Query().Get("next"))
	address, err := g.provider.leaveFor(r.Context(), next, browser)
	if err != nil {
		g.failSignIn(w, r, next, err)
		return
	}
	http.SetCookie(w, laxCookie(r, leavingCookie, browser, signInTime))
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, address, http.StatusSeeOther)
}

// comeBack opens a session for a browser that the provider sends back.
func (g *Gate) comeBack(w http.ResponseWriter, r *http.Request) {
	if g.pace.exhausted(addressOf(r)) {
		g.tooManyFailures(w, r)
		return
	}
	browser := ""
	if c, err := r.Cookie(cookieName(r, leavingCookie)); err == nil {
		browser = c.Value
	}
	who, ends, next, err := g.provider.comeBack(r.Context(), r.URL.Query(), browser)
	if err != nil {
		g.failSignIn(w, r, next, err)
		return
	}
	g.endSession(r)
	g.audit.Write(With(r.Context(), who), Entry{What: "sign in", From: r.RemoteAddr})
	lasts := ends.Sub(g.provider.o.Now())
	http.SetCookie(w, laxCookie(r, sessionCookie, g.provider.sessions.begin(who, ends), lasts))
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, next, http.StatusSeeOther)
}

// endSession ends the session of a request, where there is one.
func (g *Gate) endSession(r *http.Request) {
	if g.provider == nil {
		return
	}
	if c, err := r.Cookie(cookieName(r, sessionCookie)); err == nil {
		g.provider.sessions.end(c.Value)
	}
}

// cookieName is a cookie's name. Over TLS it begins so that no page of another host can have set it.
func cookieName(r *http.Request, name string) string {
	if secure(r) {
		return "__Host-" + name
	}
	return name
}

// laxCookie makes a cookie; one that lasts no time is removed.
func laxCookie(r *http.Request, name, value string, lasts time.Duration) *http.Cookie {
	age := int(lasts / time.Second)
	if age <= 0 {
		age = -1
	}
	return &http.Cookie{Name: cookieName(r, name), Value: value, Path: "/", MaxAge: age, HttpOnly: true, Secure: secure(r),
		SameSite: http.SameSiteLaxMode}
}
