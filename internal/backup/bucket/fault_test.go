package bucket

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sayso/internal/backup/bucket/buckettest"
	"sayso/internal/kg"
)

// TestRefusals: what the store refuses is told with what to do, without its own words and never with the credentials.
func TestRefusals(t *testing.T) {
	hostile := "\u009b[2J" + buckettest.Secret + " " + buckettest.Key
	for name, c := range map[string]struct {
		status int
		code   string
		want   string
	}{
		"forbidden":         {403, "AccessDenied", "s3:PutObject"},
		"of its own":        {403, "WhoKnows", "s3:PutObject"},
		"another region":    {301, "PermanentRedirect", "--s3-region"},
		"a wrong clock":     {403, "RequestTimeTooSkewed", "clock"},
		"no more":           {400, "ExpiredToken", "run out"},
		"broken":            {500, "InternalError", "try again later"},
		"no XML":            {301, "\x1b", "--s3-region"},
		"hostile":           {418, "<![CDATA[" + hostile + "]]>", "answers 418"},
		"no answer of S3":   {502, "", "502"},
		"a code of a novel": {409, strings.Repeat("x", 100_000), "answers 409"},
	} {
		s := buckettest.New(t)
		s.Fault = func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodHead {
				return false
			}
			if c.code == "" {
				w.WriteHeader(c.status)
				fmt.Fprint(w, "<html>"+hostile)
				return true
			}
			buckettest.Refuse(w, c.status, c.code, "<![CDATA["+hostile+"]]>")
			return true
		}
		p := open(t, s, "s3://backups/a")
		_, listed := p.Kept(ctx)
		_, opened := p.Open(ctx, "x")
		for i, err := range []error{create(p, "x", content(3*testPart)), create(p, "x", content(3)), listed, opened, p.Remove(ctx, "x"), p.WriteFile(ctx, "x", nil)} {
			if err == nil || kg.CodeOf(err) == kg.Internal || !strings.Contains(err.Error(), c.want) || !harmless(err) {
				t.Errorf("%s, %d: %v", name, i, err)
			}
		}
		if len(s.Keys()) != 0 || s.Unfinished() != 0 {
			t.Errorf("%s: %v is left, and %d uploads", name, s.Keys(), s.Unfinished())
		}
	}
}

func harmless(err error) bool {
	text := fmt.Sprintf("%v %+v %#v", err, err, err)
	return !strings.Contains(text, buckettest.Secret) && !strings.Contains(text, "AKID") && !strings.Contains(err.Error(), "\x1b") && len(err.Error()) < 700
}

// TestNoStore: a bucket that does not exist, credentials that are wrong, an address where nobody or no store answers.
func TestNoStore(t *testing.T) {
	s := buckettest.New(t)
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<html><body>hello") }))
	t.Cleanup(page.Close)
	for what, c := range map[string]struct {
		address, endpoint, key, secret string
		want                           string
	}{
		"no such bucket": {"s3://nowhere/a", s.Address, buckettest.Key, buckettest.Secret, "no such bucket"},
		"another key":    {"s3://backups/a", s.Address, "AKIDOTHER", buckettest.Secret, "AWS_ACCESS_KEY_ID"},
		"another secret": {"s3://backups/a", s.Address, buckettest.Key, buckettest.Secret + "x", "AWS_SECRET_ACCESS_KEY"},
		"nobody there":   {"s3://backups/a", "http://127.0.0.1:1", buckettest.Key, buckettest.Secret, "--s3-endpoint"},
		"a web page":     {"s3://backups/a", page.URL, buckettest.Key, buckettest.Secret, "--s3-endpoint"},
	} {
		p, err := Open(c.address, Options{Endpoint: c.endpoint, Key: c.key, Secret: c.secret, PartSize: testPart})
		if err != nil {
			t.Fatal(what, err)
		}
		if _, err := p.Kept(ctx); err == nil || !strings.Contains(err.Error(), c.want) || !harmless(err) || kg.CodeOf(err) == kg.Internal {
			t.Errorf("%s, listing: %v", what, err)
		}
		if err := create(p, name(0), content(3*testPart)); err == nil || !harmless(err) || kg.CodeOf(err) == kg.Internal {
			t.Errorf("%s, writing: %v", what, err)
		}
	}
}

// TestAddresses: what is no address of a place is refused before anything is sent, and credentials in it are not told.
func TestAddresses(t *testing.T) {
	fine := Options{Key: "k", Secret: buckettest.Secret}
	for _, address := range []string{"s3://", "s3://a", "s3:///x", "s3://Back_ups/x", "s3://k:" + buckettest.Secret + "@backups/x", "s3://backups/../x", "s3://backups/a//b",
		"s3://backups/./b", "s3://backups/a\nb", "s3://backups/a\\b", "s3://back ups/x", "s3://backups?x=y/z", "s3://127.0.0.1:9000/backups"} {
		if p, err := Open(address, fine); kg.CodeOf(err) != kg.Invalid || !harmless(err) {
			t.Errorf("%q is taken: %v %v", address, p, err)
		}
	}
	for _, endpoint := range []string{"ftp://x", "https://", "https://k:" + buckettest.Secret + "@x", "https://x/path", "https://x?y=z", "http://[::1", "://", "https://a b"} {
		if p, err := Open("s3://backups", Options{Endpoint: endpoint, Key: "k", Secret: "s"}); kg.CodeOf(err) != kg.Invalid || !harmless(err) {
			t.Errorf("%q is taken: %v %v", endpoint, p, err)
		}
	}
	if _, err := Open("s3://backups", Options{Style: "sideways", Key: "k", Secret: "s"}); kg.CodeOf(err) != kg.Invalid {
		t.Error(err)
	}
	if _, err := Open("s3://backups", Options{}); kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), "AWS_ACCESS_KEY_ID") {
		t.Error(err)
	}
	for _, o := range []Options{fine, {Endpoint: "s3.example.org:9000", Region: "r", Style: "host", Key: "k", Secret: "s"}, {Endpoint: "http://10.0.0.1/", Style: "path", Key: "k", Secret: "s"}} {
		if p, err := Open("s3://backups/a/b/", o); err != nil || p.String() != "s3://backups/a/b" || p.At("x") != "s3://backups/a/b/x" || !p.Remote() {
			t.Errorf("%+v: %v %v", o, p, err)
		}
	}
}
