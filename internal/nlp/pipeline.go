package nlp

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed model/en_core_web_md.weights
	weightsData []byte
	//go:embed model/tokenizer.json
	tokenizerData []byte
	//go:embed model/norms.json
	normsData []byte
	//go:embed model/attribute_ruler.json
	rulerData []byte
	//go:embed model/lemma_rules.json
	lemmaRulesData []byte
	//go:embed model/lemma_exceptions.json
	lemmaExceptionsData []byte
	//go:embed model/lemma_index_adj.txt
	adjectives string
	//go:embed model/lemma_index_adv.txt
	adverbs string
	//go:embed model/lemma_index_noun.txt
	nouns string
	//go:embed model/lemma_index_verb.txt
	verbs string
)

// bothAtOnce is up to how many tokens syntax and entities are worked on side by side; beyond, one after the other takes
// half of the memory.
const bothAtOnce = 20000

// Pipeline reads text. It is safe for concurrent use.
type Pipeline struct {
	tokenizer  *tokenizer
	lexicon    *lexicon
	syntax     *encoder // vectors for tagger and parser
	entity     *encoder // vectors for the entity recognizer
	tagger     *tagger
	parser     *transitionModel
	ner        *transitionModel
	ruler      *ruler
	lemmatizer *lemmatizer
}

var english = sync.OnceValues(load)

// English returns the embedded English pipeline, loaded once per process. An error means that the program was built
// with a damaged model directory.
func English() (*Pipeline, error) { return english() }

func load() (*Pipeline, error) {
	w, err := openWeights(weightsData)
	if err != nil {
		return nil, err
	}
	p := &Pipeline{}
	var digit *charClass
	steps := []func() error{
		func() (err error) { p.tokenizer, digit, err = newTokenizer(tokenizerData); return err },
		func() (err error) { p.lexicon, err = newLexicon(w, normsData, digit); return err },
		func() (err error) { p.syntax, err = newEncoder(w, "syntax", w.Syntax, p.lexicon); return err },
		func() (err error) { p.entity, err = newEncoder(w, "entity", w.Entity, p.lexicon); return err },
		func() (err error) { p.tagger, err = newTagger(w); return err },
		func() (err error) {
			p.parser, err = newTransitionModel(w, "parser", w.ParserSlots, w.ParserMoves)
			return err
		},
		func() (err error) {
			p.ner, err = newTransitionModel(w, "ner", w.EntitySlots, w.EntityMoves)
			return err
		},
		func() (err error) { p.ruler, err = newRuler(rulerData); return err },
		func() (err error) {
			p.lemmatizer, err = newLemmatizer(lemmaRulesData, lemmaExceptionsData,
				map[string]string{"adj": adjectives, "adv": adverbs, "noun": nouns, "verb": verbs})
			return err
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if p.parser.slots != parserSlots || p.ner.slots != entitySlots {
		return nil, errors.New("nlp: the weights are for another description of parser states; convert them again")
	}
	return p, nil
}

// Tokenize cuts text into tokens with their norms; nothing else of a Token is set, and Head is the token itself.
func (p *Pipeline) Tokenize(text string) []Token { return p.tokens(clean(text), nil) }

// clean replaces each byte that is not part of a valid character by U+FFFD, which keeps the count of code points.
func clean(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}

func (p *Pipeline) tokens(text string, cuts []int) []Token {
	tokens := p.tokenizer.tokenize(text, cuts)
	for i := range tokens {
		if tokens[i].Norm == "" {
			tokens[i].Norm = p.lexicon.norm(tokens[i].Text)
		}
		tokens[i].Head = i
	}
	return tokens
}

// Analyze tokenizes, tags and parses text and finds its entities.
//
// Each segment is tagged and parsed on its own, so that a headline does not join the sentence after it; entities are
// looked for in the text as a whole, but none crosses the border of a segment. No token does either. Segments are in
// order and do not overlap; parts of them outside of text, and segments out of order, are ignored. Text outside of all
// segments is tokenized only: its tokens have the entity "O", themselves as heads and no tag, pos, lemma or dep.
// Segments nil means the whole text as one.
func (p *Pipeline) Analyze(text string, segments []Span) Doc {
	text = clean(text)
	if segments == nil {
		segments = []Span{{0, utf8.RuneCountInString(text)}}
	}
	segments, cuts := orderly(segments)
	tokens := p.tokens(text, cuts)
	doc := Doc{Text: text, Tokens: tokens}
	spans := tokenSpans(tokens, segments)
	readable := make([]bool, len(tokens))
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			readable[i] = true
		}
	}
	if len(tokens) <= bothAtOnce {
		p.analyzeAtOnce(tokens, spans, readable)
	} else {
		p.analyzeSyntax(tokens, spans)
		p.recognizeInTurn(tokens, spans, readable)
	}
	for _, s := range spans {
		part := tokens[s.Start:s.End]
		for i, morph := range p.ruler.apply(part) {
			if t := &part[i]; t.Lemma == "" {
				t.Lemma = p.lemmatizer.lemma(t.Text, t.Pos, morph)
			}
		}
	}
	return doc
}

// analyzeAtOnce computes the vectors for the entities beside the syntax; the entities themselves need the sentences.
func (p *Pipeline) analyzeAtOnce(tokens []Token, spans []Span, readable []bool) {
	var s *scorer
	var encoded sync.WaitGroup
	encoded.Go(func() { s = p.entityScorer(tokens) })
	p.analyzeSyntax(tokens, spans)
	encoded.Wait()
	p.recognize(tokens, readable, 0, len(tokens), s)
	s.release()
}

func (p *Pipeline) entityScorer(tokens []Token) *scorer {
	s := p.ner.newScorer(len(tokens))
	p.entity.encode(tokens, []Span{{0, len(tokens)}}, s.add)
	return s
}

// recognizeInTurn finds the entities of a long text a batch of whole segments at a time. The vectors still see across
// the borders of the batches, so that the result is that of the text as a whole.
func (p *Pipeline) recognizeInTurn(tokens []Token, spans []Span, readable []bool) {
	all := func(Span) Span { return Span{0, len(tokens)} }
	from := 0
	for i, s := range spans {
		to := len(tokens)
		if i+1 < len(spans) {
			if to = spans[i+1].Start; s.End-from < bothAtOnce/2 {
				continue
			}
		}
		part := p.ner.newScorer(to - from)
		p.entity.encodeWithin(tokens, []Span{{from, to}}, all, func(first int, vectors []float32) {
			part.add(first-from, vectors)
		})
		p.recognize(tokens, readable, from, to, part)
		part.release()
		from = to
	}
	for i := from; i < len(tokens); i++ { // no segment, no entity
		tokens[i].Ent = "O"
	}
}

// analyzeSyntax tags and parses the tokens of each span.
func (p *Pipeline) analyzeSyntax(tokens []Token, spans []Span) {
	done := 0
	var scorers *scorer
	p.syntax.encode(tokens, spans, func(first int, vectors []float32) {
		s := spans[done]
		n := len(vectors) / p.syntax.width
		p.tagger.tag(tokens[first:first+n], vectors)
		if first == s.Start {
			scorers = p.parser.newScorer(s.End - s.Start)
		}
		scorers.add(first-s.Start, vectors)
		if first+n < s.End {
			return
		}
		part := tokens[s.Start:s.End]
		p.parse(part, scorers)
		scorers.release()
		for i := range part {
			part[i].Head += s.Start
		}
		done++
	})
}

// orderly returns the segments that are in order and not empty, and their borders.
func orderly(segments []Span) (kept []Span, cuts []int) {
	at := 0
	for _, s := range segments {
		if s.Start = max(s.Start, at); s.Start >= s.End {
			continue
		}
		kept = append(kept, s)
		cuts = append(cuts, s.Start, s.End)
		at = s.End
	}
	return kept, cuts
}

// tokenSpans turns spans of code points into spans of tokens, leaving out those without tokens.
func tokenSpans(tokens []Token, segments []Span) []Span {
	var out []Span
	i := 0
	for _, s := range segments {
		for i < len(tokens) && tokens[i].Start < s.Start {
			i++
		}
		from := i
		for i < len(tokens) && tokens[i].Start < s.End {
			i++
		}
		if i > from {
			out = append(out, Span{from, i})
		}
	}
	return out
}

// String spells a token with its annotations, for messages.
func (t Token) String() string {
	return fmt.Sprint(strings.Join([]string{t.Text, t.Norm, t.Tag, t.Pos, t.Lemma, t.Dep, t.Ent}, " "), " head ", t.Head)
}
