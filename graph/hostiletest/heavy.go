package hostiletest

import (
	"fmt"
	"net/http"
	"strings"
)

// Heavy gives requests that are valid and ask for as much as the limits let through, or carry words that are no words.
// Whatever the answer is, it must come within the bounds and show nothing of the inside.
func Heavy() []Request {
	var out []Request
	add := func(name, text string) {
		out = append(out, Request{
			Name: name, Method: http.MethodPost, Media: "application/json", Body: query(text), Status: http.StatusOK,
		})
	}
	for name, words := range oddWords() {
		quoted := graphQLString(words)
		add("search for "+name, `{ search(query: `+quoted+`, first: 100) { edges { score node { id } } } }`)
		add("suggest "+name, `{ suggest(prefix: `+quoted+`) { name } }`)
		add("who did it to "+name, `{ whoDid(predicate: "recognized", target: `+quoted+`) { rows { actor { name } } } }`)
		add("quote of "+name, `{ findQuote(text: `+quoted+`) { similarity text } }`)
		add("question about "+name, `{ ask(question: `+graphQLString("Who recognized "+words+"?")+
			`) { rows { actor { name } } } }`)
		add("cursor of "+name, `{ claims(after: `+quoted+`) { totalCount } }`)
		add("node of "+name, `{ node(id: `+quoted+`) { id } }`)
	}
	for name, where := range map[string]string{
		"fifty or":            `{or: [` + times(50, `{text: {contains: "%d"}} `) + `]}`,
		"nine edges":          `{or: [` + times(9, `{statements: {some: {speaker: {name: {eq: "a%d"}}}}} `) + `]}`,
		"nine edges at once":  `{and: [` + times(9, `{statements: {some: {speaker: {name: {eq: "a%d"}}}}} `) + `]}`,
		"three edges deep":    `{statements: {every: {article: {publisher: {published: {none: {title: {contains: "x"}}}}}}}}`,
		"nots in nots":        `{not: {not: {not: {not: {not: {negated: {eq: true}}}}}}}`,
		"a thousand ids":      `{id: {in: [` + times(1000, `"cl_%d" `) + `]}}`,
		"dates without sense": `{firstOn: {gt: "0001-01-01", lt: "9999-12-31"}}`,
	} {
		add("claims where "+name, `{ claims(where: `+where+`) { totalCount nodes { id } } }`)
	}
	for name, text := range map[string]string{
		"largest page":      `{ articles(first: 500) { nodes { id title statements(first: 100) { nodes { id } } } } }`,
		"a hundred aliases": `{ ` + times(100, `a%d: claims(first: 1) { totalCount } `) + `}`,
		"twenty questions": `{ ` + times(20,
			`a%d: ask(question: "Who recognized Donetsk?") { rows { actor { name } evidence { quote { exact } } } } `) + `}`,
		"aggregate of everything": `{ aggregate(of: STATEMENTS, by: [SPEAKER, MONTH, OUTLET], first: 500) { groups rows { count keys { value } } } }`,
		"every day":               `{ activity(by: DAY, fill: true, from: "2014-01-01", to: "2022-12-31") { buckets { date statements } } }`,
		"six steps":               `{ path(from: "Russia", to: "Syria", maxHops: 6, first: 50) { paths { length } } }`,
		"everybody's neighbours":  `{ actors(first: 100) { nodes { name statements(first: 20) { nodes { id } } } } }`,
		"the whole schema":        `{ __schema { types { kind name description fields { name description args { name } type { name } } } } }`,
		"the schema, three times": `{ ` + times(3, `a%d: __schema { types { name fields { name } } } `) + `}`,
		"all changes":             `{ changes(first: 500) { nodes { seq before after reason } } }`,
		"two hundred fields":      `{ ` + times(99, `a%d: predicates(first: 2) { totalCount } `) + `}`,
		"a fragment used by twenty": `{ ` + times(20, `a%d: claims(first: 5) { ...C } `) +
			`} fragment C on ClaimConnection { nodes { text statements(first: 2) { nodes { quote { exact } } } } }`,
	} {
		add(name, text)
	}
	return out
}

// oddWords are no words, or too many.
func oddWords() map[string]string {
	return map[string]string{
		"Cypher":               `x'}) MATCH (n) DETACH DELETE n // "}) RETURN 1 //`,
		"Lucene":               `*:* AND name:/.*/ ~ ^99 [a TO z] {x} !`,
		"stars":                strings.Repeat("*", 900),
		"brackets":             strings.Repeat("(", 450) + strings.Repeat(")", 450),
		"one long word":        strings.Repeat("a", 990),
		"many words":           strings.Repeat("a b c ", 160),
		"letters of all kinds": "Донецк دونيتسك 頓內次克 도네츠크 Ντόνετσκ \u202edlrow \u0301\u0301\u0301 👩‍👩‍👧‍👦",
		"nothing":              "",
		"blanks":               strings.Repeat(" \t", 300),
		"a null character":     "a\u0000b",
		"a path":               "../../../../etc/passwd",
		"a template":           "${jndi:ldap://127.0.0.1/x} {{7*7}} <script>alert(1)</script>",
	}
}

func graphQLString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ':
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
