package kg

// Verdict is what a judgement says of two recorded actors.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "SAME"      // one and the same: shown as one actor
	Different Verdict = "DIFFERENT" // two: never shown as one
	Unsure    Verdict = "UNSURE"    // not known: shown as two, and listed for review
	Split     Verdict = "SPLIT"     // the left one is two people: what some articles say of it belongs to the right one
)

// JudgementStatus reports whether a judgement holds.
type JudgementStatus string

// The statuses.
const (
	Active JudgementStatus = "ACTIVE"
	Undone JudgementStatus = "UNDONE"
)

// Judgement is a sourced opinion about who two recorded actors are. An entity's id never changes through it: readers
// keep writing under the id that a name got, every edge keeps that id, and who is shown is worked out from the
// judgements that hold (see Identities).
type Judgement struct {
	ID        string
	Left      string // for SAME, DIFFERENT and UNSURE the smaller id of the two; for SPLIT the actor that was split
	Right     string
	Verdict   Verdict
	Score     float64  // how likely the two are the same, 0…1
	Reasons   []string // the features that led to it, each with its weight, in words
	Articles  []string // SPLIT: the articles whose Left is really Right
	Name      string   // SPLIT: what Right is called; "" for the same name
	Reason    string   // a person's own words
	By        string   // who judged
	Automatic bool     // by the linker, which any person overrules
	Force     bool     // SAME by a person: also of a person and a place. Not kept; read by the store when it judges
	At        Date
	Status    JudgementStatus
}

// JudgementID is the id of a judgement. A person may judge the same pair many times, each time of its own; the linker
// has one judgement for a pair, which it revises.
func JudgementID(j Judgement) string {
	if j.Automatic {
		return newID("ju_", j.Left, j.Right, "automatic")
	}
	return newID(
		"ju_",
		append([]string{j.Left, j.Right, string(j.Verdict), j.By, string(j.At), j.Reason}, j.Articles...)...)
}

// SplitID is the id of the actor that a split makes.
func SplitID(left string, articles []string) string {
	return newID("ent_", append([]string{"split", left}, articles...)...)
}

// Recorded is what Identities needs to know of an entity.
type Recorded struct {
	ID, Name   string
	WikidataID string
}
