package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const twinned = `- id: TWINNED_WITH
  label: is twinned with
  means: The subject and the object are twin towns.
  inverse: is twinned with
  synonyms: [twinned with, sister city of]
  symmetric: true
  patterns:
    - verb: [twin]
      stative: true
      object: [with]
      need: place
`

// TestVocabularyOfTheUser: a predicate of a file is read, stored, asked for in GraphQL and in words.
func TestVocabularyOfTheUser(t *testing.T) {
	file := filepath.Join(t.TempDir(), "towns.yaml")
	if err := os.WriteFile(file, []byte(twinned), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, false, file)
	query, variables := ingestOne(map[string]any{"text": "Coventry news\n\nCoventry is twinned with Volgograd. The mayor was pleased, and the choir sang."})
	var done struct {
		Ingest struct {
			Results []struct{ Error *struct{ Message string } }
		}
	}
	s.ask(query, variables, &done)
	if e := done.Ingest.Results[0].Error; e != nil {
		t.Fatal(e.Message)
	}
	var got struct {
		WhoDid answerRows
		Ask    struct {
			Interpretation struct{ Predicate struct{ ID string } }
		}
		Predicates struct {
			Edges []struct{ Node struct{ ID string } }
		}
	}
	s.ask(`{ whoDid(predicate: "twinned with", target: "Volgograd") { `+rowFields+` }
		ask(question: "Who is twinned with Volgograd?") { interpretation { predicate { id } } }
		predicates(first: 100) { edges { node { id } } } }`, nil, &got)
	if len(got.WhoDid.Rows) != 1 || got.WhoDid.Rows[0].Actor.Name != "Coventry" {
		t.Errorf("who is twinned with Volgograd: %+v", got.WhoDid.Rows)
	}
	if got.Ask.Interpretation.Predicate.ID != "TWINNED_WITH" {
		t.Errorf("the question is about %q", got.Ask.Interpretation.Predicate.ID)
	}
	var known []string
	for _, p := range got.Predicates.Edges {
		known = append(known, p.Node.ID)
	}
	if !strings.Contains(strings.Join(known, " "), "TWINNED_WITH") {
		t.Errorf("the graph knows %v", known)
	}
}

// TestBadVocabularyIsToldAtOnce: the server does not start Neo4j first.
func TestBadVocabularyIsToldAtOnce(t *testing.T) {
	s := settings{Listen: "127.0.0.1:0", Timeout: 1, IngestTimeout: 1, MaxBody: 1, MaxDepth: 1, MaxCost: 1, MaxAliases: 1}
	if err := s.AfterApply(); err != nil {
		t.Fatal(err)
	}
	s.Vocabulary = []string{filepath.Join(t.TempDir(), "none.yaml")}
	if err := s.AfterApply(); err == nil || !strings.Contains(err.Error(), "none.yaml") {
		t.Errorf("a missing file gave %v", err)
	}
}
