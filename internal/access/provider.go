package access

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"sayso/internal/kg"
)

// ProviderOptions say which OpenID Connect provider vouches for people, and what they may do here.
type ProviderOptions struct {
	Issuer       string          // its address, to the letter as its tokens name it
	ClientID     string          // under which this server is registered there
	ClientSecret string          // "" for a public client; the code is protected by PKCE either way
	Audiences    []string        // whom bearer tokens may be meant for; nil means ClientID
	Scopes       []string        // what a browser's sign-in asks for beside openid and profile
	RoleClaim    string          // where tokens name groups or roles; a dot steps into an object; "" means roles
	Roles        map[string]Role // the claim's values and what they mean here
	NameClaim    string          // where tokens name the person; "" means preferred_username
	PublicURL    string          // where browsers reach this server, without a path; "": only bearer tokens are taken
	Session      time.Duration   // how long a browser stays signed in; 0 means an hour

	Now    func() time.Time  // nil means time.Now
	Client http.RoundTripper // nil means Go's own
}

// Clocks of servers differ a little; keys and endpoints of providers change now and then.
const (
	clockSkew       = time.Minute
	rediscovery     = 10 * time.Minute // a key that the provider has withdrawn is not trusted for longer
	providerTimeout = 10 * time.Second
)

// asymmetric are the algorithms with which a token may be signed. None of them works with a public key as its secret.
var asymmetric = []string{
	oidc.RS256,
	oidc.RS384,
	oidc.RS512,
	oidc.ES256,
	oidc.ES384,
	oidc.ES512,
	oidc.PS256,
	oidc.PS384,
	oidc.PS512,
	oidc.EdDSA,
}

// Provider takes an OpenID Connect provider's word for who somebody is.
type Provider struct {
	o        ProviderOptions
	client   *http.Client
	sessions *sessions
	pending  *pending

	mu         sync.Mutex
	known      *discovered // nil until the provider has answered once
	refreshing bool
}

// discovered is what a provider says of itself.
type discovered struct {
	at         time.Time
	verifier   *oidc.IDTokenVerifier
	endpoint   oauth2.Endpoint
	endSession string // where a browser signs out of the provider, "" where it does not say
}

// NewProvider checks the options. It asks the provider nothing yet: a server starts without it too, and takes keys.
func NewProvider(o ProviderOptions) (*Provider, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Client == nil {
		o.Client = http.DefaultTransport
	}
	if o.Audiences == nil {
		o.Audiences = []string{o.ClientID}
	}
	if o.RoleClaim == "" {
		o.RoleClaim = "roles"
	}
	if o.NameClaim == "" {
		o.NameClaim = "preferred_username"
	}
	if o.Session == 0 {
		o.Session = time.Hour
	}
	o.PublicURL = strings.TrimRight(o.PublicURL, "/")
	client := &http.Client{Transport: newRestrained(o.Client, o.Now), Timeout: providerTimeout}
	return &Provider{o: o, client: client, sessions: newSessions(o.Now), pending: newPending(o.Now)}, nil
}

func (o ProviderOptions) check() error {
	switch {
	case !trustworthy(o.Issuer):
		return kg.Errorf(
			kg.Invalid,
			"%q is no issuer; write its address with https://, as its tokens name it in iss",
			o.Issuer,
		)
	case o.ClientID == "":
		return kg.Errorf(
			kg.Invalid,
			"the provider %s needs a client id: the name under which this server is registered there",
			o.Issuer,
		)
	case len(o.Roles) == 0:
		return kg.Errorf(
			kg.Invalid,
			"nobody whom %s signs in would have a role; say which values of the role claim mean which, as "+
				"desk-editors=curator",
			o.Issuer,
		)
	case o.Session < 0 || o.Session > 24*time.Hour:
		return kg.Errorf(kg.Invalid, "a session lasts up to 24h, not %s", o.Session)
	}
	if o.PublicURL == "" {
		return nil
	}
	at, err := url.Parse(o.PublicURL)
	if err != nil || !trustworthy(o.PublicURL) || strings.Trim(at.Path, "/") != "" || at.RawQuery != "" {
		return kg.Errorf(
			kg.Invalid,
			"%q is no public address of this server; write one such as https://sayso.example.org",
			o.PublicURL,
		)
	}
	return nil
}

// trustworthy reports whether nobody on the way can change what an address answers: TLS, or this machine.
func trustworthy(address string) bool {
	at, err := url.Parse(address)
	if err != nil || at.Host == "" || at.User != nil {
		return false
	}
	local := at.Hostname() == "localhost" || at.Hostname() == "127.0.0.1" || at.Hostname() == "::1"
	return at.Scheme == "https" || (at.Scheme == "http" && local)
}

// discover gives what the provider says of itself. What is known is used while it is asked anew, and while it does not
// answer.
func (p *Provider) discover(ctx context.Context) (*discovered, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.known == nil {
		found, err := p.ask(ctx)
		if err != nil {
			return nil, err
		}
		p.known = found
	}
	if p.o.Now().Sub(p.known.at) >= rediscovery && !p.refreshing {
		p.refreshing = true
		go p.refresh(context.WithoutCancel(ctx))
	}
	return p.known, nil
}

func (p *Provider) refresh(ctx context.Context) {
	found, err := p.ask(ctx)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.refreshing = false
	if err == nil {
		p.known = found
	}
}

func (p *Provider) ask(ctx context.Context) (*discovered, error) {
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, p.client), providerTimeout)
	defer cancel()
	provider, err := oidc.NewProvider(ctx, p.o.Issuer)
	if err != nil {
		slog.WarnContext(ctx, "the OpenID Connect provider could not be asked about itself", "issuer", p.o.Issuer, "err", err)
		return nil, kg.Because(
			err,
			kg.Unavailable,
			"the sign-in at %s cannot be reached just now, or is not what its address says; "+
				"try again in a minute, or send a key",
			p.o.Issuer,
		)
	}
	var more struct {
		Keys       string `json:"jwks_uri"`
		EndSession string `json:"end_session_endpoint"`
	}
	if err := provider.Claims(&more); err != nil {
		return nil, kg.Hidden(err)
	}
	d := &discovered{at: p.o.Now(), endpoint: provider.Endpoint(), endSession: more.EndSession}
	for _, address := range []string{more.Keys, d.endpoint.AuthURL, d.endpoint.TokenURL} {
		if !trustworthy(address) {
			return nil, kg.Errorf(
				kg.Unavailable,
				"the sign-in at %s names the address %q, which is not protected by TLS; tell whoever runs it",
				p.o.Issuer,
				address,
			)
		}
	}
	if !trustworthy(d.endSession) {
		d.endSession = ""
	}
	d.verifier = provider.VerifierContext(oidc.ClientContext(context.WithoutCancel(ctx), p.client), &oidc.Config{
		SkipClientIDCheck:    true, // audiences are compared here, with an error that names them
		SupportedSigningAlgs: asymmetric,
		Now:                  func() time.Time { return p.o.Now().Add(-clockSkew) },
	})
	return d, nil
}

// Token gives who sends a bearer token.
func (p *Provider) Token(ctx context.Context, raw string) (Principal, error) {
	token, err := p.verified(ctx, raw, p.o.Audiences)
	if err != nil {
		return Principal{}, err
	}
	return p.principal(token)
}

// longestToken is how many bytes of a token are looked at.
const longestToken = 16 << 10

// verified checks a token's signature, issuer, times and audience.
func (p *Provider) verified(ctx context.Context, raw string, audiences []string) (*oidc.IDToken, error) {
	if len(raw) > longestToken || strings.Count(raw, ".") != 2 {
		return nil, kg.Errorf(
			kg.Unauthenticated,
			"this is neither a key of this server nor a token of %s; sign in there for one",
			p.o.Issuer,
		)
	}
	d, err := p.discover(ctx)
	if err != nil {
		return nil, err
	}
	token, err := d.verifier.Verify(ctx, raw)
	var expired *oidc.TokenExpiredError
	switch {
	case errors.As(err, &expired):
		return nil, kg.Because(err, kg.Unauthenticated, "the token has expired; sign in at %s for a new one", p.o.Issuer)
	case err != nil && strings.Contains(err.Error(), fetchingKeys):
		return nil, kg.Because(
			err,
			kg.Unavailable,
			"the keys of %s cannot be fetched just now; try again in a minute",
			p.o.Issuer,
		)
	case err != nil:
		return nil, kg.Because(
			err,
			kg.Unauthenticated,
			"the token is not valid: it must be issued and signed by %s, with one of its "+
				"present keys; sign in there for a new one",
			p.o.Issuer,
		)
	}
	if !slices.ContainsFunc(audiences, func(a string) bool { return slices.Contains(token.Audience, a) }) {
		return nil, kg.Errorf(
			kg.Unauthenticated,
			"the token is meant for %s, not for this server; ask %s for one whose audience is %s",
			strings.Join(shortList(token.Audience), ", "),
			p.o.Issuer,
			strings.Join(audiences, " or "),
		)
	}
	return token, nil
}
