package export

import (
	"bufio"
	"io"
	"strings"
)

// references writes each article once, by a function for its form.
type references struct {
	to      *bufio.Writer
	written seen
	entry   func(Article) string
}

func openRIS(w io.Writer) (Writer, error) { return &references{bufio.NewWriter(w), seen{}, ris}, nil }
func openBibTeX(w io.Writer) (Writer, error) {
	return &references{bufio.NewWriter(w), seen{}, bibTeX}, nil
}

func (r *references) Write(s Statement) error {
	if !r.written.first(s.Article.ID) {
		return nil
	}
	_, err := r.to.WriteString(r.entry(s.Article))
	return err
}

func (r *references) Close() error { return r.to.Flush() }

// ris is an article as a RIS record: lines of a tag and a value.
func ris(a Article) string {
	out := "TY  - NEWS\r\n"
	add := func(tag, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			out += tag + "  - " + value + "\r\n"
		}
	}
	add("ID", a.ID)
	add("TI", a.Title)
	for _, author := range a.Authors {
		add("AU", author)
	}
	add("T2", name(a.Publisher, ""))
	year, month, day := dateParts(a.PublishedAt)
	add("PY", year)
	if month != "" {
		add("DA", year+"/"+month+"/"+day)
	}
	add("UR", a.URL)
	if y, m, d := dateParts(a.RetrievedAt); d != "" {
		add("Y2", y+"/"+m+"/"+d)
	}
	add("LA", a.Language)
	return out + "ER  - \r\n\r\n"
}

// dateParts cuts a date of any precision; parts that are unknown are empty.
func dateParts(date string) (year, month, day string) {
	date, _, _ = strings.Cut(date, "T")
	parts := append(strings.SplitN(date, "-", 3), "", "")
	return parts[0], parts[1], parts[2]
}

// bibTeX is an article as an entry.
func bibTeX(a Article) string {
	out := "@misc{" + a.ID
	add := func(field, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			out += ",\n  " + field + " = {" + value + "}"
		}
	}
	add("title", "{"+escapeTeX(a.Title)+"}")
	authors := make([]string, len(a.Authors))
	for i, author := range a.Authors {
		authors[i] = "{" + escapeTeX(author) + "}"
	}
	add("author", strings.Join(authors, " and "))
	add("organization", escapeTeX(name(a.Publisher, "")))
	year, month, day := dateParts(a.PublishedAt)
	add("year", year)
	add("month", strings.TrimLeft(month, "0"))
	add("day", strings.TrimLeft(day, "0"))
	add("url", escapeURL(a.URL))
	if y, m, d := dateParts(a.RetrievedAt); d != "" {
		add("urldate", y+"-"+m+"-"+d)
	}
	add("langid", a.Language)
	return out + "\n}\n\n"
}

// texEscapes are signs that mean something in TeX.
var texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`,
	"%", `\%`, "_", `\_`,
	"^", `\textasciicircum{}`, "~", `\textasciitilde{}`)

func escapeTeX(text string) string { return texEscapes.Replace(text) }

// escapeURL keeps an address from ending the field.
func escapeURL(address string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(address)
}
