package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOnlyOperations: files, folders and manifests add to our own operations; what holds none is refused.
func TestOnlyOperations(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"folder/a.graphql": "query A { ...F }", "folder/deep/f.gql": "fragment F on Query { __typename }", "folder/notes.txt": "query {",
		"one.graphql": "query One { __typename } query Two { __typename }", "list.json": `{"abc": "query Three { __typename }"}`,
		"broken.graphql": "query {", "broken.json": `["query Four { __typename }"]`, "empty/x.txt": "",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	own, err := settings{OnlyOperations: []string{"own"}}.knownOperations()
	if err != nil || own.Count() < 40 {
		t.Fatalf("our own: %d, %v", own.Count(), err)
	}
	for path, more := range map[string]int{"folder": 1, "one.graphql": 2, "list.json": 1} {
		known, err := settings{OnlyOperations: []string{filepath.Join(dir, path)}}.knownOperations()
		if err != nil || known.Count() != own.Count()+more {
			t.Errorf("%s: %d instead of %d more, %v", path, known.Count()-own.Count(), more, err)
		}
	}
	for path, want := range map[string]string{"broken.graphql": "no GraphQL document", "broken.json": "no JSON object", "empty": "no operation", "nowhere": "no such file"} {
		if _, err := (settings{OnlyOperations: []string{filepath.Join(dir, path)}}).knownOperations(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if none, err := (settings{}).knownOperations(); err != nil || none != nil {
		t.Errorf("nothing is bounded: %v %v", none, err)
	}
}
