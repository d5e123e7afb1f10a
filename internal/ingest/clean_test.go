package ingest

import (
	"strings"
	"testing"

	"sayso/internal/kg"
)

const english = "The minister said on Monday that the government would not recognize the result of the vote, and the opposition answered that " +
	"the decision was wrong. Observers from three countries reported that the count had been fair in most places."

func TestCleanKeepsText(t *testing.T) {
	text := "  Headline of the day\n\n\t“Quoted”, he said.\r\n" + english + "\n"
	a, err := Clean(kg.Submission{Text: text, PublishedAt: "2022-08", Publisher: " The Paper "})
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != text || a.ID != kg.ArticleID(text) || a.Title != "Headline of the day" || a.Language != "en" || a.Publisher != "The Paper" {
		t.Errorf("%+v", a)
	}
}

func TestCleanRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		s    kg.Submission
		code kg.Code
		word string
	}{
		"nothing":            {kg.Submission{}, kg.Invalid, "empty"},
		"blanks":             {kg.Submission{Text: " \n\t "}, kg.Invalid, "empty"},
		"text and html":      {kg.Submission{Text: "a", HTML: "b"}, kg.Invalid, "not both"},
		"binary":             {kg.Submission{Text: "\x7fELF\x02\x01\x01\x00\x00\x00"}, kg.Invalid, "binary"},
		"control characters": {kg.Submission{Text: strings.Repeat("\x01\x02x", 50)}, kg.Invalid, "binary"},
		"Latin-1":            {kg.Submission{Text: "caf\xe9 " + english}, kg.Invalid, "UTF-8"},
		"huge":               {kg.Submission{Text: strings.Repeat("word ", largestText)}, kg.TooLarge, "split"},
		"bad date":           {kg.Submission{Text: english, PublishedAt: "last week"}, kg.Invalid, "2022-08-17"},
		"impossible date":    {kg.Submission{Text: english, PublishedAt: "2022-02-31"}, kg.Invalid, "2022-08-17"},
		"endless title":      {kg.Submission{Text: english, Title: strings.Repeat("x", 5000)}, kg.Invalid, "title"},
		"broken HTML":        {kg.Submission{HTML: "<html><body><div><p"}, kg.Invalid, "no article"},
		"empty page":         {kg.Submission{HTML: "<html><head><title>x</title></head><body></body></html>"}, kg.Invalid, "no article"},
	} {
		_, err := Clean(c.s)
		if kg.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.word) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLanguage: what the submission says of its language holds, but for English that is none.
func TestLanguage(t *testing.T) {
	french := strings.Repeat("Le ministre a déclaré lundi que le gouvernement ne reconnaîtrait pas le résultat du vote dans les provinces. ", 5)
	russian := strings.Repeat("Министр заявил в понедельник, что правительство не признает результаты голосования в этих областях. ", 5)
	for name, c := range map[string]struct {
		text, stated, want string
	}{
		"English":                  {english, "", "en"},
		"British English":          {english, "en-GB", "en-GB"},
		"French":                   {french, "", "fr"},
		"Russian":                  {russian, "", "ru"},
		"marked as German":         {english, "de", "de"},
		"Russian marked as such":   {russian, "ru-RU", "ru-RU"},
		"Russian, said to be ours": {russian, "en_US", "ru"},
	} {
		a, err := Clean(kg.Submission{Text: c.text, Language: c.stated})
		if err != nil || a.Language != c.want {
			t.Errorf("%s: %q, %v; want %q", name, a.Language, err, c.want)
		}
	}
}

func TestHead(t *testing.T) {
	for text, want := range map[string][2]string{
		" date 2022-08-17 Leader seeks help\n\nText follows.":  {"2022-08-17", "Leader seeks help"},
		"2021-04-09\nA sentence that ends.\n":                  {"2021-04-09", ""},
		"Published: 2020-01-02 Something happened\nMore text.": {"2020-01-02", "Something happened"},
		"On 2020-01-02 something happened. And that was that.": {"", ""},
		"date 2020-13-45 Odd\nText.":                           {"", "Odd"},
		"One line only":                                        {"", ""},
		"A headline\n\n" + strings.Repeat("Text. ", 10):        {"", "A headline"},
	} {
		if d, title := dateInHead(text), titleInHead(text); string(d) != want[0] || title != want[1] {
			t.Errorf("%q: date %q, title %q; want %q", text, d, title, want)
		}
	}
}

func TestHTML(t *testing.T) {
	page := `<!doctype html><html lang="en"><head><title>Vote | The Paper</title><meta property="og:title" content="Vote disputed">
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2022-08-17T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/x">More</a></nav><article><h1>Vote disputed</h1><p>` + english + `</p><p>“We will <b>not</b> accept it,” the minister said. ` +
		english + `</p></article><footer>Copyright</footer></body></html>`
	a, err := Clean(kg.Submission{HTML: page, URL: "https://example.org/vote"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "“We will not accept it,” the minister said.") || strings.Contains(a.Text, "Home") {
		t.Errorf("text %q", a.Text)
	}
	if a.Title == "" || a.Publisher != "The Paper" || a.PublishedAt != "2022-08-17" || a.URL != "https://example.org/vote" {
		t.Errorf("%+v", a)
	}
	if !strings.Contains(a.Text, "\n\n") {
		t.Error("the paragraphs run together")
	}
}

func TestWireCredit(t *testing.T) {
	for text, want := range map[string]string{
		"KYIV, Aug 17 (Reuters) - Ukraine said on Wednesday it had no losses.":              "Reuters",
		"A headline\n\nMOSCOW (AP) — Russia said so.":                                       "AP",
		"Russia said so.\n\nSource: Agence France-Presse":                                   "Agence France-Presse",
		"Russia said so.\n\n— AFP":                                                          "AFP",
		"It was so. The Associated Press contributed to this report.":                       "Associated Press",
		"The minister (Smith) - no relation - said so. He added that the EU (27) - agreed.": "",
		"Nothing of that kind here.":                                                        "",
	} {
		if got := wireCredit(text); got != want {
			t.Errorf("%q credits %q, want %q", text, got, want)
		}
	}
}
