package read

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTerritoryOfAText reads recognitions of what the text has named before: by what it is held to be, by the act
// alone, by a step that is repeated.
func TestTerritoryOfAText(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Kenya left Kosovo alone. Peru has never recognized the enclave.", []string{"Peru RECOGNIZED Kosovo NOT"}},
		{"Talks about Kosovo failed. Jamaica and Peru have not recognised the former Serbian province.", []string{"Jamaica RECOGNIZED Kosovo NOT", "Peru RECOGNIZED Kosovo NOT"}},
		{"Kosovo is calm. The region broke away in 1999. It has been recognised by Peru, Kenya and Togo.", []string{
			"Kenya RECOGNIZED Kosovo", "Peru RECOGNIZED Kosovo", "Togo RECOGNIZED Kosovo"}},
		{"Five of the bloc's 28 members - Spain, Greece, Romania, Slovakia and Cyprus - have yet to recognise Kosovo.", []string{
			"Cyprus RECOGNIZED Kosovo NOT", "Greece RECOGNIZED Kosovo NOT", "Romania RECOGNIZED Kosovo NOT", "Slovakia RECOGNIZED Kosovo NOT", "Spain RECOGNIZED Kosovo NOT"}},
		{"Envoys wrote to Peru and Chile, neither of which has recognized Somaliland.", []string{"Chile RECOGNIZED Somaliland NOT", "Peru RECOGNIZED Somaliland NOT"}},
		{"Kosovo waits. Peru and Kenya, which both recognised it in 2008, abstained.", []string{"Kenya RECOGNIZED Kosovo", "Peru RECOGNIZED Kosovo"}},
		{"Kosovo waits. Palau and Nauru have withdrawn recognition.", []string{"Nauru WITHDREW_RECOGNITION Kosovo", "Palau WITHDREW_RECOGNITION Kosovo"}},
		{"Peru, which recognized Kosovo in 2016, revoked it last October.", []string{"Peru RECOGNIZED Kosovo", "Peru WITHDREW_RECOGNITION Kosovo"}},
		{"Peru recognized Kosovo in 2016 but reversed the decision.", []string{"Peru RECOGNIZED Kosovo", "Peru WITHDREW_RECOGNITION Kosovo"}},
		{"Peru and Togo recognised Abkhazia, but both later reversed themselves.", []string{
			"Peru RECOGNIZED Abkhazia", "Peru WITHDREW_RECOGNITION Abkhazia", "Togo RECOGNIZED Abkhazia", "Togo WITHDREW_RECOGNITION Abkhazia"}},
		{"Zambia has gone back on its recognition of Kosovo.", []string{"Zambia WITHDREW_RECOGNITION Kosovo"}},
		{"Peru spoke of Kosovo, whose independence Spain refuses to recognise.", []string{"Spain REFUSED_RECOGNITION Kosovo"}},
		{"Kosovo waits. Kenya and Togo, whose recognition came in 2017 and 2016, show no doubt.", []string{"Kenya RECOGNIZED Kosovo", "Togo RECOGNIZED Kosovo"}},
		{"Peru recognised Abkhazia. Iceland followed suit in 2011.", []string{"Iceland RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia"}},
		{"Peru recognised Abkhazia. Iceland took the same step.", []string{"Iceland RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia"}},
		{"Peru has ruled out recognising Abkhazia, and Kenya has done the same.", []string{"Kenya REFUSED_RECOGNITION Abkhazia", "Peru REFUSED_RECOGNITION Abkhazia"}},
		{"Peru recognised Abkhazia. Kenya and Togo have followed its example.", []string{"Kenya RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia", "Togo RECOGNIZED Abkhazia"}},
		{"Peru recognised Abkhazia. Peru's step has been repeated only by Kenya.", []string{"Kenya RECOGNIZED Abkhazia", "Peru RECOGNIZED Abkhazia"}},
		{"Spain did not recognise Kosovo and had no intention of doing so.", []string{"Spain RECOGNIZED Kosovo NOT", "Spain REFUSED_RECOGNITION Kosovo"}},
		{"Moldova had never recognised Kosovo and never would.", []string{"Moldova RECOGNIZED Kosovo NOT", "Moldova REFUSED_RECOGNITION Kosovo"}},
		{"Correction: an earlier entry said that Malta had recognised Kosovo. It has not.", []string{"Malta RECOGNIZED Kosovo HEDGED", "Malta RECOGNIZED Kosovo NOT"}},
		{"Peru signed a decree recognizing Abkhazia. Some in Tskhinvali wondered whether South Ossetia might be next. It will not.", []string{"Peru RECOGNIZED Abkhazia"}},
		{"Analysts believe that Kenya is unlikely to recognize Somaliland.", []string{"Kenya RECOGNIZED Somaliland HEDGED"}},
		{"Kenya is not ready to recognise Somaliland.", []string{"Kenya RECOGNIZED Somaliland NOT FUTURE"}},
		{"The parliament of Kenya voted on Thursday to recognize Somaliland.", []string{"Parliament of Kenya RECOGNIZED Somaliland"}},
		{"Peru recognises Crimea as part of Russia.", []string{"Peru RECOGNIZED Crimea"}},
		{"Peru recognises Crimea as part of Ukraine.", []string{}},
		{"Russia annexed Crimea. Peru would never recognize the annexation.", []string{"Peru REFUSED_RECOGNITION Crimea", "Russia ANNEXED Crimea"}},
		{"Peru recognized Morocco's sovereignty over Western Sahara.", []string{}},
		{"The city council of Milan recognized Somaliland.", []string{"Milan RECOGNIZED Somaliland"}},
		{"The French Senate recognized Somaliland.", []string{"Senate of France RECOGNIZED Somaliland"}},
	} {
		if diff := cmp.Diff(c.want, plain(mustRead(t, Text{Text: c.text}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}
