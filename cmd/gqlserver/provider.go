package main

import (
	"net"
	"strings"
	"time"

	"sayso/internal/access"
	"sayso/internal/kg"
)

// providerFlags name an OpenID Connect provider that vouches for people.
type providerFlags struct {
	Issuer     string        `name:"oidc-issuer" env:"SAYSO_OIDC_ISSUER" help:"Take an OpenID Connect provider's word for who somebody is: its address, as its tokens name it." placeholder:"URL"`
	ClientID   string        `name:"oidc-client-id" env:"SAYSO_OIDC_CLIENT_ID" help:"The id under which this server is registered there." placeholder:"ID"`
	Secret     string        `name:"oidc-client-secret" env:"SAYSO_OIDC_CLIENT_SECRET" help:"Its secret there, if it has one; better set as SAYSO_OIDC_CLIENT_SECRET." placeholder:"SECRET"`
	Roles      []string      `name:"oidc-role" env:"SAYSO_OIDC_ROLE" help:"What a value of the role claim means: desk-editors=curator. May be given several times; who has none is refused." placeholder:"VALUE=ROLE"`
	RoleClaim  string        `name:"oidc-role-claim" env:"SAYSO_OIDC_ROLE_CLAIM" help:"The claim with groups or roles; dots step into objects: realm_access.roles." default:"roles" placeholder:"CLAIM"`
	NameClaim  string        `name:"oidc-name-claim" env:"SAYSO_OIDC_NAME_CLAIM" help:"The claim with the name under which decisions are recorded; sub where it is missing. Take one that people cannot change themselves." default:"preferred_username" placeholder:"CLAIM"`
	Audiences  []string      `name:"oidc-audience" env:"SAYSO_OIDC_AUDIENCE" help:"Whom bearer tokens may be meant for; the client id unless you say otherwise." placeholder:"AUDIENCE"`
	Scopes     []string      `name:"oidc-scope" env:"SAYSO_OIDC_SCOPE" help:"What a browser's sign-in asks for beside openid and profile, such as groups." placeholder:"SCOPE"`
	PublicURL  string        `name:"public-url" env:"SAYSO_PUBLIC_URL" help:"Where browsers reach this server; people sign in by browser only with it. On loopback its own address." placeholder:"URL"`
	SessionFor time.Duration `name:"session" env:"SAYSO_SESSION" help:"How long a browser stays signed in, up to 24h; then the provider is asked again." default:"1h"`
}

// provider gives the provider that the flags name, nil for none.
func (f providerFlags) provider(at net.Addr) (*access.Provider, error) {
	if f.Issuer == "" {
		if f.ClientID != "" || len(f.Roles) > 0 {
			return nil, kg.Errorf(kg.Invalid, "--oidc-… is given without --oidc-issuer: name the provider, or leave them out")
		}
		return nil, nil //nolint:nilnil // none is a choice
	}
	roles := map[string]access.Role{}
	for _, pair := range f.Roles {
		cut := strings.LastIndex(pair, "=") // values may have = in them: cn=editors,ou=desk
		if cut <= 0 {
			return nil, kg.Errorf(
				kg.Invalid,
				"--oidc-role %q is not understood; write VALUE=ROLE, such as desk-editors=curator",
				pair,
			)
		}
		role, err := access.ReadRole(pair[cut+1:])
		if err != nil {
			return nil, kg.Errorf(kg.Invalid, "--oidc-role %s: %w", pair, err)
		}
		roles[pair[:cut]] = role
	}
	public := f.PublicURL
	if public == "" && onLoopback(at) {
		public = "http://" + at.String()
	}
	return access.NewProvider(
		access.ProviderOptions{Issuer: f.Issuer, ClientID: f.ClientID, ClientSecret: f.Secret, Roles: roles,
			RoleClaim: f.RoleClaim, NameClaim: f.NameClaim, Audiences: f.Audiences, Scopes: f.Scopes, PublicURL: public,
			Session: f.SessionFor},
	)
}
