package attribution

import (
	"sayso/internal/kg"
	"sayso/internal/read/syntax"
)

// modality says how far the content commits to itself: the cue's own modality, else that of its main clause.
func (f cueReader) modality(s Statement) kg.Modality {
	if questions[s.Lemma] && f.asks(s) {
		return kg.Questioned
	}
	if s.Modality != kg.Asserted {
		return s.Modality
	}
	root := s.Root
	if len(s.Tokens) > 0 {
		if last := s.Tokens[len(s.Tokens)-1]; last[1] > last[0] {
			for i := last[1] - 1; i >= last[0] && i > last[1]-4; i-- {
				if f.d.Tokens[i].Text == "?" {
					return kg.Questioned
				}
			}
		}
		if root < 0 {
			root = topVerb(f.d, s.Tokens[0])
		}
	}
	if root < 0 {
		return kg.Asserted
	}
	return ClauseModality(f.d, f.words, root)
}

// asks reports whether the content is a question and no request: it ends in a question mark or starts with a question
// word.
func (f cueReader) asks(s Statement) bool {
	for _, r := range s.Tokens {
		for i := r[1] - 1; i >= r[0] && i > r[1]-4; i-- {
			if f.d.Tokens[i].Text == "?" {
				return true
			}
		}
	}
	if len(s.Tokens) == 0 {
		return false
	}
	return asking[f.d.Lower(s.Tokens[0][0])]
}

func topVerb(d *syntax.Document, r [2]int) int {
	for i := r[0]; i < r[1]; i++ {
		if h := d.Tokens[i].Head; d.Verb(i) && (h == i || h < r[0] || h >= r[1]) {
			return i
		}
	}
	return -1
}

// ClauseModality reads the modality that a clause's own words give it: auxiliaries and adverbs of its verb, a condition
// it stands in.
func ClauseModality(d *syntax.Document, words *Lexicon, verb int) kg.Modality {
	out := kg.Asserted
	for _, c := range d.Children[verb] {
		switch d.Tokens[c].Dep {
		case "aux", "advmod", "neg":
			if m, ok := words.modality[d.Lower(c)]; ok && (out == kg.Asserted || m == kg.Hypothetical) {
				out = m
			}
		case "mark":
			if w := d.Lower(c); conditions[w] {
				return kg.Hypothetical
			} else if w == "whether" {
				return kg.Questioned
			}
		}
	}
	return out
}
