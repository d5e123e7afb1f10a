package read

import (
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// cited prints the claims of a text with their evidence, sorted and once each.
func cited(text string, r kg.Reading) []string {
	runes, seen, out := []rune(text), map[string]bool{}, []string{}
	for _, c := range r.Claims {
		s := inShort(c) + ": " + string(runes[c.Evidence[0]:c.Evidence[1]])
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	sort.Strings(out)
	return out
}

// inShort is a claim as subject, predicate and object, with its polarity and modality where they are not the usual
// ones.
func inShort(c kg.ReadClaim) string {
	s := c.Subject + " " + string(c.Predicate) + " " + c.Object
	if c.Negated {
		s += " NOT"
	}
	if c.Modality != kg.Asserted {
		s += " " + string(c.Modality)
	}
	return s
}

// TestEvidenceIsTheClause: what is shown as the quotation is the clause that makes the claim, the same for all its
// claims.
func TestEvidenceIsTheClause(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Only two states, Nauru and Tuvalu, have recognized the independence of Abkhazia, which lies on the Black Sea.", []string{
			"Nauru RECOGNIZED Abkhazia: Only two states, Nauru and Tuvalu, have recognized the independence of Abkhazia",
			"Tuvalu RECOGNIZED Abkhazia: Only two states, Nauru and Tuvalu, have recognized the independence of Abkhazia"}},
		{"Kenya has blamed Somalia for the raid, saying the border was left open.", []string{
			"Kenya BLAMED Somalia: Kenya has blamed Somalia for the raid"}},
		{"Peru has not claimed responsibility for the leak, but an official said it knew.", []string{
			"Peru CLAIMED_RESPONSIBILITY leak NOT: Peru has not claimed responsibility for the leak"}},
		{"Italy urged Malta to release the sailors as protests went on.", []string{
			"Italy URGED Malta: Italy urged Malta to release the sailors",
			"Malta RELEASED sailors ORDERED: Italy urged Malta to release the sailors"}},
	} {
		got := cited(c.text, mustRead(t, Text{Text: c.text}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

// TestTitleIsLeftToTheText: a claim that the title and the text make is cited from the text; one that only the title
// makes stays.
func TestTitleIsLeftToTheText(t *testing.T) {
	text := "Chile recognizes Palestine\n\nChile recognized Palestine on Monday.\n"
	if d := cmp.Diff([]string{"Chile RECOGNIZED Palestine: Chile recognized Palestine on Monday"}, cited(text, mustRead(t, Text{Text: text}))); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	only := "Chile recognizes Palestine\n\nThe foreign minister spoke for an hour in Santiago.\n"
	if got := cited(only, mustRead(t, Text{Text: only})); len(got) != 1 || got[0] != "Chile RECOGNIZED Palestine: Chile recognizes Palestine" {
		t.Errorf("the title alone gives %q", got)
	}
}

// TestWhoAndWhatIsMeant: regions summed up, pronouns, ellipsis, agents and objects that two verbs share.
func TestWhoAndWhatIsMeant(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Moldova trades with Abkhazia and South Ossetia. It has not recognized either region.", []string{
			"Moldova RECOGNIZED Abkhazia NOT: It has not recognized either region",
			"Moldova RECOGNIZED South Ossetia NOT: It has not recognized either region"}},
		{"Fiji recognized Kosovo in 2012, and Malta did so a year later.", []string{
			"Fiji RECOGNIZED Kosovo: Fiji recognized Kosovo in 2012",
			"Malta RECOGNIZED Kosovo: Malta did so a year later"}},
		{"Russia recognized Donetsk and Syria Luhansk.", []string{"Russia RECOGNIZED Donetsk: Russia recognized Donetsk and Syria Luhansk",
			"Syria RECOGNIZED Luhansk: Russia recognized Donetsk and Syria Luhansk"}},
		{"Kenya condemned the coup and Uganda the arrests.", []string{"Kenya CONDEMNED coup: Kenya condemned the coup and Uganda the arrests",
			"Uganda CONDEMNED arrests: Kenya condemned the coup and Uganda the arrests"}},
		{"Russia recognized Donetsk and Luhansk.", []string{"Russia RECOGNIZED Donetsk: Russia recognized Donetsk and Luhansk",
			"Russia RECOGNIZED Luhansk: Russia recognized Donetsk and Luhansk"}},
		{"Togo condemned the raid and announced sanctions.", []string{"Togo CONDEMNED raid: Togo condemned the raid and announced sanctions"}},
		{"Police in Lima arrested and expelled two journalists.", []string{
			"Peru DETAINED two journalists: Police in Lima arrested and expelled two journalists",
			"Peru EXPELLED two journalists: Police in Lima arrested and expelled two journalists"}},
	} {
		got := cited(c.text, mustRead(t, Text{Text: c.text}))
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}
