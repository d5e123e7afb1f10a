package read

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sayso/internal/kg"
)

// saying is words, or a part of them, with who says them and through whom ("" for any).
type saying struct{ speaker, words, via string }

// whoSaysWhat are ways in which the news tells who says something, with what must and what must never be read.
var whoSaysWhat = []struct {
	text        string
	said, never []saying
}{
	{text: "The plan failed . \" We will not pay , \" Ana Roe told the board . \" Not one cent . \"",
		said: []saying{{"Ana Roe", "We will not pay", ""}, {"Ana Roe", "Not one cent", ""}}},
	{text: "“ The river has risen , ” said Mayor Ida Kron , “ and it will rise more . ”",
		said: []saying{{"Ida Kron", "has risen", ""}}},
	{text: "' It is late , ' Tom Bell said . ' Go home . '",
		said: []saying{{"Tom Bell", "It is late", ""}}},
	{text: "Pressed on the cuts at a hearing, Governor Tom Bell answered:\n\nWe have no choice. The money is gone.\n\nThe hearing was adjourned.",
		said:  []saying{{"Tom Bell", "We have no choice", ""}},
		never: []saying{{"Tom Bell", "hearing was adjourned", ""}}},
	{text: "Mayor Ida Kron wrote on her page:\n\n> The bridge will open in May. Nobody will pay a toll.\n\nShe gave no price.",
		said: []saying{{"Ida Kron", "bridge will open", ""}}},
	{text: "In a statement, the Dorn Rail Union said:\n\nOur members have been patient. They will walk out on Monday.\n\nThe firm declined to comment.",
		said:  []saying{{"Dorn Rail Union", "have been patient", ""}},
		never: []saying{{"Dorn Rail Union", "declined to comment", ""}}},
	{text: "The minister, Ana Roe, gave three reasons:\n\n* the road is unsafe\n* the bridge is closed\n* the money has run out",
		said: []saying{{"Ana Roe", "road is unsafe", ""}, {"Ana Roe", "money has run out", ""}}},
	{text: "Judge Omar Haddad ruled that:\n\n1. the firm had lied\n2. the men must be paid\n3. the mill must close",
		said: []saying{{"Omar Haddad", "firm had lied", ""}, {"Omar Haddad", "mill must close", ""}}},
	{text: "According to Ida Kron:\n\n• the dam is safe\n• the water is clean",
		said: []saying{{"Ida Kron", "dam is safe", ""}, {"Ida Kron", "water is clean", ""}}},
	{text: "\"The best mayor we have had.\" — Tom Bell, baker",
		said: []saying{{"Tom Bell", "best mayor", ""}}},
	{text: "“A loss for us all,” – Senator Ana Roe\n\n“He was kind to everyone.” – Rui Costa, a neighbour",
		said: []saying{{"Ana Roe", "loss for us all", ""}, {"Rui Costa", "kind to everyone", ""}}},
	{text: "From the desk of Ida Kron:\n\n\"We will rebuild the hall by June.\"",
		said: []saying{{"Ida Kron", "rebuild the hall", ""}}},
	{text: "Ana Roe shook her head. \"Nobody told us. We read it in the paper.\" The room fell silent.",
		said: []saying{{"Ana Roe", "Nobody told us", ""}}},
	{text: "Tom Bell was blunt about the vote. \"It was a farce. I walked out.\"",
		said: []saying{{"Tom Bell", "It was a farce", ""}}},
	{text: "For Rui Costa, the wait is over. \"Now I can sleep again. My children can too.\"",
		said: []saying{{"Rui Costa", "Now I can sleep", ""}}},
	{text: "The baker, Ida Kron, pointed at the empty shelves. \"This is what is left. There is no flour.\"",
		said: []saying{{"Ida Kron", "This is what is left", ""}}},
	{text: "\"The sea took the road,\" said Tom Bell, who fishes off Dorn.\n\nTom Bell mends a net on the quay. Photograph: Rui Costa\n\n\"It will take the houses next. We know it.\"",
		said: []saying{{"Tom Bell", "take the houses", ""}}},
	{text: "\"We had a good year,\" says Ida Kron, a beekeeper.\n\nImage caption Ida Kron keeps forty hives\n\n\"But the bees are weaker now. They die in spring.\"",
		said: []saying{{"Ida Kron", "bees are weaker", ""}}},
	{text: "We spoke to the diver Tom Bell.\n\nWhat did you see down there?\n\nNothing at first. Then the hull came up like a wall.\n\nWere you afraid?\n\nOf course. I was alone.",
		said:  []saying{{"Tom Bell", "Nothing at first", ""}, {"Tom Bell", "I was alone", ""}},
		never: []saying{{"Tom Bell", "What did you see", ""}, {"Tom Bell", "Were you afraid", ""}}},
	{text: "An interview with Ana Roe, head of the Dorn Opera\n\n**Why leave now?**\n\nBecause I am tired. Ten years is enough.\n\n**Who follows you?**\n\nThe board will say so in May.",
		said:  []saying{{"Ana Roe", "I am tired", ""}, {"Ana Roe", "board will say so", ""}},
		never: []saying{{"Ana Roe", "Why leave now", ""}}},
	{text: "‘Who pays for this?’ asked Tom Bell. ‘The town does,’ replied Ida Kron. ‘As always.’",
		said: []saying{{"Tom Bell", "Who pays", ""}, {"Ida Kron", "The town does", ""}, {"Ida Kron", "As always", ""}}},
	{text: "'We can't go on like this,' said Rui Costa of the bakers' guild. 'It's the flour that costs.'",
		said: []saying{{"Rui Costa", "go on like this", ""}, {"Rui Costa", "flour that costs", ""}}},
	{text: "‘Shame!’ cried a woman from the gallery. ‘Order,’ said the speaker, Ana Roe.",
		said: []saying{{"", "Shame", ""}, {"Ana Roe", "Order", ""}}},
	{text: "\"The mine will close,\" Ana Roe told workers, the Dorn Courier reported.",
		said:  []saying{{"Ana Roe", "mine will close", "Dorn Courier"}},
		never: []saying{{"Dorn Courier", "", ""}}},
	{text: "\"We were lied to,\" Tom Bell wrote on Facebook, according to the Dorn Courier.",
		said:  []saying{{"Tom Bell", "We were lied to", "Dorn Courier"}},
		never: []saying{{"Dorn Courier", "", ""}}},
	{text: "The Lipova Herald, citing the Dorn Courier, which quoted Mayor Ida Kron, said the dam had burst.",
		said: []saying{{"Ida Kron", "dam had burst", "Dorn Courier"}}},
	{text: "Tom Bell runs the mill. A former clerk said he had seen the books. She told the court he lied.",
		said:  []saying{{"", "had seen the books", ""}},
		never: []saying{{"Tom Bell", "had seen the books", ""}}},
	{text: "Ana Roe left at noon. A nurse at the clinic said she would testify. \"I saw it all,\" she said.",
		said:  []saying{{"", "I saw it all", ""}},
		never: []saying{{"Ana Roe", "I saw it all", ""}}},
	{text: "President Tom Bell flew to Peru. A senior aide said talks went well. \"We are close,\" he told reporters.",
		said:  []saying{{"", "We are close", ""}},
		never: []saying{{"Tom Bell", "We are close", ""}}},
	{text: "Judge Clara Post opened the hearing. \"We will be brief,\" Post said.",
		said:  []saying{{"Clara Post", "We will be brief", ""}},
		never: []saying{{"The Washington Post", "", ""}}},
	{text: "The historian Ivo Globe spoke first. \"It is a myth,\" Globe said. \"The Globe has it wrong,\" he added.",
		said: []saying{{"Ivo Globe", "It is a myth", ""}}},
	{text: "Coach Dan Sun resigned. \"I am done,\" said Sun.",
		said:  []saying{{"Dan Sun", "I am done", ""}},
		never: []saying{{"The Sun", "", ""}}},
	{text: "The lawyer Vera Time told the court the deal was void. \"It was never signed,\" Time said.",
		said:  []saying{{"Vera Time", "never signed", ""}},
		never: []saying{{"Time", "", ""}}},
	{text: "Rose Hope said the vote was fair. Will Young told the court he had paid.",
		said: []saying{{"Rose Hope", "vote was fair", ""}, {"Will Young", "he had paid", ""}}},
	{text: "April Stone warned that the roof would fall. Frank Price said it was safe.",
		said: []saying{{"April Stone", "roof would fall", ""}, {"Frank Price", "it was safe", ""}}},
	{text: "Mary Paris said Paris was calm. \"I love it,\" Paris said.",
		said: []saying{{"Mary Paris", "Paris was calm", ""}, {"Mary Paris", "I love it", ""}}},
	{text: "PC Ruth Bell said: \"We saw nothing.\" Maj Gen Tom Hale said the line had held. Lt Col Rui Costa disagreed.",
		said:  []saying{{"Ruth Bell", "We saw nothing", ""}, {"Tom Hale", "line had held", ""}},
		never: []saying{{"PC Ruth Bell", "", ""}}},
	{text: "Rear Adm. Ivo Stern said the ship was safe. Chief Inspector Ana Roe, of Dorn police, said two men were held.",
		said: []saying{{"Ivo Stern", "ship was safe", ""}, {"Ana Roe", "two men were held", ""}}},
	{text: "Tom Bell Jr. said the mill would close. Bell Jr. gave no date. \"I am sorry,\" said Rui Costa III.",
		said: []saying{{"Tom Bell Jr.", "mill would close", ""}, {"Rui Costa III", "I am sorry", ""}}},
	{text: "Ludo van der Meer said the dam was safe. \"It will hold,\" Van der Meer said.",
		said: []saying{{"Ludo van der Meer", "dam was safe", ""}, {"Ludo van der Meer", "It will hold", ""}}},
	{text: "Abd al-Karim al-Torvi said talks had failed. Al-Torvi gave no details. \"We tried,\" al-Torvi said.",
		said: []saying{{"Abd al-Karim al-Torvi", "talks had failed", ""}, {"Abd al-Karim al-Torvi", "We tried", ""}}},
	{text: "Kim Dae-woo said the plant was safe. \"There is no leak,\" Kim said.",
		said: []saying{{"Kim Dae-woo", "plant was safe", ""}, {"Kim Dae-woo", "no leak", ""}}},
	{text: "Jean-Luc Moreau said the port was closed. Anne-Sophie Petit-Leroy told reporters it would open.",
		said: []saying{{"Jean-Luc Moreau", "port was closed", ""}, {"Anne-Sophie Petit-Leroy", "would open", ""}}},
	{text: "Tsai Mei-ling told the chamber the law was dead. Lee Hsien-tak agreed.",
		said: []saying{{"Tsai Mei-ling", "law was dead", ""}}},
	{text: "He Jianmin said the fleet was ready. \"We sail today,\" He said.",
		said: []saying{{"He Jianmin", "fleet was ready", ""}, {"He Jianmin", "We sail today", ""}}},
	{text: "Mayor Ida Kron Says Dorn Will Rebuild Bridge\n\nThe bridge fell in May.",
		said: []saying{{"Ida Kron", "Dorn Will Rebuild Bridge", ""}}},
	{text: "Peru 'Will Not Pay,' Finance Minister Ana Roe Warns\n\nThe debt is due.",
		said: []saying{{"Ana Roe", "Will Not Pay", ""}}},
	{text: "The boxer, known as \"the Mill\", lost. \"I slipped,\" said Tom Bell, dubbed \"Iron Tom\" by fans.",
		said: []saying{{"Tom Bell", "I slipped", ""}}},
	{text: "Peru said its army had won. The city's council said the water was safe.",
		said: []saying{{"Peru", "army had won", ""}, {"", "water was safe", ""}}},
	{text: "A report by Rights Watch Dorn said ten men were held. The report said two had died.",
		said: []saying{{"Rights Watch Dorn", "ten men", ""}, {"Rights Watch Dorn", "two had died", ""}}},
	{text: "The central government in Beijing said the law would stand.",
		said: []saying{{"China", "law would stand", ""}}},
	{text: "TASS said the ship had sunk. Amnesty International's report said dozens were held.",
		said: []saying{{"TASS", "ship had sunk", ""}, {"Amnesty International", "dozens were held", ""}}},
	{text: "The Dorn Relief Fund opened in 1990. Its chairman, Tom Bell, said it was broke. The charity said it would close.",
		said: []saying{{"Tom Bell", "it was broke", ""}, {"Dorn Relief Fund", "it would close", ""}}},
	{text: "Defence Minister Ana Roe flew to Peru on Monday.\n\nThe minister said talks had gone well.\n\n\"We agreed on all points,\" she said.",
		said: []saying{{"Ana Roe", "gone well", ""}, {"Ana Roe", "all points", ""}}},
	{text: "Tom Bell's claim that the dam was safe was false. The accusation by Ida Kron that he had lied stung.",
		said: []saying{{"Tom Bell", "dam was safe", ""}, {"Ida Kron", "he had lied", ""}}},
}

// TestWhoSaysWhat reads short texts of each kind in which speakers were once lost or mistaken.
func TestWhoSaysWhat(t *testing.T) {
	reader, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range whoSaysWhat {
		got, err := reader.Read(context.Background(), Text{Doc: "speakers", Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range c.said {
			if !says(c.text, got, s) {
				t.Errorf("%q: %q does not say %q; statements %s", c.text, s.speaker, s.words, sayings(c.text, got))
			}
		}
		for _, s := range c.never {
			if says(c.text, got, s) {
				t.Errorf("%q: %q says %q; statements %s", c.text, s.speaker, s.words, sayings(c.text, got))
			}
		}
	}
}

// says reports whether a reading has the words as its speaker's.
func says(text string, r kg.Reading, want saying) bool {
	return slices.ContainsFunc(r.Statements, func(s kg.ReadStatement) bool {
		return s.Kind == kg.Speech && s.Speaker == want.speaker && strings.Contains(contentOf(text, s), want.words) &&
			(want.via == "" || slices.Contains(s.Via, want.via))
	})
}

func contentOf(text string, s kg.ReadStatement) string {
	runes, parts := []rune(text), []string{}
	for _, c := range s.Content {
		parts = append(parts, string(runes[c[0]:c[1]]))
	}
	return strings.Join(parts, " … ")
}

func sayings(text string, r kg.Reading) string {
	var out []string
	for _, s := range r.Statements {
		out = append(out, s.Speaker+": "+contentOf(text, s))
	}
	return strings.Join(out, " | ")
}
