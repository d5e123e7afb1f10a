package imports

import (
	_ "embed"
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strings"

	"sayso/internal/kg"
)

var (
	//go:embed data/ftm.tsv
	ftmLinks string
	//go:embed data/ftm-actors.tsv
	ftmActors string

	ftmLinkTable  = readTable(ftmLinks)
	ftmActorTable = readTable(ftmActors)
)

// ftmDocuments are the schemata of texts.
var ftmDocuments = []string{"Article", "Document", "HyperText", "PlainText", "Pages"}

// placeKeyword marks those among FollowTheMoney's legal entities that are places, in our own export.
const placeKeyword = "place"

// ftmEntity is an entity as FollowTheMoney writes it.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	place      string
}

func (e ftmEntity) first(property string) string {
	if list := e.Properties[property]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// record is the link's record id that begins so: our own links name their statement and their article.
func (e ftmEntity) record(prefix string) string {
	for _, id := range e.Properties["recordId"] {
		if strings.HasPrefix(id, prefix) {
			return id
		}
	}
	return ""
}

// ftmFile is what is known of a file: entities refer to others that may stand anywhere in it.
type ftmFile struct {
	actors    map[string]ftmEntity
	documents map[string]ftmEntity
	named     map[string][]string    // documents to the actors that they name
	links     map[string][]ftmEntity // by the document that they come from
	order     []string               // of the documents
	size      int
}

// readFtM reads FollowTheMoney entities. What links say stands in their summary, or else in the link in words; the
// links of one document are one text.
func readFtM(f Reader, name string, r io.Reader, yield func(Item) error) error {
	file := ftmFile{
		actors: map[string]ftmEntity{}, documents: map[string]ftmEntity{}, named: map[string][]string{},
		links: map[string][]ftmEntity{},
	}
	err := eachObject(name, r, func(place string, raw json.RawMessage) error {
		if file.size += len(raw); file.size > largestFile {
			return kg.Errorf(kg.TooLarge, "%s is longer than %d MB, and links may lead anywhere in it; split it", name,
				largestFile>>20)
		}
		e := ftmEntity{place: place}
		if err := object(raw, &e); err != nil {
			return yield(fault(place, "%s", err))
		}
		if e.ID == "" || e.Schema == "" {
			return yield(fault(place, "it has no id or no schema"))
		}
		if what := file.take(e); what != "" {
			return yield(Item{Place: place, LeftOut: []string{what}})
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, key := range file.order {
		for _, bad := range file.loose(key) {
			if err := yield(bad); err != nil {
				return err
			}
		}
		if len(file.links[key]) > 0 {
			if err := yield(f.ftmArticle(file, key)); err != nil {
				return err
			}
		}
	}
	return nil
}

// take notes an entity, or says why it is left out.
func (d *ftmFile) take(e ftmEntity) string {
	switch ends, link := ftmLinkTable[e.Schema]; {
	case link:
		if e.first(ends[0]) == "" || e.first(ends[1]) == "" {
			return sprintf("the %s %s does not say whom it links", e.Schema, e.ID)
		}
		key := e.record("art_")
		if key == "" {
			key = e.first("sourceUrl")
		}
		if key == "" {
			key = e.ID
		}
		if d.links[key] == nil {
			d.order = append(d.order, key)
		}
		d.links[key] = append(d.links[key], e)
	case e.Schema == "Documentation":
		d.named[e.first("document")] = append(d.named[e.first("document")], e.first("entity"))
	case ftmActorTable[e.Schema] != nil:
		if kg.FoldName(e.first("name")) == "" {
			return sprintf("the %s %s has no name", e.Schema, e.ID)
		}
		d.actors[e.ID] = e
	case slices.Contains(ftmDocuments, e.Schema):
		d.documents[e.ID] = e
	default:
		return sprintf("%s %s: the graph holds nothing like it", e.Schema, e.ID)
	}
	return ""
}

// loose takes the links of a document away whose ends are nowhere in the file, as faults.
func (d *ftmFile) loose(key string) []Item {
	var bad []Item
	d.links[key] = slices.DeleteFunc(d.links[key], func(e ftmEntity) bool {
		for _, property := range ftmLinkTable[e.Schema][:2] {
			if _, ok := d.actors[e.first(property)]; !ok {
				bad = append(bad, fault(e.place, "the %s leads to %s, which is no actor of the file", e.Schema,
					quoted(e.first(property))))
				return true
			}
		}
		return false
	})
	return bad
}

// kindOf is the type of an actor.
func (f Reader) kindOf(e ftmEntity) string {
	if slices.Contains(e.Properties["keywords"], placeKeyword) {
		return "PLACE"
	}
	if kind := ftmActorTable[e.Schema][0]; kind != "" {
		return kind
	}
	return f.kind(e.first("name"))
}

// ftmArticle makes the text of what a document's links say.
func (f Reader) ftmArticle(d ftmFile, key string) Item {
	doc := d.documents[key]
	links := d.links[key]
	item := Item{Place: links[0].place}
	s := &sheet{reading: kg.Reading{Reader: "ftm" + version, Mentions: []kg.ReadMention{}}}
	said := map[string]kg.Span{}
	linked := map[string]bool{}
	for _, e := range links {
		f.ftmLink(d, e, s, said, linked, &item)
	}
	var others []string
	for _, id := range d.named[key] {
		if a, ok := d.actors[id]; ok && !linked[id] && a.first("name") != doc.first("publisher") {
			linked[id] = true
			others = append(others, id)
		}
	}
	for _, id := range others {
		s.named(f, s.line(d.actors[id].first("name")), d.actors[id].first("name"), f.kindOf(d.actors[id]))
	}
	first := func(property string) string {
		if v := doc.first(property); v != "" {
			return v
		}
		return links[0].first(property)
	}
	sub := kg.Submission{Text: s.text.String(), Title: doc.first("title"), URL: first("sourceUrl"),
		Publisher: first("publisher"), Authors: doc.Properties["author"],
		Language: doc.first("language"), Reading: &s.reading}
	if sub.Publisher == "" {
		sub.Publisher = f.Publisher
	}
	if sub.Title == "" {
		sub.Title = "FollowTheMoney: " + shortened(key)
	}
	for _, date := range []struct {
		to   *kg.Date
		text string
	}{{&sub.PublishedAt, doc.first("publishedAt")}, {&sub.RetrievedAt, doc.first("retrievedAt")}} {
		day, err := kg.ParseDateAsWritten(date.text)
		if err != nil {
			item.leave("a date of the document: %s", err)
		}
		*date.to = day
	}
	item.Submission = sub
	return item
}

// ftmRole is what our export writes as a link's role: the predicate's label, whether it is denied, how far the words
// commit.
var ftmRole = regexp.MustCompile(`^(not: )?(.+?)(?: \(([A-Z]+)\))?$`)

// ftmLink writes what one link says into the text, and makes a claim of it.
func (f Reader) ftmLink(d ftmFile, e ftmEntity, s *sheet, said map[string]kg.Span, linked map[string]bool, item *Item) {
	ends := ftmLinkTable[e.Schema]
	subject, object := d.actors[e.first(ends[0])], d.actors[e.first(ends[1])]
	c := kg.ReadClaim{
		Subject: subject.first("name"), Object: object.first("name"), Modality: kg.Asserted,
		Predicate: kg.PredicateID(ends[2]),
	}
	role := e.first("role")
	if m := ftmRole.FindStringSubmatch(role); c.Predicate == "" && m != nil {
		c.Negated, c.Predicate = m[1] != "", f.labelled(m[2])
		if m[3] != "" {
			c.Modality = kg.Modality(m[3])
		}
	} else if c.Predicate != "" {
		c.Role = role
	}
	words := e.first("summary")
	if strings.TrimSpace(words) == "" {
		words = inWords(c.Subject, e.Schema, role, c.Object, e.first("startDate"), e.first("endDate"))
	}
	if _, there := said[words]; !there {
		said[words] = s.line(words)
	}
	told := said[words]
	if description := e.first("description"); strings.TrimSpace(description) != "" {
		told = s.line(description)
	}
	for _, actor := range []ftmEntity{subject, object} {
		linked[actor.ID] = true
		name := actor.first("name")
		if !s.mention(f, said[words], name, f.kindOf(actor)) && !s.mention(f, told, name, f.kindOf(actor)) {
			s.named(f, s.line(name), name, f.kindOf(actor))
		}
	}
	if c.Predicate == "" {
		item.leave("%s: the role %s is none of the predicates", e.place, quoted(role))
		return
	}
	day, err := kg.ParseDateAsWritten(happened(e, d.documents[e.record("art_")].first("publishedAt")))
	if err != nil {
		item.leave("%s: its day: %s", e.place, err)
	}
	c.Date, c.Evidence = day, said[words]
	if c.Role == "" {
		c.Role = f.office(c, e.first("description"))
	}
	s.reading.Claims = append(s.reading.Claims, c)
}

// office is the title that a claim has in its description, as our own export writes it: "Ann Lee leads Selm as mayor
// (2019)".
func (f Reader) office(c kg.ReadClaim, description string) string {
	label, err := f.Words.Label(c.Predicate)
	if err != nil {
		return ""
	}
	text := strings.TrimSuffix(description, " ("+string(c.Date)+")")
	for at := strings.Index(text, " as "); at >= 0; {
		claim := kg.Claim{Predicate: c.Predicate, Negated: c.Negated, Role: text[at+len(" as "):], OccurredOn: c.Date}
		if kg.ClaimText(claim, label, c.Subject, c.Object) == description {
			return claim.Role
		}
		next := strings.Index(text[at+1:], " as ")
		if next < 0 {
			return ""
		}
		at += 1 + next
	}
	return ""
}

// inWords is a record in words: its parts that are there.
func inWords(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// happened is the day that a link tells of. Our own links also tell, in no order, when it was said, which is mostly
// when it was published; where that is the only day, no other is known.
func happened(e ftmEntity, published string) string {
	dates := e.Properties["date"]
	switch {
	case e.first("startDate") != "":
		return e.first("startDate")
	case len(dates) == 0 || len(dates) == 1 && e.record("st_") != "":
		return ""
	}
	for _, d := range dates {
		if d != published {
			return d
		}
	}
	return dates[0]
}

// labelled is the predicate of a label; "" where there is none, or more than one.
func (f Reader) labelled(label string) kg.PredicateID {
	for _, p := range f.Words.All() {
		if strings.EqualFold(p.Label, label) {
			return p.ID
		}
	}
	if ids, err := f.Words.Find(label); err == nil && len(ids) == 1 {
		return ids[0]
	}
	return ""
}
