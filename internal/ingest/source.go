package ingest

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// Found is what a source has at one place: an article, or the fault of something that is none, behind which the source
// goes on.
type Found struct {
	Place      string // for messages: "a.jsonl line 3", "page.html"
	Submission kg.Submission
	Fault      error // with a code, naming the place; nil for an article
}

// Source is one place that submissions come from, with how many bytes it has (0: unknown) for showing progress.
type Source struct {
	Name string
	Size int64
	read func(ctx context.Context, yield func(Found) error) error
}

// Each reads the source and hands over what it finds, one after the other. It ends with yield's error, or that of a
// source that cannot be read.
func (s Source) Each(ctx context.Context, yield func(Found) error) error {
	return s.read(ctx, yield)
}

// Stdin is the argument that stands for standard input.
const Stdin = "-"

const standardInput = "standard input"

// Sources finds what an argument stands for: "-", a URL, a file, or a folder with all its files that end in .txt, .md,
// .html, .htm, .xhtml, .json, .jsonl, .ndjson, .warc, .warc.gz, .wacz or .mbox.
func Sources(arg string, stdin io.Reader, pages *fetch.Client) ([]Source, error) {
	if arg == Stdin {
		return []Source{{Name: standardInput, read: func(_ context.Context, yield func(Found) error) error {
			return readStream(standardInput, stdin, yield)
		}}}, nil
	}
	if strings.HasPrefix(arg, "http://") || strings.HasPrefix(arg, "https://") {
		return []Source{pageSource(pages, arg)}, nil
	}
	info, err := os.Stat(arg)
	if err != nil {
		return nil, kg.Errorf(kg.NotFound, "%s: there is no such file, folder or URL", arg)
	}
	if !info.IsDir() {
		return []Source{fileSource(arg, info.Size())}, nil
	}
	return folderSources(arg)
}

var articleEndings = map[string]bool{".txt": true, ".md": true, ".html": true, ".htm": true, ".xhtml": true,
	".json": true, ".jsonl": true, ".ndjson": true,
	".warc": true, ".wacz": true, ".mbox": true}

// Takes reports whether a file of that name in a folder is taken for articles.
func Takes(path string) bool {
	return isWARC(path) || articleEndings[strings.ToLower(filepath.Ext(path))]
}

func folderSources(folder string) ([]Source, error) {
	var out []Source
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type().IsRegular() && Takes(path) {
			info, err := d.Info()
			if err != nil {
				return err
			}
			out = append(out, fileSource(path, info.Size()))
		}
		return nil
	})
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%s: %w", folder, err)
	}
	if len(out) == 0 {
		return nil, kg.Errorf(kg.NotFound, "%s: the folder holds no .txt, .md, .html, .jsonl, .warc, .wacz or .mbox file",
			folder)
	}
	return out, nil
}

func fileSource(path string, size int64) Source {
	return Source{Name: path, Size: size, read: func(_ context.Context, yield func(Found) error) error {
		file, err := os.Open(path)
		if err != nil {
			return kg.Errorf(kg.Invalid, "%w", err)
		}
		defer func() { _ = file.Close() }()
		return readFile(path, file, size, yield)
	}}
}

// readFile reads a file by the way its name ends.
func readFile(path string, file *os.File, size int64, yield func(Found) error) error {
	ending := strings.ToLower(filepath.Ext(path))
	switch {
	case isWARC(path):
		return readWARC(path, file, yield)
	case ending == ".wacz":
		return readWACZ(path, file, size, yield)
	case ending == ".mbox":
		return readMbox(path, file, yield)
	case ending == ".jsonl" || ending == ".ndjson":
		return readLines(path, file, yield)
	case ending == ".json":
		buffered := bufio.NewReaderSize(file, telegramHead)
		if head, _ := buffered.Peek(telegramHead); isTelegram(head) {
			return readTelegram(path, buffered, yield)
		}
		return readJSON(path, buffered, yield)
	}
	return readWhole(path, file, yield)
}

// readStream tells JSON lines from a text or a page by the first character.
func readStream(name string, r io.Reader, yield func(Found) error) error {
	buffered := bufio.NewReaderSize(r, 64<<10)
	head, _ := buffered.Peek(512)
	head = bytes.Trim(head, "\x00\xFE\xFF\xEF\xBB\xBF \t\r\n") // marks of encodings, and the zeros of UTF-16
	if bytes.HasPrefix(head, []byte("{")) {
		return readLines(name, buffered, yield)
	}
	return readWhole(name, buffered, yield)
}

func readWhole(name string, r io.Reader, yield func(Found) error) error {
	data, err := io.ReadAll(io.LimitReader(r, largestHTML+1))
	if err != nil {
		return kg.Errorf(kg.Invalid, "%s: %w", name, err)
	}
	if len(data) > largestHTML {
		return kg.Errorf(kg.TooLarge, "%s: longer than %d bytes; an article is at most %d", name, largestHTML, largestText)
	}
	s, err := submission(name, data, "")
	return yield(Found{Place: name, Submission: s, Fault: err})
}

// looksLikeHTML tells a page from a text by its name or its first tag.
func looksLikeHTML(name, text string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 256)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") ||
		strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html")
}
