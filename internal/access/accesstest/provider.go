// Package accesstest is an OpenID Connect provider for tests: discovery, keys that rotate, tokens of any kind, sign-in
// by browser. It may not be imported outside tests.
package accesstest

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// Client is the id under which a server is registered here.
const Client = "sayso-server"

// Provider issues tokens. Fields may be set between requests.
type Provider struct {
	*httptest.Server
	Now func() time.Time

	mu      sync.Mutex
	key     *rsa.PrivateKey
	keyID   string
	codes   map[string]asked
	Claims  map[string]any // of whoever signs in by browser: what a token says beside the usual
	Spoil   func(map[string]any)
	Fetched map[string]int // how often each path was asked
	Down    bool           // it answers 503
	Issuer  string         // that it says it is; its address unless a test says otherwise
}

// asked is a sign-in whose code was given out.
type asked struct{ nonce, challenge, redirect string }

// New starts a provider that ends with the test.
func New(t testing.TB, now func() time.Time) *Provider {
	t.Helper()
	p := &Provider{Now: now, codes: map[string]asked{}, Fetched: map[string]int{}, Claims: map[string]any{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.describe)
	mux.HandleFunc("GET /keys", p.keys)
	mux.HandleFunc("GET /authorize", p.authorize)
	mux.HandleFunc("POST /token", p.token)
	p.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.Fetched[r.URL.Path]++; p.Down {
			http.Error(w, "down", http.StatusServiceUnavailable)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	p.Issuer = p.URL
	t.Cleanup(p.Close)
	p.Rotate("first")
	return p
}

// Rotate signs with a new key from now on, and forgets the old one.
func (p *Provider) Rotate(id string) {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.key, p.keyID = key, id
}

// Set changes fields while the provider answers.
func (p *Provider) Set(change func(*Provider)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change(p)
}

// Times gives how often a path was asked.
func (p *Provider) Times(path string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.Fetched[path]
}

// Usual are the claims of a good token for somebody with groups.
func (p *Provider) Usual(subject string, groups ...string) map[string]any {
	now := p.Now()
	return map[string]any{
		"iss":                p.Issuer,
		"sub":                subject,
		"aud":                Client,
		"iat":                now.Unix(),
		"exp":                now.Add(time.Hour).Unix(),
		"preferred_username": subject + "@desk",
		"roles":              groups,
	}
}

// Signed gives a token with the provider's present key.
func (p *Provider) Signed(claims map[string]any) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.signed(claims)
}

func (p *Provider) signed(claims map[string]any) string {
	return Sign(jose.RS256, jose.JSONWebKey{Key: p.key, KeyID: p.keyID}, claims)
}

// PublicKey gives the bytes of the provider's public key, as an attacker may use them for a secret.
func (p *Provider) PublicKey() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.key.N.Bytes()
}

// KeyID gives the present key's id.
func (p *Provider) KeyID() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.keyID
}

// Sign makes a token with any algorithm and key.
func Sign(algorithm jose.SignatureAlgorithm, key any, claims map[string]any) string {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: algorithm, Key: key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		panic(err)
	}
	text, err := json.Marshal(claims)
	if err != nil {
		panic(err)
	}
	signed, err := signer.Sign(text)
	if err != nil {
		panic(err)
	}
	out, err := signed.CompactSerialize()
	if err != nil {
		panic(err)
	}
	return out
}

// Unsigned makes a token with the algorithm none.
func Unsigned(claims map[string]any) string {
	text, err := json.Marshal(claims)
	if err != nil {
		panic(err)
	}
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"alg":"none","typ":"JWT"}`)) + "." + encode(text) + "."
}

func (p *Provider) describe(w http.ResponseWriter, _ *http.Request) {
	answer(
		w,
		map[string]any{"issuer": p.Issuer, "authorization_endpoint": p.URL + "/authorize", "token_endpoint": p.URL + "/token",
			"jwks_uri": p.URL + "/keys", "end_session_endpoint": p.URL + "/out",
			"id_token_signing_alg_values_supported": []string{"RS256"}},
	)
}

func (p *Provider) keys(w http.ResponseWriter, _ *http.Request) {
	answer(
		w,
		jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: &p.key.PublicKey, KeyID: p.keyID, Algorithm: "RS256", Use: "sig"}}},
	)
}

// authorize lets everybody in at once and sends the browser back with a code.
func (p *Provider) authorize(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	redirect := query.Get("redirect_uri")
	if query.Get("client_id") != Client || query.Get("code_challenge_method") != "S256" ||
		query.Get("response_type") != "code" {
		http.Error(w, "no such client, or no PKCE", http.StatusBadRequest)
		return
	}
	code := rand.Text()
	p.codes[code] = asked{nonce: query.Get("nonce"), challenge: query.Get("code_challenge"), redirect: redirect}
	http.Redirect(
		w,
		r,
		redirect+"?"+url.Values{"code": {code}, "state": {query.Get("state")}, "iss": {p.Issuer}}.Encode(),
		http.StatusFound,
	)
}

// token gives a token for a code, once, to whoever knows the verifier.
func (p *Provider) token(w http.ResponseWriter, r *http.Request) {
	code, known := p.codes[r.PostFormValue("code")]
	delete(p.codes, r.PostFormValue("code"))
	sum := sha256.Sum256([]byte(r.PostFormValue("code_verifier")))
	if !known || base64.RawURLEncoding.EncodeToString(sum[:]) != code.challenge ||
		r.PostFormValue("redirect_uri") != code.redirect {
		http.Error(w, `{"error":"invalid_grant"}`, http.StatusBadRequest)
		return
	}
	claims := p.Usual("ada")
	maps.Copy(claims, p.Claims)
	claims["nonce"] = code.nonce
	if p.Spoil != nil {
		p.Spoil(claims)
	}
	answer(
		w,
		map[string]any{"access_token": "opaque", "token_type": "Bearer", "expires_in": 3600, "id_token": p.signed(claims)},
	)
}

func answer(w http.ResponseWriter, body any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body)
}
