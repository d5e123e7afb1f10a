package score

import (
	"fmt"
	"sort"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

// Count is hits out of what was predicted and out of what gold has.
type Count struct{ Hit, Predicted, Gold int }

// Precision in percent, 0 when nothing was predicted.
func (c Count) Precision() float64 { return percent(c.Hit, c.Predicted) }

// Recall in percent, 0 when gold has nothing.
func (c Count) Recall() float64 { return percent(c.Hit, c.Gold) }

// F1 in percent, the harmonic mean of the two.
func (c Count) F1() float64 { return percent(2*c.Hit, c.Predicted+c.Gold) }

// Add counts in.
func (c *Count) Add(hit, predicted, gold int) { c.Hit += hit; c.Predicted += predicted; c.Gold += gold }

func percent(hit, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(hit) / float64(of)
}

// Figures are the measures of one or more articles, by name.
type Figures map[string]*Count

// order is how figures are printed.
var order = []string{"mentions.strict", "mentions.linked", "statements.found", "statements.speaker",
	"statements.modality", "quotes.exact", "quotes.speaker", "via",
	"claims", "claims.recognition", "claims.attributed", "claims.modality"}

var recognition = map[kg.PredicateID]bool{
	"RECOGNIZED": true, "SOUGHT_RECOGNITION": true, "REFUSED_RECOGNITION": true, "WITHDREW_RECOGNITION": true,
	"DEMANDED_NON_RECOGNITION": true,
}

var mutual = map[kg.PredicateID]bool{
	"MET_WITH": true, "NEGOTIATED_WITH": true, "COOPERATED_WITH": true, "AGREED_WITH": true, "ALLY_OF": true,
	"ESTABLISHED_TIES_WITH": true,
}

// New gives figures that are all zero.
func New() Figures {
	f := Figures{}
	for _, name := range order {
		f[name] = &Count{}
	}
	return f
}

// String prints a line a figure: name, precision, recall, F1 and the counts.
func (f Figures) String() string {
	var b strings.Builder
	for _, name := range order {
		c := f[name]
		fmt.Fprintf(&b, "%-20s P %5.1f  R %5.1f  F1 %5.1f   (%d right, %d predicted, %d gold)\n", name, c.Precision(),
			c.Recall(), c.F1(), c.Hit, c.Predicted, c.Gold)
	}
	return b.String()
}

// Add scores one article. Offsets of gold must lie inside text; a predicted span outside of it is wrong, not an error.
func (f Figures) Add(text string, gold, pred kg.Reading) {
	a := article{text: []rune(text), gold: gold, pred: pred}
	a.names = newNames(a.text, gold.Mentions)
	a.words = wordStarts(a.text)
	f.mentions(a)
	pairs := f.statements(a)
	f.quotes(a)
	f.claims(a, pairs)
}

type article struct {
	text       []rune
	gold, pred kg.Reading
	names      names
	words      []kg.Span
}

func (f Figures) mentions(a article) {
	type key struct {
		span kg.Span
		typ  string
	}
	gold := map[key]string{}
	for _, m := range a.gold.Mentions {
		gold[key{m.Span, m.Type}] = m.Entity
	}
	seen, hit, linked := map[key]bool{}, 0, 0
	for _, m := range a.pred.Mentions {
		k := key{m.Span, m.Type}
		if entity, ok := gold[k]; ok && !seen[k] {
			hit++
			linked += int(truth(canonical(entity, m.Entity, m.Type)))
		}
		seen[k] = true
	}
	f["mentions.strict"].Add(hit, len(seen), len(gold))
	f["mentions.linked"].Add(linked, len(seen), len(gold))
}

// statements pairs gold statements with predicted ones by the words of their contents and gives gold index → predicted
// index.
func (f Figures) statements(a article) map[int]int {
	var all []candidate
	kept := 0
	for j, p := range a.pred.Statements {
		if p.Kind == kg.Stance {
			continue
		}
		kept++
		pw, px := a.covered(p.Content), a.covered(append(append([]kg.Span{}, p.Source...), p.Cue...))
		for i, g := range a.gold.Statements {
			gw, gx := a.covered(g.Content), a.covered(append(append([]kg.Span{}, g.Source...), g.Cue...))
			if o := overlap(gw, pw); o >= 0.5 {
				all = append(all, candidate{[]float64{o, float64(shared(gx, px))}, i, j})
			}
		}
	}
	pairs := oneToOne(all)
	speaker, modality := 0, 0
	for i, j := range pairs {
		g, p := a.gold.Statements[i], a.pred.Statements[j]
		if a.names.same(g.Speaker, p.Speaker) {
			speaker++
		}
		if g.Modality == p.Modality {
			modality++
		}
		f["via"].Add(a.sharedNames(g.Via, p.Via), len(p.Via), len(g.Via))
	}
	f["statements.found"].Add(len(pairs), kept, len(a.gold.Statements))
	f["statements.speaker"].Add(speaker, kept, len(a.gold.Statements))
	f["statements.modality"].Add(modality, len(pairs), len(pairs))
	return pairs
}

func (a article) sharedNames(gold, pred []string) int {
	left, hit := append([]string{}, pred...), 0
	for _, g := range gold {
		for k, p := range left {
			if a.names.same(g, p) {
				left = append(left[:k], left[k+1:]...)
				hit++
				break
			}
		}
	}
	return hit
}

func (f Figures) quotes(a article) {
	gold, pred := a.quotesOf(a.gold.Statements), a.quotesOf(a.pred.Statements)
	exact, right := 0, 0
	for span, speakers := range gold {
		found, ok := pred[span]
		if !ok {
			continue
		}
		exact++
		for _, g := range speakers {
			if a.sharedNames([]string{g}, found) > 0 || g == "" && member(found, "") {
				right++
				break
			}
		}
	}
	f["quotes.exact"].Add(exact, len(pred), len(gold))
	f["quotes.speaker"].Add(right, len(pred), len(gold))
}

// quotesOf gives the quotations with their speakers, without marks, blanks and punctuation at their ends.
func (a article) quotesOf(list []kg.ReadStatement) map[kg.Span][]string {
	out := map[kg.Span][]string{}
	for _, s := range list {
		if s.Kind == kg.Stance {
			continue
		}
		for _, q := range s.Quotes {
			span := kg.Span{max(0, q[0]), min(len(a.text), q[1])}
			for span[0] < span[1] && strip(a.text[span[0]]) {
				span[0]++
			}
			for span[1] > span[0] && strip(a.text[span[1]-1]) {
				span[1]--
			}
			out[span] = append(out[span], s.Speaker)
		}
	}
	return out
}

func strip(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\"“”‘’'«»„`,.;:!?…", r)
}

func (f Figures) claims(a article, statements map[int]int) {
	pred := unique(a.pred.Claims)
	linked := func(g, p kg.ReadClaim) bool {
		if g.Statement == nil || p.Statement == nil {
			return g.Statement == nil && p.Statement == nil
		}
		j, ok := statements[*g.Statement]
		return ok && j == *p.Statement
	}
	var all []candidate
	for i, g := range a.gold.Claims {
		for j, p := range pred {
			if g.Predicate != p.Predicate || g.Negated != p.Negated || !a.sameEnds(g, p) {
				continue
			}
			exact := equal(g.Subject, p.Subject) + equal(g.Object, p.Object)
			near := overlap(a.covered([]kg.Span{g.Evidence}), a.covered([]kg.Span{p.Evidence}))
			all = append(all, candidate{[]float64{exact, truth(linked(g, p)), truth(sameQuantity(g, p)), near}, i, j})
		}
	}
	match := oneToOne(all)
	rec, attributed, modality := 0, 0, 0
	for i, j := range match {
		g, p := a.gold.Claims[i], pred[j]
		rec += int(truth(recognition[g.Predicate]))
		attributed += int(truth(linked(g, p)))
		modality += int(truth(g.Modality == p.Modality))
	}
	f["claims"].Add(len(match), len(pred), len(a.gold.Claims))
	f["claims.recognition"].Add(rec, countRecognition(pred), countRecognition(a.gold.Claims))
	f["claims.attributed"].Add(attributed, len(match), len(match))
	f["claims.modality"].Add(modality, len(match), len(match))
}

func (a article) sameEnds(g, p kg.ReadClaim) bool {
	if a.names.matches(g.Subject, p.Subject) && a.names.matches(g.Object, p.Object) {
		return true
	}
	return mutual[g.Predicate] && a.names.matches(g.Subject, p.Object) && a.names.matches(g.Object, p.Subject)
}

func sameQuantity(g, p kg.ReadClaim) bool {
	return g.Quantity != nil && p.Quantity != nil && g.Quantity.Value == p.Quantity.Value
}

func countRecognition(claims []kg.ReadClaim) int {
	n := 0
	for _, c := range claims {
		n += int(truth(recognition[c.Predicate]))
	}
	return n
}

func unique(claims []kg.ReadClaim) []kg.ReadClaim {
	seen, out := map[string]bool{}, []kg.ReadClaim{}
	for _, c := range claims {
		key := fmt.Sprint(fold(c.Subject), c.Predicate, fold(c.Object), c.Negated)
		if c.Statement != nil {
			key += fmt.Sprint(" s", *c.Statement)
		}
		if c.Quantity != nil {
			key += fmt.Sprint(" q", c.Quantity.Value)
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	return out
}

func equal(a, b string) float64 {
	return truth(strings.Join(fold(a), " ") == strings.Join(fold(b), " "))
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// candidate is a possible pair with what makes it better than others, the most important first.
type candidate struct {
	rank       []float64
	gold, pred int
}

// oneToOne takes the best candidates first, each gold and each predicted item once.
func oneToOne(all []candidate) map[int]int {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		for k := range a.rank {
			if a.rank[k] != b.rank[k] {
				return a.rank[k] > b.rank[k]
			}
		}
		return a.gold < b.gold || a.gold == b.gold && a.pred < b.pred
	})
	out, used := map[int]int{}, map[int]bool{}
	for _, c := range all {
		if _, have := out[c.gold]; !have && !used[c.pred] {
			out[c.gold], used[c.pred] = c.pred, true
		}
	}
	return out
}
