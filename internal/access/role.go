// Package access decides who may do what: API keys with roles, sign-in for browsers, and a log of writes and refusals.
// It may not know GraphQL, the graph or Cypher.
package access

import (
	"context"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// Role is what a caller may do. Each may do what those before it may.
type Role string

// The roles, by their names in the schema and in the file of keys.
const (
	Reader   Role = "READER"   // asks, exports, subscribes
	Ingester Role = "INGESTER" // hands articles in too
	Curator  Role = "CURATOR"  // decides too: judges, reviews, corrects, adds by hand
	Admin    Role = "ADMIN"    // everything
)

// Roles lists them, each behind those that may less.
func Roles() []Role { return []Role{Reader, Ingester, Curator, Admin} }

// ReadRole gives the role of a name as people type it: "curator".
func ReadRole(name string) (Role, error) {
	for _, r := range Roles() {
		if strings.EqualFold(string(r), name) {
			return r, nil
		}
	}
	return "", kg.Errorf(kg.Invalid, "%q is no role; take reader, ingester, curator or admin", name)
}

// May reports whether who has the role may do what needs another one.
func (r Role) May(needs Role) bool {
	place := slices.Index(Roles(), needs)
	return place >= 0 && slices.Index(Roles(), r) >= place
}

// Principal is who sends a request. The zero value is nobody and may do nothing.
type Principal struct {
	Name string // as the key was named or the provider names the person, "" without either
	Key  string // the key's id, oidc: and the subject of a token, "" without either
	Role Role
}

// Open is everybody on a server that asks for no keys, and the server itself.
func Open() Principal { return Principal{Role: Admin} }

// By is the name under which a decision is recorded: the caller's own, or on a server without keys the one that was
// typed.
func (p Principal) By(typed string) string {
	if p.Name == "" {
		return typed
	}
	return p.Name
}

// Check gives the error for a caller who may not do what needs a role, nil for one who may. what is said of it: "the
// mutation judge".
func (p Principal) Check(needs Role, what string) error {
	if p.Role.May(needs) {
		return nil
	}
	if p.Role == "" {
		return kg.Errorf(kg.Unauthenticated, "%s needs a key; send it as Authorization: Bearer KEY, or sign in at /signin",
			what)
	}
	return kg.Errorf(kg.Forbidden, "%s needs the role %s; %q has the role %s", what, strings.ToLower(string(needs)),
		p.Name, strings.ToLower(string(p.Role)))
}

type principalKey struct{}

// With gives a context of a request by somebody.
func With(ctx context.Context, p Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, p)
}

// Of gives who sent the request, nobody where the gate was not passed.
func Of(ctx context.Context) Principal {
	p, _ := ctx.Value(principalKey{}).(Principal)
	return p
}
