package nlp

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
)

// ruler sets part of speech and morphology from tags, and corrects tags, labels and lemmas of particular words. Its
// rules are data; later rules win over earlier ones, and all of them look at the tokens as they were before.
type ruler struct {
	byTag   map[string][]int // rules that want exactly this tag of the token they change
	byLower map[string][]int // of the others: rules that want exactly this word
	always  []int            // the rest
	rules   []rule
}

// rule changes the token at index of a run of tokens that one of its patterns fits.
type rule struct {
	patterns [][]tokenPattern
	index    int
	attrs    map[string]string
}

// tokenPattern is what a rule asks of one token; what is nil or missing is not asked.
type tokenPattern struct {
	Tag     *valuePattern `json:"TAG"`
	Lower   *valuePattern `json:"LOWER"`
	Dep     *valuePattern `json:"DEP"`
	IsSpace *bool         `json:"IS_SPACE"`
}

// valuePattern is a string to equal, or lists and a regular expression to fit.
type valuePattern struct {
	equal *string
	in    []string
	notIn []string
	regex *regexp.Regexp
}

// UnmarshalJSON reads a string or an object with the keys IN, NOT_IN and REGEX.
func (v *valuePattern) UnmarshalJSON(data []byte) error {
	var word string
	if json.Unmarshal(data, &word) == nil {
		v.equal = &word
		return nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		return err
	}
	for key, value := range object {
		var err error
		switch key {
		case "IN":
			err = json.Unmarshal(value, &v.in)
		case "NOT_IN":
			err = json.Unmarshal(value, &v.notIn)
		case "REGEX":
			var s string
			if err = json.Unmarshal(value, &s); err == nil {
				v.regex, err = regexp.Compile(s)
			}
		default:
			err = fmt.Errorf("nlp: the rules use the operator %s, which this reader does not know", key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *valuePattern) fits(s string) bool {
	switch {
	case v == nil:
		return true
	case v.equal != nil:
		return s == *v.equal
	}
	return (v.in == nil || slices.Contains(v.in, s)) && !slices.Contains(v.notIn, s) &&
		(v.regex == nil || v.regex.MatchString(s))
}

func newRuler(data []byte) (*ruler, error) {
	var list []struct {
		Patterns [][]map[string]json.RawMessage `json:"patterns"`
		Attrs    map[string]string              `json:"attrs"`
		Index    int                            `json:"index"`
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("nlp: the attribute rules are not readable: %w", err)
	}
	r := &ruler{byTag: map[string][]int{}, byLower: map[string][]int{}}
	for number, l := range list {
		made := rule{index: l.Index, attrs: l.Attrs}
		for _, pattern := range l.Patterns {
			tokens, err := readPattern(pattern)
			if err != nil {
				return nil, err
			}
			if l.Index < 0 || l.Index >= len(tokens) {
				return nil, fmt.Errorf("nlp: attribute rule %d changes a token outside of its pattern", number)
			}
			made.patterns = append(made.patterns, tokens)
			r.index(number, tokens[l.Index])
		}
		r.rules = append(r.rules, made)
	}
	return r, nil
}

func readPattern(pattern []map[string]json.RawMessage) ([]tokenPattern, error) {
	var out []tokenPattern
	for _, object := range pattern {
		var t tokenPattern
		for key, value := range object {
			var to any
			switch key {
			case "TAG":
				to = &t.Tag
			case "LOWER":
				to = &t.Lower
			case "DEP":
				to = &t.Dep
			case "IS_SPACE":
				to = &t.IsSpace
			default:
				return nil, fmt.Errorf("nlp: the attribute rules ask for %s, which this reader does not know", key)
			}
			if err := json.Unmarshal(value, to); err != nil {
				return nil, fmt.Errorf("nlp: attribute rule for %s: %w", key, err)
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// index files a rule under the rarest thing that it wants of the token it changes.
func (r *ruler) index(number int, t tokenPattern) {
	add := func(m map[string][]int, key string) {
		if list := m[key]; len(list) == 0 || list[len(list)-1] != number {
			m[key] = append(list, number)
		}
	}
	switch {
	case t.Lower != nil && t.Lower.equal != nil:
		add(r.byLower, *t.Lower.equal)
	case t.Lower != nil && t.Lower.in != nil:
		for _, word := range t.Lower.in {
			add(r.byLower, word)
		}
	case t.Tag != nil && t.Tag.equal != nil:
		add(r.byTag, *t.Tag.equal)
	case len(r.always) == 0 || r.always[len(r.always)-1] != number:
		r.always = append(r.always, number)
	}
}

// seen is what the rules look at in a token.
type seen struct {
	tag, lower, dep string
	space           bool
}

func (t tokenPattern) fits(s *seen) bool {
	return t.Tag.fits(s.tag) && (t.IsSpace == nil || *t.IsSpace == s.space) && t.Lower.fits(s.lower) && t.Dep.fits(s.dep)
}

func (r *rule) fits(tokens []seen, at int) bool {
	for _, pattern := range r.patterns {
		from := at - r.index
		if from < 0 || from+len(pattern) > len(tokens) {
			continue
		}
		ok := true
		for i := range pattern {
			if ok = pattern[i].fits(&tokens[from+i]); !ok {
				break
			}
		}
		if ok {
			return true
		}
	}
	return false
}

// apply sets Pos, and Tag, Dep and Lemma where a rule says so. It returns the morphology of each token as
// "Feature=Value|Feature=Value".
func (r *ruler) apply(tokens []Token) []string {
	view := make([]seen, len(tokens))
	for i := range tokens {
		t := &tokens[i]
		view[i] = seen{t.Tag, lower(t.Text), t.Dep, allSpace(t.Text)}
	}
	morphs := make([]string, len(tokens))
	var candidates []int
	for i := range tokens {
		candidates = append(candidates[:0], r.always...)
		candidates = append(candidates, r.byTag[view[i].tag]...)
		candidates = append(candidates, r.byLower[view[i].lower]...)
		slices.Sort(candidates)
		for _, number := range candidates {
			rule := &r.rules[number]
			if rule.fits(view, i) {
				morphs[i] = rule.set(&tokens[i], morphs[i])
			}
		}
	}
	return morphs
}

func (r *rule) set(t *Token, morph string) string {
	for key, value := range r.attrs {
		switch key {
		case "TAG":
			t.Tag = value
		case "POS":
			t.Pos = value
		case "DEP":
			t.Dep = value
		case "LEMMA":
			t.Lemma = value
		case "MORPH":
			if morph = value; value == "_" {
				morph = ""
			}
		}
	}
	return morph
}
