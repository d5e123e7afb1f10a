package measure

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

func folder(t *testing.T, name, text, ann string) string {
	t.Helper()
	dir := t.TempDir()
	for file, content := range map[string]string{"text/" + name + ".txt": text, "attributions/" + name + "_one.ann": ann, "attributions/" + name + "_two.ann": "T1\tbroken"} {
		path := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	text = "“It’s over,” Élodie said on Monday. “We won.”"
	ann  = "T1\tSource 13 19\tÉlodie\nT2\tCue 20 34\tsaid on Monday\nT3\tContent 0 12;36 45\t“It’s over,” “We won.”\nT4\tAttribution 20 34\tsaid\nE1\tAttribution:T4 Content:T3 Cue2:T2 Source:T1\nstray line\n"
)

var gold = Attribution{Source: []kg.Span{{13, 19}}, Cue: []kg.Span{{20, 34}}, Content: []kg.Span{{0, 12}, {36, 45}}}

func TestReadFolder(t *testing.T) {
	got, err := ReadFolder(folder(t, "a", text, ann))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]Article{{Name: "a", Text: text, Attributions: []Attribution{gold}}}, got); d != "" {
		t.Error(d)
	}
	if _, err := ReadFolder(t.TempDir()); err == nil {
		t.Error("an empty folder was read")
	}
	if _, err := ReadFolder(folder(t, "a", text, "T1\tSource x 9\tw")); err == nil {
		t.Error("a span without numbers was read")
	}
}

func figures(a Article, predicted ...Attribution) Figures {
	f := Figures{}
	f.Add(a, predicted)
	return f
}

func TestScores(t *testing.T) {
	a := Article{Text: text, Attributions: []Attribution{gold}}
	for name, c := range figures(a, gold) {
		if c.F1() != 100 {
			t.Errorf("%s of the annotation itself is %.1f", name, c.F1())
		}
	}
	// The marks do not matter, a quotation that is missed does; the wrong source costs the speaker only.
	half := Attribution{Source: []kg.Span{{28, 34}}, Cue: []kg.Span{{20, 24}}, Content: []kg.Span{{1, 11}}}
	got := figures(a, half)
	want := Figures{
		"exact.content": {Hit: 1, Predicted: 1, Gold: 2}, "exact.cue": {Hit: 0, Predicted: 1, Gold: 1}, "exact.source": {Hit: 0, Predicted: 1, Gold: 1},
		"overlap.content": {Hit: 2, Predicted: 2, Gold: 4}, "overlap.cue": {Hit: 1, Predicted: 1, Gold: 3}, "overlap.source": {Hit: 0, Predicted: 1, Gold: 1},
		"pairs.content": {Hit: 1, Predicted: 1, Gold: 1}, "pairs.speaker": {Hit: 0, Predicted: 1, Gold: 1},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if c := figures(a)["pairs.content"]; c.F1() != 0 || c.Gold != 1 {
		t.Errorf("nothing predicted, counted %+v", c)
	}
}
