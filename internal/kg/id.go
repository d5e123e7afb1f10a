package kg

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

var idAlphabet = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// newID hashes the parts, each with its length before it so that no two lists of parts collide, to prefix + 26
// characters (130 bits).
func newID(prefix string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p))))
		h.Write([]byte{':'})
		h.Write([]byte(p))
	}
	return prefix + idAlphabet.EncodeToString(h.Sum(nil))[:26]
}

// ArticleID is the id of an article: a hash of its text and nothing else.
func ArticleID(text string) string { return newID("art_", text) }

// OriginID is one for texts that differ in blanks and case only.
func OriginID(text string) string {
	return ArticleID(strings.ToLower(strings.Join(strings.Fields(text), " ")))
}

// EntityID is the id of an entity: a hash of its type and folded canonical name.
func EntityID(t EntityType, name string) string { return newID("ent_", string(t), FoldName(name)) }

// LocalEntityID is the id of an actor whose name says too little to be the same in two articles, such as a surname
// alone.
func LocalEntityID(t EntityType, name, articleID string) string {
	return newID("ent_", string(t), FoldName(name), articleID)
}

// StatementID hashes where a statement stands: article, spans and the speaker's own words there.
func StatementID(articleID string, kind StatementKind, speakerMention string, source, cue, content []Passage) string {
	parts := []string{articleID, string(kind), speakerMention}
	for _, group := range [][]Passage{source, cue, content} {
		for _, p := range group {
			parts = append(parts, strconv.Itoa(p.Start)+"-"+strconv.Itoa(p.End))
		}
		parts = append(parts, "|")
	}
	return newID("st_", parts...)
}

// ClaimID hashes what a claim says. Two statements make the same claim when every part of it is the same.
func ClaimID(c Claim) string {
	quantity := ""
	if c.Quantity != nil {
		quantity = strconv.FormatFloat(
			c.Quantity.Value,
			'g',
			-1,
			64,
		) + " " + strings.ToLower(
			c.Quantity.Unit,
		) + " " + string(
			c.Quantity.Bound,
		)
	}
	return newID("cl_", c.SubjectID, FoldName(c.SubjectText), string(c.Predicate), c.ObjectID, FoldName(c.ObjectText),
		strconv.FormatBool(c.Negated), quantity, string(c.OccurredOn), strings.ToLower(c.Role))
}

// ForgettingID is the id of a forgetting: a hash of the keyed hashes of whom it is about.
func ForgettingID(actors []string) string { return newID("fg_", actors...) }
