package read

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sayso/internal/kg"
)

// TestNamesWithSignsAndRanks: names with signs, ranks, degrees and surnames that are other words, with what each text
// must bring (a name, who says what, a claim) and, behind a "!", must not.
func TestNamesWithSignsAndRanks(t *testing.T) {
	expectInTexts(t, map[string][]string{
		"Petty Officer Ivo Tamm was hurt. \"We lost the map,\" Lt. Cmdr. Oda Lunde said. Spc. Raul Nieto praised Sgt. Anna Weir.": {
			"say Oda Lunde", "claim Raul Nieto PRAISED Anna Weir"},
		"Spaniard Luis Arce said he was tired. The Dutchwoman Anke Smit praised Briton Tom Hale.": {
			"name Luis Arce", "claim Anke Smit PRAISED Tom Hale", "!name Spaniard Luis Arce"},
		"T-Sat Energy accused K-Gas of theft. 5-Star Foods said that it would close.":             {"claim T-Sat Energy ACCUSED K-Gas", "say 5-Star Foods"},
		"A loan came from vanHolt Bank. al-Nour Trust said it had fed 300 families.":              {"name vanHolt Bank", "say al-Nour Trust"},
		"Tolley's, the baker, said it would close. Tolley's also said prices were too high.":      {"say Tolley's", "!name Tolley"},
		"Professor He wrote that the wall was weak. You Jinseo, a nurse, said the ward was cold.": {"say He", "say You Jinseo"},
		"Min-seo Park, who teaches in Oslo, said the law was void.":                               {"say Min-seo Park"},
		"Former boxer Ray \"Anvil\" Oduya said he would run.":                                     {"say Ray Oduya", "!name Ray"},
		"The report was signed by Sir Alan Penrow, KCMG, OBE, in Leeds.":                          {"name Alan Penrow", "!name KCMG", "!name OBE"},
		"He flew from Odessa in Texas to Lebanon, New Hampshire.":                                 {"!name Odesa", "!name Lebanon"},
		"Chad Chad praised Mali.": {"claim Chad PRAISED Mali", "!name Chad Chad"},
	})
}

// TestRejected: what somebody brushes off is denied, and what nobody rejects is not.
func TestRejected(t *testing.T) {
	expectInTexts(t, map[string][]string{
		"Ghana scoffed at suggestions that Ghana had invaded Togo.":                 {"claim not Ghana INVADED Togo", "!claim Ghana INVADED Togo"},
		"Kenya brushed aside accusations that Kenya had invaded Somalia.":           {"claim not Kenya INVADED Somalia"},
		"There is no truth in reports that Chad has annexed Niger.":                 {"claim not Chad ANNEXED Niger"},
		"Eritrea dismissed as nonsense reports that Eritrea had occupied Djibouti.": {"claim not Eritrea OCCUPIED Djibouti"},
		"Mali denied claims that Mali had attacked Niger.":                          {"claim not Mali ATTACKED Niger"},
		"Norway confirmed reports that Norway had recognized Kosovo.":               {"claim Norway RECOGNIZED Kosovo"},
		"Denmark has dropped its plan to recognize Kosovo.":                         {"!claim Denmark RECOGNIZED Kosovo"},
	})
}

// TestWordsThatStandAlone: quotations behind captions and gestures, and answers to questions that say "you".
func TestWordsThatStandAlone(t *testing.T) {
	expectInTexts(t, map[string][]string{
		"\"The nets are empty,\" said Omer Kaya, a fisherman.\n\nThe quay at Rize. Photograph: Lena Holm\n\n\"My sons drive taxis.\"": {
			"say 2 Omer Kaya", "!name Lena Holm"},
		"Nurse Ama Mensah wiped her eyes.\n\n\"We did what we could.\"\n\nThe clinic closes in June.": {"say Ama Mensah"},
		"Ilse Korn climbed alone for ten days.\n\nHow did you sleep?\n\nI hardly did. I counted stars.\n\nDid you think of turning back?\n\nOnce. I wrote a letter.": {
			"say 2 Ilse Korn"},
		"By Hanna Lomax in Nairobi and Owen Prys in London\n\nKenya will reopen its border, Joseph Kip said.": {"say Joseph Kip", "!name Hanna Lomax"},
	})
}

// expectInTexts reads each text and checks what it brings.
func expectInTexts(t *testing.T, texts map[string][]string) {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for text, wants := range texts {
		reading, err := r.Read(context.Background(), Text{Text: text, PublishedAt: "2024-03-13"})
		if err != nil {
			t.Fatal(err)
		}
		got := findings(reading)
		for _, want := range wants {
			what, absent := strings.CutPrefix(want, "!")
			if got[what] == absent {
				t.Errorf("%s\nabsent=%t of %q, found %v", text, absent, what, got)
			}
		}
	}
}

// findings lists the names of a reading, who says something in it, how often, and its claims.
func findings(r kg.Reading) map[string]bool {
	out, said := map[string]bool{}, map[string]int{}
	for _, m := range r.Mentions {
		out["name "+m.Entity] = true
	}
	for _, s := range r.Statements {
		if s.Kind == kg.Speech && s.Speaker != "" {
			said[s.Speaker]++
			out["say "+s.Speaker] = true
			out[fmt.Sprintf("say %d %s", said[s.Speaker], s.Speaker)] = true
		}
	}
	for _, c := range r.Claims {
		claim := fmt.Sprintf("%s %s %s", c.Subject, c.Predicate, c.Object)
		if c.Negated {
			claim = "not " + claim
		}
		out["claim "+claim] = true
	}
	return out
}
