package evidence

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sayso/internal/kg"
)

// sealed is the bundle of an answer with two quotes, one of them deep inside.
func sealed(t *testing.T) []byte {
	t.Helper()
	const text = "«Причал закрыт», said Mayor Irena Halász. Norlin denied it."
	id := kg.ArticleID(text)
	answer := fmt.Sprintf(`{"rows": [{"evidence": [{"quote": {"exact": "Причал закрыт", "start": 1, "end": 14, "prefix": "«", "suffix": "»"}, "article": {"id": %q}}]}],
		"disputes": {"nodes": [{"sides": [{"evidence": [{"quote": {"exact": "Norlin denied it", "start": 42, "end": 58, "prefix": ". ", "suffix": "."}, "article": {"id": %q}}]}]}]}}`, id, id)
	b, err := Seal(Bundle{Question: "Who denied it?", MadeOn: "2024-05-22", GraphQL: "{ ask }", Answer: json.RawMessage(answer), Articles: []Article{{ID: id, Title: "Quay", Text: text}}})
	if err != nil {
		t.Fatal(err)
	}
	out, err := json.MarshalIndent(b, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestVerify: a bundle holds as it is written, and no letter of it can be changed unnoticed.
func TestVerify(t *testing.T) {
	whole := sealed(t)
	report, err := Verify(whole)
	if err != nil || report.Quotes != 2 || report.Articles != 1 || len(report.Faults) != 0 {
		t.Fatalf("%+v %v", report, err)
	}
	for old, changed := range map[string]string{"Irena": "Irene", "2024-05-22": "2024-05-23", `"start": 42`: `"start": 43`, "Who denied": "Who said", "{ ask }": "{ ask2 }", "«Причал": "«причал"} {
		report, err := Verify([]byte(strings.Replace(string(whole), old, changed, 1)))
		if err == nil && len(report.Faults) == 0 {
			t.Errorf("%q for %q went unnoticed", changed, old)
		}
	}
}

// TestVerifyWithoutTheDigest: who makes the digest anew is found out by the quotes and the ids.
func TestVerifyWithoutTheDigest(t *testing.T) {
	for old, want := range map[string]string{"said Mayor": "hash of the text", `"end": 58`: "does not stand", `"prefix": ". "`: "other words", "art_": "not the hash"} {
		var b Bundle
		to := strings.NewReplacer("Mayor", "mayor", "58", "57", `". "`, `", "`, "art_", "art_0").Replace(old)
		changed := strings.NewReplacer(old, to)
		if err := json.Unmarshal([]byte(changed.Replace(string(sealed(t)))), &b); err != nil {
			t.Fatal(err)
		}
		b, err := Seal(b)
		if err != nil {
			t.Fatal(err)
		}
		text, _ := json.Marshal(b)
		report, err := Verify(text)
		if err != nil || !strings.Contains(strings.Join(report.Faults, "\n"), want) {
			t.Errorf("%q: %+v %v", old, report, err)
		}
	}
	for _, text := range []string{"", "{}", `{"saysoEvidence": 2, "answer": {}}`} {
		if _, err := Verify([]byte(text)); kg.CodeOf(err) != kg.Invalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}
