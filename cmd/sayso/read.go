package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/ingest"
	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/gazetteer"
	"sayso/internal/read/language"
	"sayso/internal/read/openai"
	"sayso/internal/read/score"
	"sayso/internal/read/vocabulary"
)

type readCommand struct {
	openai.Flags
	vocabulary.Files
	Names    gazetteer.Files `embed:""`
	Language string          `help:"What the articles are written in, whatever they say and seem to be." placeholder:"CODE"`
	Compare  bool            `help:"Read with the rules and with the model, and print how far they agree."`
	Explain  bool            `help:"Print for each claim its words, the frame it was read from and the rules that made it."`
	Stage    string          `help:"Print what one stage of reading makes of each text: tree, mentions, frames, statements or claims." placeholder:"STAGE"`
	Texts    []string        `arg:"" name:"files" help:"Articles: texts or pages."`
	JSON     bool            `name:"json" help:"Print one JSON object an article, with offsets in code points."`
	Least    *float64        `name:"least-confidence" help:"Withhold claims that the rules are less sure of, 0 to 1." placeholder:"SHARE"`
	Date     string          `help:"When the articles were published, to resolve dates by." placeholder:"DATE"`
}

// Run reads each file as it stands, but for front matter, which is no part of the text: offsets count from the first
// character behind it.
func (c *readCommand) Run(t terminal) error {
	read.SpareMemory()
	published, err := kg.ParseDateAsWritten(c.Date)
	if err != nil {
		return err
	}
	if c.explains() && (c.Reader == "openai" || c.Compare) {
		return kg.Errorf(kg.Invalid, "only the rules explain what they read; leave out --reader openai and --compare")
	}
	entries, err := c.Entries()
	if err != nil {
		return err
	}
	names, err := c.Names.Names()
	if err != nil {
		return err
	}
	rules, err := read.Registered().Readers(read.Settings{Entries: entries, Names: names, Least: c.Least})
	if err != nil {
		return err
	}
	model, err := c.model(entries)
	if err != nil {
		return err
	}
	figures := score.New()
	for _, path := range c.Texts {
		in, err := readText(path, published)
		if err != nil {
			return err
		}
		if in.Text.Language, err = c.languageOf(in.Text, rules, model); err != nil {
			return kg.Errorf(kg.Invalid, "%s: %w", path, err)
		}
		switch {
		case c.explains():
			err = c.explain(t, rules, in.Text)
		case c.Compare:
			err = compareReaders(t, in.Text, rules, model, figures)
		case model != nil:
			err = c.readAndPrint(t, in, model)
		default:
			err = c.readAndPrint(t, in, rules)
		}
		if err != nil {
			return err
		}
	}
	if c.Compare {
		_, err = fmt.Fprintf(t.out, "the model measured against the rules (neither is gold):\n%s", figures)
	}
	return err
}

// languageOf is what a text is written in: as --language says, or else as an ingest would find. A language that is not
// read is an error.
func (c *readCommand) languageOf(in read.Text, rules *read.Readers, model ingest.Reader) (string, error) {
	told := read.Registered().Told()
	code := cmp.Or(c.Language, told.Choose(in.Language, in.Text))
	if model != nil && slices.Contains(model.Languages(), language.Primary(code)) && !c.Compare {
		return code, nil
	}
	if code == told.Of(in.Text) {
		return code, told.Check(in.Text)
	}
	in.Language = code
	_, err := rules.Of(in)
	return code, err
}

// explains reports whether what the rules do is asked for, rather than what comes of it.
func (c *readCommand) explains() bool { return c.Explain || c.Stage != "" }

// model is the reader behind an endpoint, nil where none is asked for.
func (c *readCommand) model(entries []vocabulary.Entry) (ingest.Reader, error) {
	if c.Reader != "openai" && !c.Compare {
		return nil, nil
	}
	words, err := vocabulary.Index(entries)
	if err != nil {
		return nil, err
	}
	model, err := c.New(words)
	if err != nil {
		return nil, err
	}
	return model, nil
}

// compareReaders adds to the figures how far a second reader agrees with the rules on a text.
func compareReaders(t terminal, in read.Text, rules, model ingest.Reader, figures score.Figures) error {
	first, err := rules.Read(t.ctx, in)
	if err != nil {
		return err
	}
	second, err := model.Read(t.ctx, in)
	if err != nil {
		return err
	}
	figures.Add(in.Text, first, second)
	return nil
}

// readAndPrint reads a text and prints what was read.
func (c *readCommand) readAndPrint(t terminal, in textFile, by ingest.Reader) error {
	reading, err := by.Read(t.ctx, in.Text)
	if err != nil {
		return err
	}
	return c.print(t, in, reading)
}

// explain prints how the rules read a text.
func (c *readCommand) explain(t terminal, rules *read.Readers, in read.Text) error {
	by, err := rules.Explainer(in)
	if err != nil {
		return err
	}
	var text string
	if c.Stage != "" {
		text, err = by.Stage(t.ctx, in, c.Stage)
	} else {
		text, err = by.Explain(t.ctx, in)
	}
	if err == nil {
		_, err = fmt.Fprintf(t.out, "# %s\n%s", in.Doc, text)
	}
	return err
}

// textFile is a text with how it came.
type textFile struct {
	read.Text
	// the text is what the file holds; otherwise, of a page or another encoding, it is printed with its reading
	asItStands bool
}

// readText gives the text of a file, cleaned as an ingest cleans it. published goes before what the file says.
func readText(path string, published kg.Date) (textFile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return textFile{}, kg.Errorf(kg.Invalid, "%w", err)
	}
	s, err := ingest.File(path, data)
	if err != nil {
		return textFile{}, err
	}
	in := textFile{Text: read.Text{
		Doc: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Text: s.Text,
		PublishedAt: cmp.Or(published, s.PublishedAt), Language: s.Language,
	}}
	if s.HTML == "" {
		if standing := string(data); strings.HasSuffix(standing, s.Text) {
			in.asItStands = true
			if strings.HasPrefix(standing, byteOrderMark) && len(standing) == len(byteOrderMark)+len(s.Text) {
				in.Text.Text = standing // the mark is one code point of the file
			}
		}
		return in, nil
	}
	a, err := ingest.Clean(kg.Submission{HTML: s.HTML, PublishedAt: in.PublishedAt, Language: in.Language})
	if err != nil {
		return textFile{}, kg.Errorf(kg.CodeOf(err), "%s: %w", path, err)
	}
	in.Text.Text, in.PublishedAt, in.Text.Language = a.Text, a.PublishedAt, a.Language
	return in, nil
}

const byteOrderMark = "\uFEFF"

func (c *readCommand) print(t terminal, in textFile, r kg.Reading) error {
	if !c.JSON {
		_, err := fmt.Fprint(t.out, readingText(in.Text.Text, r))
		return err
	}
	encoder := json.NewEncoder(t.out)
	encoder.SetEscapeHTML(false)
	if in.asItStands {
		return encoder.Encode(r)
	}
	return encoder.Encode(struct {
		kg.Reading
		Text        string  `json:"text"`
		PublishedAt kg.Date `json:"publishedAt,omitempty"`
	}{r, in.Text.Text, in.PublishedAt})
}

// readingText is a reading for a person: each statement with its speaker, then the claims.
func readingText(text string, r kg.Reading) string {
	runes := kg.NewRunes(text)
	words := func(spans []kg.Span) string {
		var out []string
		for _, s := range spans {
			passage, _ := runes.Slice(s[0], s[1])
			out = append(out, strings.Join(strings.Fields(passage), " "))
		}
		return strings.Join(out, " … ")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %d mentions, %d statements, %d claims", r.Doc, len(r.Mentions), len(r.Statements),
		len(r.Claims))
	if r.Dropped > 0 {
		fmt.Fprintf(&b, ", %d dropped because their words are not in the text", r.Dropped)
	}
	b.WriteString("\n")
	for _, s := range r.Statements {
		speaker := s.Speaker
		if speaker == "" {
			speaker = "(unnamed)"
		}
		fmt.Fprintf(&b, "%s [%s] %s\n", speaker, words(s.Cue), words(s.Content))
	}
	for _, c := range r.Claims {
		negated := ""
		if c.Negated {
			negated = "not "
		}
		fmt.Fprintf(&b, "- %s %s%s %s (%s)\n", c.Subject, negated, c.Predicate, c.Object, strings.ToLower(string(c.Modality)))
	}
	return b.String()
}
