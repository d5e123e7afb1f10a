package imports

import (
	_ "embed"
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"sayso/internal/kg"
)

var (
	//go:embed data/events.tsv
	eventCodes string
	//go:embed data/columns.tsv
	columnNames string

	eventTable  = readTable(eventCodes)
	columnTable = readTable(columnNames)
)

// readTable reads lines of cells by their first; comments and empty lines are left out.
func readTable(text string) map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(text) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), "\t"); len(cells) > 1 && !strings.HasPrefix(line, "#") {
			out[cells[0]] = cells[1:]
		}
	}
	return out
}

// columns are the places of what a row of events tells, -1 for what it does not.
type columns map[string]int

// header finds the columns of a file by its first row.
func header(cells []string) columns {
	folded := make([]string, len(cells))
	for i, c := range cells {
		folded[i] = strings.NewReplacer(" ", "", "_", "").Replace(strings.ToLower(strings.TrimSpace(c)))
	}
	out := columns{}
	for what, names := range columnTable {
		out[what] = -1
		for _, n := range names {
			if at := slices.Index(folded, n); at >= 0 {
				out[what] = at
				break
			}
		}
	}
	return out
}

// cell is what a row says of something.
func (c columns) cell(row []string, what string) string {
	if at := c[what]; at >= 0 && at < len(row) {
		return strings.TrimSpace(row[at])
	}
	return ""
}

// readEvents reads rows of events, apart by tabs or commas. A row has no text but itself, so the row as it stands in
// the file is the text: who did what to whom is said by these words, and by whoever published them.
func readEvents(f Reader, name string, r io.Reader, yield func(Item) error) error {
	var at columns
	comma := '\t'
	return eachLine(name, r, func(n int, line []byte, tooLong bool) error {
		place := sprintf("%s line %d", name, n)
		if tooLong || !utf8.Valid(line) {
			return yield(fault(place, "it is longer than %d MB or not UTF-8", longestRow>>20))
		}
		if at == nil && !strings.Contains(string(line), "\t") {
			comma = ','
		}
		row, err := cells(string(line), comma)
		if at == nil {
			if at = header(row); err != nil || !namesColumns(at) {
				return kg.Errorf(kg.Invalid, "%s: the first line must name the columns: a date, a source and a target "+
					"(or actor and recipient), and a CAMEO code or an event type", name)
			}
			return nil
		}
		if err != nil {
			return yield(fault(place, "it is no row: %s", err))
		}
		return yield(f.event(place, string(line), row, at))
	})
}

// namesColumns reports whether a header has all that an event needs.
func namesColumns(at map[string]int) bool {
	return at["date"] >= 0 && at["source"] >= 0 && at["target"] >= 0 && (at["code"] >= 0 || at["type"] >= 0)
}

func cells(line string, comma rune) ([]string, error) {
	r := csv.NewReader(strings.NewReader(line))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, true, -1
	return r.Read()
}

func (f Reader) event(place, line string, row []string, at columns) Item {
	source, target := at.cell(row, "source"), at.cell(row, "target")
	if kg.FoldName(source) == "" || target != "" && kg.FoldName(target) == "" {
		return fault(place, "it names no source, or a target without a letter")
	}
	day, err := kg.ParseDateAsWritten(at.cell(row, "date"))
	if err != nil || day == "" {
		return fault(place, "it has no date that can be read (%q)", at.cell(row, "date"))
	}
	meaning, code := eventMeaning(at, row)
	if meaning == nil {
		return fault(place, "the event %s means none of the predicates", code)
	}
	var s sheet
	s.reading = kg.Reading{Reader: "events" + version, Mentions: []kg.ReadMention{}}
	whole := s.line(line)
	for _, name := range []string{source, target} {
		if name != "" && !s.mention(f, whole, name, "") {
			return fault(place, "the name %s does not stand in the row as it is written", quoted(name))
		}
	}
	s.reading.Claims = []kg.ReadClaim{{Subject: source, Predicate: kg.PredicateID(meaning[0]), Object: target,
		Modality: kg.Modality(meaning[1]), Date: day, Evidence: whole}}
	publisher := at.cell(row, "publisher")
	if publisher == "" {
		publisher = f.Publisher
	}
	return Item{Place: place, Submission: kg.Submission{Text: s.text.String(),
		Title: shortened(sprintf("Event %s: %s, %s, %s", at.cell(row, "id"), source, code, target)),
		URL:   at.cell(row, "url"), Publisher: publisher, PublishedAt: day, Reading: &s.reading}}
}

// eventMeaning is the predicate and the modality of a row's event, nil where there is none, and what the row calls it.
func eventMeaning(at columns, row []string) (meaning []string, code string) {
	code = strings.Trim(at.cell(row, "code"), `"'`)
	for c := code; len(c) >= 2; c = c[:len(c)-1] {
		if m := eventTable[c]; m != nil {
			return m, code
		}
	}
	kind, mode := strings.ToUpper(at.cell(row, "type")), strings.ToLower(at.cell(row, "mode"))
	if m := eventTable[kind+"-"+mode]; m != nil {
		return m, kind + " " + mode
	}
	if kind != "" {
		return eventTable[kind], kind
	}
	return nil, code
}
