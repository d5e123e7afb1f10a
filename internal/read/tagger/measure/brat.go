package measure

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/kg"
)

// Attribution is who said what, as annotated or as found. Offsets are code points into the article.
type Attribution struct{ Source, Cue, Content []kg.Span }

// Article is an annotated text. Of several annotations of one text the first by file name counts.
type Article struct {
	Name, Text   string
	Attributions []Attribution
}

// ReadFolder reads text/*.txt and attributions/*.ann under dir, in the order of their names. Texts without annotation
// are left out.
func ReadFolder(dir string) ([]Article, error) {
	files, err := filepath.Glob(filepath.Join(dir, "text", "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("measure: list the texts: %w", err)
	}
	marks, err := os.ReadDir(filepath.Join(dir, "attributions"))
	if err != nil {
		return nil, fmt.Errorf("measure: list the annotations: %w", err)
	}
	var out []Article
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		i := slices.IndexFunc(marks, func(e os.DirEntry) bool {
			return strings.HasPrefix(e.Name(), name+"_") && strings.HasSuffix(e.Name(), ".ann")
		})
		if i < 0 {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("measure: read a text: %w", err)
		}
		ann, err := os.ReadFile(filepath.Join(dir, "attributions", marks[i].Name()))
		if err != nil {
			return nil, fmt.Errorf("measure: read an annotation: %w", err)
		}
		found, err := parse(string(ann))
		if err != nil {
			return nil, fmt.Errorf("measure: %s: %w", marks[i].Name(), err)
		}
		out = append(out, Article{Name: name, Text: string(text), Attributions: found})
	}
	if len(out) == 0 {
		return nil, errors.New("measure: no annotated article under " + dir +
			"; it should hold text/*.txt and attributions/*.ann")
	}
	return out, nil
}

// parse reads standoff lines: T for spans, E for attributions that refer to them.
func parse(ann string) ([]Attribution, error) {
	spans := map[string][]kg.Span{}
	var out []Attribution
	for line := range strings.Lines(ann) {
		parts := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(parts) < 2 {
			continue // a line broken inside of a covered text
		}
		switch {
		case strings.HasPrefix(parts[0], "T"):
			_, where, _ := strings.Cut(parts[1], " ")
			list, err := parseSpans(where)
			if err != nil {
				return nil, err
			}
			spans[parts[0]] = list
		case strings.HasPrefix(parts[0], "E"):
			out = append(out, parseEvent(parts[1], spans))
		}
	}
	return out, nil
}

func parseSpans(where string) ([]kg.Span, error) {
	var out []kg.Span
	for _, w := range strings.Split(where, ";") {
		from, to, _ := strings.Cut(w, " ")
		a, err := strconv.Atoi(from)
		if err != nil {
			return nil, fmt.Errorf("span %q is not two numbers: %w", where, err)
		}
		b, err := strconv.Atoi(to)
		if err != nil {
			return nil, fmt.Errorf("span %q is not two numbers: %w", where, err)
		}
		out = append(out, kg.Span{a, b})
	}
	return out, nil
}

func parseEvent(line string, spans map[string][]kg.Span) Attribution {
	var a Attribution
	for _, arg := range strings.Fields(line) {
		role, ref, _ := strings.Cut(arg, ":")
		switch strings.ToLower(strings.TrimRight(role, "0123456789")) {
		case "source":
			a.Source = append(a.Source, spans[ref]...)
		case "cue":
			a.Cue = append(a.Cue, spans[ref]...)
		case "content":
			a.Content = append(a.Content, spans[ref]...)
		}
	}
	for _, list := range []*[]kg.Span{&a.Source, &a.Cue, &a.Content} {
		slices.SortFunc(*list, func(x, y kg.Span) int { return slices.Compare(x[:], y[:]) })
		*list = slices.Compact(*list)
	}
	return a
}
