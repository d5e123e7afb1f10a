package ingest

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"

	"github.com/nlnwa/gowarc/v2"

	"sayso/internal/ingest/fetch"
	"sayso/internal/kg"
)

// readWARC hands over the pages and texts of a web archive: what servers answered with 200, and what was put in as a
// resource. Pictures, redirects and the like are passed over.
func readWARC(name string, r io.Reader, yield func(Found) error) error {
	counted := &counting{Reader: r}
	records, err := gowarc.NewWarcFileReaderFromStream(counted, 0, gowarc.WithSyntaxErrorPolicy(gowarc.ErrWarn),
		gowarc.WithSpecViolationPolicy(gowarc.ErrWarn), gowarc.WithUnknownRecordTypePolicy(gowarc.ErrIgnore),
		gowarc.WithSkipParseBlock(), gowarc.WithFixContentLength(false),
		gowarc.WithBufferMaxMemBytes(largestHTML))
	if err != nil {
		return kg.Because(err, kg.Invalid, "%s is no WARC file", name)
	}
	defer func() { _ = records.Close() }()
	for n := 1; ; n++ {
		record, begin, _, err := records.Next()
		if errors.Is(err, io.EOF) && n > 1 && counted.bytes-begin < shortestRecord {
			return nil
		}
		if err == nil && !record.WarcHeader().Has(gowarc.ContentLength) {
			err = io.ErrUnexpectedEOF // a head that was cut off
		}
		if err != nil {
			return kg.Because(err, kg.Invalid, "%s breaks off behind record %d, or is no WARC file; what stands before was "+
				"taken", name, n-1)
		}
		found, isPage := fromWARC(fmt.Sprintf("%s record %d", name, n), record)
		_ = record.Close()
		if !isPage {
			continue
		}
		if err := yield(found); err != nil {
			return err
		}
	}
}

// shortestRecord is how many bytes at the end of a file are no record that was cut off.
const shortestRecord = 5

// counting counts what is read.
type counting struct {
	io.Reader
	bytes int64
}

// Read implements io.Reader.
func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytes += int64(n)
	return n, err
}

// fromWARC gives the page of a record; false for what is none.
func fromWARC(place string, record gowarc.WarcRecord) (Found, bool) {
	page := fetch.Page{
		URL:         strings.Trim(record.WarcHeader().Get(gowarc.WarcTargetURI), "<>"),
		ContentType: record.WarcHeader().Get(gowarc.ContentType),
	}
	if record.Type() != gowarc.Response && record.Type() != gowarc.Resource {
		return Found{}, false
	}
	block, err := record.Block().RawBytes()
	if err != nil {
		return Found{Place: place, Fault: kg.Because(err, kg.Invalid, "%s cannot be read", place)}, true
	}
	raw := &counting{Reader: block}
	body := io.Reader(raw)
	if record.Type() == gowarc.Response {
		var isPage bool
		if page.ContentType, body, isPage, err = answered(raw); err == nil && !isPage {
			return Found{}, false
		}
	} else if !isReadable(page.ContentType) {
		return Found{}, false
	}
	out := Found{Place: place}
	if err == nil {
		page.Body, err = io.ReadAll(io.LimitReader(body, largestHTML+1))
	}
	if len(page.Body) > largestHTML {
		out.Fault = kg.Errorf(kg.TooLarge, "%s: the page is longer than %d bytes", place, largestHTML)
		return out, true
	}
	_, _ = io.Copy(io.Discard, raw)
	if length, known := record.ContentLength(); err != nil || known == nil && raw.bytes < length {
		out.Fault = kg.Because(err, kg.Invalid, "%s is cut off, or cannot be unpacked", place)
		return out, true
	}
	out.Submission, out.Fault = FromPage(page)
	if at, err := record.Date(); err == nil && !at.IsZero() {
		out.Submission.RetrievedAt = kg.DateOf(at)
	}
	return out, true
}

// answered reads the HTTP answer in a record: its content type and its body, unpacked. ok is false where it is no page
// that was given.
func answered(raw io.Reader) (contentType string, body io.Reader, ok bool, err error) {
	//nolint:bodyclose // it is the block of a record, which is closed with it
	response, err := http.ReadResponse(bufio.NewReader(raw), nil)
	if err != nil {
		return "", nil, false, nil //nolint:nilerr // DNS answers and the like are no HTTP
	}
	contentType = response.Header.Get("Content-Type")
	if response.StatusCode != http.StatusOK || !isReadable(contentType) {
		return contentType, nil, false, nil
	}
	if !strings.EqualFold(response.Header.Get("Content-Encoding"), "gzip") {
		return contentType, response.Body, true, nil
	}
	z, err := gzip.NewReader(response.Body)
	return contentType, z, true, err
}

// isReadable tells pages and texts by their content type.
func isReadable(contentType string) bool {
	contentType = strings.ToLower(strings.TrimSpace(contentType))
	for _, media := range []string{"text/html", "application/xhtml+xml", "text/plain"} {
		if strings.HasPrefix(contentType, media) {
			return true
		}
	}
	return false
}

// readWACZ hands over the pages of the WARC files in a WACZ file: https://specs.webrecorder.net/wacz/1.1.1/.
func readWACZ(name string, r io.ReaderAt, size int64, yield func(Found) error) error {
	files, err := zip.NewReader(r, size)
	if err != nil {
		return kg.Because(err, kg.Invalid, "%s is no WACZ file, which is a ZIP file with WARC files in it", name)
	}
	warcs := 0
	for _, file := range files.File {
		if !strings.HasPrefix(file.Name, "archive/") || !isWARC(file.Name) {
			continue
		}
		warcs++
		inside, err := file.Open()
		if err != nil {
			return kg.Because(err, kg.Invalid, "%s: %s cannot be unpacked", name, path.Base(file.Name))
		}
		err = readWARC(name+" "+path.Base(file.Name), inside, yield)
		_ = inside.Close()
		if err != nil {
			return err
		}
	}
	if warcs == 0 {
		return kg.Errorf(kg.Invalid, "%s holds no WARC file in its folder archive", name)
	}
	return nil
}

func isWARC(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".warc") || strings.HasSuffix(name, ".warc.gz")
}
