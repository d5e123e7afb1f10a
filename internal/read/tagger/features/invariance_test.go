package features

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// labelled is a sentence with what grammar says of its cue: words by which the source and the content are found.
type labelled struct{ text, cue, source, content string }

var labelledSentences = []labelled{
	{"The old mayor of Ulm said on Monday that taxes would rise.", "said", "mayor", "rise"},
	{"“We will stay,” Ann Lee told reporters, “and we will win.”", "told", "Lee", "stay"},
	{"Taxes will rise, according to a letter from the mayor.", "according", "letter", "rise"},
	{"The plan was criticized by two teachers who had read it.", "criticized", "teachers", "plan"},
	{"There was a claim from the board that the quay is unsafe.", "claim", "board", "unsafe"},
	{"Bo Ek, who denied that he knew, made the claim that it rained.", "denied", "Ek", "knew"},
	{"She said, and he agreed, that ‘nothing’ was lost; they warned of rain.", "said", "She", "lost"},
}

// parts makes a candidate of one-word source and cue, and of the words between the content's and the sentence's end.
func (l labelled) parts(t *testing.T, d *Document) (int, Parts) {
	t.Helper()
	h, s, c := d.find(t, l.cue), d.find(t, l.source), d.find(t, l.content)
	return h, Parts{Source: [][2]int{{s, s}}, Cue: [][2]int{{h, h}}, Content: [][2]int{{c, c + 1}}}
}

// describe gives all features of a sentence's cue: of the words around it, of a labelling, of an attribution.
func describe(t *testing.T, l labelled, before string) map[string]any {
	t.Helper()
	d := parsed(t, before+l.text)
	for i := range d.words {
		d.words[i].headline = false
	}
	h, p := l.parts(t, d)
	chances := make(Chances, d.Len())
	chances[h] = .8
	_, words := d.ArgumentFeatures(h, chances)
	c := Candidate{Head: h, Chance: .8, LogP: -2, Gap: .5, Length: len(words), Parts: p}
	return map[string]any{
		"words":     words,
		"labelling": d.OptionFeatures(h, p, 1, 0, chances),
		"candidate": d.CandidateFeatures(c, Rivals{Holding: 1}),
	}
}

// TestFeaturesOfCandidatesDependOnWordsNotPlace: what stands in another paragraph changes nothing.
func TestFeaturesOfCandidatesDependOnWordsNotPlace(t *testing.T) {
	for _, l := range labelledSentences {
		alone := describe(t, l, "")
		if d := cmp.Diff(alone, describe(t, l, "Rain fell all day.\n\n")); d != "" {
			t.Errorf("%s: other features after another paragraph", l.text)
		}
		if len(alone["words"].([][]uint32)) == 0 {
			t.Errorf("%s: no window", l.text)
		}
	}
}

// TestFeaturesTellLabellingsApart: another source, another content and a lower score each show.
func TestFeaturesTellLabellingsApart(t *testing.T) {
	for _, l := range labelledSentences {
		d := parsed(t, l.text)
		h, p := l.parts(t, d)
		chances := make(Chances, d.Len())
		seen := map[string]string{}
		for name, p := range map[string]Parts{
			"as it is":       p,
			"no source":      {Cue: p.Cue, Content: p.Content},
			"sides changed":  {Source: p.Content, Cue: p.Cue, Content: p.Source},
			"longer content": {Source: p.Source, Cue: p.Cue, Content: [][2]int{{p.Content[0][0] - 1, p.Content[0][1]}}},
		} {
			got := fmt.Sprint(d.OptionFeatures(h, p, 0, 0, chances))
			if other, ok := seen[got]; ok {
				t.Errorf("%s: %q and %q have the same features", l.text, name, other)
			}
			seen[got] = name
		}
		if same := fmt.Sprint(d.OptionFeatures(h, p, 3, 0, chances)); seen[same] != "" {
			t.Errorf("%s: a labelling that scores less has the features of %q", l.text, seen[same])
		}
	}
}

// TestPlacesOfWords: what a document tells of the places of its words agrees with the text.
func TestPlacesOfWords(t *testing.T) {
	const text = "Ann Lee said no. Bo Ek, too, made a claim."
	d := parsed(t, text)
	runes := []rune(text)
	n := 0
	for k := range d.Sentences() {
		first, end := d.Sentence(k)
		if first != n || end <= first {
			t.Errorf("sentence %d has the words %d to %d after %d", k, first, end, n)
		}
		n = end
	}
	if n != d.Len() {
		t.Errorf("the sentences have %d words of %d", n, d.Len())
	}
	for i := range d.Len() {
		if got := string(runes[d.Start(i):d.End(i)]); got != d.words[i].text {
			t.Errorf("word %d is %q, and %q stands there", i, d.words[i].text, got)
		}
		if diff := cmp.Diff([]int{i}, d.Covered(d.Start(i), d.End(i))); diff != "" {
			t.Error(diff)
		}
	}
	if got := d.Covered(2, 9); len(got) != 3 { // the end of "Ann", "Lee" and the beginning of "said"
		t.Errorf("words %v share a code point with 2 to 9", got)
	}
	made, claim := d.find(t, "made"), d.find(t, "claim")
	if got := d.CueHead([]int{made, made + 1, claim}); got != made {
		t.Errorf("the head of “made a claim” is word %d, want %d", got, made)
	}
	if got := d.CueHead([]int{made + 1}); got != made+1 {
		t.Errorf("the head of one word is word %d, want %d", got, made+1)
	}
	if d.CueHead(nil) != -1 {
		t.Error("no word has a head")
	}
}
