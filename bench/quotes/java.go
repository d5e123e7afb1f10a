package main

import (
	"regexp"
	"strconv"
	"strings"
)

// testCase is one call of runQuotes.
type testCase struct {
	test   string
	text   string
	count  int
	quotes []string // outermost ones that the test names
	single bool     // single marks are meant to count
}

var (
	method    = regexp.MustCompile(`public void (test\w+)\(\)`)
	statement = regexp.MustCompile(`(?s)^(?:String )?(\w+) = (".*)$`)
	call      = regexp.MustCompile(`runQuotes\(text, (\d+)(?:, (\w+))?\)`)
	equals    = regexp.MustCompile(`(?s)^assertEquals\((.*),\s*quotes\.get\(\d\)\.get\(CoreAnnotations\.TextAnnotation\.class\)\)$`)
	literal   = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	comment   = regexp.MustCompile(`(?m)^\s*//.*$`)
)

// parse reads the cases of a test written in Java: strings put together with +, calls of runQuotes and assertEquals.
func parse(source string) []testCase {
	var out []testCase
	test, values := "", map[string]string{}
	for _, s := range statements(comment.ReplaceAllString(source, "")) {
		if m := method.FindStringSubmatch(s); m != nil {
			test = m[1]
			s = strings.TrimSpace(s[strings.LastIndex(s, "{")+1:])
		}
		if test == "" {
			continue
		}
		if m := statement.FindStringSubmatch(s); m != nil {
			values[m[1]] = joined(m[2])
			continue
		}
		if m := call.FindStringSubmatch(s); m != nil {
			count, _ := strconv.Atoi(m[1])
			out = append(out, testCase{test: test, text: values["text"], count: count, single: m[2] == "" || m[2] == "pipeline"})
			continue
		}
		if m := equals.FindStringSubmatch(s); m != nil && len(out) > 0 {
			want := joined(m[1])
			if want == "" {
				want = values[strings.TrimSpace(m[1])]
			}
			out[len(out)-1].quotes = append(out[len(out)-1].quotes, want)
		}
		if strings.Contains(s, "public List<CoreMap> runQuotes") {
			break
		}
	}
	return out
}

// statements cuts Java at the semicolons outside of its strings.
func statements(source string) []string {
	var out []string
	start, inside := 0, false
	for i := 0; i < len(source); i++ {
		switch {
		case inside && source[i] == '\\':
			i++
		case source[i] == '"':
			inside = !inside
		case source[i] == ';' && !inside:
			out = append(out, strings.TrimSpace(strings.Trim(strings.TrimSpace(source[start:i]), "}")))
			start = i + 1
		}
	}
	return out
}

// joined is the value of string literals put together.
func joined(expression string) string {
	var b strings.Builder
	for _, l := range literal.FindAllString(expression, -1) {
		if s, err := strconv.Unquote(l); err == nil {
			b.WriteString(s)
		}
	}
	return b.String()
}
