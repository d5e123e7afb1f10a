package read

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"sayso/internal/kg"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/lang/en"
	"sayso/internal/read/language"
	"sayso/internal/read/settle"
	"sayso/internal/read/vocabulary"
)

// Language is what a language comes in by: an entry of Registered is all that the rest of the program needs to know of
// it. ARCHITECTURE.md says what a language brings.
type Language interface {
	// Told is its code and name, and what its texts are told by.
	Told() language.Language
	// New gives its reader. An error of kind kg.Invalid is one of the user's files; any other means that the program
	// was built with damaged data.
	New(s Settings) (LanguageReader, error)
}

// LanguageReader reads the texts of one language. It is safe for concurrent use and gives the same reading for the same
// text.
type LanguageReader interface {
	// Name is the reader's name with its version behind a slash, "sayso-rules/14": the extractor of its statements.
	Name() string
	// Predicates are those that it has patterns for; each is one of the vocabulary that it was made with.
	Predicates() []kg.PredicateID
	// Read reads an article; an error means that ctx ended. The reading names its reader and has nothing that a store
	// refuses; Assemble sees to that.
	Read(ctx context.Context, in Text) (kg.Reading, error)
}

// Explainer is a LanguageReader that can say how it reads.
type Explainer interface {
	// Explain gives, for each claim of a text, why it was read; Stage what one of Stages makes of a text.
	Explain(ctx context.Context, in Text) (string, error)
	Stage(ctx context.Context, in Text, stage string) (string, error)
}

// Settings are what readers are made with.
type Settings struct {
	Entries []vocabulary.Entry   // the predicates to look for; nil means the built-in ones
	Names   *gazetteer.Gazetteer // the names that are known; nil means the built-in ones
	Least   *float64             // claims of a lower confidence are withheld, 0 to 1; nil means as the rules were tuned
}

// Languages are languages that are read. The first is the one that texts are taken for which may be in any.
type Languages []Language

// Registered are the languages that this program reads: a second one comes in here.
func Registered() Languages { return Languages{english{}} }

// Told is what the texts of the languages are told by.
func (l Languages) Told() language.Set {
	out := make(language.Set, len(l))
	for i, one := range l {
		out[i] = one.Told()
	}
	return out
}

// Readers gives the reader of all the languages, and errors as their readers do.
func (l Languages) Readers(s Settings) (*Readers, error) {
	if err := CheckLeast(s.Least); err != nil {
		return nil, err
	}
	s, err := s.filled()
	if err != nil {
		return nil, err
	}
	out := &Readers{told: l.Told(), of: map[string]LanguageReader{}, least: settle.Least}
	if s.Least != nil {
		out.least = *s.Least
	}
	for i, one := range l {
		reader, err := one.New(s)
		if err != nil {
			return nil, err
		}
		if err := checkPredicates(reader, s.Entries); err != nil {
			return nil, err
		}
		out.of[out.told[i].Code] = reader
	}
	return out, nil
}

// filled gives the settings with what is built in where nothing else is said.
func (s Settings) filled() (Settings, error) {
	var err error
	if s.Entries == nil {
		if s.Entries, err = vocabulary.Entries(); err != nil {
			return s, err
		}
	}
	if s.Names == nil {
		s.Names, err = gazetteer.Load()
	}
	return s, err
}

// checkPredicates refuses a reader that would find predicates which the vocabulary does not have: no store takes them.
func checkPredicates(r LanguageReader, entries []vocabulary.Entry) error {
	for _, id := range r.Predicates() {
		if !slices.ContainsFunc(entries, func(e vocabulary.Entry) bool { return e.ID == id }) {
			return kg.Errorf(kg.Internal, "%s has patterns for %s, which is no predicate of the vocabulary", r.Name(), id)
		}
	}
	return nil
}

// Readers reads each text in its language. It is safe for concurrent use.
type Readers struct {
	told  language.Set
	of    map[string]LanguageReader // by code
	least float64
}

// Languages are the BCP 47 codes of the languages that are read, without script or region.
func (r *Readers) Languages() []string {
	out := make([]string, len(r.told))
	for i, l := range r.told {
		out[i] = l.Code
	}
	return out
}

// Of gives the reader of a text's language: the one that the text states, or else the one that it seems to be in. A
// text that is in none is an error of kind kg.Invalid, which names those that are read.
func (r *Readers) Of(in Text) (LanguageReader, error) {
	if in.Language == "" {
		if err := r.told.Check(in.Text); err != nil {
			return nil, err
		}
	}
	code := cmp.Or(in.Language, r.told.Of(in.Text))
	if reader := r.of[language.Primary(code)]; reader != nil {
		return reader, nil
	}
	return nil, kg.Errorf(kg.Invalid, "there is no reader of the language %q; those that are read are %s", code,
		strings.Join(r.Languages(), ", "))
}

// Read reads an article in its language. Beyond the errors of Of, one means that ctx ended.
func (r *Readers) Read(ctx context.Context, in Text) (kg.Reading, error) {
	reader, err := r.Of(in)
	if err != nil {
		return kg.Reading{}, err
	}
	reading, err := reader.Read(ctx, in)
	if err != nil {
		return kg.Reading{}, err
	}
	return withhold(reading, r.least), nil
}

// Explainer gives what explains how a text is read. A language whose reader does not is an error of kind kg.Invalid.
func (r *Readers) Explainer(in Text) (Explainer, error) {
	reader, err := r.Of(in)
	if err != nil {
		return nil, err
	}
	if e, ok := reader.(Explainer); ok {
		return e, nil
	}
	return nil, kg.Errorf(kg.Invalid, "%s does not explain what it reads; leave out --explain and --stage", reader.Name())
}

// english is English as the register has it.
type english struct{}

// Told implements Language.
func (english) Told() language.Language {
	return language.Language{Code: "en", Name: "English", Script: unicode.Latin,
		Words: en.Lists("language/words.txt").Of("functionWords")}
}

// New implements Language.
func (english) New(s Settings) (LanguageReader, error) {
	reader, err := newReader(s)
	if err != nil {
		return nil, err
	}
	return reader.Withholding(s.Least)
}

// Predicates implements LanguageReader.
func (r *Reader) Predicates() []kg.PredicateID { return r.known }

// withPatterns are the predicates that have patterns, or that noun phrases by themselves say.
func withPatterns(entries []vocabulary.Entry) []kg.PredicateID {
	var out []kg.PredicateID
	for _, e := range entries {
		if len(e.Patterns) > 0 || e.Relation != "" {
			out = append(out, e.ID)
		}
	}
	return out
}
