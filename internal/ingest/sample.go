package ingest

import (
	"embed"
	"io/fs"

	"sayso/internal/kg"
)

//go:embed sample/*.md
var sampleFiles embed.FS

// Sample gives the articles that fill an empty graph. They were written for this project and tell of public events from
// 2014 to 2022.
func Sample() ([]kg.Submission, error) {
	names, err := fs.Glob(sampleFiles, "sample/*.md")
	if err != nil {
		return nil, err
	}
	var out []kg.Submission
	for _, name := range names {
		data, err := sampleFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		s, err := File(name, data)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
