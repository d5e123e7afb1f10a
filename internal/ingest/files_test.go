package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/kg"
)

// warcRecord writes a record as crawlers do.
func warcRecord(kind, url, contentType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:12345678-1234-4234-8234-123456789abc>\r\nWARC-Date: 2022-07-13T10:00:00Z\r\n"+
		"WARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, contentType, len(block), block)
}

func packed(parts ...string) string {
	var out bytes.Buffer
	for _, part := range parts { // each record is a member of its own
		z := gzip.NewWriter(&out)
		_, _ = z.Write([]byte(part))
		_ = z.Close()
	}
	return out.String()
}

const (
	httpResponse = "application/http; msgtype=response"
	selmPage     = "<html><head><title>The quay</title></head><body><p>Ann Lee said that the quay of Selm stays shut.</p></body></html>"
)

func answer(head, body string) string {
	return "HTTP/1.1 " + head + "\r\n\r\n" + body
}

func warcRecords() []string {
	return []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: test\r\n"),
		warcRecord("request", "https://a.example/quay", "application/http; msgtype=request", "GET /quay HTTP/1.1\r\nHost: a.example\r\n\r\n"),
		warcRecord("response", "https://a.example/quay", httpResponse, answer("200 OK\r\nContent-Type: text/html; charset=utf-8", selmPage)),
		warcRecord("response", "https://a.example/chunked", httpResponse, answer("200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked", "5\r\nKalma\r\n3\r\nr d\r\n10\r\nenied that it di\r\n3\r\nd.\n\r\n0\r\n\r\n")),
		warcRecord("response", "https://a.example/gzip", httpResponse, answer("200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip", packed("Selm recognized Donetsk."))),
		warcRecord("response", "https://a.example/old", httpResponse, answer("301 Moved\r\nLocation: /quay\r\nContent-Type: text/html", "moved")),
		warcRecord("response", "https://a.example/logo.png", httpResponse, answer("200 OK\r\nContent-Type: image/png", "\x89PNG")),
		warcRecord("response", "https://a.example/broken", httpResponse, answer("200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip", "no gzip")),
		warcRecord("resource", "https://a.example/note.txt", "text/plain", "Ann Lee denied it."),
		warcRecord("metadata", "https://a.example/quay", "text/plain", "about a record"),
	}
}

const mailFolder = "From ann@a.example Mon Jan  2 10:00:00 2023\r\nFrom: =?utf-8?q?Selm_Courier?= <news@a.example>\r\nSubject: =?utf-8?b?0JLQtdGB0YLQuA==?=\r\nDate: Mon, 02 Jan 2023 10:00:00 +0000\r\n" +
	"Message-ID: <1@a.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Selm</p>\r\n--x\r\n" +
	"Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nAnn Lee said =CF=F0=E8=E2=E5=F2.\r\n>From here on she left.\r\n--x--\r\n\r\n" +
	"From bob@b.example Mon Jan  2 11:00:00 2023\nFrom: bob@b.example\nSubject: Short\n\nKalmar denied it.\nFrom nowhere came a line without a blank one before it.\n\n" +
	"From c@c.example Mon Jan  2 12:00:00 2023\nFrom: c@c.example\nContent-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF\n\n" +
	"From d@d.example Mon Jan  2 13:00:00 2023\nFrom: d@d.example\nContent-Type: text/html\n\n<p>Only a page.</p>\n"

const telegramResult = `{"name": "Selm now", "type": "public_channel", "id": 1234567, "messages": [
 {"id": 1, "type": "service", "date": "2022-07-13T09:00:00", "text": "", "action": "create_channel"},
 {"id": 2, "type": "message", "date": "2022-07-13T10:00:00", "text": "Kalmar denied it."},
 {"id": 3, "type": "message", "date": "2022-07-13T11:00:00", "forwarded_from": "Kalmar TV", "text": ["Ann Lee said ", {"type": "bold", "text": "no"}, "."]},
 {"id": 4, "type": "message", "date": "nonsense", "photo": "a.jpg", "text": ""},
 {"id": 5, "type": 7, "text": "odd"},
 {"id": 6, "type": "message", "date": "nonsense", "text": "Of no day."}]}`

const telegramAccount = `{"about": "Here is the data you requested from Telegram", "contacts": {"list": [{"name": "x"}]}, "chats": {"about": "", "list": [
 {"name": null, "type": "personal_chat", "id": 5, "messages": []}, {"name": "Selm now", "type": "public_channel", "id": 6, "messages": [{"id": 1, "type": "message", "date": "2022-07-13", "text": "It rains."}]}]}}`

// TestFileForms: what each form of file holds is found, one article after the other; what is broken in it is told with its place.
func TestFileForms(t *testing.T) {
	records := warcRecords()
	warcWant := []string{"https://a.example/quay|2022-07-13T10:00:00Z|html", "https://a.example/chunked|2022-07-13T10:00:00Z|Kalmar denied that it did.\n", "https://a.example/gzip|2022-07-13T10:00:00Z|Selm recognized Donetsk.",
		"fault: record 8 is cut off, or cannot be unpacked", "https://a.example/note.txt|2022-07-13T10:00:00Z|Ann Lee denied it."}
	for _, c := range []struct {
		name, content string
		want          []string
		code          kg.Code
	}{
		{"a.warc", strings.Join(records, ""), warcWant, ""},
		{"a.warc.gz", packed(records...), warcWant, ""},
		{"a.wacz", zipped(t, map[string]string{"archive/data.warc.gz": packed(records...), "pages/pages.jsonl": "{}"}), warcWant, ""},
		{"none.wacz", zipped(t, map[string]string{"pages/pages.jsonl": "{}"}), nil, kg.Invalid},
		{"no.wacz", "no zip", nil, kg.Invalid},
		{"no.warc", "no WARC at all, only text", nil, kg.Invalid},
		{"cut.warc", strings.Join(records, "")[:len(records[0])+len(records[1])+len(records[2])+60], warcWant[:1], kg.Invalid},
		{"half.warc", strings.Join(records[:3], "")[:len(records[0])+len(records[1])+len(records[2])-40], []string{"fault: record 3 is cut off"}, ""},
		{"a.mbox", mailFolder, []string{"Selm Courier|Вести|2023-01-02T10:00:00Z|mid:1@a.example|Ann Lee said Привет.\r\nFrom here on she left.",
			"bob@b.example|Short|||Kalmar denied it.\nFrom nowhere came a line without a blank one before it.\n\n", "fault: mail 3 has no text", "d@d.example||||html"}, ""},
		{"no.mbox", "Dear Ann,\nhow are you?", nil, kg.Invalid},
		{"empty.mbox", "", nil, ""},
		{"result.json", telegramResult, []string{"Selm now|2022-07-13|https://t.me/c/1234567/2|Kalmar denied it.", "Selm now|2022-07-13|https://t.me/c/1234567/3|Ann Lee said no.",
			"fault: a message of Selm now", "Selm now||https://t.me/c/1234567/6|Of no day."}, ""},
		{"account.json", telegramAccount, []string{"Selm now|2022-07-13|https://t.me/c/6/1|It rains."}, ""},
		{"cut.json", telegramResult[:400], []string{"Selm now|2022-07-13|https://t.me/c/1234567/2|Kalmar denied it."}, kg.Invalid},
		{"deep.json", `{"name": "x", "type": "y", "note": "messages", "messages": [], "list": ` + strings.Repeat("[", 100_000), nil, kg.Invalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := filed(t, c.name, c.content)
			if c.code == "" && err != nil || c.code != "" && kg.CodeOf(err) != c.code {
				t.Errorf("the end: %v", err)
			}
			if len(found) != len(c.want) {
				t.Fatalf("found %q", found)
			}
			for i, f := range found {
				if fault, isFault := strings.CutPrefix(c.want[i], "fault: "); f != c.want[i] && (!isFault || !strings.HasPrefix(f, "fault: ") || !strings.Contains(f, fault)) {
					t.Errorf("%d: %q, want %q", i, f, c.want[i])
				}
			}
		})
	}
}

func zipped(t *testing.T, files map[string]string) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(content))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// filed gives what a file holds, each thing in one line.
func filed(t *testing.T, name, content string) ([]string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	sources, err := Sources(path, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	err = sources[0].Each(t.Context(), func(f Found) error {
		s := f.Submission
		text := s.Text
		if s.HTML != "" {
			text = "html"
		}
		switch {
		case f.Fault != nil:
			out = append(out, "fault: "+f.Fault.Error())
		case strings.HasSuffix(name, ".mbox"):
			out = append(out, strings.Join([]string{s.Publisher, s.Title, string(s.PublishedAt), s.URL, text}, "|"))
		case strings.HasSuffix(name, ".json"):
			out = append(out, strings.Join([]string{s.Publisher, string(s.PublishedAt), s.URL, text}, "|"))
		default:
			out = append(out, strings.Join([]string{s.URL, string(s.RetrievedAt), text}, "|"))
		}
		return nil
	})
	return out, err
}
