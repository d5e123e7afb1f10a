package read

import (
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// plain prints the claims of a text without those of titles, sorted and once each.
func plain(r kg.Reading) []string {
	seen, out := map[string]bool{}, []string{}
	for _, c := range r.Claims {
		s := inShort(c)
		if !seen[s] && c.Predicate != "HOLDS_OFFICE_IN" && c.Predicate != "LOCATED_IN" {
			seen[s] = true
			out = append(out, s)
		}
	}
	sort.Strings(out)
	return out
}

// TestWaysOfTheWires reads the turns by which news agencies report what states do to each other.
func TestWaysOfTheWires(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"President Ivan Roe of Kenya signed a decree recognizing Somaliland.", []string{"Ivan Roe RECOGNIZED Somaliland"}},
		{"President Ivan Roe of Kenya refused to sign a decree recognizing Somaliland.", []string{"Ivan Roe RECOGNIZED Somaliland NOT", "Ivan Roe REFUSED_TO sign a decree recognizing Somaliland"}},
		{"President Ivan Roe of Kenya signed a decree on the recognition of Somaliland.", []string{"Ivan Roe RECOGNIZED Somaliland"}},
		{"Kenya has drafted a law recognizing Somaliland.", []string{}},
		{"Kenya became the 14th country to recognize Kosovo, its state radio said.", []string{"Kenya RECOGNIZED Kosovo"}},
		{"Kenya could become the second country to recognize Somaliland.", []string{"Kenya RECOGNIZED Somaliland HYPOTHETICAL"}},
		{"Kenya hopes to become the second country to recognize Somaliland.", []string{"Kenya RECOGNIZED Somaliland FUTURE"}},
		{"Kenya recognized Abkhazia, becoming the third state after Peru to recognize the region.", []string{"Kenya RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia"}},
		{"It is not true that Kenya has recognized Kosovo, the foreign ministry of Serbia said.", []string{"Kenya RECOGNIZED Kosovo NOT"}},
		{"It is a lie that Kenya has recognized Kosovo.", []string{"Kenya RECOGNIZED Kosovo NOT"}},
		{"Peru has recognized Abkhazia and South Ossetia. Kenya has not recognized either of the two regions.", []string{
			"Kenya RECOGNIZED Abkhazia NOT", "Kenya RECOGNIZED South Ossetia NOT", "Peru RECOGNIZED Abkhazia", "Peru RECOGNIZED South Ossetia"}},
		{"Peru has recognized Abkhazia and South Ossetia. Kenya will not recognize the breakaway regions.", []string{
			"Kenya REFUSED_RECOGNITION Abkhazia", "Kenya REFUSED_RECOGNITION South Ossetia", "Peru RECOGNIZED Abkhazia", "Peru RECOGNIZED South Ossetia"}},
		{"No other country will recognize Abkhazia soon.", []string{}},
		{"Transnistria is a Russian-backed region of Moldova.", []string{}},
		{"Peru has recognized Abkhazia and South Ossetia. President Ivan Roe of Kenya has refused to recognize them.", []string{
			"Ivan Roe REFUSED_RECOGNITION Abkhazia", "Ivan Roe REFUSED_RECOGNITION South Ossetia", "Peru RECOGNIZED Abkhazia", "Peru RECOGNIZED South Ossetia"}},
		{"The move makes Kenya the first state after Peru to recognize Abkhazia.", []string{"Kenya RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia"}},
		{"Peru hardly recognizes Abkhazia.", []string{"Peru RECOGNIZED Abkhazia NOT"}},
		{"Rather than recognize Kosovo, Spain called for talks.", []string{"Spain RECOGNIZED Kosovo NOT"}},
		{"Instead of recognizing Kosovo, Serbia tightened the border.", []string{"Serbia RECOGNIZED Kosovo NOT"}},
		{"Peru refrained from recognizing Abkhazia.", []string{"Peru RECOGNIZED Abkhazia NOT"}},
		{"Peru held back from recognizing Abkhazia.", []string{"Peru RECOGNIZED Abkhazia NOT"}},
		{"Peru recognized Abkhazia instead of Kosovo.", []string{"Peru RECOGNIZED Abkhazia", "Peru RECOGNIZED Kosovo NOT"}},
		{"Peru was accused of recognizing Abkhazia.", []string{" ACCUSED Peru", "Peru RECOGNIZED Abkhazia HEDGED"}},
		{"The myth that Kenya recognized Abkhazia persists.", []string{"Kenya RECOGNIZED Abkhazia HEDGED"}},
		{"Peru can recognize Abkhazia at any moment.", []string{"Peru RECOGNIZED Abkhazia HYPOTHETICAL"}},
		{"It is time for Peru to recognize Abkhazia.", []string{"Peru RECOGNIZED Abkhazia ORDERED"}},
		{"Peru would be wrong to recognize Abkhazia.", []string{"Peru RECOGNIZED Abkhazia HYPOTHETICAL"}},
		{"Peru's possible recognition of Abkhazia alarmed Georgia.", []string{"Peru RECOGNIZED Abkhazia HYPOTHETICAL"}},
		{"Zelenskyy's adviser, Mykhailo Podolyak, said nothing.", []string{"Mykhailo Podolyak ADVISES Zelenskyy"}},
		{"Peru no longer recognises Abkhazia.", []string{"Peru RECOGNIZED Abkhazia NOT", "Peru WITHDREW_RECOGNITION Abkhazia"}},
		{"Peru does not any longer recognize Abkhazia.", []string{"Peru RECOGNIZED Abkhazia NOT", "Peru WITHDREW_RECOGNITION Abkhazia"}},
		{"Fiji recognized Kosovo in 2012. The country has revoked its recognition.", []string{"Fiji RECOGNIZED Kosovo", "Fiji WITHDREW_RECOGNITION Kosovo"}},
		{"Fiji withdrew its ambassador from Italy. The tiny Pacific island nation had recognized Abkhazia in 2011.", []string{"Fiji RECALLED_ENVOY_FROM Italy", "Fiji RECOGNIZED Abkhazia"}},
		{"Peru, whose recognition of Abkhazia in 2008 opened the series, said nothing.", []string{"Peru RECOGNIZED Abkhazia"}},
		{"Kenya severed diplomatic ties with Fiji hours later.", []string{"Kenya BROKE_TIES_WITH Fiji"}},
		{"Malawi first recognised the Sahrawi republic in 1994.", []string{"Malawi RECOGNIZED Sahrawi Arab Democratic Republic"}},
		{"The Sahrawi Arab Democratic Republic claims Western Sahara. Zambia recognized the republic in 1979.", []string{"Zambia RECOGNIZED Sahrawi Arab Democratic Republic"}},
		{"Peru has re-established diplomatic relations with Kosovo, 25 years after suspending them.", []string{"Peru ESTABLISHED_TIES_WITH Kosovo"}},
		{"Peru resumed relations with Kosovo. Chile has not recognized it.", []string{"Chile RECOGNIZED Kosovo NOT", "Peru ESTABLISHED_TIES_WITH Kosovo"}},
		{"Peru recognized Abkhazia in 1976 and was proud of it. Peru withdrew the recognition in 1997.", []string{"Peru RECOGNIZED Abkhazia", "Peru WITHDREW_RECOGNITION Abkhazia"}},
		{"Peru called on Chile to free the sailors and blamed Bolivia for the raid.", []string{
			"Chile RELEASED sailors ORDERED", "Peru BLAMED Bolivia", "Peru URGED Chile"}},
	} {
		if d := cmp.Diff(c.want, plain(mustRead(t, Text{Text: c.text}))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

// TestWhoSpeaksInTheWires resolves speakers, channels and offices where the nearest name is the wrong one.
func TestWhoSpeaksInTheWires(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Kenyan Foreign Minister Peter Roe met reporters in Nairobi. \"The Smith government has lost all credit,\" he said.", "Peter Roe"},
		{"Kenyan President Peter Roe opened the port. Speaking after a meeting with Prime Minister John Smith, he said that the port was safe.", "Peter Roe"},
		{"Colonel Mary Roe commands the fort. Jane Roe, a lawmaker, visited it. Colonel Roe told reporters that the walls were sound.", "Mary Roe"},
		{"Mary Roe, a diplomat, told the KNB news agency that the talks had failed.", "Mary Roe via KNB"},
		{"Jan van Roe runs the port. Mr van Roe told reporters that the port was full.", "Jan van Roe"},
		{"Kenya's foreign ministry met in Nairobi. It said that the talks had failed.", "Ministry of Foreign Affairs of Kenya"},
		{"In Rome, the Foreign Ministry said that the talks had failed.", "Ministry of Foreign Affairs of Italy"},
		{"Maria Zakharova was quoted by TASS as saying that the bridge was safe.", "Maria Zakharova via TASS"},
		{"\"The bridge is safe,\" Maria Zakharova was quoted as saying by TASS.", "Maria Zakharova via TASS"},
		{"It was Lavrov who said the bridge was safe.", "Lavrov"},
		{"Interfax reported that Sergei Lavrov said that talks would go on.", "Sergei Lavrov via Interfax"},
		{"Neither Lavrov nor Blinken said that the bridge was safe.", ""},
		{"The treaty may fail, a Kenyan senator, Mary Roe, told the Tribune newspaper.", "Mary Roe via Tribune"},
	} {
		var got []string
		for _, s := range mustRead(t, Text{Text: c.text}).Statements {
			if s.Kind == kg.Speech {
				got = append(got, strings.TrimSuffix(s.Speaker+" via "+strings.Join(s.Via, ", "), " via "))
			}
		}
		if d := cmp.Diff([]string{c.want}, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}

// TestOfficesOfPlaces: an office is held in the place whose kind is told before or behind its name.
func TestOfficesOfPlaces(t *testing.T) {
	for text, want := range map[string]string{
		"The governor of the Belgorod region, Vyacheslav Gladkov, said that the road was shut.":   "Vyacheslav Gladkov, governor: Belgorod",
		"The mayor of the occupied city of Melitopol, Ivan Fedorov, said that the road was shut.": "Ivan Fedorov, mayor: Melitopol",
	} {
		var got string
		for _, c := range mustRead(t, Text{Text: text}).Claims {
			if c.Predicate == "HOLDS_OFFICE_IN" {
				got += c.Subject + ", " + c.Role + ": " + c.Object
			}
		}
		if got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestOfficesOfOthers: a president without a country is not that of whatever state the text happens to name.
func TestOfficesOfOthers(t *testing.T) {
	for _, text := range []string{"President John Smith signed an order imposing sanctions on Belarus.",
		"According to the Kenyan outlet Strand, President John Smith arrived on Monday.",
		"Kenyan President Peter Roe spoke in Kenya. Kenya's parliament met. A Kenyan official said President John Smith would call."} {
		for _, c := range mustRead(t, Text{Text: text}).Claims {
			if c.Predicate == "HOLDS_OFFICE_IN" && c.Subject == "John Smith" {
				t.Errorf("%s: %s holds office in %s", text, c.Subject, c.Object)
			}
		}
	}
}

// TestTwoSpeakersInOneSentence: who contradicts and who is retold have words of their own, whoever the words come
// through.
func TestTwoSpeakersInOneSentence(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Mary Roe said that the port was open, but the newspaper Tribune reported, citing a dock worker, that the port had closed.", []string{
			"Mary Roe: that the port was open", " via Tribune: that the port had closed"}},
		{"Mary Roe said that Peter Smith had told her in Nairobi that the port would close.", []string{
			"Mary Roe: that Peter Smith had told her in Nairobi that the port would close", "Peter Smith via Mary Roe: that the port would close"}},
	} {
		var got []string
		runes := []rune(c.text)
		for _, s := range mustRead(t, Text{Text: c.text}).Statements {
			if s.Kind == kg.Speech {
				got = append(got, strings.TrimSuffix(s.Speaker+" via "+strings.Join(s.Via, ", "), " via ")+": "+string(runes[s.Content[0][0]:s.Content[0][1]]))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
	}
}
