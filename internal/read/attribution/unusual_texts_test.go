package attribution

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

// lines reads a text and gives its persons, once each, and its utterances as "speaker: content".
func lines(t testing.TB, text string) (persons, utterances []string) {
	t.Helper()
	r := find(t, text)
	for _, m := range r.Cast.Mentions {
		if m.Type == kg.Person && !slices.Contains(persons, m.Name) {
			persons = append(persons, m.Name)
		}
	}
	for _, s := range r.Statements {
		if s.Kind == kg.Speech {
			utterances = append(utterances, s.Speaker+": "+strings.Join(strings.Fields(said(text, s.Content)), " "))
		}
	}
	return persons, utterances
}

// TestOddText reads what is no running prose. Persons and utterances are all that the text has, in order.
func TestOddText(t *testing.T) {
	for _, c := range []struct {
		name, text          string
		persons, utterances []string
	}{
		{"transcript", "Harbour inquiry, day three\n\nMODERATOR: Good evening to you all.\n\nSMITH: We will go back to the table in June.\n\nDR. LENA ORTIZ: The cranes are not safe.\n\nMR. SMITH: That is not true.\n\n(CROSSTALK)\n\nORTIZ: (laughing) It is.\n\n[APPLAUSE]\n\nSMITH: No.",
			[]string{"SMITH", "LENA ORTIZ"},
			[]string{"SMITH: We will go back to the table in June.", "LENA ORTIZ: The cranes are not safe.", "SMITH: That is not true.", "LENA ORTIZ: (laughing) It is.", "SMITH: No."}},
		{"transcript with a known name", "Senator Paul Smith met the press on Friday.\n\nSMITH: We will go.\n\nQUESTION: When?\n\nSMITH: Tomorrow.",
			[]string{"Paul Smith"}, []string{"Paul Smith: We will go.", "Paul Smith: Tomorrow."}},
		{"labels in small letters", "Town hall debate\n\nMaria Keller: The pipes are old.\n\nTom Baker: They are not.\n\nMaria Keller: Half of them leak.\n\nTom Baker: A third of them.",
			[]string{"Maria Keller", "Tom Baker"}, []string{"Maria Keller: The pipes are old.", "Tom Baker: They are not.", "Maria Keller: Half of them leak.", "Tom Baker: A third of them."}},
		{"questions and answers", "Five questions for Maria Keller\n\nQ: How bad are the pipes?\n\nA: They are terrible.\n\nQ: Who pays?\n\nA: The city does.",
			[]string{"Maria Keller"}, []string{"Maria Keller: They are terrible.", "Maria Keller: The city does."}},
		{"questions and answers with full stops", "Q. Is the bridge safe?\n\nA. It is closed for now.",
			nil, []string{": It is closed for now."}},
		{"labels that are no speakers", "BREAKING: A bridge has fallen in Tampa.\n\nUPDATE: The bridge is closed.\n\nWASHINGTON: The bridge will be closed for a year.\n\nNOTE: This page will be updated.",
			nil, nil},
		{"live blog", "Live: Storm Rita reaches the coast\n\n10:45 — The mayor of Tampa, Jane Castor, says all bridges are closed.\n\n• 11:02 a.m. ET: Schools will stay shut, officials said.\n\n►12:30 p.m.: Two people were injured.\n\n13:15 GMT – Power is back, the utility said.\n\n14.20 Trains are running again.",
			[]string{"Jane Castor"}, []string{"Jane Castor: all bridges are closed", ": Schools will stay shut", ": Power is back"}},
		{"time of publication", "Published: 9:15 AM EST, March 4, 2019\nUpdated at 2:15 p.m. EDT\nA ferry sank off Genoa on Monday, the coast guard said.",
			nil, []string{": A ferry sank off Genoa on Monday"}},
		{"table", "Candidate | Party | Votes | Share\nAnna Berg | Labour | 12,345 | 45.2%\nJon Dahl | Greens | 9,876 | 36.1%\n\nBerg\tLabour\t12345\nDahl\tGreens\t9876\n\nAnna Berg won the vote, the election commission said.",
			[]string{"Anna Berg", "Jon Dahl"}, []string{": Anna Berg won the vote"}},
		{"captions", "Photo: Omar Haddad/Reuters\n\nPeople wait at a bus stop in Syria. REUTERS/Khalil Ashawi\n\nA soldier stands guard in Idlib. (Photo by Ammar Abdullah/Getty Images)\n\nImage caption The bridge was destroyed in 2015\n\nGetty Images",
			[]string{"Omar Haddad", "Khalil Ashawi", "Ammar Abdullah"}, nil},
		{"bylines", "Rebels leave the town\n\nBy Jane Roe and John Doe, Reuters\n\nBEIRUT, Lebanon (Reuters) - Rebels left the town on Friday, a monitor said.\n\nReporting by Jane Roe in Beirut and John Doe in Amman; Editing by Max Power",
			[]string{"Jane Roe", "John Doe", "Max Power"}, []string{": Rebels left the town on Friday"}},
		{"byline in capitals", "Ferry sinks in storm\nBy JANE ROE\nAssociated Press\nROME (AP) — A ferry sank on Monday, the coast guard said.\n\nJane Roe, Staff Writer",
			[]string{"Jane Roe"}, []string{": A ferry sank on Monday"}},
		{"ways to read on", "Read more: Assad says talks will go on\n\nRELATED: Why Macron said no\n\nSee also: Biden warns of delay\n\nSign up for our newsletter\n\nClick here for more on this topic.",
			nil, nil},
		{"addresses", "Contact the reporter at jroe@example.com or visit https://example.com/Smith?x=Jones\n\nThe mayor wrote to press@town.example.org that the bridge is closed.\n\nFollow @janeroe on Twitter.",
			nil, []string{": that the bridge is closed"}},
		{"hashtags", "The bridge will reopen, the mayor tweeted. #KeepItOpen #Lopez2020 @MayorLopez",
			nil, []string{": The bridge will reopen"}},
		{"tweet", "The mayor drew criticism.\n\nWe will not close the school.\n\n— Carla Lopez (@MayorLopez) May 4, 2020\n\nRT @JoeBlow: Lopez must go!",
			[]string{"Carla Lopez"}, []string{"Carla Lopez: We will not close the school."}},
		{"match report", "Vinicius 88 and Muller 12 scored for the guests.", []string{"Vinicius", "Muller"}, nil},
		{"court", "THE COURT: You may proceed.\n\nQ Did you see the driver?\n\nA No, I did not.\n\nMS. HALLOWAY: Objection, Your Honor.\n\nBY MS. HALLOWAY:\n\nQ. Where were you?\n\nA. At home.",
			[]string{"HALLOWAY"}, []string{": No, I did not.", "HALLOWAY: Objection, Your Honor.", ": At home."}},
		{"television", "SEN. WARREN (D-MASS.): The bank lied to its customers, Madam Chair.\n\nJOHN KING, CNN ANCHOR: That was in May.\n\nKING (voice-over): It is still open.\n\nUNIDENTIFIED FEMALE: They took my house.\n\n(END VIDEO CLIP)",
			[]string{"WARREN", "JOHN KING"}, []string{"WARREN: The bank lied to its customers, Madam Chair.", "JOHN KING: That was in May.", "JOHN KING: It is still open."}},
		{"list", "1. The plant is old.\n2) Inspectors warned in May that valves were corroded.\n(3) The owner denies that.",
			nil, []string{": that valves were corroded"}},
		{"press release", "LEEDS, England, May 4 /PRNewswire/ -- Rivers Steel (NYSE: RVS) announced that it will rebuild the plant.\n\nContact: Tom Rivers, 555-0100, press@riverssteel.example\n\nSOURCE Rivers Steel",
			[]string{"Tom Rivers"}, []string{"Rivers Steel: that it will rebuild the plant"}},
		{"recipe", "Lentil soup for cold days\n\nServes: 4\n\nTime: 40 minutes\n\n- 1 cup red lentils\n\nChef Paola Ricci says the water should run clear.\n\nStep 1: Fry the onions.\n\nNote: Ricci never uses stock.",
			[]string{"Paola Ricci"}, []string{"Paola Ricci: the water should run clear"}},
		{"study", "Dr. Amina Yusuf reported on Tuesday that the frog sings at night (Figure 2).\n\nFig. 1: Range of the frog.\n\nTable 2: Calls per hour",
			[]string{"Amina Yusuf"}, []string{"Amina Yusuf: that the frog sings at night (Figure 2)"}},
		{"e-mail", "> On May 3, Karin Holm wrote:\n> Please do not talk.", []string{"Karin Holm"}, []string{"Karin Holm: Please do not talk."}},
		{"British marks", "'I won't sign \"any old paper\",' said Ruta Mielke, the union's treasurer. 'The workers' fund is empty.'\n\n'And who pays?' cried Pavel Hron from the door.",
			[]string{"Ruta Mielke", "Pavel Hron"}, []string{"Ruta Mielke: 'I won't sign \"any old paper\",' … 'The workers' fund is empty.'", "Pavel Hron: 'And who pays?'"}},
		{"behind a colon and a line", "The union was not convinced. In a note to members, Anna Novak wrote:\n\nThe fund has been empty since March, and the board knew it.\n\nThe board met on Monday.",
			[]string{"Anna Novak"}, []string{"Anna Novak: The fund has been empty since March, and the board knew it."}},
		{"a list behind a colon", "Olo Brandt answered at once. He told reporters:\n\n• the fund was full in April\n• the auditors had signed\n\nThe board met on Monday.",
			[]string{"Olo Brandt"}, []string{"Olo Brandt: the fund was full in April … the auditors had signed"}},
		{"asked before", "Pressed on whether the fund was empty, Olo Brandt answered:\n\nIt never was, and it is not now.", []string{"Olo Brandt"}, []string{"Olo Brandt: It never was, and it is not now."}},
		{"from somebody", "The reactions were mixed.\n\nFrom union secretary Pavel Hron:\n\n\"We are ready.\"", []string{"Pavel Hron"}, []string{"Pavel Hron: \"We are ready.\""}},
		{"signed without a blank", "The crane was back on Monday.\n\n\"A good day for the port.\"—Mayor Tilda Roon\n\n\"About time, too.\" -Secretary Pavel Hron",
			[]string{"Tilda Roon", "Pavel Hron"}, []string{"Tilda Roon: \"A good day for the port.\"", "Pavel Hron: \"About time, too.\""}},
		{"behind a gesture", "Chairman Olo Brandt shook his head. \"That is a fairy tale. We paid in April.\" The meeting ended there.",
			[]string{"Olo Brandt"}, []string{"Olo Brandt: \"That is a fairy tale. We paid in April.\""}},
		{"behind two people", "Olo Brandt turned to Anna Novak, the mayor. \"That is a fairy tale. We paid in April.\"",
			[]string{"Olo Brandt", "Anna Novak"}, []string{": \"That is a fairy tale. We paid in April.\""}},
		{"behind a caption", "\"My father built this crane,\" said Ona Pelk.\n\nOna Pelk in the cabin, in a picture from last year.\n\n\"It will stand longer than I do.\"",
			[]string{"Ona Pelk"}, []string{"Ona Pelk: \"My father built this crane,\"", "Ona Pelk: \"It will stand longer than I do.\""}},
		{"interview", "Harbour master Ona Pelk spoke to us about the cranes.\n\nHow old are they?\n\nOlder than I am.\n\nAnd who checks them?\n\nAn inspector from the capital, twice a year.\n\nThe port was founded in 1871.",
			[]string{"Ona Pelk"}, []string{"Ona Pelk: Older than I am.", "Ona Pelk: An inspector from the capital, twice a year."}},
		{"interview with others named", "Ona Pelk, 46, ran the cranes until 2021. She spoke to our reporter Ilo Mandic in the harbour.\n\nDo you miss them?\n\nI do. I was there for twenty years.\n\nPeople say you were pushed.\n\nI left of my own will.\n\nWhat will you do now?\n\nWe will build boats.",
			[]string{"Ona Pelk", "Ilo Mandic"}, []string{"Ona Pelk: I do. I was there for twenty years.", ": you were pushed",
				"Ona Pelk: I left of my own will.", "Ona Pelk: We will build boats."}},
		{"questions of the article that names several", "Ona Pelk closed the quay with Anna Novak.\n\nWhat will you do without it?\n\nShips go to Dorn.\n\nDo you believe in ghosts?\n\nThat is not known.", []string{"Ona Pelk", "Anna Novak"}, nil},
		{"a report named before", "Harbour Watch said in a report that the quay was unsafe. \"It is old,\" said Ona Pelk.\n\nThe report says that it was never painted.",
			[]string{"Ona Pelk"}, []string{"Harbour Watch: that the quay was unsafe", "Ona Pelk: \"It is old,\"", "Harbour Watch: that it was never painted"}},
		{"an abbreviation ends it", "Ona Pelk said the crane had cost $648m. Ships left for Dorn.", []string{"Ona Pelk"}, []string{"Ona Pelk: the crane had cost $648m."}},
		{"questions of the article", "Ona Pelk closed the quay.\n\nWhat does that mean?\n\nShips go to Dorn.\n\nWill it last?\n\nThat is not known.", []string{"Ona Pelk"}, nil},
		{"carried", "Deputy Ilo Mandic came back on Friday. \"The road is gone,\" he said, according to the Coast Herald.", []string{"Ilo Mandic"}, []string{"Ilo Mandic: \"The road is gone,\""}},
		{"words that also begin credits", "Image is everything, Anna Novak said.\n\nRelated costs will rise, Anna Novak said.\n\nBy closing the bridge the town lost money, Anna Novak said.",
			[]string{"Anna Novak"}, []string{"Anna Novak: Image is everything", "Anna Novak: Related costs will rise", "Anna Novak: By closing the bridge the town lost money"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			persons, utterances := lines(t, c.text)
			if d := cmp.Diff(c.persons, persons); d != "" {
				t.Errorf("persons (-want +got):\n%s", d)
			}
			if d := cmp.Diff(c.utterances, utterances); d != "" {
				t.Errorf("utterances (-want +got):\n%s", d)
			}
		})
	}
}
