package vocabulary

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// recordFields, patternFields and askingFields are the fields that a file may have.
var recordFields, patternFields, askingFields = yamlFields(record{}), yamlFields(Pattern{}), yamlFields(asking{})

func yamlFields(of any) []string {
	var out []string
	for f := range reflect.TypeOf(of).Fields() {
		if f.Anonymous {
			out = append(out, yamlFields(reflect.New(f.Type).Elem().Interface())...)
			continue
		}
		if name := f.Tag.Get("yaml"); name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// Needs are the kinds of objects that a pattern can ask for, "" for none given; internal/read/claim knows what each
// takes.
func Needs() []string {
	return []string{"", "entity", "actor", "person", "named person", "organization", "named organization", "place",
		"through", "site", "struck", "target", "asset",
		"addressee", "victims", "nameless victims", "people", "figure", "measure", "matter", "text", "denied", "deed",
		"answerable", "named", "law", "breakable", "aircraft", "undertaking", "any", "none"}
}

// InnerVerb is the place of an object that is the verb which the pattern asks for: "agreed to FREE X".
const InnerVerb = "inner-verb"

var (
	whos  = []string{"", "entity", "actor", "person", "named person", "place", "armed", "text", "any", "optional", "none"}
	slots = []string{"dobj", "clause", "dative", "inner", InnerVerb, "inner-with", "inner-on",
		"inner-against", "inner-to", "inner-for", "poss", "attr", "nsubj", "npadvmod", "thatsubject",
		"nummod", "acomp", "compound", "none",
		"of", "to", "from", "with", "by", "on", "in", "at", "into", "onto", "against", "for", "over", "under", "between",
		"among", "toward", "towards", "upon",
		"about", "as", "through", "after", "before", "across", "near", "off", "out", "behind", "beside", "within", "without",
		"like", "via", "around", "along",
		"beyond", "outside", "inside", "during", "favor", "favour"}
	lemma = regexp.MustCompile(`^[^\s\p{Lu}]+$`)
)

// checkPattern looks at one pattern of the record.
func (r record) checkPattern(i int) error {
	p := r.Patterns[i]
	node := valueOf(r.node, "patterns").Content[i]
	at := func(field string) int {
		if v := valueOf(node, field); v != nil {
			return v.Line
		}
		return node.Line
	}
	if len(p.Verb)+len(p.Noun)+len(p.Adjective) == 0 && p.Compound == "" && p.Title == "" {
		return r.from.errorf(node.Line, "", "a pattern of %s has neither verb, noun, adjective, compound nor title; give "+
			"the word that it is found by", r.ID)
	}
	if !slices.Contains(Needs(), p.Need) {
		return r.from.errorf(at("need"), "need", "%q is no kind of object; use one of %s", p.Need,
			strings.Join(Needs()[1:], ", "))
	}
	if !slices.Contains(whos, p.Who) {
		return r.from.errorf(at("who"), "who", "%q is no kind of subject; use one of %s", p.Who, strings.Join(whos[1:], ", "))
	}
	for _, s := range p.Object {
		if !slices.Contains(slots, s) {
			return r.from.errorf(at("object"), "object", "%q is no place for an object; use one of %s", s,
				strings.Join(slots, ", "))
		}
	}
	if len(p.Object) == 0 && p.Need != "none" && p.Compound == "" && p.Title == "" && !p.Between {
		return r.from.errorf(node.Line, "object", "a pattern of %s does not say where its object stands; give object: "+
			"[dobj] or a preposition, or need: none", r.ID)
	}
	if err := r.checkUnless(p, node); err != nil {
		return err
	}
	if line := r.badLemma(node, p); line > 0 {
		return r.from.errorf(line, "", "verbs and nouns of patterns are single lower-case words in their base form, such "+
			"as \"visit\"; what more belongs to them has fields of its own")
	}
	return nil
}

// badLemma is the line of a word that is no lemma, 0 where all are.
func (r record) badLemma(node *yaml.Node, p Pattern) int {
	for field, words := range map[string][]string{"verb": p.Verb, "noun": p.Noun, "adjective": p.Adjective} {
		for _, w := range words {
			if !lemma.MatchString(w) {
				return valueOf(node, field).Line
			}
		}
	}
	return 0
}
