package ask

import (
	"slices"
	"strings"

	"sayso/internal/kg"
)

// describe says in one sentence how a question was understood.
func (q Question) describe(l *lexicon) string {
	text := q.core(l)
	if q.IncludeNonFactual {
		text += ", also where it is planned, possible or doubted"
	}
	if q.About != "" && q.Kind != HowMany && !q.post() {
		some := ""
		if q.SomeWords {
			some = "any of "
		}
		text += ", about " + some + quote(q.About)
	}
	if q.Speaker != "" && q.Kind != WhatSaid && q.Kind != WhoDenied {
		text += ", according to " + q.Speaker
	}
	if q.Via != "" {
		text += ", through " + q.Via
	}
	return text + q.timeText() + after("; not heeded: ", quoteAll(q.LeftOut)) + after("; read ", q.spellingText()) + "."
}

// post reports whether a question asks who holds a post, which it is about.
func (q Question) post() bool {
	return q.Kind == WhoDid && len(q.Predicates) > 1 && q.About != "" && q.Target != "" && !q.Negated
}

// spellingText says which words were read as which.
func (q Question) spellingText() string {
	parts := make([]string, len(q.Spellings))
	for i, s := range q.Spellings {
		parts[i] = quote(s.Written) + " as " + quote(s.Read)
	}
	return strings.Join(parts, ", ")
}

func quoteAll(texts []string) string {
	quoted := make([]string, len(texts))
	for i, s := range texts {
		quoted[i] = quote(s)
	}
	return strings.Join(quoted, ", ")
}

// accordingly writes a source that an answer does not heed, as a question has it.
func accordingly(source string) string { return "according to " + source }

func quote(s string) string { return "“" + s + "”" }

func (q Question) core(l *lexicon) string {
	deed := l.deed(q.Predicates)
	target := or(q.Target, "anybody or anything")
	switch q.Kind {
	case WhoDid:
		return q.whoDidText(deed, target)
	case WhatDid:
		if len(q.Predicates) == 0 && q.Actor == "" {
			return "What happened to or in " + q.Target
		}
		if len(q.Predicates) == 0 {
			return "What " + q.Actor + " did" + after(" to ", q.Target)
		}
		return "Whom or what " + or(q.Actor, "anybody") + " " + deed + after(", of ", q.Target)
	case WhatSaid, WhoSaid:
		return q.saidText(deed)
	case WhoDenied:
		return q.deniedText(l)
	case WhoBlames:
		return or(q.Actor, "Who") + " " + deed + " " + or(q.Target, "whom")
	case HowMany:
		what := "How many " + or(q.About, "people or things") + ": figures"
		if words := tokenize(q.About); len(words) > 0 && measureNouns[words[len(words)-1].low] {
			what = "The " + q.About + ": figures"
		}
		if slices.Equal(q.Predicates, l.countingVaguely[stemOf("have")]) {
			return what + after(" of ", q.Actor) + after(" in, of or to ", q.Target) + ", by who gives them"
		}
		return what + " of what " + or(q.Actor, "anybody") + " " + deed + after(" in, of or to ", q.Target) +
			", by who gives them"
	case When:
		which := map[Moment]string{First: "When it was first that ", Last: "When it was last that ", "": "When "}[q.Moment]
		return which + or(q.Actor, "somebody") + " " + deed + " " + target
	}
	return q.otherText(deed)
}

func (q Question) whoDidText(deed, target string) string {
	switch {
	case q.post() && q.Actor != "":
		return "Whether " + q.Actor + " is " + q.About + " of " + target
	case q.post():
		return "Who is " + q.About + " of " + target
	case q.Actor != "" && q.Negated:
		return "Whether it is said that " + q.Actor + " has not done this: " + deed + " " + target
	case q.Actor != "":
		return "Whether " + q.Actor + " " + deed + " " + target
	case q.Negated:
		return "Who is said not to have done this: " + deed + " " + target
	}
	return "Who " + deed + " " + target
}

func (q Question) otherText(deed string) string {
	switch q.Kind {
	case Position:
		return "How the position of " + q.Actor + " on " + q.Target + " changed" + after(", as to who ", deed)
	case WhoIs:
		return "Who or what " + q.Actor + " is"
	case Connection:
		return "How " + q.Actor + " and " + q.Target + " are connected"
	}
	what := "claims"
	if q.Dispute == "QUANTITY" {
		what = "figures"
	}
	return "Which " + what + after(" about ", q.Target) + " contradict each other"
}

func (q Question) saidText(deed string) string {
	if len(q.Predicates) > 0 {
		not := ""
		if q.Negated {
			not = "it is not so that "
		}
		said := or(after("What was said by ", q.Speaker), "Who says")
		return said + ": " + not + or(q.Actor, "somebody") + " " + deed + " " + q.Target
	}
	if q.Quoted {
		return or(after("Whether ", q.Speaker), "Who") + " said " + quote(q.Target)
	}
	said := "said"
	switch {
	case q.Counted:
		said = "said with a number"
	case q.Stances:
		said = "said or is told to have thought"
	}
	if q.Kind == WhoSaid {
		return "Who " + said + " something" + after(" about ", q.Target)
	}
	return "What " + q.Speaker + " " + said + after(" about ", q.Target)
}

func (q Question) deniedText(l *lexicon) string {
	who := or(q.Speaker, "Who")
	if len(q.Predicates) < 2 {
		return or(after("What ", q.Speaker), "Who") + " denied" + after(", about ", q.Target)
	}
	return who + " denied that " + or(q.Actor, "somebody") + " " + l.deed(q.Predicates[1:]) + " " + q.Target
}

// deed writes predicates as they read between subject and object.
func (l *lexicon) deed(ids []kg.PredicateID) string {
	var labels []string
	for _, id := range ids {
		labels = append(labels, or(l.labels[id], string(id)))
	}
	return strings.Join(labels, " or ")
}

func (q Question) timeText() string {
	var out string
	switch {
	case q.From != "" && q.From == q.To:
		out = ", in " + string(q.From)
		if len(q.From) > 7 {
			out = ", on " + string(q.From)
		}
	case q.From != "" && q.To != "":
		out = ", from " + string(q.From) + " to " + string(q.To)
	case q.From != "":
		out = ", from " + string(q.From) + " on"
	case q.To != "":
		out = ", up to " + string(q.To)
	}
	return out + after(", as of ", string(q.AsOf)) + after(", as it was known in ", string(q.KnownAt))
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// after writes text behind a lead, nothing where there is no text.
func after(lead, text string) string {
	if text == "" {
		return ""
	}
	return lead + text
}
