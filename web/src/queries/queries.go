// Package queries holds the GraphQL documents by which the explorer's pages ask, for servers that take known operations
// only. It may not hold anything else.
package queries

import (
	"embed"
	"io/fs"
)

//go:embed *.graphql
var files embed.FS

// All gives the documents, which share their fragments.
func All() ([]string, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, string(text))
	}
	return out, nil
}
