package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// TestNamesAndBodies reads articles through the API and asks who is who in them, who speaks for a state, and what nobody is named for.
func TestNamesAndBodies(t *testing.T) {
	s := start(t, false)
	var articles []map[string]any
	for _, a := range [][2]string{
		{"2012-01-01", "Walter Nunn Jr. accused Walter Nunn Sr. of fraud. Walter Nunn Sr. denied it. Walter Nunn Jr. met Ilse Kant."},
		{"2012-01-02", "Maria C. Lindqvist met Ilse Kant in Oslo. Maria K. Lindqvist met Ilse Kant in Rome."},
		{"2012-01-03", "Bill Harkness met Ilse Kant in Oslo."},
		{"2012-01-04", "William Harkness met Ilse Kant in Rome."},
		{"2022-08-17", "The General Staff of the Armed Forces of Ukraine said Russia had lost 44,100 troops since the invasion began."},
		{"2022-09-23", "The Ministry of Defence of Ukraine said on Friday that Russia had lost 55,110 troops."},
		{"2022-09-21", "Russia's Defence Ministry said that 5,937 Russian soldiers had died."},
		{"2022-11-01", "Gunmen kidnapped Ana Roth in Kelmar on Monday."},
	} {
		articles = append(articles, map[string]any{"text": a[1], "publishedAt": a[0], "title": a[1][:12]})
	}
	s.ask(`mutation($a: [ArticleInput!]!) { ingest(articles: $a) { results { error { message } } } }`, map[string]any{"a": articles}, &struct{}{})
	for surname, want := range map[string]string{"Nunn": "Walter Nunn Jr.|Walter Nunn Sr", "Lindqvist": "Maria C. Lindqvist|Maria K. Lindqvist", "Harkness": "Bill Harkness"} {
		var got struct {
			Actors struct{ Nodes []struct{ Name string } }
		}
		s.ask(`query($n: String!) { actors(where: {calledLike: $n}) { nodes { name } } }`, map[string]any{"n": surname}, &got)
		var names []string
		for _, n := range got.Actors.Nodes {
			names = append(names, n.Name)
		}
		slices.Sort(names)
		if strings.Join(names, "|") != want {
			t.Errorf("%s: %q, want %q", surname, names, want)
		}
	}
	for question, want := range map[string][]string{
		"How many Russian troops died according to Ukraine?": {"General Staff of the Armed Forces of Ukraine", "Ministry of Defence of Ukraine", "44100", "55110", "!5937"},
		"How many Russian troops died according to Russia?":  {"Ministry of Defence of Russia", "5937", "!44100"},
		"Who was kidnapped?": {"Ana Roth", "Gunmen"},
	} {
		var got struct{ Ask json.RawMessage }
		s.ask(`query($q: String!) { ask(question: $q) { figures { nodes { text statements(first: 3) { nodes { speaker { name } } } } } claims { nodes { text } } } }`,
			map[string]any{"q": question}, &got)
		for _, w := range want {
			word, absent := strings.CutPrefix(w, "!")
			if strings.Contains(string(got.Ask), word) == absent {
				t.Errorf("%s: %s; %q", question, got.Ask, w)
			}
		}
	}
}
