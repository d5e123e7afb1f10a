package attribution

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// quiet follows titles, so that they are none of an empty text.
const quiet = "\n\nThe city was quiet for most of the week.\n"

// told is a statement as "[STANCE ][MODALITY ]speaker[ via channels]: content"; "?" is nobody named and "ASSERTED" is
// left out.
func told(text string, s Statement) string {
	out := ""
	if s.Kind == kg.Stance {
		out = "STANCE "
	}
	if s.Modality != kg.Asserted {
		out += string(s.Modality) + " "
	}
	if s.Speaker == "" {
		out += "?"
	}
	out += s.Speaker
	if len(s.Via) > 0 {
		out += " via " + strings.Join(s.Via, ", ")
	}
	return out + ": " + strings.ReplaceAll(said(text, s.Content), " … ", " | ")
}

// TestHardSentences reads sentences of our own by the kind of difficulty. Stances are left out but in the passive ones.
func TestHardSentences(t *testing.T) {
	for kind, cases := range map[string][]struct {
		text string
		want []string
	}{
		"titles without a verb": {
			{`Minister: no talks before May`, []string{`?: no talks before May`}},
			{`No talks before May, says minister`, []string{`?: No talks before May`}},
			{`Anna Novak: bridge unsafe`, []string{`Anna Novak: bridge unsafe`}},
			{`Bridge unsafe, Anna Novak says`, []string{`Anna Novak: Bridge unsafe`}},
			{`Mayor: 'No money for schools'`, []string{`?: 'No money for schools'`}},
			{`Kremlin: talks possible in May`, []string{`Kremlin (Government of Russia): talks possible in May`}},
			{`Talks possible in May – Kremlin`, []string{`Kremlin (Government of Russia): Talks possible in May`}},
			{`'No money for schools' – mayor`, []string{`?: 'No money for schools'`}},
			{`More trains next year, rail chief promises`, []string{`FUTURE ?: More trains next year`}},
			{`Police: Three dead in bus crash`, []string{`?: Three dead in bus crash`}},
			{`Three dead in bus crash, police say`, []string{`?: Three dead in bus crash`}},
			{`Deal close: Anna Novak`, []string{`Anna Novak: Deal close`}},
			{`Tax cut 'a gift to the rich', says Anna Novak`, []string{`Anna Novak: Tax cut 'a gift to the rich'`}},
		},
		"behind a quotation": {
			{`Anna Novak sat down. "I never saw him again." Her lawyer touched her arm.`, []string{
				`Anna Novak: "I never saw him again."`}},
			{`"I never saw him again," Anna Novak said.`, []string{`Anna Novak: "I never saw him again,"`}},
		},
		"relative clauses and contrasts": {
			{`The plane, which the rebels said carried arms, was shot down.`, []string{`?: which | carried arms`}},
			{`The blast - which Anna Novak said hit a base - killed 16 people.`, []string{`Anna Novak: which | hit a base`}},
			{`Petr Dvorak, who Anna Novak says robbed a bank, was held.`, []string{`Anna Novak: who | robbed a bank`}},
			{`Anna Novak said 12 people had died, but pictures showed at least 20 graves.`, []string{`Anna Novak: 12 people had died`}},
			{`Anna Novak said the road was calm but footage suggested a fight.`, []string{`Anna Novak: the road was calm`}},
			{`Anna Novak said the road was calm but the bridge was shut.`, []string{
				`Anna Novak: the road was calm but the bridge was shut`}},
		},
		"bodies and bearers of two titles": {
			{`According to Anna Novak, Petr Dvorak said the bridge was unsafe.`, []string{
				`Anna Novak: Petr Dvorak said the bridge was unsafe`, `Petr Dvorak: the bridge was unsafe`}},
			{`A survey by Stanford University found that rents had risen.`, []string{`Stanford University: that rents had risen`}},
			{`Anna Novak said rents had risen. The survey found that they had not.`, []string{
				`Anna Novak: rents had risen`, `?: that they had not`}},
			{`Turkey's Anadolu news agency said the bridge was closed.`, []string{`Anadolu Agency: the bridge was closed`}},
			{`Former rail official and pilot Anna Novak said the bridge was unsafe.`, []string{`Anna Novak: the bridge was unsafe`}},
			{`Company President and CEO Anna Novak said the bridge was unsafe.`, []string{`Anna Novak: the bridge was unsafe`}},
		},
		"demands in titles": {
			{`Spain says Morocco must pay for the fence`, []string{`ORDERED Spain: Morocco must pay for the fence`}},
			{`Anna Novak urges town to close bridge`, []string{`ORDERED Anna Novak: town to close bridge`}},
			{`Keep out of our seas, Philippines tells China`, []string{`Philippines: Keep out of our seas`}},
			{`Anna Novak: France must demand apology from Spain`, []string{`ORDERED Anna Novak: France must demand apology from Spain`}},
			{`Leave Kabul now, Britain tells citizens`, []string{`United Kingdom: Leave Kabul now`}},
			{`France asks Germany to demand apology from Spain, minister says`, []string{`?: France asks Germany to demand apology from Spain`}},
			{`Poland wants EU to demand answers from Hungary, says Tusk`, []string{`Tusk: Poland wants EU to demand answers from Hungary`}},
			{`Mayor tells police: clear the square`, []string{`?: clear the square`}},
		},
		"chains of reporting": {
			{
				`The bridge was closed, Anna Novak told Le Monde, Reuters reported.`,
				[]string{
					`Anna Novak via Le Monde, Reuters: The bridge was closed`,
					`Reuters: The bridge was closed, Anna Novak told Le Monde`,
				},
			},
			{`Reuters reported, citing the Tass news agency, that the bridge was closed.`, []string{`TASS via Reuters: that the bridge was closed`}},
			{`Reuters, citing Anna Novak, reported that the bridge was closed.`, []string{`Anna Novak via Reuters: that the bridge was closed`}},
			{`The bridge was closed, Interfax news agency quoted Anna Novak as saying.`, []string{`Anna Novak via Interfax: The bridge was closed`}},
			{
				`Anna Novak told the BBC that the bridge was closed, the Guardian reported.`,
				[]string{
					`The Guardian: Anna Novak told the BBC that the bridge was closed`,
					`Anna Novak via BBC, The Guardian: that the bridge was closed`,
				},
			},
			{`The bridge was closed, Tass reported, citing the defence ministry.`, []string{`TASS: The bridge was closed`}},
			{`The bridge was closed, Reuters said, citing Tass, which cited Anna Novak.`, []string{`Anna Novak via TASS, Reuters: The bridge was closed`}},
			{`Anna Novak was quoted by Interfax as saying the bridge was closed.`, []string{`Anna Novak via Interfax: the bridge was closed`}},
			{
				`According to Reuters, Anna Novak told Le Monde that the bridge was closed.`,
				[]string{
					`Reuters: Anna Novak told Le Monde that the bridge was closed`,
					`Anna Novak via Le Monde, Reuters: that the bridge was closed`,
				},
			},
			{`CNN, citing two officials, reported that the bridge was closed.`, []string{`? via CNN: that the bridge was closed`}},
			{`According to Reuters, which cited a lobbyist in Rome, the bridge was closed.`, []string{`? via Reuters: the bridge was closed`}},
			{`The newspaper El Faro reported on the bridge. The daily, which quoted a diplomat, said the bridge was closed.`, []string{`? via El Faro: the bridge was closed`}},
			{
				`Anna Novak said the bridge was closed, the state agency Tass reported.`,
				[]string{
					`TASS: Anna Novak said the bridge was closed`,
					`Anna Novak via TASS: the bridge was closed`,
				},
			},
			{`"The bridge was closed," Anna Novak told APA.`, []string{`Anna Novak via APA: "The bridge was closed,"`}},
			{`"The bridge was closed," Anna Novak told the broadcaster Publika TV.`, []string{`Anna Novak via Publika TV: "The bridge was closed,"`}},
			{`"The bridge was closed," Anna Novak told the newspaper la Repubblica.`, []string{`Anna Novak via la Repubblica: "The bridge was closed,"`}},
			{`"The bridge was closed," Anna Novak was quoted as saying by the Nation newspaper.`, []string{`Anna Novak via Nation: "The bridge was closed,"`}},
			{`In an interview with the Passauer Neue Presse, Anna Novak said that the bridge was closed.`, []string{`Anna Novak via Passauer Neue Presse: that the bridge was closed`}},
			{`"Jan Kral told me that the bridge was closed," Anna Novak said.`, []string{`Anna Novak: "Jan Kral told me that the bridge was closed,"`, `Jan Kral via Anna Novak: that the bridge was closed`}},
			{`Anna Novak told OC Media that the bridge was closed.`, []string{`Anna Novak via OC Media: that the bridge was closed`}},
			{`It is not true that the bridge is closed, the ambassador, Anna Novak, told Prensa Latina.`, []string{`Anna Novak via Prensa Latina: It is not true that the bridge is closed`}},
			{`The mayor, Anna Novak, told Rossiya-24 television that the bridge was closed.`, []string{`Anna Novak via Rossiya-24: that the bridge was closed`}},
			{`The town has taken note of a report by RIA Novosti that Jan Kral intends to close the bridge.`, []string{`RIA Novosti: that Jan Kral intends to close the bridge`}},
			{`The bridge was closed, Anna Novak told Le Monde, according to Reuters.`, []string{`Anna Novak via Le Monde, Reuters: The bridge was closed`}},
		},
		"citations": {
			{`"The bridge is closed," Tom Baker was quoted as saying by Interfax.`, []string{`Tom Baker via Interfax: "The bridge is closed,"`}},
			{`"The bridge is closed," Tom Baker was quoted by Interfax as saying on Monday.`, []string{`Tom Baker via Interfax: "The bridge is closed,"`}},
			{`The bridge is closed, Tass quoted Tom Baker as saying on Monday.`, []string{`Tom Baker via TASS: The bridge is closed`}},
			{`Reuters quoted a source close to Tom Baker as saying the bridge was closed.`, []string{`? via Reuters: the bridge was closed`}},
			{
				`The bridge was closed, Tom Baker said, Reuters reported.`,
				[]string{
					`Tom Baker via Reuters: The bridge was closed`,
					`Reuters: The bridge was closed, Tom Baker said`,
				},
			},
			{
				`But Tom Baker says the bridge has "no future," the BBC writes.`,
				[]string{
					`BBC: But Tom Baker says the bridge has "no future,"`,
					`Tom Baker via BBC: the bridge has "no future,"`,
				},
			},
			{
				`According to the broadcaster CCTV, Tom Baker has urged the town to close the bridge.`,
				[]string{
					`CCTV: Tom Baker has urged the town to close the bridge`,
					`ORDERED Tom Baker via CCTV: to close the bridge`,
				},
			},
			{
				`According to an account published by Xinhua, Tom Baker said the bridge was closed.`,
				[]string{
					`Xinhua: Tom Baker said the bridge was closed`,
					`Tom Baker via Xinhua: the bridge was closed`,
				},
			},
			{`Speaking to the BBC, Tom Baker said the bridge was closed.`, []string{`Tom Baker via BBC: the bridge was closed`}},
			{`Local media, citing Tom Baker, said the bridge was closed.`, []string{`Tom Baker: the bridge was closed`}},
		},
		"words beyond the tagger's": {
			{`Peru maintains the bridge is open.`, []string{`Peru: the bridge is open`}},
			{`Peru does not maintain the bridge is open.`, []string{}},
			{`Tom Baker met Jane Marsh about the bridge, "in the hope of peace," an official in his office said.`, []string{`?: Tom Baker met Jane Marsh about the bridge, "in the hope of peace,"`}},
			{`Tom Baker said the bridge was "unsafe" in every way.`, []string{`Tom Baker: the bridge was "unsafe" in every way`}},
		},
		"sources with a name inside": {
			{`Tom Baker left. A NATO training mission statement said the bridge was closed.`, []string{`NATO: the bridge was closed`}},
			{`Another, @bakertom, said: "The bridge is closed."`, []string{`@bakertom: "The bridge is closed."`}},
			{`A second driver, Jane Marsh, said the bridge was closed.`, []string{`Jane Marsh: the bridge was closed`}},
		},
		"clauses before a source": {
			{`The small town of Carlow closed its bridge last week, its mayor, Anna Novak, confirmed to the council.`, []string{`Anna Novak: The small town of Carlow closed its bridge last week`}},
			{`The bridge has been closed, Spain's acting president, Jan Kral, says on his website.`, []string{`Jan Kral: The bridge has been closed`}},
			{
				`The "bridge of peace" has not been closed by the state of Texas, the council in Austin said on Thursday, calling the reports false.`,
				[]string{`?: The "bridge of peace" has not been closed by the state of Texas`, `?: the reports false`},
			},
			{`Germany closed its embassy, Anna Novak testified, and Italy reported that the bridge was safe.`, []string{`Anna Novak: Germany closed its embassy`, `Italy: that the bridge was safe`}},
			{`When the bridge was closed, Anna Novak said nothing.`, []string{}},
		},
		"who is meant": {
			{`Anna Novak, spokeswoman for the city, said that Jan Kral was a liar. She said the bridge was closed.`, []string{`Anna Novak: that Jan Kral was a liar`, `Anna Novak: the bridge was closed`}},
			{`Tom Baker, spokesman for the city, said that Jan Kral was a liar. He said the bridge was closed.`, []string{`Tom Baker: that Jan Kral was a liar`, `Tom Baker: the bridge was closed`}},
			{`Tom Baker closed the bridge. He reopened it after the council had called Jan Kral. He said the bridge was safe.`, []string{`Tom Baker: the bridge was safe`}},
			{`Tom Baker rejected the report. "The bridge is safe," the 82-year-old senator said.`, []string{`Tom Baker: "The bridge is safe,"`}},
			{`Tom Baker rejected the report. "The bridge is safe," the FBI director said.`, []string{`?: "The bridge is safe,"`}},
			{`A senator fell from the bridge. Tom Baker rejected the report. "The bridge is safe," the senator said.`, []string{`?: "The bridge is safe,"`}},
			{`Mayor Tom Baker rejected the report. "The bridge is safe," the senator said.`, []string{`?: "The bridge is safe,"`}},
			{`In Sarajevo, Milorad Dodik, the Serb member of Bosnia's presidency, said the bridge was closed.`, []string{`Milorad Dodik: the bridge was closed`}},
			{`Spain and Cyprus have closed the bridge. In a statement they said the bridge was unsafe.`, []string{`Spain: the bridge was unsafe`}},
			{`Spain's embassy in Rome said the bridge was closed.`, []string{`Spain: the bridge was closed`}},
			{`London police said the bridge was closed.`, []string{`?: the bridge was closed`}},
			{`The bridge is closed, according to Florian Bieber of the University of Graz. "It is unsafe," Bieber said.`, []string{`Florian Bieber: The bridge is closed`, `Florian Bieber: "It is unsafe,"`}},
			{`Anna Novak, Spain's foreign minister: "The bridge is closed." She left at once.`, []string{`Anna Novak: "The bridge is closed."`}},
			{`A spokesman for Mr Baker, Jan Kral, denied that the bridge was closed.`, []string{`Jan Kral: that the bridge was closed`}},
		},
		"accused by": {
			{`The company was accused by Anna Novak of hiding cracks.`, []string{`Anna Novak: The company | of hiding cracks`}},
			{`Spain was accused by Morocco of closing the border.`, []string{`Morocco: Spain | of closing the border`}},
			{`Accused by Anna Novak of hiding cracks, the company closed the bridge.`, []string{`Anna Novak: of hiding cracks`}},
			{`The firm has been accused by prosecutors of bribing officials.`, []string{`?: The firm | of bribing officials`}},
			{`Russia, accused by Ukraine of shelling the plant, denied it.`, []string{`Ukraine: Russia | of shelling the plant`}},
			{`The minister was urged by Anna Novak to close the bridge.`, []string{`ORDERED Anna Novak: The minister | to close the bridge`}},
			{`The town was warned by Anna Novak that the bridge was unsafe.`, []string{`Anna Novak: The town | that the bridge was unsafe`}},
			{`The army was blamed by Anna Novak for shelling the village.`, []string{`Anna Novak: The army | for shelling the village`}},
		},
		"passive and impersonal": {
			{`It was said by Anna Novak that the bridge was closed.`, []string{`Anna Novak: that the bridge was closed`}},
			{`It was reported by Reuters that the bridge was closed.`, []string{`Reuters: that the bridge was closed`}},
			{`The bridge is reported to have collapsed.`, []string{`HEDGED ?: The bridge | to have collapsed`}},
			{`The bridge is said to be unsafe.`, []string{`HEDGED ?: The bridge | to be unsafe`}},
			{`It has been claimed that the bridge is unsafe.`, []string{`HEDGED ?: that the bridge is unsafe`}},
			{`It is understood that the bridge will close.`, []string{`STANCE FUTURE ?: that the bridge will close`}},
			{`Anna Novak is reported to have said that the bridge is unsafe.`, []string{`HEDGED ?: Anna Novak | to have said that the bridge is unsafe`, `HEDGED Anna Novak: that the bridge is unsafe`}},
			{`The canal is estimated to be worth $2bn.`, []string{`?: The canal | to be worth $2bn`}},
			{`The general is alleged to have ordered the attack.`, []string{`HEDGED ?: The general | to have ordered the attack`}},
			{`China has reportedly been asked for help, but it has not opened the bridge.`, []string{`STANCE ORDERED ?: China has | been asked for help, but it has not opened the bridge`}},
			{`It was announced by the ministry that the bridge would close.`, []string{`HYPOTHETICAL ?: It | that the bridge would close`}},
			{`The bridge was described by Anna Novak as "a trap".`, []string{`Anna Novak: The bridge | as "a trap"`}},
		},
		"noun cues": {
			{`Anna Novak issued a statement that the bridge was closed.`, []string{`Anna Novak: that the bridge was closed`}},
			{`His claim that the bridge was closed is false.`, []string{`?: that the bridge was closed`}},
			{`Anna Novak's claim that the bridge was closed is false.`, []string{`Anna Novak: that the bridge was closed`}},
			{`Anna Novak repeated her warning that the bridge was unsafe.`, []string{`Anna Novak: that the bridge was unsafe`}},
			{`A report by Anna Novak that the bridge was unsafe was ignored.`, []string{`Anna Novak: that the bridge was unsafe`}},
			{`The allegation by Anna Novak that the firm hid cracks was denied.`, []string{`Anna Novak: that the firm hid cracks`}},
			{`Anna Novak rejected claims that the bridge was unsafe.`, []string{}},
			{`The mayor's promise to reopen the bridge was kept.`, []string{}},
			{`Anna Novak made the accusation that the firm had hidden cracks.`, []string{`Anna Novak: that the firm had hidden cracks`}},
			{`In a statement, Anna Novak said that the bridge was closed.`, []string{`Anna Novak: that the bridge was closed`}},
		},
		"signed quotations": {
			{`“The bridge is a trap.” ― Anna Novak`, []string{`Anna Novak: “The bridge is a trap.”`}},
			{`“The bridge is a trap.” — Anna Novak, mayor of Linden`, []string{`Anna Novak: “The bridge is a trap.”`}},
			{`"The bridge is a trap." - Anna Novak`, []string{`Anna Novak: "The bridge is a trap."`}},
			{`“We were never asked. Nobody came.” ― Jim Becker, Linden`, []string{`Jim Becker: “We were never asked. Nobody came.”`}},
			{"“The bridge is a trap.”\n\n― Anna Novak", []string{`Anna Novak: “The bridge is a trap.”`}},
			{`“The bridge is a trap. We closed it.” – Senator Anna Novak (D)`, []string{`Anna Novak: “The bridge is a trap. We closed it.”`}},
			{`The bridge — Anna Novak built it — is a trap.`, []string{}},
			{`“The bridge is a trap.” -- Anna Novak (D)`, []string{`Anna Novak: “The bridge is a trap.”`}},
		},
		"quotations joined": {
			{`“The bridge is a trap,” Anna Novak said. “We closed it in May. It stays closed.”`, []string{`Anna Novak: “The bridge is a trap,” | “We closed it in May. It stays closed.”`}},
			{`“The bridge is a trap,” Anna Novak said on Monday. She was angry. “We closed it in May and nobody came to see it.”`, []string{`Anna Novak: “The bridge is a trap,” | “We closed it in May and nobody came to see it.”`}},
			{`Anna Novak was angry. “The bridge is a trap and we closed it,” she said. “Nobody came.”`, []string{`Anna Novak: “The bridge is a trap and we closed it,” | “Nobody came.”`}},
			{"“The bridge is a trap,” Anna Novak said.\n\n“We closed it in May and nobody came to see us.”", []string{`Anna Novak: “The bridge is a trap,”`, `Anna Novak: “We closed it in May and nobody came to see us.”`}},
			{"“The bridge is a trap,” Anna Novak said.\n\n“We closed it in May,” Jan Kral said.", []string{`Anna Novak: “The bridge is a trap,”`, `Jan Kral: “We closed it in May,”`}},
			{`Anna Novak said: “The bridge is a trap.” “We closed it in May,” she added.`, []string{`Anna Novak: “The bridge is a trap.”`, `Anna Novak: “We closed it in May,”`}},
			{`“The bridge,” Anna Novak said, “is a trap.”`, []string{`Anna Novak: “The bridge,” | “is a trap.”`}},
			{`“Is the bridge a trap?” Anna Novak asked. “It is.”`, []string{`QUESTIONED Anna Novak: “Is the bridge a trap?” | “It is.”`}},
		},
		"marks": {
			{`“She told me ‘the bridge is a trap’ and left,” Anna Novak said.`, []string{`Anna Novak: “She told me ‘the bridge is a trap’ and left,”`}},
			{`"She told me 'the bridge is a trap' and left," Anna Novak said.`, []string{`Anna Novak: "She told me 'the bridge is a trap' and left,"`}},
			{`„Die bridge is a trap,“ Anna Novak said.`, []string{`Anna Novak: „Die bridge is a trap,“`}},
			{`«The bridge is a trap», Anna Novak said.`, []string{`Anna Novak: «The bridge is a trap»`}},
			{`‘The bridge is a trap,’ Anna Novak said.`, []string{`Anna Novak: ‘The bridge is a trap,’`}},
			{`''The bridge is a trap,'' Anna Novak said.`, []string{`Anna Novak: ''The bridge is a trap,''`}},
			{"``The bridge is a trap,'' Anna Novak said.", []string{"Anna Novak: ``The bridge is a trap,''"}},
			{`“The bridge is a trap, Anna Novak said.`, []string{`Anna Novak: “The bridge is a trap`}},
			{"“The bridge is a trap.\n\n“We closed it in May,” Anna Novak said.", []string{`Anna Novak: “The bridge is a trap. | “We closed it in May,”`}},
			{"Anna Novak said: “The bridge is a trap.\n\n“We closed it in May.\n\n“Nobody came.”", []string{`Anna Novak: “The bridge is a trap. | “We closed it in May. | “Nobody came.”`}},
			{`'It’s a trap,' Anna Novak said.`, []string{`Anna Novak: 'It’s a trap,'`}},
			{`The bridge is “a trap” and “a joke,” Anna Novak said.`, []string{`Anna Novak: The bridge is “a trap” and “a joke,”`}},
			{`”The bridge is a trap,” Anna Novak said.`, []string{`Anna Novak: ”The bridge is a trap,”`}},
		},
		"joint speakers": {
			{`Spain and Cyprus said the bridge was closed.`, []string{`Spain: the bridge was closed`}},
			{`Anna Novak and Jan Kral said the bridge was closed.`, []string{`Anna Novak: the bridge was closed`}},
			{`Germany, France and Poland urged Spain to close the bridge.`, []string{`ORDERED Germany: Spain to close the bridge`}},
			{`The bridge was closed, Anna Novak and Jan Kral said.`, []string{`Anna Novak: The bridge was closed`}},
			{`“The bridge is a trap,” said Anna Novak and Jan Kral.`, []string{`Anna Novak: “The bridge is a trap,”`}},
			{`Both Spain and Cyprus demanded that the bridge be closed.`, []string{`ORDERED Spain: that the bridge be closed`}},
			{`Spain, together with Cyprus, said the bridge was closed.`, []string{`Spain: the bridge was closed`}},
			{`The foreign ministers of Spain and Cyprus said the bridge was closed.`, []string{`?: the bridge was closed`}},
		},
	} {
		t.Run(kind, func(t *testing.T) {
			for _, c := range cases {
				text := c.text
				if strings.HasSuffix(kind, "titles") || strings.HasPrefix(kind, "titles") {
					text += quiet
				}
				got := []string{}
				for _, s := range find(t, text).Statements {
					if s.Kind == kg.Speech || strings.HasPrefix(kind, "passive") {
						got = append(got, told(text, s))
					}
				}
				if d := cmp.Diff(c.want, got); d != "" {
					t.Errorf("%s (-want +got):\n%s", c.text, d)
				}
			}
		})
	}
}
