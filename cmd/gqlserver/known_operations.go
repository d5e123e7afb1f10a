package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/graph"
	"sayso/graph/operations"
	"sayso/internal/kg"
	"sayso/web/src/queries"
)

// knownOperations gives what callers may ask where they may not ask anything: the documents of our own pages and
// programs, and those of the files and folders that are named. nil where they may ask anything.
func (s settings) knownOperations() (*graph.KnownOperations, error) {
	if len(s.OnlyOperations) == 0 {
		return nil, nil //nolint:nilnil // nothing is bounded
	}
	known := &graph.KnownOperations{}
	pages, err := queries.All()
	if err == nil {
		err = known.Add("the explorer", pages...)
	}
	if err != nil {
		return nil, err
	}
	programs, err := operations.All()
	if err != nil {
		return nil, err
	}
	for _, text := range programs {
		if err := known.Add("our programs", text); err != nil {
			return nil, err
		}
	}
	for _, path := range s.OnlyOperations {
		if path == ownOperations {
			continue
		}
		if err := addOperations(known, path); err != nil {
			return nil, err
		}
	}
	return known, nil
}

// ownOperations stands for our own operations and no others.
const ownOperations = "own"

// addOperations takes in a folder of GraphQL documents, which share their fragments, one such file, or a JSON object
// with documents as values, as tools write them that name documents by their hashes.
func addOperations(known *graph.KnownOperations, path string) error {
	names, err := documentFiles(path)
	if err != nil {
		return kg.Errorf(kg.Invalid, "--only-operations: %w", err)
	}
	before := known.Count()
	var texts []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return kg.Errorf(kg.Invalid, "--only-operations: %w", err)
		}
		if !strings.HasSuffix(name, ".json") {
			texts = append(texts, string(data))
		} else if err := addManifest(known, name, data); err != nil {
			return err
		}
	}
	if err := known.Add(path, texts...); err != nil {
		return err
	}
	if known.Count() == before {
		return kg.Errorf(
			kg.Invalid,
			"--only-operations: %s has no operation that was not known; name a file or folder with GraphQL documents, "+
				"or the word own for those of our own programs alone",
			path,
		)
	}
	return nil
}

// documentFiles lists the GraphQL documents in a folder, or the file itself.
func documentFiles(path string) (names []string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && slices.Contains([]string{".graphql", ".gql"}, filepath.Ext(name)) {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

func addManifest(known *graph.KnownOperations, name string, data []byte) error {
	var documents map[string]string
	if err := json.Unmarshal(data, &documents); err != nil {
		return kg.Errorf(
			kg.Invalid,
			`--only-operations: %s is no JSON object of documents; write {"HASH": "query …"} (%v)`,
			name,
			err,
		)
	}
	for id, text := range documents {
		if err := known.Add(name+", "+id, text); err != nil {
			return err
		}
	}
	return nil
}
