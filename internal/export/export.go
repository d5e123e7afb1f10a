package export

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"sayso/internal/kg"
)

// Writer writes statements in one form. Close writes what stands at the end; the destination stays open.
type Writer interface {
	Write(s Statement) error
	Close() error
}

// twice is a Writer that wants all statements once more, for as long as Again says so.
type twice interface{ Again() bool }

// format is one form.
type format struct {
	extension, mediaType string
	means                string
	open                 func(io.Writer) (Writer, error)
}

// formats are all forms by the names that a user gives.
var formats = map[string]format{
	"jsonl": {"jsonl", "application/x-ndjson", "statements with all they hold, a line each", openLines},
	"csv": {
		"csv", "text/csv; charset=utf-8", "a row for each claim of a statement (docs/exports.md says what the columns are)",
		openCSV,
	},
	"parquet": {"parquet", "application/vnd.apache.parquet", "the same table with types", openParquet},
	"graphml": {
		"graphml", "application/graphml+xml", "actors and claims as a graph: Gephi, yEd, Cytoscape, networkx", openGraphML,
	},
	"gexf":   {"gexf", "application/gexf+xml", "the same graph in Gephi's form", openGEXF},
	"jsonld": {"jsonld", "application/ld+json", "Web Annotations with selectors, PROV-O", openJSONLD},
	"trig":   {"trig", "application/trig", "a nanopublication for each claim of a statement", openTriG},
	"claimreview": {
		"json", "application/ld+json", "schema.org Claims inside ClaimReviews without a rating", openClaimReview,
	},
	"ftm":    {"ftm.json", "application/x-ndjson", "FollowTheMoney entities", openFtM},
	"stix":   {"stix.json", "application/stix+json;version=2.1", "a STIX 2.1 bundle", openSTIX},
	"ris":    {"ris", "application/x-research-info-systems", "the articles as references", openRIS},
	"bibtex": {"bib", "application/x-bibtex", "the articles as references", openBibTeX},
}

// Names lists the forms.
func Names() []string { return slices.Sorted(maps.Keys(formats)) }

// Open begins to write in the form of that name.
func Open(name string, to io.Writer) (Writer, error) {
	f, ok := formats[name]
	if !ok {
		return nil, kg.Errorf(kg.NotFound, "there is no export called %q; choose one of %s", name,
			strings.Join(Names(), ", "))
	}
	return f.open(to)
}

// Describe gives a form's file extension, its media type and what it holds; empty for an unknown one.
func Describe(name string) (extension, mediaType, means string) {
	f := formats[name]
	return f.extension, f.mediaType, f.means
}

// Request carries out a GraphQL request and decodes its data into out.
type Request func(ctx context.Context, document string, variables map[string]any, out any) error

// Selection says which statements are taken along.
type Selection struct {
	Where  map[string]any `json:"where,omitempty"`  // as in GraphQL; nil for all
	Lapsed bool           `json:"lapsed,omitempty"` // also what was retracted or corrected
}

// pageSize is how many statements are asked for at a time.
const pageSize = 100

// Page is a part of the statements that fit.
type Page struct {
	Nodes []Statement `json:"nodes"`
	After string      `json:"after,omitempty"` // the cursor that the next page is behind; empty where there is none
}

// Pages gives the statements that fit, in the order of their ids, those behind a cursor or, without one, all; an error
// ends it.
func Pages(ctx context.Context, document string, ask Request, which Selection, after string) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		variables := map[string]any{"first": pageSize, "includeLapsed": which.Lapsed}
		if which.Where != nil {
			variables["where"] = which.Where
		}
		if after != "" {
			variables["after"] = after
		}
		for {
			var data struct {
				Statements struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
					Nodes []Statement
				}
			}
			if err := ask(ctx, document, variables, &data); err != nil {
				yield(Page{}, err)
				return
			}
			page := Page{Nodes: data.Statements.Nodes}
			if data.Statements.PageInfo.HasNextPage {
				page.After = data.Statements.PageInfo.EndCursor
			}
			if !yield(page, nil) || page.After == "" {
				return
			}
			variables["after"] = page.After
		}
	}
}

// lines writes each statement as a line of JSON.
type lines struct{ to *json.Encoder }

func openLines(w io.Writer) (Writer, error) {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return lines{encoder}, nil
}

func (l lines) Write(s Statement) error { return l.to.Encode(s) }
func (l lines) Close() error            { return nil }

// seen notes what was written already, by hashes: of a large graph the ids themselves would not fit into memory.
type seen map[[16]byte]struct{}

func hashed(id string) [16]byte {
	whole := sha256.Sum256([]byte(id))
	return [16]byte(whole[:])
}

// first reports whether the id was not met before.
func (s seen) first(id string) bool {
	if id == "" || s.has(id) {
		return false
	}
	s[hashed(id)] = struct{}{}
	return true
}

func (s seen) has(id string) bool {
	_, there := s[hashed(id)]
	return there
}
