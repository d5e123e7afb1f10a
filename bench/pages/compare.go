package main

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"strings"
	"unicode"

	"sayso/internal/kg"
)

const (
	wholeShare = 0.85 // of the runs of three words of the body, from which a text has all of it
	ownShare   = 0.5  // of those of a paragraph, from which it is one of the body
)

// allowedData lists marks of paragraphs that belong to the article though the collection's body has them not: subheads,
// captions, standfirsts.
//
//go:embed allowed.tsv
var allowedData string

// compare gives the paragraphs of an article that its body has not, and how much of the body the article has.
func compare(a kg.Article, body string) (foreign []string, share float64) {
	gold := runs(body)
	ours := runs(a.Text)
	found := 0
	for run := range gold {
		if ours[run] {
			found++
		}
	}
	share = float64(found) / float64(max(1, len(gold)))
	letters := kg.FoldName(body + " " + a.Title)
	for _, paragraph := range strings.Split(a.Text, "\n\n") {
		if strings.Contains(letters, kg.FoldName(paragraph)) || strings.Contains(allowedData, mark(paragraph)) {
			continue
		}
		own, in := runs(paragraph), 0
		for run := range own {
			if gold[run] {
				in++
			}
		}
		if float64(in) < ownShare*float64(len(own)) || len(own) == 0 {
			foreign = append(foreign, paragraph)
		}
	}
	return foreign, share
}

// mark is a short hash of a paragraph.
func mark(paragraph string) string {
	sum := sha256.Sum256([]byte(kg.FoldName(paragraph)))
	return hex.EncodeToString(sum[:5])
}

// runs are all runs of three words, in small letters.
func runs(text string) map[[3]string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	out := map[[3]string]bool{}
	for i := 0; i+3 <= len(words); i++ {
		out[[3]string(words[i:i+3])] = true
	}
	return out
}

// missing gives the beginnings of sentences of the body that the article has not.
func missing(a kg.Article, body string) []string {
	ours := runs(a.Text)
	var out []string
	for _, sentence := range strings.FieldsFunc(body, func(r rune) bool { return r == '.' || r == '\n' }) {
		own, in := runs(sentence), 0
		for run := range own {
			if ours[run] {
				in++
			}
		}
		if len(own) > 3 && 2*in < len(own) {
			out = append(out, string([]rune(strings.TrimSpace(sentence))[:min(40, len([]rune(strings.TrimSpace(sentence))))]))
		}
	}
	return out
}
