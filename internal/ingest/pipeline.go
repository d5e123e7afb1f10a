package ingest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
	"sayso/internal/read"
	"sayso/internal/read/language"
)

// Reader reads an article's text.
type Reader interface {
	// Read gives a reading with the name and version of who read it, kept with every statement.
	Read(ctx context.Context, in read.Text) (kg.Reading, error)
	// Languages are those that it reads, as BCP 47 codes without region.
	Languages() []string
}

// Pipeline is a kg.Ingester.
type Pipeline struct {
	reader  Reader
	linker  *Linker
	store   Store
	now     func() time.Time
	pages   *fetch.Client // nil: articles without a text are refused
	told    language.Set  // tells the languages of articles
	without kg.Suppressor // nil: nobody was forgotten
}

var _ kg.Ingester = (*Pipeline)(nil)

// Store takes records and judgements of who is who, and keeps the articles that wait for a reader.
type Store interface {
	kg.Writer
	kg.Curator
	Unread(ctx context.Context, languages []string, after string, first int) ([]kg.Article, error)
	// Try tells what Save would do with a record, and does nothing.
	Try(ctx context.Context, r kg.Record) (kg.Saved, error)
}

// NewPipeline wires the stages. now stamps articles that do not say when they were retrieved.
func NewPipeline(reader Reader, linker *Linker, store Store, now func() time.Time) *Pipeline {
	return &Pipeline{reader: reader, linker: linker, store: store, now: now,
		told: read.Registered().Told()}
}

// Telling has the pipeline tell the languages of articles among others than the registered ones.
func (p *Pipeline) Telling(languages language.Set) *Pipeline {
	p.told = languages
	return p
}

// Fetching has the pipeline fetch the text of articles that are handed in with nothing but an address.
func (p *Pipeline) Fetching(pages *fetch.Client) *Pipeline {
	p.pages = pages
	return p
}

// Without has the pipeline take those out of records who were forgotten.
func (p *Pipeline) Without(forgotten kg.Suppressor) *Pipeline {
	p.without = forgotten
	return p
}

// Ingest implements kg.Ingester.
func (p *Pipeline) Ingest(ctx context.Context, s kg.Submission) (kg.Ingested, error) {
	article, err := p.article(ctx, s)
	if err != nil {
		return kg.Ingested{}, err
	}
	return p.take(ctx, article, s.Reading, s.DryRun)
}

// article makes an article of a submission, and fetches its text where it has none.
func (p *Pipeline) article(ctx context.Context, s kg.Submission) (kg.Article, error) {
	s, err := p.Fetch(ctx, s)
	if err != nil {
		return kg.Article{}, err
	}
	article, err := clean(s, p.told)
	if err == nil && article.RetrievedAt == "" {
		article.RetrievedAt = kg.DateOf(p.now())
	}
	return article, err
}

// Prepare does of Ingest what needs neither the graph nor a reader: it gives the submission as it may wait, with its
// text taken out of HTML, and its article's id, "" for one whose text is still to be fetched. Its error is that of a
// submission which Ingest would refuse.
func (p *Pipeline) Prepare(s kg.Submission) (ready kg.Submission, id string, err error) {
	if p.byAddress(s) {
		if err := checkMetadata(s); err != nil {
			return s, "", err
		}
		return s, "", p.pages.Check(s.URL)
	}
	if s.HTML != "" && s.Text == "" {
		if s, err = fromHTML(s, p.told); err != nil {
			return s, "", err
		}
	}
	article, err := clean(s, p.told)
	if err != nil {
		return s, "", err
	}
	if s.RetrievedAt == "" {
		s.RetrievedAt = kg.DateOf(p.now())
	}
	return s, article.ID, nil
}

// Reread implements kg.Ingester.
func (p *Pipeline) Reread(ctx context.Context, after string, first int, tell func(kg.Ingested, error)) error {
	waiting, err := p.store.Unread(ctx, p.reader.Languages(), after, first)
	if err != nil {
		return err
	}
	for _, article := range waiting {
		article.Unread = ""
		done, err := p.take(ctx, article, nil, false)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		done.ArticleID, done.Title, done.URL = article.ID, article.Title, article.URL
		tell(done, err)
	}
	return nil
}

// take reads an article and stores it; when it is dry it only tells what it would store.
func (p *Pipeline) take(ctx context.Context, article kg.Article, ready *kg.Reading, dry bool) (kg.Ingested, error) {
	k, err := p.link(ctx, article, ready)
	if err != nil {
		return kg.Ingested{}, err
	}
	if dry {
		k.saved, err = p.store.Try(ctx, k.record)
	} else if k.saved, err = p.store.Save(ctx, k.record); err == nil {
		err = p.compare(ctx, k.record)
	}
	return k.ingested(err)
}

// link reads an article, unless it brings a reading or nobody reads its language, and makes a record of it.
func (p *Pipeline) link(ctx context.Context, article kg.Article, ready *kg.Reading) (keeping, error) {
	var reading kg.Reading
	var err error
	if ready == nil && !slices.Contains(p.reader.Languages(), language.Primary(article.Language)) {
		article.Unread = fmt.Sprintf("its language is %s and this server reads %s; its text can be searched, and sayso "+
			"ingest --reread has it read once "+
			"a reader of its language is there", article.Language, strings.Join(p.reader.Languages(), ", "))
	} else if reading, article.Reader, err = p.read(ctx, article, ready); err != nil {
		return keeping{}, err
	}
	record, left := p.linker.Link(article, reading, article.Reader)
	if p.without != nil {
		if record, err = p.without.Suppress(ctx, record); err != nil {
			return keeping{}, err
		}
	}
	return keeping{record: record, left: left}, nil
}

// keeping is a record that is to be stored.
type keeping struct {
	record kg.Record
	left   []kg.LeftOutItem
	saved  kg.Saved
}

// ingested tells what became of it.
func (k keeping) ingested(err error) (kg.Ingested, error) {
	if err != nil {
		return kg.Ingested{}, err
	}
	a := k.record.Article
	return kg.Ingested{ArticleID: a.ID, Title: a.Title, URL: a.URL, Saved: k.saved, Unread: a.Unread, LeftOut: k.left}, nil
}

// importedReader names the readings that come with their articles and do not say who made them.
const importedReader = "imported"

func (p *Pipeline) read(ctx context.Context, a kg.Article, ready *kg.Reading) (kg.Reading, string, error) {
	if ready != nil {
		return *ready, cmp.Or(ready.Reader, importedReader), nil
	}
	reading, err := p.reader.Read(ctx, read.Text{
		Doc: a.Title, Text: a.Text, PublishedAt: a.PublishedAt, Language: a.Language,
	})
	return reading, reading.Reader, err
}
