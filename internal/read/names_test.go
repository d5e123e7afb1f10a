package read

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNames reads names that a model trained on other news cuts or overlooks: who speaks, who is mentioned once, and
// who never.
func TestNames(t *testing.T) {
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, speaker, once, never string }{
		{text: "Park Soo-yeon, the envoy, said the vote was fair.", speaker: "Park Soo-yeon"},
		{text: "\"We will stay,\" Chow Ka-wai said.", speaker: "Chow Ka-wai"},
		{text: "R. T. Hallberg said the court was wrong.", speaker: "R. T. Hallberg"},
		{text: "Sainsbury's said sales rose.", speaker: "Sainsbury's"},
		{text: "Tim Lloyd's mother praised Oona Rask.", once: "Tim Lloyd", never: "Lloyd's"},
		{text: "He Weidong said the fleet was ready.", speaker: "He Weidong"},
		{text: "B-C-D Group said on Friday it would close.", speaker: "B-C-D Group"},
		{text: "Cpl Dan Reeve said: \"It was dark.\"", speaker: "Dan Reeve", never: "Cpl Dan Reeve"},
		{text: "eBay said on Monday it would close.", speaker: "eBay"},
		{text: "The firm iZettle was bought by a bank.", once: "iZettle"},
		{text: "Ilse Marden, J.D., said the law was clear.", speaker: "Ilse Marden", never: "J.D."},
		{text: "WHO KNEW WHAT\n\nThe minister, Pia Rollo, resigned.", never: "World Health Organization"},
		{text: "Officers in Paris, Texas, arrested two men.", once: "Paris, Texas", never: "Paris"},
		{text: "Talks between Athens, Georgia and Turkey began.", once: "Georgia"},
		{text: "The Nordal Trade Union Nordal Trade Union said prices fell.", speaker: "Nordal Trade Union"},
		{text: "Grant Holm resigned. The Grant was paid in June.", once: "Grant Holm"},
		{text: "June Abbot will speak in June. The mayor praised her.", once: "June Abbot"},
		{text: "Undersecretary of State Mina Voss said talks failed.", speaker: "Mina Voss", never: "State"},
		{text: "q-bit Labs said it would close.", speaker: "q-bit Labs"},
		{text: "Peru sued u-blox. u-blox said sales fell.", speaker: "u-blox"},
		{text: "9andMe said it had sold a lab.", speaker: "9andMe"},
		{text: "Peru fined the co-op Group.", never: "co-op Group"},
		{text: "\"We have waited,\" Torvek told the clerks. Peru praised Torvek.", speaker: "Torvek"},
		{text: "Ana Hill testified on Thursday. \"I asked twice,\" said Hill.", speaker: "Ana Hill", never: "The Hill"},
	} {
		got, err := reader.Read(context.Background(), Text{Doc: "names", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		names, speakers := map[string]int{}, map[string]int{}
		for _, m := range got.Mentions {
			names[m.Entity]++
		}
		for _, s := range got.Statements {
			speakers[s.Speaker]++
		}
		if c.once != "" && names[c.once] != 1 {
			t.Errorf("%q: %q is mentioned %d times, want once; mentions %v", c.text, c.once, names[c.once], names)
		}
		if c.speaker != "" && speakers[c.speaker] != 1 {
			t.Errorf("%q: %q says %d things, want one; speakers %v", c.text, c.speaker, speakers[c.speaker], speakers)
		}
		if c.never != "" && names[c.never] > 0 {
			t.Errorf("%q: %q is mentioned", c.text, c.never)
		}
	}
}

// TestUnnamedSayer reads "he" in the words of somebody without a name: only who is known to hold the office.
func TestUnnamedSayer(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Ivo Stern called Karl Lund on Monday. The fund's director said he would sue Peru.", []string{}},
		{"Tom Reed is a clerk. A minister warned that he would sue Spain.", []string{}},
		{"Pavel Orr, the club's chairman, resigned. The chairman said he had sued Ghana.", []string{"Pavel Orr SUED Ghana"}},
	} {
		got := []string{}
		for _, line := range plain(mustRead(t, Text{Text: c.text})) {
			if strings.Contains(line, " SUED ") {
				got = append(got, line)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", c.text, diff)
		}
	}
}
