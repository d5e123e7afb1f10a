package access

import (
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
var signInPolicy = "default-src 'none'; style-src 'sha256-" + digest(signInStyle) + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func digest(style string) string {
	sum := sha256.Sum256([]byte(style))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func (g *Gate) signInPage(w http.ResponseWriter, r *http.Request) {
	showSignIn(w, http.StatusOK, localPath(r.URL.Query().Get("next")), "")
}

func showSignIn(w http.ResponseWriter, status int, next, fault string) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", signInPolicy)
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = signInTemplate.Execute(w, map[string]any{"Next": next, "Fault": fault, "Style": template.CSS(signInStyle)}) //nolint:gosec // the style is ours
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
		var own *kg.Error
		fault := "signing in failed inside the server; its log has the details"
		if errors.As(err, &own) && own.Code != kg.Internal {
			fault = own.Message
		}
		_, _ = g.pace.failed(addressOf(r))
		g.audit.Write(r.Context(), Entry{What: "sign in", From: r.RemoteAddr, Refused: fault})
		showSignIn(w, http.StatusUnauthorized, next, fault)
		return
	}
	g.audit.Write(With(r.Context(), who), Entry{What: "sign in", From: r.RemoteAddr})
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: secret, Path: "/", HttpOnly: true, Secure: secure(r), SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, next, http.StatusSeeOther)
}

func signOut(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: cookie, Path: "/", MaxAge: -1, HttpOnly: true, Secure: secure(r), SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/signin", http.StatusSeeOther)
}

// secure reports whether the browser came by TLS, to this server or to the proxy before it.
func secure(r *http.Request) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

// localPath keeps an address to come back to within this server.
func localPath(next string) string {
	at, err := url.Parse(next)
	if err != nil || at.IsAbs() || at.Host != "" || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") {
		return "/"
	}
	return next
}
