package archive_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sayso/internal/archive"
	"sayso/internal/kg"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

func written(t *testing.T, s kg.Archivist, after kg.ArchiveRef) string {
	t.Helper()
	var out bytes.Buffer
	if err := archive.Write(context.Background(), &out, s, archive.Extent{After: after}, nil); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestTheSameFileComesOut: an archive read into an empty graph is written again letter by letter, after a restore that was cut short in
// between. It can be taken up behind any line, and what is none is refused.
func TestTheSameFileComesOut(t *testing.T) {
	ctx := context.Background()
	s := neotest.Curated(t)
	file := written(t, s, kg.ArchiveRef{})
	for _, want := range []string{`"label":"Merged"`, `"label":"Deleted"`, `"Lapsed"`, `"label":"Rating"`, `"label":"Judgement"`, `"TWINNED_WITH"`, `"label":"Source"`, `"label":"StandingQuestion"`, `"label":"Telling"`,
		`"type":"CONCERNS"`, `"type":"RECOGNIZED"`, `twinned <with> & “so”`} {
		if !strings.Contains(file, want) {
			t.Errorf("the archive has no %s", want)
		}
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Read(ctx, strings.NewReader(file), s); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("read into a graph that is not empty: %v", err)
	}

	goesOn(t, s, file)
	if _, err := archive.Read(ctx, strings.NewReader(file+file), neotest.Open(t, nil, nil)); kg.CodeOf(err) != kg.Invalid {
		t.Errorf("two archives in one file: %v", err)
	}

	s = neotest.Open(t, nil, nil)
	refusals(t, s, strings.SplitAfter(file, "\n")[0])
	cut := io.MultiReader(strings.NewReader(file[:len(file)/2]), brokenReader{})
	if _, err := archive.Read(ctx, cut, s); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("a file that breaks off: %v", err)
	}
	if n, err := archive.Read(ctx, strings.NewReader(file), s); err != nil || n != strings.Count(file, "\n")-2 {
		t.Fatalf("read %d nodes of %d lines: %v", n, strings.Count(file, "\n"), err)
	}
	if again := written(t, s, kg.ArchiveRef{}); again != file {
		t.Errorf("another file came out:\n%s", difference(file, again))
	}
	if after, err := s.Counts(ctx); err != nil || after != counts {
		t.Errorf("%+v were there and %+v are, %v", counts, after, err)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// difference gives the first lines that are not the same.
func difference(a, b string) string {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return "- " + as[i] + "\n+ " + bs[i]
		}
	}
	return "one is longer"
}

// goesOn: from behind any line on comes the rest of the file.
func goesOn(t *testing.T, s *neo.Store, file string) {
	t.Helper()
	server := httptest.NewServer(archive.Export(s))
	defer server.Close()
	lines := strings.SplitAfter(file, "\n")
	for i := 1; i < len(lines)-2; i += len(lines) / 5 {
		ref, _, err := archive.LastRef([]byte(lines[i]))
		if err != nil {
			t.Fatal(err)
		}
		if rest := strings.Join(lines[i+1:], ""); written(t, s, ref) != rest {
			t.Fatalf("behind %v comes something else", ref)
		}
	}
	status, _ := get(t, server.URL+"?after=Nonsense/x")
	if status != http.StatusBadRequest {
		t.Errorf("an unknown label: %d", status)
	}
	if _, body := get(t, server.URL); body != file {
		t.Error("over HTTP comes something else")
	}
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// refusals: what is no archive of this edition is refused with what to do, over HTTP too.
func refusals(t *testing.T, s *neo.Store, head string) {
	t.Helper()
	head = strings.TrimSpace(head)
	server := httptest.NewServer(archive.Import(s, func(*http.Request) error { return nil }))
	defer server.Close()
	for body, want := range map[string]string{
		"":                                "empty",
		`{"text": "An article."}`:         "sayso ingest",
		`{"saysoArchive":1,"edition":99}`: "edition 99",
		head + "\n{\"label\":\n":          "line 2",
		head:                              "not whole",
		head + "\n" + `{"label":"Secret","key":"x","properties":{}}`:                                            "none of an archive",
		head + "\n" + `{"label":"Name","key":"x","properties":{"folded":"x","deep":{"a":1}}}`:                   "line 2",
		head + "\n" + `{"label":"Name","key":"x","properties":{},"edges":[{"type":"X","label":"Y","key":"z"}]}`: "leads to no node",
	} {
		response, err := http.Post(server.URL, archive.MediaType, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != http.StatusBadRequest || !strings.Contains(string(text), want) {
			t.Errorf("%q: %d %s", body, response.StatusCode, text)
		}
	}
	response, err := http.Post(server.URL, "text/plain", strings.NewReader(head))
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("as plain text, which any page could send: %d", response.StatusCode)
	}
}
