package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sayso/internal/kg"
)

// TestJSONFiles: a .json file may be one article over several lines, a list, or one a line.
func TestJSONFiles(t *testing.T) {
	for text, want := range map[string]string{
		"{\n  \"text\": \"One.\",\n  \"date\": \"2022\"\n}\n":      "One.",
		`[{"text": "One."}, {"text": 5}, {"text": "Two."}]`:        "One. Two.",
		"{\"text\": \"One.\"}\n{\"text\":\n{\"text\": \"Two.\"}\n": "One. Two.",
	} {
		sources, err := Sources(write(t, "a.json", text), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		err = sources[0].Each(context.Background(), func(f Found) error {
			if f.Fault == nil {
				got = append(got, f.Submission.Text)
			}
			return nil
		})
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// TestBadLines: a bad line is told by its number, in words that name no type of this program, and those behind it are taken.
func TestBadLines(t *testing.T) {
	lines := []string{`{"text": "One.", "publishedAt": 1653213600}`, `{"text": 5}`, ``, `{broken`, `{"text": "Two.", "date": "22 May 2022"}`,
		`{"text": "` + strings.Repeat("x", longestLine) + `"}`, `{"text": "Three.", "publishedAt": "2022-05-22 10:00:00"}`, `{"text": "Four.", "date": {"year": 2022}}`,
		`{"text": "Five.", "mentions": [{"span": "all", "type": "PERSON"}], "statements": [], "claims": []}`, "{\"text\": \"Caf\xe9 noir.\"}", `{"text": "Last.",`}
	sources, err := Sources(write(t, "a.jsonl", strings.Join(lines, "\n")), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = sources[0].Each(context.Background(), func(f Found) error {
		_, line, _ := strings.Cut(f.Place, "line ")
		if f.Fault == nil {
			got = append(got, fmt.Sprintf("%s: %s %s", line, f.Submission.Text, f.Submission.PublishedAt))
			return nil
		}
		got = append(got, line+": "+string(kg.CodeOf(f.Fault)))
		if strings.Contains(f.Fault.Error(), "Go ") || strings.Contains(f.Fault.Error(), "jsonArticle") || !strings.Contains(f.Fault.Error(), "a.jsonl line "+line) {
			t.Error(f.Fault)
		}
		return nil
	})
	want := []string{"1: One. 2022-05-22T10:00:00Z", "2: INVALID_INPUT", "4: INVALID_INPUT", "5: Two. 2022-05-22", "6: TOO_LARGE", "7: Three. 2022-05-22",
		"8: INVALID_INPUT", "9: Five. ", "10: Café noir. ", "11: INVALID_INPUT"}
	if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%v\n%s", err, strings.Join(got, "\n"))
	}
}
