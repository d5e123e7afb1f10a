package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/kg"
	"sayso/internal/read"
)

// sample is a judged claim that the reader reads, with the signs of its confidence.
type sample struct {
	article string // what stays together when some are held out
	right   bool
	signs   []string
}

// verdicts are the judged claims of each article by their keys: whether they are right.
type verdicts struct {
	articles []string // in the order of the file
	right    map[string]map[string]bool
}

func (v verdicts) len() int {
	n := 0
	for _, claims := range v.right {
		n += len(claims)
	}
	return n
}

// readVerdicts reads lines of article, key, predicate (for people) and "right" or "wrong". Lines with # are comments.
func readVerdicts(path string) (verdicts, error) {
	out := verdicts{right: map[string]map[string]bool{}}
	err := eachRow(path, 4, func(cells []string) error {
		article, key := cells[0], cells[1]
		right, err := readVerdict(cells[3])
		if out.right[article] == nil {
			out.right[article] = map[string]bool{}
			out.articles = append(out.articles, article)
		}
		out.right[article][key] = right
		return err
	})
	return out, err
}

// readVerdict reports whether a verdict says that a claim is right.
func readVerdict(verdict string) (bool, error) {
	switch verdict {
	case "right":
		return true, nil
	case "wrong":
		return false, nil
	}
	return false, fmt.Errorf("the verdict %q is neither right nor wrong", verdict)
}

// claimKey names a claim of an article without its words: a hash of subject, predicate, object, polarity and place.
func claimKey(c kg.ReadClaim) string {
	h := fnv.New32a()
	fmt.Fprintf(h, "%s|%s|%s|%t|%d", c.Subject, c.Predicate, c.Object, c.Negated, c.Evidence[0])
	return fmt.Sprintf("%08x", h.Sum32())
}

// collect reads the judged articles and gives the samples, and the articles that are in none of the folders.
func collect(ctx context.Context, reader *read.Reader, v verdicts,
	folders []string) (out []sample, missing []string, err error) {
	for _, article := range v.articles {
		text, err := readArticle(article, folders)
		if errors.Is(err, fs.ErrNotExist) {
			missing = append(missing, article)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		r, signs, err := reader.ReadWithSigns(ctx, read.Text{Doc: article, Text: text})
		if err != nil {
			return nil, nil, err
		}
		for i, c := range r.Claims {
			if right, judged := v.right[article][claimKey(c)]; judged {
				out = append(out, sample{article, right, signs[i]})
			}
		}
	}
	return out, missing, nil
}

func readArticle(article string, folders []string) (string, error) {
	for _, folder := range folders {
		data, err := os.ReadFile(filepath.Join(folder, article+".txt"))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return string(data), err
		}
	}
	return "", fs.ErrNotExist
}

func readSamples(path string) ([]sample, error) {
	var out []sample
	err := eachRow(path, 3, func(cells []string) error {
		right, err := readVerdict(cells[1])
		out = append(out, sample{cells[0], right, strings.Split(cells[2], ",")})
		return err
	})
	return out, err
}

func writeSamples(path string, list []sample) error {
	var b strings.Builder
	b.WriteString("# The signs of judged claims that the reader reads: article, verdict, signs; written by confidence " +
		"collect.\n")
	for _, s := range list {
		verdict := "wrong"
		if s.right {
			verdict = "right"
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", s.article, verdict, strings.Join(s.signs, ","))
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// eachRow calls row with the cells of each line of a table that is no comment. Its errors name the line.
func eachRow(path string, cells int, row func([]string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(line, "\t")
		if len(parts) != cells {
			return fmt.Errorf("%s, line %d: %d cells instead of %d", path, n, len(parts), cells)
		}
		if err := row(parts); err != nil {
			return fmt.Errorf("%s, line %d: %w", path, n, err)
		}
	}
	return lines.Err()
}
