package attribution

import (
	"slices"
	"sort"

	"sayso/internal/read/mention"
	"sayso/internal/read/tagger"
)

// aspect is a part of statements that a pass goes by or changes.
type aspect uint

const (
	listed   aspect = 1 << iota // which statements there are, in what order
	parts                       // which tokens are content, cue and source
	commit                      // kind, modality, quotations
	speakers                    // who speaks
	channels                    // through whom
)

// aspects names the aspects for messages.
var aspects = map[aspect]string{
	listed:   "list",
	parts:    "parts",
	commit:   "commitment",
	speakers: "speakers",
	channels: "channels",
}

// pass is one step from what the tagger found to the statements of a text.
type pass struct {
	name   string
	reads  aspect // what of the statements it goes by, beside the text and its cast; an earlier pass has written it
	writes aspect // what it may change
	run    func(*finder)
}

// passes are the steps in order.
var passes = []pass{
	{"fromTags", 0, listed | parts | commit | channels, (*finder).fromTags},
	{"citations", listed, listed | parts | commit | channels, (*finder).citations},
	{"addMissed", listed | parts, listed | parts | commit | channels, (*finder).addMissed},
	{"correct", listed | parts | commit, parts | commit | channels, each((*finder).mendCarriers)},
	{"leadIns", listed | parts | commit, listed | parts | commit, (*finder).leadIns},
	{"addAnswers", listed | parts, listed | parts | commit, (*finder).addAnswers},
	{"cutTails", listed | parts, parts, (*finder).cutTails},
	{"joinQuotes", listed | parts | commit, listed | parts, (*finder).joinQuotes},
	{"joinedSayings", listed | parts | commit, listed | parts | commit, (*finder).joinedSayings},
	{"retold", listed | parts | commit, listed | parts | commit, (*finder).retold},
	{"handedOn", listed | parts | commit, listed | parts | commit | channels, (*finder).handedOn},
	{"finish", listed | parts | commit, parts | commit, each((*finder).finish)},
	{"chains", listed | parts, parts | channels, (*finder).chains},
	{"speakers", listed | parts | commit | channels, parts | commit | speakers | channels, (*finder).speakers},
	{"inTurns", listed | parts | speakers, speakers, (*finder).inTurns},
	{"outlets", listed | parts | speakers | channels, listed | parts | commit | channels, (*finder).outlets},
	{"passed", listed | parts | speakers | channels, speakers | channels, (*finder).passed},
	{"inOrder", listed | parts, listed, (*finder).inOrder},
}

// each makes a pass of steps that look at one statement after the other.
func each(steps ...func(*finder, *Statement)) func(*finder) {
	return func(f *finder) {
		for k := range f.found {
			for _, step := range steps {
				step(f, &f.found[k])
			}
		}
	}
}

// Find reads the statements of a text.
func Find(cast *mention.Cast, attributions []tagger.Attribution, words *Lexicon) *Result {
	f := newFinder(cast, attributions, words)
	for _, p := range passes {
		p.run(f)
	}
	out := &Result{Cast: cast, Statements: f.found, Words: words}
	out.index()
	return out
}

func newFinder(cast *mention.Cast, attributions []tagger.Attribution, words *Lexicon) *finder {
	return &finder{view: view{cast.Doc, cast, words}, given: attributions}
}

// fromTags makes statements of what the tagger found, of two cues of one clause that bring the same words one.
func (f *finder) fromTags() {
	byClause := map[int][]int{}
	for _, a := range f.given {
		s, ok := f.cues().tagged(a)
		if !ok || slices.ContainsFunc(byClause[s.Main], func(k int) bool { return f.found[k].sameAs(s) }) {
			continue
		}
		byClause[s.Main] = append(byClause[s.Main], len(f.found))
		f.found = append(f.found, s)
	}
}

// addAnswers adds what is answered in an interview.
func (f *finder) addAnswers() { f.found = append(f.found, f.answers()...) }

// inOrder puts the statements in the order of their contents.
func (f *finder) inOrder() {
	sort.SliceStable(f.found, func(i, j int) bool { return first(f.found[i]) < first(f.found[j]) })
}
