package neo

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed queries/*.cypher
var queryFiles embed.FS

// queryTexts holds the fixed queries by name.
var queryTexts = readQueries()

func readQueries() map[string]string {
	out := map[string]string{}
	names, err := fs.Glob(queryFiles, "queries/*.cypher")
	if err != nil {
		panic("neo: embedded queries: " + err.Error())
	}
	for _, name := range names {
		data, err := queryFiles.ReadFile(name)
		if err != nil {
			panic("neo: embedded query " + name + ": " + err.Error())
		}
		out[strings.TrimSuffix(strings.TrimPrefix(name, "queries/"), ".cypher")] = string(data)
	}
	return out
}
