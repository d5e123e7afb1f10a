package access

import (
	"strings"
	"unicode"

	"github.com/coreos/go-oidc/v3/oidc"

	"sayso/internal/kg"
)

// subjectPrefix marks the subject of a token where a key's id stands elsewhere: in the audit log and for the pace.
const subjectPrefix = "oidc:"

// principal gives who a verified token speaks of. The one with none of the roles here is refused: signing in is not
// enough.
func (p *Provider) principal(token *oidc.IDToken) (Principal, error) {
	var claims map[string]any
	if err := token.Claims(&claims); err != nil {
		return Principal{}, kg.Because(err, kg.Unauthenticated, "the token's claims are no JSON object")
	}
	if token.Subject == "" {
		return Principal{}, kg.Errorf(kg.Unauthenticated, "the token names nobody: it has no sub")
	}
	who := Principal{Name: token.Subject, Key: subjectPrefix + oneLine(token.Subject)}
	if name, ok := claimAt(claims, p.o.NameClaim).(string); ok && oneLine(name) != "" {
		who.Name = name
	}
	who.Name = oneLine(who.Name)
	values := textsOf(p.o.RoleClaim, claimAt(claims, p.o.RoleClaim))
	for _, value := range values {
		if role := p.o.Roles[value]; role.May(Reader) && !who.Role.May(role) {
			who.Role = role
		}
	}
	if who.Role == "" {
		return Principal{}, kg.Errorf(
			kg.Forbidden,
			"%s is signed in and has no role here: of the claim %s only values that whoever runs this "+
				"server has named count, and the token has %s; ask them, or whoever runs %s",
			who.Name,
			p.o.RoleClaim,
			orNone(shortList(values)),
			p.o.Issuer,
		)
	}
	return who, nil
}

// claimAt finds a claim by its name, or by steps into objects: realm_access.roles.
func claimAt(claims map[string]any, path string) any {
	if value, there := claims[path]; there { // names of claims may have dots: https://example.org/roles
		return value
	}
	head, rest, deeper := strings.Cut(path, ".")
	inner, ok := claims[head].(map[string]any)
	if !deeper || !ok {
		return nil
	}
	return claimAt(inner, rest)
}

// textsOf reads the values of a claim: a list, one text, or scopes behind each other.
func textsOf(claim string, value any) []string {
	switch value := value.(type) {
	case string:
		if claim == "scope" || claim == "scp" {
			return strings.Fields(value)
		}
		return []string{value}
	case []any:
		var out []string
		for _, v := range value {
			if text, ok := v.(string); ok {
				out = append(out, text)
			}
		}
		return out
	}
	return nil
}

// longestName is how many letters of a name from outside are kept.
const longestName = 100

// oneLine makes a name of what a token says: printable, on one line, of bounded length.
func oneLine(text string) string {
	text = strings.Join(
		strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) || unicode.IsSpace(r) }),
		" ",
	)
	if letters := []rune(text); len(letters) > longestName {
		text = string(letters[:longestName])
	}
	return text
}

// shortList keeps what an error can show of a list from outside.
func shortList(values []string) []string {
	const most = 8
	var out []string
	for _, v := range values[:min(len(values), most)] {
		out = append(out, oneLine(v))
	}
	if len(values) > most {
		out = append(out, "…")
	}
	return out
}

func orNone(values []string) string {
	if len(values) == 0 {
		return "none"
	}
	return strings.Join(values, ", ")
}
