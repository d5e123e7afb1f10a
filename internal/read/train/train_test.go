package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// corpus writes annotated articles made of a few names, verbs and sentences.
func corpus(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, sub := range []string{"text", "attributions"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	people := []string{"Anna Berg", "The minister", "She", "A spokesman", "Mr. Okoro"}
	verbs := []string{"said", "argued", "added", "warned"}
	facts := []string{"the bridge will close", "prices have fallen", "the vote was fair", "nobody was hurt"}
	for n := range 20 {
		var text, ann strings.Builder
		text.WriteString("News of the day.\n\nThe sun rose over the town. Children ran to school.\n\n")
		for k := range 4 {
			put := func(kind string, id int, words string) {
				at := utf8.RuneCountInString(text.String())
				fmt.Fprintf(&ann, "T%d\t%s %d %d\t%s\n", id, kind, at, at+len(words), words)
				text.WriteString(words)
			}
			put("Source", 4*k+1, people[(n+k)%len(people)])
			text.WriteString(" ")
			put("Cue", 4*k+2, verbs[(n*3+k)%len(verbs)])
			text.WriteString(" ")
			put("Content", 4*k+3, "that "+facts[(n+2*k)%len(facts)])
			text.WriteString(".\n\nThe rain went on. ")
			fmt.Fprintf(&ann, "E%d\tAttribution:T0 Source:T%d Cue:T%d Content:T%d\n", k, 4*k+1, 4*k+2, 4*k+3)
		}
		name := fmt.Sprintf("paper_%02d", n)
		for file, content := range map[string]string{"text/" + name + ".txt": text.String(), "attributions/" + name + "_x.ann": ann.String()} {
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(file)), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func TestTrain(t *testing.T) {
	dir, out := corpus(t), t.TempDir()
	train := func(name string, more ...string) []byte {
		file := filepath.Join(out, name)
		args := append([]string{"--corpus", dir, "--out", file, "--cue-rounds", "20", "--argument-rounds", "20"}, more...)
		if err := run(args, io.Discard); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	cache := filepath.Join(out, "cache")
	first := train("a", "--cache", cache)
	if !bytes.Equal(first, train("b", "--cache", cache)) || !bytes.Equal(first, train("c")) {
		t.Error("the same corpus gave other weights")
	}
	for _, word := range []string{"bridge", "Okoro", "warned", "minister"} {
		if bytes.Contains(first, []byte(word)) {
			t.Errorf("the weights contain the word %q", word)
		}
	}
	var said bytes.Buffer
	if err := run([]string{"--corpus", dir, "--out", filepath.Join(out, "d"), "--hold", "4", "--every", "2"}, &said); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(said.String()) {
		var p, r, f1 float64
		if n, _ := fmt.Sscanf(line, "pairs.speaker P %f R %f F1 %f", &p, &r, &f1); n == 3 {
			if f1 < 90 {
				t.Errorf("read articles like those it learnt from with %.1f", f1)
			}
			return
		}
	}
	t.Errorf("no figures in %q", said.String())
}

func TestRunSaysWhatIsMissing(t *testing.T) {
	if err := run([]string{"--corpus", "x"}, io.Discard); err == nil || !strings.Contains(err.Error(), "--out") {
		t.Error(err)
	}
	if err := run([]string{"--corpus", t.TempDir(), "--out", "y"}, io.Discard); err == nil {
		t.Error("an empty corpus was read")
	}
}
