package export

import (
	"encoding/csv"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Row is a line of the tables: a claim as a statement makes it, or a statement without one. docs/exports.md is its
// dictionary.
type Row struct {
	StatementID string   `parquet:"statement_id"`
	Kind        string   `parquet:"kind,dict"`
	Modality    string   `parquet:"modality,dict"`
	Status      string   `parquet:"status,dict"`
	Review      string   `parquet:"review,dict"`
	Date        string   `parquet:"date,dict"`
	SpeakerID   string   `parquet:"speaker_id,dict"`
	Speaker     string   `parquet:"speaker,dict"`
	Via         string   `parquet:"via,dict"`
	ClaimID     string   `parquet:"claim_id,dict"`
	Claim       string   `parquet:"claim"`
	SubjectID   string   `parquet:"subject_id,dict"`
	Subject     string   `parquet:"subject,dict"`
	Predicate   string   `parquet:"predicate,dict"`
	Negated     bool     `parquet:"negated"`
	ObjectID    string   `parquet:"object_id,dict"`
	Object      string   `parquet:"object,dict"`
	Quantity    *float64 `parquet:"quantity,optional"`
	Unit        string   `parquet:"unit,dict"`
	Role        string   `parquet:"role,dict"`
	OccurredOn  string   `parquet:"occurred_on,dict"`
	Quote       string   `parquet:"quote"`
	Start       int64    `parquet:"quote_start"`
	End         int64    `parquet:"quote_end"`
	Confidence  *float64 `parquet:"confidence,optional"`
	ArticleID   string   `parquet:"article_id,dict"`
	Title       string   `parquet:"title,dict"`
	URL         string   `parquet:"url,dict"`
	Outlet      string   `parquet:"outlet,dict"`
	PublishedAt string   `parquet:"published_at,dict"`
	OriginID    string   `parquet:"origin_id,dict"`
}

// rows gives the table's lines for a statement.
func rows(s Statement) []Row {
	via := make([]string, len(s.Via))
	for i, a := range s.Via {
		via[i] = a.Name
	}
	r := Row{StatementID: s.ID, Kind: s.Kind, Modality: s.Modality, Status: s.Status, Review: s.Review, Date: s.Date,
		SpeakerID: id(s.Speaker),
		Speaker:   s.SaidBy(), Via: strings.Join(via, "; "), Quote: s.Quote.Exact, Start: int64(s.Quote.Start),
		End:        int64(s.Quote.End),
		Confidence: s.Confidence, ArticleID: s.Article.ID, Title: s.Article.Title, URL: s.Article.URL,
		Outlet:      name(s.Article.Publisher, ""),
		PublishedAt: s.Article.PublishedAt, OriginID: s.Article.OriginID}
	if len(s.Asserts) == 0 {
		return []Row{r}
	}
	out := make([]Row, len(s.Asserts))
	for i, a := range s.Asserts {
		out[i] = r.claiming(a)
	}
	return out
}

// claiming is the row for one of the statement's claims.
func (r Row) claiming(a Assertion) Row {
	c := a.Claim
	r.Modality, r.ClaimID, r.Claim, r.Predicate, r.Negated = a.Modality, c.ID, c.Text, c.Predicate.ID, c.Negated
	r.SubjectID, r.Subject, r.ObjectID, r.Object = id(c.Subject), name(c.Subject, c.SubjectText), id(c.Object),
		name(c.Object, c.ObjectText)
	r.Quantity, r.Unit, r.Role, r.OccurredOn = c.Quantity, c.Unit, c.Role, c.OccurredOn
	return r
}

// Columns are the names of the tables' columns.
func Columns() []string {
	t := reflect.TypeFor[Row]()
	out := make([]string, t.NumField())
	for i := range out {
		out[i], _, _ = strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
	}
	return out
}

// cells are the row's values as text.
func (r Row) cells() []string {
	v := reflect.ValueOf(r)
	out := make([]string, v.NumField())
	for i := range out {
		switch x := v.Field(i).Interface().(type) {
		case string:
			out[i] = defused(x)
		case bool:
			out[i] = strconv.FormatBool(x)
		case int64:
			out[i] = strconv.FormatInt(x, 10)
		case *float64:
			if x != nil {
				out[i] = strconv.FormatFloat(*x, 'g', -1, 64)
			}
		}
	}
	return out
}

// formulas are the signs with which a cell begins that spreadsheets take for a formula.
const formulas = "=+-@\t\r＝＋－＠"

// defused gives text that a spreadsheet shows as it is: what would be a formula gets an apostrophe before it.
func defused(text string) string {
	if first := strings.TrimLeft(text, " \n\u00a0"); first != "" && strings.ContainsRune(formulas, []rune(first)[0]) {
		return "'" + text
	}
	return text
}

type csvWriter struct{ to *csv.Writer }

func openCSV(w io.Writer) (Writer, error) {
	out := csvWriter{csv.NewWriter(w)}
	return out, out.to.Write(Columns())
}

func (c csvWriter) Write(s Statement) error {
	for _, r := range rows(s) {
		if err := c.to.Write(r.cells()); err != nil {
			return err
		}
	}
	return nil
}

func (c csvWriter) Close() error {
	c.to.Flush()
	return c.to.Error()
}

// rowGroup is how many rows a Parquet file keeps together, which are held in memory until they are written.
const rowGroup = 20_000

type parquetWriter struct {
	to *parquet.GenericWriter[Row]
	n  int
}

func openParquet(w io.Writer) (Writer, error) {
	return &parquetWriter{to: parquet.NewGenericWriter[Row](w, parquet.Compression(&parquet.Zstd))}, nil
}

func (p *parquetWriter) Write(s Statement) error {
	some := rows(s)
	if _, err := p.to.Write(some); err != nil {
		return err
	}
	if p.n += len(some); p.n < rowGroup {
		return nil
	}
	p.n = 0
	return p.to.Flush()
}

func (p *parquetWriter) Close() error { return p.to.Close() }
