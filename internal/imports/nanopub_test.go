package imports_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/export"
	"sayso/internal/imports"
	"sayso/internal/kg"
)

// nanopublications writes statements as our export does.
func nanopublications(t *testing.T, statements ...export.Statement) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := export.Open("trig", &out)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if err := w.Write(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestNanopubsThereAndBack: what our export says of a statement and its claims comes back: who said which words when, and
// each claim with its ends and their types, polarity, modality, figure, office and day.
func TestNanopubsThereAndBack(t *testing.T) {
	const words = "“Никто не «победил»” \\ said\n\t😀 Ann\u2028Lee & <Bob>"
	six := 6.5
	actor := func(kind, name string) *export.Actor {
		return &export.Actor{Type: kind, ID: "ent " + name, Name: name}
	}
	s := export.Statement{ID: "st_1", Status: "CURRENT", Date: "2024-05-20", RecordedAt: "2024-05-22T10:00:00Z", Extractor: "reader/1",
		Quote: export.Quote{Exact: words, Prefix: "Before: ", Suffix: ".", End: 9}, Speaker: actor("Organization", "Ann \"Lee\" Winters"),
		Article: export.Article{ID: "art_1", Title: "A \\ title", URL: "https://example.org/a?b=1", PublishedAt: "2024-05-21", Publisher: actor("Organization", "Selm Courier")},
		Asserts: []export.Assertion{
			{Modality: "HEDGED", Claim: export.Claim{ID: "cl_1", Text: "…", Negated: true, Quantity: &six, Unit: "tanks", Bound: "AT_LEAST", OccurredOn: "2024-05",
				Predicate: export.Predicate{ID: "LOST"}, Subject: actor("Place", "Zorvia"), ObjectText: "some tanks"}},
			{Modality: "ASSERTED", Claim: export.Claim{ID: "cl_2", Text: "…", Role: "mayor",
				Predicate: export.Predicate{ID: "HOLDS_OFFICE_IN"}, Subject: actor("Person", "Zed"), Object: actor("Place", "Selm")}},
		}}
	own := s
	own.ID, own.Speaker, own.Quote.Exact = "st_2", nil, "In the paper's own voice."
	items, err := read(t, "nanopub", bytes.NewReader(nanopublications(t, s, own)))
	if err != nil || len(items) != 2 {
		t.Fatalf("%d items, %v", len(items), err)
	}
	whole(t, items)
	want := `article: A \ title | https://example.org/a?b=1 | Selm Courier | 2024-05-21
named: Ann "Lee" Winters as Ann "Lee" Winters (ORGANIZATION)
named: Zorvia as Zorvia (PLACE)
named: Zed as Zed (PERSON)
named: Selm as Selm (PLACE)
said by "Ann \"Lee\" Winters" 2024-05-20: [` + words + `] <Ann "Lee" Winters>
claim: Zorvia LOST some tanks not=true HEDGED 2024-05 role= in [` + words + `]
claim: Zed HOLDS_OFFICE_IN Selm not=false ASSERTED  role=mayor in [` + words + `]
`
	if d := cmp.Diff(want, told(t, items[0])); d != "" {
		t.Error(d)
	}
	if q := items[0].Submission.Reading.Claims[0].Quantity; q == nil || *q != (kg.ReadQuantity{Value: six, Unit: "tanks", Bound: kg.AtLeast}) {
		t.Errorf("figure %+v", q)
	}
	if r := items[1].Submission.Reading; len(r.Statements) != 0 || len(r.Claims) != 2 || !strings.HasPrefix(items[1].Submission.Text, own.Quote.Exact) {
		t.Errorf("%s", told(t, items[1]))
	}
	if day := items[0].Submission.RetrievedAt; day != "2024-05-22" {
		t.Errorf("retrieved %q", day)
	}
}

// TestManyNanopubs: a long file is read one after another, each once, whatever the order of the graphs of each.
func TestManyNanopubs(t *testing.T) {
	var file strings.Builder
	const many = 3000
	for i := range many {
		graphs := []string{
			fmt.Sprintf("<h%d> { <n%d> a <http://www.nanopub.org/nschema#Nanopublication> ; <http://www.nanopub.org/nschema#hasAssertion> <a%d> ; "+
				"<http://www.nanopub.org/nschema#hasProvenance> <p%d> ; <http://www.nanopub.org/nschema#hasPublicationInfo> <i%d> . }\n", i, i, i, i, i),
			fmt.Sprintf("<a%d> { <x> <urn:sayso:vocabulary:MET_WITH> \"delegation %d\" . }\n", i, i),
			fmt.Sprintf("<p%d> { <a%d> <http://www.w3.org/ns/prov#wasAttributedTo> <y> . <x> <http://www.w3.org/2000/01/rdf-schema#label> \"Kenya\" . }\n", i, i),
			fmt.Sprintf("<i%d> { <n%d> <http://purl.org/dc/terms/created> \"2024-05-22\" . }\n", i, i)}
		for j := range graphs {
			file.WriteString(graphs[(i+j)%len(graphs)])
		}
	}
	seen := map[string]bool{}
	err := reader(t).Read("nanopub", "file", strings.NewReader(file.String()), func(i imports.Item) error {
		if i.Fault != nil || len(i.Submission.Reading.Claims) != 1 {
			t.Fatalf("%+v", i)
		}
		seen[i.Submission.Reading.Claims[0].Object] = true
		return nil
	})
	if err != nil || len(seen) != many {
		t.Errorf("%d of %d, %v", len(seen), many, err)
	}
}
