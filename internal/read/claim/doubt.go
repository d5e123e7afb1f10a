package claim

import (
	"sayso/internal/kg"
	"sayso/internal/read/attribution"
	"sayso/internal/read/layout"
)

// hearsay reports whether nobody who could be asked vouches for a statement: its source is what the outlet takes
// back, or has no name and is a thing that repeats others ("a website", "rumours"), or nobody says who claims or
// alleges it.
func (f *finder) hearsay(s attribution.Statement) bool {
	if s.CueToken >= 0 && f.cueTakenBack(s.CueToken) {
		return true
	}
	i := s.SourceToken
	if i < 0 || f.cast.At[i] >= 0 {
		return false
	}
	if f.vagueOutlet(i) && f.rules.Take("hearsay.vague-outlet", i) {
		return f.d.Child(i, "appos") < 0
	}
	if hearers[f.d.Lemma(i)] && f.rules.Take("hearsay.repeated", i) {
		return true
	}
	return s.Speaker == "" && f.d.Noun(i) && f.ph.NounType(i) == "" && claiming[s.Lemma]
}

// cueTakenBack reports whether a verb of saying is one of the outlet's own words that it takes back, or has "wrongly"
// with it.
func (f *finder) cueTakenBack(cue int) bool {
	for _, n := range f.d.All(cue, "nsubj") { // "Correction: an earlier entry said"
		if f.correctedSince(n) && f.rules.Take("hearsay.corrected", n) {
			return true
		}
	}
	for _, a := range f.d.All(cue, "advmod") {
		if misreported[f.d.Lower(a)] && f.rules.Take("hearsay.misreported", a) {
			return true
		}
	}
	return false
}

// vagueOutlet reports whether a noun is an outlet that nobody can ask: "a newspaper", "media".
func (f *finder) vagueOutlet(i int) bool {
	if f.cast.Words.Class(f.d.Lemma(i), f.d.Lower(i)) != "outlet" {
		return false
	}
	det := f.d.Child(i, "det", "poss")
	return det < 0 && f.d.Tokens[i].Tag == "NNS" || det >= 0 && vagueArticles[f.d.Lower(det)]
}

// untruths hedges what somebody else's words, or an outlet's, assert where the text says that it is not so: "That was
// wrong.", "This is a lie", or the one it is said of denies it.
func (f *finder) untruths() {
	for n := 1; n < len(f.d.Sentences); n++ {
		if i, own := f.refutes(n); i >= 0 {
			f.refute(n-1, i, own)
		}
	}
	for k := range f.found {
		c := &f.found[k]
		if c.Statement == nil || c.Negated || c.Modality != kg.Asserted || !f.passedOn(*c.Statement) {
			continue
		}
		if o := f.denialOf(*c); o >= 0 && f.rules.Take("untruth.denied-elsewhere", o) {
			c.Modality = kg.Hedged
			c.explain("untruth.denied-elsewhere", o)
		}
	}
}

// refute hedges the claims of a sentence that the one behind it, at token i, says are not so; own where the article
// itself says it.
func (f *finder) refute(sentence, i int, own bool) {
	for k := range f.found {
		c := &f.found[k]
		if f.d.Sentence[c.at] != sentence || c.Statement == nil || c.Modality != kg.Asserted {
			continue
		}
		other := own || !f.sameSpeaker(*c.Statement, f.said.Innermost(i))
		if other && f.rules.Take("untruth.said-to-be", i) {
			c.Modality = kg.Hedged
			c.explain("untruth.said-to-be", i)
		}
	}
}

// denialOf is the token of a claim that asserts the opposite and is nobody's hearsay; -1 for none.
func (f *finder) denialOf(c found) int {
	for _, o := range f.found {
		same := o.Predicate == c.Predicate && o.Subject == c.Subject && o.Object == c.Object
		if same && o.Negated && o.Modality == kg.Asserted && (o.Statement == nil || !f.passedOn(*o.Statement)) {
			return o.at
		}
	}
	return -1
}

// correctedSince reports whether a noun names what the outlet itself wrote before and takes back: "an earlier version
// of this article".
func (f *finder) correctedSince(i int) bool {
	if !corrected[f.d.Lemma(i)] {
		return false
	}
	for _, a := range f.d.All(i, "amod", "advmod") {
		if superseded[f.d.Lower(a)] {
			return true
		}
	}
	return f.takenBackBehind(i)
}

// takenBackBehind reports whether the paragraph of a noun for what the outlet published goes on to say, in its own
// voice, that it was wrong or is withdrawn: "An article said that X had resigned. The report was wrong."
func (f *finder) takenBackBehind(i int) bool {
	d := f.d
	for v := i + 1; v < len(d.Tokens) && d.Paragraph(v) == d.Paragraph(i); v++ {
		if !d.Verb(v) || d.Sentence[v] == d.Sentence[i] || f.said.Innermost(v) >= 0 || f.co.NegatedAt(v) {
			continue
		}
		s := d.Child(v, "nsubj", "nsubjpass")
		if s < 0 {
			continue
		}
		a := d.Child(v, "acomp", "attr")
		wrong := a >= 0 && mistakes[d.Lemma(a)] && d.Lemma(v) == "be"
		if wrong && corrected[d.Lemma(s)] || withdrawing[d.Lemma(v)] && (ourselves[d.Lower(s)] || corrected[d.Lemma(s)]) {
			return true
		}
	}
	return false
}

// refutes reports whether a sentence says no more than that something is untrue, and whether the article itself says
// so; -1 where it does not.
func (f *finder) refutes(n int) (at int, own bool) {
	d, s := f.d, f.d.Sentences[n]
	for i := s.First; i < s.End; i++ {
		w := d.Lower(i)
		if !pointers[w] || d.Tokens[i].Dep != "nsubj" || d.Kind(i) != layout.Body {
			continue
		}
		v := d.Tokens[i].Head
		a := d.Child(v, "acomp", "attr")
		if d.Lemma(v) != "be" || a < 0 || w == "it" && f.goesOn(v, a) {
			continue
		}
		own = f.said.Innermost(i) < 0
		word, not := d.Lemma(a), f.co.NegatedAt(v)
		switch {
		case (trueWords[word]) && not, lies[word] && !not:
			return i, own
		case (mistakes[word]) && !not && own:
			return i, own
		}
	}
	return -1, false
}

// goesOn reports whether the clause of verb v, with the complement a, goes on to tell what it is that is not so: "it
// is not true that …".
func (f *finder) goesOn(v, a int) bool {
	for _, up := range []int{v, a} {
		for _, c := range f.d.All(up, "ccomp", "acl", "advcl", "relcl") {
			if c > v && (f.ph.HasChild(c, "that") || f.d.Lower(f.d.Left[c]) == "that") {
				return true
			}
		}
	}
	return false
}

func (f *finder) sameSpeaker(a, b int) bool {
	return a == b ||
		b >= 0 && f.said.Statements[a].Speaker == f.said.Statements[b].Speaker && f.said.Statements[a].Speaker != ""
}

// passedOn reports whether a statement is an outlet's or nobody's.
func (f *finder) passedOn(k int) bool {
	s := f.said.Statements[k]
	return s.Speaker == "" || f.mentionKind(s.Speaker) == "outlet"
}

func (f *finder) mentionKind(name string) string {
	for _, m := range f.cast.Mentions {
		if m.Name == name {
			return m.Kind
		}
	}
	return ""
}

// saysOn reports whether a verb is what a speaker says next, and no part of what he denied, to which the parser
// joined it: "denied that it had fired first and accused X".
func (f *finder) saysOn(v int, st attribution.Statement) bool {
	d := f.d
	if !denying[st.Lemma] || st.Root < 0 || v == st.Root {
		return false
	}
	if d.Tokens[v].Dep != "conj" || d.Tokens[v].Head != st.Root || d.Child(v, "nsubj", "aux", "nsubjpass") >= 0 {
		return false
	}
	if tag := d.Tokens[v].Tag; tag != "VBD" && tag != "VBZ" && tag != "VBP" {
		return false
	}
	return d.Child(st.Root, "aux") >= 0 && (f.words.Speech(d.Lemma(v)) || retorts[d.Lemma(v)])
}
