package forget

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"sayso/internal/kg"
)

// kinds of what is hashed.
const (
	ofID    = "id"
	ofName  = "name"
	ofFirst = "first"
	ofPart  = "part"
)

// Person is who is to be forgotten.
type Person struct {
	IDs   []string // all recorded ones
	Names []string // all names and other forms of names, but for those that others have too
}

// shortestPart is how many letters a word must have to be blacked out by itself.
const shortestPart = 3

// New makes what is kept of a forgetting. The caller fills in who, when and why.
func New(key Key, p Person) kg.Forgetting {
	f := kg.Forgetting{Key: key.ID()}
	for _, id := range p.IDs {
		f.Actors = append(f.Actors, key.Hash(ofID, id))
	}
	for _, name := range p.Names {
		parts := strings.Fields(kg.FoldName(name))
		if len(parts) == 0 {
			continue
		}
		if last := parts[len(parts)-1]; len([]rune(last)) >= shortestPart {
			f.Parts = append(f.Parts, key.Hash(ofPart, last))
		}
		for _, form := range forms(strings.Join(parts, " ")) {
			f.Names = append(f.Names, key.Hash(ofName, form))
			first, _, _ := strings.Cut(form, " ")
			f.First = append(f.First, key.Hash(ofFirst, first))
		}
		f.Longest = max(f.Longest, len(parts))
	}
	for _, list := range []*[]string{&f.Actors, &f.Names, &f.First, &f.Parts} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	f.ID = kg.ForgettingID(f.Actors)
	return f
}

// List knows again whom some forgettings are about.
type List struct {
	key     Key
	entries []kg.Forgetting
	longest int
	actors  map[string]bool
	names   map[string][]int // which entries have a name
	first   map[string]bool
	parts   map[string][]int
	mu      sync.Mutex
	known   map[string]hashed // words that were looked at
}

// hashed is what a word is.
type hashed struct {
	first bool
	parts []int
}

// mostKnown bounds the words that are remembered.
const mostKnown = 200_000

// NewList refuses forgettings that were made with another key.
func NewList(key Key, entries []kg.Forgetting) (*List, error) {
	l := &List{key: key, entries: entries, actors: map[string]bool{}, names: map[string][]int{},
		first: map[string]bool{}, parts: map[string][]int{}, known: map[string]hashed{}}
	for i, f := range entries {
		if key == nil || f.Key != key.ID() {
			return nil, kg.Errorf(kg.Unavailable, "people were forgotten here with another key (%s) than this server has; put "+
				"that server's %s into the data folder and start again", f.Key, KeyFileName)
		}
		l.longest = max(l.longest, f.Longest)
		for _, hash := range f.Actors {
			l.actors[hash] = true
		}
		for _, hash := range f.Names {
			l.names[hash] = append(l.names[hash], i)
		}
		for _, hash := range f.First {
			l.first[hash] = true
		}
		for _, hash := range f.Parts {
			l.parts[hash] = append(l.parts[hash], i)
		}
	}
	return l, nil
}

// Empty reports whether nobody was forgotten.
func (l *List) Empty() bool { return l == nil || len(l.entries) == 0 }

// Actor reports whether a recorded id is that of somebody forgotten.
func (l *List) Actor(id string) bool { return id != "" && l.actors[l.key.Hash(ofID, id)] }

func (l *List) word(folded string) hashed {
	l.mu.Lock()
	defer l.mu.Unlock()
	h, ok := l.known[folded]
	if !ok {
		h = hashed{l.first[l.key.Hash(ofFirst, folded)], l.parts[l.key.Hash(ofPart, folded)]}
		if len(l.known) < mostKnown {
			l.known[folded] = h
		}
	}
	return h
}

// found is a name in a text, and the entries that have it.
type found struct {
	Span
	entries []int
}

// find gives the full names in a text.
func (l *List) find(ws []word) []found {
	var out []found
	for i := 0; i < len(ws); i++ {
		if !l.word(ws[i].folded).first {
			continue
		}
		for n := min(l.longest, len(ws)-i); n > 0; n-- {
			if entries := l.names[l.key.Hash(ofName, joined(ws[i:i+n]))]; entries != nil {
				out = append(out, found{Span{ws[i].Start, ws[i+n-1].End}, entries})
				i += n - 1
				break
			}
		}
	}
	return out
}

func joined(ws []word) string {
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.folded
	}
	return strings.Join(parts, " ")
}

// Named reports whether a text has the full name of somebody forgotten.
func (l *List) Named(text string) bool { return len(l.find(words(text))) > 0 }

// Black gives a text without full names and ids of those forgotten, and whether it had any.
func (l *List) Black(text string) (string, bool) {
	var spans []Span
	for _, f := range l.find(words(text)) {
		if l.blacks(f.entries) {
			spans = append(spans, f.Span)
		}
	}
	out := Blacken(text, spans)
	out = anID.ReplaceAllStringFunc(out, func(id string) string {
		if l.Actor(id) {
			return forgottenID
		}
		return id
	})
	return out, out != text
}

// anID is how ids of actors look; forgottenID stands in the place of those of somebody forgotten.
var anID = regexp.MustCompile(`ent_[0-9a-z]{26}`)

const forgottenID = "ent_forgotten"

// Text is what is looked for in one article.
type Text struct {
	spans   []Span
	present map[int]bool // entries whose person the text names
	list    *List
}

// Look finds what must be blacked out of an article's text, given its mentions. It names somebody forgotten when it has
// the full name, or when a mention is of such an actor; then their short names go too, unless these stand in the
// mention of somebody else.
func (l *List) Look(text string, mentions []kg.Mention) Text {
	t := Text{present: map[int]bool{}, list: l}
	ws := words(text)
	for _, f := range l.find(ws) {
		t.add(f.Span, f.entries)
	}
	var others []Span
	for _, m := range mentions {
		span := Span{m.Start, m.End}
		if entries := l.entriesOf(m.EntityID); entries != nil {
			t.add(span, entries)
		} else {
			others = append(others, span)
		}
	}
	for _, w := range ws {
		if t.short(w) && !slices.ContainsFunc(others, w.meets) {
			t.spans = append(t.spans, w.Span)
		}
	}
	return t
}

// short reports whether a word is a short name of somebody whom the text names, and is to be blacked out.
func (t *Text) short(w word) bool {
	return slices.ContainsFunc(t.list.word(w.folded).parts, func(i int) bool {
		return t.present[i] && t.list.blacks([]int{i})
	})
}

// blacks reports whether a name of these entries is to be blacked out.
func (l *List) blacks(entries []int) bool {
	return slices.ContainsFunc(entries, func(i int) bool { return l.entries[i].Articles != kg.KeepArticles })
}

// entriesOf lists the entries that an actor is in, nil for none.
func (l *List) entriesOf(id string) []int {
	hash := l.key.Hash(ofID, id)
	if !l.actors[hash] {
		return nil
	}
	var out []int
	for i, f := range l.entries {
		if slices.Contains(f.Actors, hash) {
			out = append(out, i)
		}
	}
	return out
}

func (t *Text) add(span Span, entries []int) {
	if t.list.blacks(entries) {
		t.spans = append(t.spans, span)
	}
	for _, i := range entries {
		t.present[i] = true
	}
}

// Goes reports whether the article is not to be held at all.
func (t *Text) Goes() bool {
	for i := range t.present {
		if t.list.entries[i].Articles == kg.DeleteArticles {
			return true
		}
	}
	return false
}

// Named reports whether the text names somebody forgotten.
func (t *Text) Named() bool { return len(t.present) > 0 }

// Black gives the text as it may stay.
func (t *Text) Black(text string) string { return Blacken(text, t.spans) }

// Beside gives what stands beside the text, its title, as it may stay: without full names and, where the text names the
// person, short ones.
func (t *Text) Beside(title string) string {
	var spans []Span
	ws := words(title)
	for _, f := range t.list.find(ws) {
		if t.list.blacks(f.entries) {
			spans = append(spans, f.Span)
		}
	}
	for _, w := range ws {
		if t.short(w) {
			spans = append(spans, w.Span)
		}
	}
	return Blacken(title, spans)
}

// Address gives an address, or nothing where a name stands in it: half an address leads nowhere.
func (t *Text) Address(address string) string {
	plain, err := url.PathUnescape(address)
	if err != nil {
		plain = address
	}
	if t.Beside(plain) != plain {
		return ""
	}
	return address
}

// Authors gives the authors without those forgotten.
func (t *Text) Authors(authors []string) []string {
	var out []string
	for _, a := range authors {
		if t.Beside(a) == a {
			out = append(out, a)
		}
	}
	return out
}
