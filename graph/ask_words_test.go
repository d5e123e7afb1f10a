package graph_test

import (
	"testing"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo/neotest"
)

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
		asked("What did Jane Roe say about whales?"):       `{"ask":{"interpretation":{"text":"What Jane Roe said about whales."},"statements":{"nodes":[]}}}`,
	})
}
