// Package operations holds the GraphQL documents that Sayso's own clients send, and those that the server runs once at
// its start so that Neo4j has planned each kind of question before the first user asks it. It holds no code but the
// look-up.
package operations

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed *.graphql *.txt
var files embed.FS

// Ask is the document with which a question in English is answered whole; its one variable is question.
//
//go:embed ask.graphql
var Ask string

// Nearest is the document that finds the sentences of articles nearest to words of which any may be there: what is
// shown for a question that cannot be read, or that nothing answers. Its one variable is query.
//
//go:embed nearest.graphql
var Nearest string

// Export is the document by which statements are taken along, a page at a time, in the order of their ids.
//
//go:embed export.graphql
var Export string

//go:embed agent/*.graphql evidence/*.graphql export/*.graphql reconcile/*.graphql standing/*.graphql
var surfaces embed.FS

// Of gives a document of one of the surfaces that ask on behalf of other people's programs: agent/who_did,
// reconcile/candidates.
func Of(name string) (string, error) {
	text, err := surfaces.ReadFile(name + ".graphql")
	return string(text), err
}

// Documents gives all documents but Ask, by their file names. Their variables have defaults, so each can be sent as it
// is.
func Documents() (map[string]string, error) {
	names, err := fs.Glob(files, "*.graphql")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, name := range names {
		if name == "ask.graphql" {
			continue
		}
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out[name] = string(text)
	}
	return out, nil
}

// All gives every document there is.
func All() ([]string, error) {
	var out []string
	for _, from := range []embed.FS{files, surfaces} {
		err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".graphql") {
				return err
			}
			text, err := from.ReadFile(name)
			out = append(out, string(text))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Questions gives a question of each family that Ask can be sent with.
func Questions() ([]string, error) { return lines("questions.txt") }

// Early names the documents with which users begin, in that order.
func Early() ([]string, error) { return lines("early.txt") }

// lines reads the lines of a file but for the empty ones and the comments.
func lines(name string) ([]string, error) {
	text, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var out []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out, nil
}
