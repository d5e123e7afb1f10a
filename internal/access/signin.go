package access

import (
	"context"
	"crypto/sha256"
	_ "embed" // for signin.html and signin.css
	"encoding/base64"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"

	"sayso/internal/kg"
)

//go:embed signin.html
var signInText string

//go:embed signin.css
var signInStyle string

var signInTemplate = template.Must(template.New("signin").Parse(signInText))

// signInPolicy is what a browser may do on the page: show its own style, send its form.
var signInPolicy = "default-src 'none'; style-src 'sha256-" + digest(signInStyle) +
	"'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func digest(style string) string {
	sum := sha256.Sum256([]byte(style))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func (g *Gate) signInPage(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	page := signInView{Next: localPath(query.Get("next"))}
	if query.Has("out") {
		page.Out = true
		page.ProviderOut = g.providerOut(r.Context())
	}
	g.showSignIn(w, http.StatusOK, page)
}

// signInView is what the page shows.
type signInView struct {
	Next        string // where it leads when all is well
	Fault       string // why nobody is signed in, "" for no reason
	Provider    string // the provider's host, "" where browsers cannot sign in there
	Leave       string // where to begin that
	Out         bool   // somebody has just signed out
	ProviderOut string // where to sign out of the provider too, "" where it does not say
	Style       template.CSS
}

func (g *Gate) showSignIn(w http.ResponseWriter, status int, page signInView) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", signInPolicy)
	h.Set("Cache-Control", "no-store")
	page.Style = template.CSS(signInStyle) //nolint:gosec // the style is ours
	if g.provider.takesBrowsers() {
		page.Provider, page.Leave = g.provider.host(), leavePath+"?next="+url.QueryEscape(page.Next)
	}
	w.WriteHeader(status)
	_ = signInTemplate.Execute(w, page)
}

// providerOut is where a browser may end what the provider remembers of it. A link and no redirect: pages may send
// forms to us only.
func (g *Gate) providerOut(ctx context.Context) string {
	if !g.provider.takesBrowsers() {
		return ""
	}
	d, err := g.provider.discover(ctx)
	if err != nil || d.endSession == "" {
		return ""
	}
	at, err := url.Parse(d.endSession)
	if err != nil {
		return ""
	}
	query := at.Query()
	query.Set("client_id", g.provider.o.ClientID)
	at.RawQuery = query.Encode()
	return at.String()
}

// failSignIn shows the page again, with the reason.
func (g *Gate) failSignIn(w http.ResponseWriter, r *http.Request, next string, err error) {
	fault, status := "signing in failed inside the server; its log has the details", http.StatusUnauthorized
	var own *kg.Error
	if errors.As(err, &own) && own.Code != kg.Internal {
		fault = own.Message
	}
	switch kg.CodeOf(err) {
	case kg.Forbidden:
		status = http.StatusForbidden
	case kg.Unavailable:
		status = http.StatusServiceUnavailable
	default:
		_, _ = g.pace.failed(addressOf(r))
	}
	g.audit.Write(r.Context(), Entry{What: "sign in", From: r.RemoteAddr, Refused: fault})
	g.showSignIn(w, status, signInView{Next: next, Fault: fault})
}

// longestForm is how many bytes of a sign-in are read.
const longestForm = 8 << 10

// signIn takes a key from the form and keeps it in a cookie that no script can read.
func (g *Gate) signIn(w http.ResponseWriter, r *http.Request) {
	if g.pace.exhausted(addressOf(r)) {
		g.tooManyFailures(w, r)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	next, secret := localPath(r.PostFormValue("next")), strings.TrimSpace(r.PostFormValue("key"))
	who, err := g.keys.Find(secret)
	if err != nil {
		g.failSignIn(w, r, next, err)
		return
	}
	g.audit.Write(With(r.Context(), who), Entry{What: "sign in", From: r.RemoteAddr})
	http.SetCookie(w, &http.Cookie{
		Name: cookie, Value: secret, Path: "/", HttpOnly: true, Secure: secure(r), SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, next, http.StatusSeeOther)
}

// signOut ends a browser's session, or has it forget its key.
func (g *Gate) signOut(w http.ResponseWriter, r *http.Request) {
	g.endSession(r)
	if g.provider != nil {
		http.SetCookie(w, laxCookie(r, sessionCookie, "", 0))
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookie, Path: "/", MaxAge: -1, HttpOnly: true, Secure: secure(r), SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, "/signin?out", http.StatusSeeOther)
}

// secure reports whether the browser came by TLS, to this server or to the proxy before it.
func secure(r *http.Request) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

// localPath keeps an address to come back to within this server.
func localPath(next string) string {
	at, err := url.Parse(next)
	elsewhere := err != nil || at.IsAbs() || at.Host != ""
	if elsewhere || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") ||
		strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}
