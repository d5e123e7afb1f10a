package read

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/read/vocabulary"
)

// withWords gives a reader with a vocabulary file of the user's.
func withWords(t *testing.T, yaml string) (*Reader, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "words.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	entries, err := vocabulary.Extend(path)
	if err != nil {
		t.Fatal(err)
	}
	return NewWith(entries)
}

const userWords = `- id: TWINNED_WITH
  label: is twinned with
  means: The subject and the object are twin towns.
  inverse: is twinned with
  symmetric: true
  patterns:
    - verb: [twin]
      stative: true
      mutual: true
      object: [with]
      need: place
- id: OUTBID
  label: outbid
  means: The subject offered more than the object.
  inverse: was outbid by
  subject: [Organization, Person, Place]
  object: [Organization, Person, Place]
  patterns:
    - verb: [outbid, overbid]
      object: [dobj]
- id: RECOGNIZED
  patterns:
    - verb: [hail]
      light: [birth]
      object: [of]
      need: place
`

func TestPredicatesOfTheUser(t *testing.T) {
	r, err := withWords(t, userWords)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Coventry is twinned with Volgograd.", []string{"Coventry TWINNED_WITH Volgograd: Coventry is twinned with Volgograd"}},
		{"Coventry was never twinned with Dresden.", []string{"Coventry TWINNED_WITH Dresden NOT: Coventry was never twinned with Dresden"}},
		{"Coventry and Volgograd were twinned in 1944.", []string{"Coventry TWINNED_WITH Volgograd: Coventry and Volgograd were twinned in 1944"}},
		{"Google outbid Microsoft for the start-up.", []string{"Google OUTBID Microsoft: Google outbid Microsoft for the start-up"}},
		{"Microsoft may be outbid by Google.", []string{"Google OUTBID Microsoft HYPOTHETICAL: Microsoft may be outbid by Google"}},
		{"Kenya hailed the birth of South Sudan.", []string{"Kenya RECOGNIZED South Sudan: Kenya hailed the birth of South Sudan"}},
	} {
		got, err := r.Read(context.Background(), Text{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, cited(c.text, got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, d)
		}
		for _, s := range cited(c.text, mustRead(t, Text{Text: c.text})) {
			if strings.Contains(s, "TWINNED_WITH") || strings.Contains(s, "OUTBID") {
				t.Errorf("the reader without the file reads %s", s)
			}
		}
	}
}

func TestVerbsInTheirBaseForm(t *testing.T) {
	yaml := strings.Replace(userWords, "[twin]", "[twinned]", 1)
	if _, err := withWords(t, yaml); err == nil || !strings.Contains(err.Error(), `words.yaml, line 7, field "verb": "twinned" is a form of "twin"`) {
		t.Errorf("error %v", err)
	}
}
