package graph_test

import (
	"strings"
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

// TestToldWithNumbers: where nobody gives figures, what their source said with a number answers, also where only the
// text calls it so; what cannot be read and asks a named source for a number is answered likewise, and what has neither
// a number nor any of the words is no answer.
func TestToldWithNumbers(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	record := kgtest.Record("The harbour office said: Two crew were rescued. The harbour office said: The quay is shut. "+
		"Mara Lind said: The river fell by 31 centimetres. Mara Lind said: The river is low. Striking dockers said: We were 900 at the march in Norport.",
		"Norport", "2021-03-01", kgtest.Said{Speaker: "Harbour office", Sentence: "Two crew were rescued"},
		kgtest.Said{Speaker: "harbour office", Sentence: "The quay is shut"},
		kgtest.Said{Speaker: "Mara Lind", Sentence: "The river fell by 31 centimetres", Person: true},
		kgtest.Said{Speaker: "Mara Lind", Sentence: "The river is low", Person: true},
		kgtest.Said{Speaker: "Striking dockers", Sentence: "We were 900 at the march in Norport", Names: []string{"Norport"}})
	record.Statements[4].SpeakerID = "" // only the text says who it is
	neotest.Fill(t, store, []kg.Record{record})
	h := curating(t, store)
	asked := func(question string) string {
		return `{ ask(question: "` + question + `") { interpretation { kind text confidence } statements { nodes { quote { exact } } } } }`
	}
	answer := func(kind, text, confidence string, quotes ...string) string {
		nodes := []string{}
		for _, q := range quotes {
			nodes = append(nodes, `{"quote":{"exact":"`+q+`"}}`)
		}
		return `{"ask":{"interpretation":{"kind":"` + kind + `","text":"` + text + `","confidence":` + confidence + `},"statements":{"nodes":[` +
			strings.Join(nodes, ",") + `]}}}`
	}
	answers(t, h, map[string]string{
		asked("How many crew were rescued in Norport, according to the harbour office?"): answer("WHAT_SAID",
			"How many crew rescued: figures in, of or to Norport, by who gives them, according to harbour office: no figure is given, so what was said with a number and any of “crew rescued Norport”.", "0.5", "Two crew were rescued"),
		asked("By how much did the river fall, according to Mara Lind?"): answer("WHAT_SAID",
			"What Mara Lind said with a number, about any of “river fall”.", "0.5", "The river fell by 31 centimetres"),
		asked("By how much did the river fall, according to Mara Lind, in 2019?"): answer("WHAT_SAID",
			"What Mara Lind said with a number, about any of “river fall”, in 2019.", "0.5"),
		asked("By how much did -river" + strings.Repeat(" a-b c'd", 40) + " fall, according to Mara Lind?"): answer("WHAT_SAID",
			"What Mara Lind said with a number, about any of “-river"+strings.Repeat(" a-b c'd", 40)+" fall”.", "0.5", "The river fell by 31 centimetres"),
		asked("By how much did the lake shrink, according to Mara Lind?"): answer("WHAT_SAID",
			"What Mara Lind said with a number, about any of “lake shrink”.", "0.5"),
		asked("How many people were killed at the march in Norport, according to the dockers?"): answer("WHAT_SAID",
			"What dockers said with a number, about any of “people killed march Norport”: no actor of this name says it, so what those said whom the text calls so.", "0.5", "We were 900 at the march in Norport"),
	})
}

// TestWhatWasSaid: somebody is found by a surname that no article calls him by alone, unless two have it; and what he
// said about a matter also where only the article has the words for it, which the interpretation says then.
func TestWhatWasSaid(t *testing.T) {
	store := neotest.Open(t, testNow, kgtest.Predicates())
	said := func(speaker, sentence string) kgtest.Said {
		return kgtest.Said{Speaker: speaker, Sentence: sentence, Person: true}
	}
	neotest.Fill(t, store, []kg.Record{
		kgtest.Record("A recording of the minister was played. Jane Roe said: That is not my voice. Ann Poe said: The recording is a fake. Max Poe said: No.",
			"Tape", "2021-03-01", said("Jane Roe", "That is not my voice"), said("Ann Poe", "The recording is a fake"), said("Max Poe", "No")),
		kgtest.Record("Jane Roe said: She read it to the end. Jane Roe said: Rain is due. Jane Roe said: Max Poe knew that she did. Max Poe said: Ida Holm is right.",
			"Letter", "2021-03-03", said("Jane Roe", "She read it to the end"), said("Jane Roe", "Rain is due"),
			kgtest.Said{Speaker: "Jane Roe", Sentence: "Max Poe knew that she did", Names: []string{"Max Poe"}, Person: true},
			kgtest.Said{Speaker: "Max Poe", Sentence: "Ida Holm is right", Names: []string{"Ida Holm"}, Person: true}),
		kgtest.Record("Jane Roe said: Taxes will rise.", "Taxes", "2021-03-02", said("Jane Roe", "Taxes will rise")),
	})
	h := curating(t, store)
	asked := func(question string) string {
		return `{ ask(question: "` + question + `") { interpretation { text } statements { nodes { quote { exact } } } } }`
	}
	answers(t, h, map[string]string{
		asked("What did Roe say about taxes?"): `{"ask":{"interpretation":{"text":"What Jane Roe said about taxes."},"statements":{"nodes":[{"quote":{"exact":"Taxes will rise"}}]}}}`,
		asked("What did Jane Roe say about the recording?"): `{"ask":{"interpretation":{"text":"What Jane Roe said about recording: nothing said has these words, so what was said in articles that do."},` +
			`"statements":{"nodes":[{"quote":{"exact":"That is not my voice"}}]}}}`,
		asked("What did Jane Roe say about Ida Holm?"): `{"ask":{"interpretation":{"text":"What Jane Roe said about Ida Holm: nothing said has the name, so what was said without one in articles that do."},` +
			`"statements":{"nodes":[{"quote":{"exact":"She read it to the end"}}]}}}`,
		asked("What did Ann Poe say about the recording?"): `{"ask":{"interpretation":{"text":"What Ann Poe said about recording."},"statements":{"nodes":[{"quote":{"exact":"The recording is a fake"}}]}}}`,
		asked("What did Poe say about the recording?"):     `{"ask":{"interpretation":{"text":"What Poe said about recording."},"statements":{"nodes":[]}}}`,
		asked("What did Jane Roe say about taxes and whales?"): `{"ask":{"interpretation":{"text":"What Jane Roe said about taxes and whales: nothing said has all these words, so what was said with any of them."},` +
			`"statements":{"nodes":[{"quote":{"exact":"Taxes will rise"}}]}}}`,
		asked("What did Jane Roe say about whales?"): `{"ask":{"interpretation":{"text":"What Jane Roe said about whales."},"statements":{"nodes":[]}}}`,
	})
}
