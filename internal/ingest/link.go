package ingest

import (
	"slices"
	"sort"
	"strings"

	"sayso/internal/ingest/identity"
	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/mention"
)

// Linker turns names into ids. An entity's id depends on its type and canonical name alone, so the order in which
// articles come makes no difference.
type Linker struct {
	places     *gazetteer.Gazetteer
	vocabulary *kg.Vocabulary
}

// NewLinker makes a linker over what is known beforehand.
func NewLinker(places *gazetteer.Gazetteer, vocabulary *kg.Vocabulary) *Linker {
	return &Linker{places, vocabulary}
}

var mentionTypes = map[string]kg.EntityType{"PERSON": kg.Person, "ORGANIZATION": kg.Organization, "PLACE": kg.Place}

// Link makes the record of an article from its reading. What a store refuses is left out of it and listed.
func (l *Linker) Link(a kg.Article, reading kg.Reading, extractor string) (kg.Record, []kg.LeftOutItem) {
	w := &linking{Linker: l, article: a, extractor: extractor, runes: kg.NewRunes(a.Text),
		entities: map[string]*kg.Entity{},
		types:    map[string]kg.EntityType{}, claims: map[string]bool{}}
	reading, left := reading.Sift(w.runes, l.vocabulary)
	w.mentions(reading.Mentions)
	w.statements(reading)
	if a.Publisher != "" {
		e := l.newEntity(kg.Organization, a.Publisher, a.ID)
		w.record.Publisher = &e
		a.Publisher = e.Name
	}
	w.record.Article = a
	w.profiles()
	ids := make([]string, 0, len(w.entities))
	for id := range w.entities {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		w.record.Entities = append(w.record.Entities, *w.entities[id])
	}
	return w.record, left
}

// newEntity makes an entity of a canonical name, with what the gazetteer knows of it. A surname alone is somebody of
// this article only.
func (l *Linker) newEntity(t kg.EntityType, name, articleID string) kg.Entity {
	known, ok := l.places.Lookup(name, t)
	if !ok {
		e := kg.NewEntity(t, name)
		if t == kg.Person && identity.Bare(name) || t == kg.Organization && anyState(name) {
			e.ID = kg.LocalEntityID(t, name, articleID)
		}
		return e
	}
	e := kg.NewEntity(t, known.Name, slices.Concat([]string{name}, known.Aliases, known.Names, known.Bare)...)
	e.Kind, e.WikidataID = known.Kind, known.WikidataID
	return e
}

// anyState reports whether a name is only that of a body which every state has, "Foreign Ministry": in another article
// it is another's.
func anyState(name string) bool {
	words, err := mention.Words()
	if err != nil {
		return false
	}
	_, ok := words.Institution(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "), "")
	return ok
}

// linking is the work on one article, with a reading that was sifted.
type linking struct {
	*Linker
	article   kg.Article
	extractor string
	runes     kg.Runes
	record    kg.Record
	entities  map[string]*kg.Entity    // by id
	types     map[string]kg.EntityType // the type under which a canonical name is mentioned most
	claims    map[string]bool
}

// mentions takes in the names of the text.
func (w *linking) mentions(list []kg.ReadMention) {
	votes := map[string]map[kg.EntityType]int{}
	for _, m := range list {
		t := mentionTypes[m.Type]
		p, _ := w.runes.Passage(m.Span[0], m.Span[1])
		name := m.Entity
		if name == "" {
			name = p.Text
		}
		if votes[name] == nil {
			votes[name] = map[kg.EntityType]int{}
		}
		votes[name][t]++
		e := w.known(w.newEntity(t, name, w.article.ID))
		if !anyState(p.Text) {
			e.AddAlias(p.Text)
		}
		w.record.Mentions = append(w.record.Mentions, kg.Mention{EntityID: e.ID, Passage: p})
	}
	for name, counts := range votes {
		for _, t := range kg.EntityTypes() {
			if best, ok := w.types[name]; !ok || counts[t] > counts[best] {
				w.types[name] = t
			}
		}
	}
}

// known gives the article's one copy of an entity.
func (w *linking) known(e kg.Entity) *kg.Entity {
	if have := w.entities[e.ID]; have != nil {
		return have
	}
	w.entities[e.ID] = &e
	return &e
}

// named finds the entity that a canonical name stands for: one that the article mentions, or else one that the
// gazetteer knows. ok is false for words that are no such name.
func (w *linking) named(name string) (id string, ok bool) {
	if name == "" {
		return "", false
	}
	if t, mentioned := w.types[name]; mentioned {
		return w.known(w.newEntity(t, name, w.article.ID)).ID, true
	}
	for _, t := range []kg.EntityType{kg.Place, kg.Organization, kg.Person} {
		if _, known := w.places.Lookup(name, t); known {
			return w.known(w.newEntity(t, name, w.article.ID)).ID, true
		}
	}
	return "", false
}

// actor is named, for one who must be an actor: an unknown name becomes an organization, for people are mentioned by
// name.
func (w *linking) actor(name string) string {
	if kg.FoldName(name) == "" {
		return ""
	}
	if id, ok := w.named(name); ok {
		return id
	}
	return w.known(w.newEntity(kg.Organization, name, w.article.ID)).ID
}
