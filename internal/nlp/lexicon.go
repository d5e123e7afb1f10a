package nlp

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon knows what can be said of a word without its context: norm, shape, hashes and the row of its vector.
type lexicon struct {
	norms      map[string]string
	hashNorms  map[uint64]string // norms of words that the table gives by hash only
	symbols    map[string]uint64
	symbolRows map[uint64]int
	digit      *charClass
	ends       []byte // [65536] uint32: end of each bucket of words with the same top 16 bits of hash
	prints     []byte // uint32: the next 32 bits of hash
	rows       []byte // uint16: vector row
}

func newLexicon(w *weightsFile, normsData []byte, digit *charClass) (*lexicon, error) {
	l := &lexicon{symbols: w.Symbols, symbolRows: w.SymbolRows, digit: digit, hashNorms: map[uint64]string{}}
	if err := json.Unmarshal(normsData, &l.norms); err != nil {
		return nil, fmt.Errorf("nlp: the table of norms is not readable: %w", err)
	}
	for word, norm := range l.norms {
		if h, err := strconv.ParseUint(strings.TrimPrefix(word, "#"), 10, 64); err == nil && len(word) > 4 && word[0] == '#' {
			l.hashNorms[h] = norm
			delete(l.norms, word)
		}
	}
	l.ends, _ = w.raw("words.ends", "uint32")
	l.prints, _ = w.raw("words.prints", "uint32")
	l.rows, _ = w.raw("words.rows", "uint16")
	return l, w.err()
}

// hash returns the number by which the weights know s: for most strings a hash.
func (l *lexicon) hash(s string) uint64 {
	if s == "" {
		return 0
	}
	if n, ok := l.symbols[s]; ok {
		return n
	}
	return murmur64(s)
}

// norm returns the normalised spelling of a word that the tokenizer gave none.
func (l *lexicon) norm(word string) string {
	if n, ok := l.norms[word]; ok {
		return n
	}
	if n, ok := l.hashNorms[murmur64(word)]; ok {
		return n
	}
	return lower(word)
}

// vectorRow returns the row of the vector of the word with this hash, -1 when it has none.
func (l *lexicon) vectorRow(hash uint64) int {
	if hash < uint64(len(l.symbols))+1 {
		if row, ok := l.symbolRows[hash]; ok {
			return row
		}
		return -1
	}
	bucket, print := int(hash>>48), uint32(hash>>16)
	from := 0
	if bucket > 0 {
		from = int(binary.LittleEndian.Uint32(l.ends[4*(bucket-1):]))
	}
	to := int(binary.LittleEndian.Uint32(l.ends[4*bucket:]))
	for i := from; i < to; i++ {
		if binary.LittleEndian.Uint32(l.prints[4*i:]) == print {
			return int(binary.LittleEndian.Uint16(l.rows[2*i:]))
		}
	}
	return -1
}

// The features of a token that embedding tables are keyed by.
const (
	featureNorm = iota
	featurePrefix
	featureSuffix
	featureShape
	featureSpacy
	featureIsSpace
	featureCount
)

var featureNames = map[string]int{
	"NORM": featureNorm, "PREFIX": featurePrefix, "SUFFIX": featureSuffix, "SHAPE": featureShape,
	"SPACY": featureSpacy, "IS_SPACE": featureIsSpace,
}

// wordType is everything about a token that the encoders see of it.
type wordType struct {
	text, norm string
	space      bool // a blank follows
}

// features returns the feature values of a type of token.
func (l *lexicon) features(w wordType) (f [featureCount]uint64) {
	_, first := utf8.DecodeRuneInString(w.text)
	f[featureNorm] = l.hash(w.norm)
	f[featurePrefix] = l.hash(w.text[:first])
	f[featureSuffix] = l.hash(lastRunes(w.text, 3))
	f[featureShape] = l.hash(l.shape(w.text))
	if w.space {
		f[featureSpacy] = 1
	}
	if allSpace(w.text) {
		f[featureIsSpace] = 1
	}
	return f
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// shape maps letters to x or X and digits to d, and cuts runs of the same sign to four.
func (l *lexicon) shape(s string) string {
	if len(s) >= 100 && utf8.RuneCountInString(s) >= 100 {
		return "LONG"
	}
	var buffer [128]byte
	out, last, run := buffer[:0], rune(-1), 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case l.digit.has(r):
			r = 'd'
		}
		if r == last {
			run++
		} else {
			run, last = 0, r
		}
		if run < 4 {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
