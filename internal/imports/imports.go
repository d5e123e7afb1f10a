// Package imports turns what other tools write into articles with ready readings: FollowTheMoney, ClaimReview, Citron,
// CoreNLP, nanopublications, rows of events. Where a form has no text, its record in words is the text, so that what
// is claimed still has words to stand on. It may not know the store or GraphQL.
package imports

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
)

// Item is what stands at one place of a file.
type Item struct {
	Place      string        // for messages: "events.tsv line 3"
	Submission kg.Submission // with a reading, where Fault is nil
	Fault      error         // why nothing of it can be taken; it names the place
	LeftOut    []string      // what of it the graph cannot hold, in words
}

// Reader reads one file for one form.
type Reader struct {
	Words     *kg.Vocabulary
	Known     *gazetteer.Gazetteer
	Publisher string // who published what does not say so itself
}

// reading is a form's way to read: it hands over item by item. Its error says that the file cannot be gone on with.
type reading func(f Reader, name string, r io.Reader, yield func(Item) error) error

var forms = map[string]struct {
	means string
	read  reading
}{
	"citron":      {"documents with quotes, as Citron writes them", readCitron},
	"claimreview": {"schema.org ClaimReview (JSON-LD)", readClaimReview},
	"corenlp":     {"documents with quotes, as CoreNLP writes them (JSON)", readCoreNLP},
	"events":      {"rows of events, as ICEWS and POLECAT (PLOVER) write them", readEvents},
	"ftm":         {"FollowTheMoney entities, a line each", readFtM},
	"nanopub":     {"nanopublications (TriG) whose claims have predicates of the vocabulary", readNanopubs},
}

// Forms lists the names of the forms.
func Forms() []string { return slices.Sorted(maps.Keys(forms)) }

// Read reads a file of a form.
func (f Reader) Read(form, name string, r io.Reader, yield func(Item) error) error {
	known, ok := forms[form]
	if !ok {
		return kg.Errorf(kg.Invalid, "there is no form called %q to import; choose one of %s", form,
			strings.Join(Forms(), ", "))
	}
	return known.read(f, name, r, yield)
}

// fault is an item of which nothing can be taken.
func fault(place, format string, args ...any) Item {
	return Item{Place: place, Fault: kg.Errorf(kg.Invalid, "%s: %s", place, fmt.Sprintf(format, args...))}
}

// version is the second half of the readings' names; a newer one takes back what an older one read otherwise.
const version = "/1"
