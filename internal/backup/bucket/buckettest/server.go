// Package buckettest is a small S3-compatible store in memory for tests: it checks signatures, lists in short pages and
// fails where a test wants it to.
package buckettest

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The credentials that the store knows, and its only bucket.
const (
	Key    = "AKIDTESTTESTTEST"
	Secret = "a secret/that+nobody=tells"
	Bucket = "backups"
)

// pageSize is how many keys a list has before the next page.
const pageSize = 3

// Server is the store.
type Server struct {
	Address string
	// Fault is called with each request whose signature is right; where it answers it gives true. It may be nil.
	Fault func(w http.ResponseWriter, r *http.Request) bool

	mu      sync.Mutex
	objects map[string][]byte
	uploads map[string]*upload
	largest int
	count   int
}

type upload struct {
	key     string
	parts   map[int][]byte
	started time.Time
}

// New starts a store, which ends with the test.
func New(t testing.TB) *Server {
	s := &Server{objects: map[string][]byte{}, uploads: map[string]*upload{}}
	server := httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(server.Close)
	s.Address = server.URL
	return s
}

// Keys lists what there is, in order.
func (s *Server) Keys() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for key := range s.objects {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}

// Get gives what has a key, nil for none.
func (s *Server) Get(key string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return bytes.Clone(s.objects[key])
}

// Put sets what has a key; nil removes it.
func (s *Server) Put(key string, data []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if data == nil {
		delete(s.objects, key)
		return
	}
	s.objects[key] = bytes.Clone(data)
}

// Begun notes an upload in parts that somebody began at a time and never ended.
func (s *Server) Begun(key string, at time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count++
	s.uploads[fmt.Sprint("up", s.count)] = &upload{key, map[int][]byte{}, at}
}

// Unfinished is how many uploads in parts were neither ended nor given up.
func (s *Server) Unfinished() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.uploads)
}

// Largest is the length of the longest body that came.
func (s *Server) Largest() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.largest
}

// Refuse answers with an error of the store.
func Refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/xml")
	w.WriteHeader(status)
	fmt.Fprintf(w, "<Error><Code>%s</Code><Message>%s</Message></Error>", code, message)
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if code := wrongSignature(r, body); code != "" {
		Refuse(w, http.StatusForbidden, code, "of "+Key+" with "+r.Header.Get("Authorization"))
		return
	}
	bucket, key, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	s.mu.Lock()
	s.largest = max(s.largest, len(body))
	s.mu.Unlock()
	if s.Fault != nil && s.Fault(w, r) {
		return
	}
	if bucket != Bucket {
		Refuse(w, http.StatusNotFound, "NoSuchBucket", "none")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	q := r.URL.Query()
	switch {
	case q.Has("uploadId") || q.Has("uploads"):
		s.parts(w, r, key, body)
	case key == "":
		s.list(w, q.Get("prefix"), q.Get("continuation-token"))
	default:
		s.object(w, r, key, body)
	}
}

func (s *Server) object(w http.ResponseWriter, r *http.Request, key string, body []byte) {
	data, known := s.objects[key]
	switch {
	case r.Method == http.MethodPut:
		s.objects[key] = body
		w.Header().Set("ETag", Tag(body))
	case r.Method == http.MethodDelete:
		delete(s.objects, key)
		w.WriteHeader(http.StatusNoContent)
	case !known:
		Refuse(w, http.StatusNotFound, "NoSuchKey", "none")
	default:
		w.Header().Set("ETag", Tag(data))
		http.ServeContent(w, r, "", time.Unix(1e9, 0), bytes.NewReader(data))
	}
}

// Tag is the header ETag of a file.
func Tag(data []byte) string {
	sum := md5.Sum(data)
	return `"` + hex.EncodeToString(sum[:]) + `"`
}

func (s *Server) list(w http.ResponseWriter, prefix, token string) {
	type content struct {
		Key          string
		Size         int
		LastModified string
	}
	page := struct {
		XMLName               xml.Name `xml:"ListBucketResult"`
		EncodingType          string
		IsTruncated           bool
		NextContinuationToken string `xml:",omitempty"`
		Contents              []content
	}{EncodingType: "url"}
	after, _ := hex.DecodeString(token)
	var keys []string
	for key := range s.objects {
		rest, inside := strings.CutPrefix(key, prefix)
		if inside && !strings.Contains(rest, "/") && key > string(after) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	if len(keys) > pageSize {
		keys, page.IsTruncated = keys[:pageSize], true
		page.NextContinuationToken = hex.EncodeToString([]byte(keys[pageSize-1]))
	}
	for _, key := range keys {
		page.Contents = append(page.Contents, content{url.QueryEscape(key), len(s.objects[key]), "2026-01-02T03:04:05.000Z"})
	}
	_ = xml.NewEncoder(w).Encode(page)
}

func (s *Server) parts(w http.ResponseWriter, r *http.Request, key string, body []byte) {
	q := r.URL.Query()
	id := q.Get("uploadId")
	u := s.uploads[id]
	switch {
	case r.Method == http.MethodGet:
		s.listUploads(w, q.Get("prefix"))
	case r.Method == http.MethodPost && q.Has("uploads"):
		s.count++
		id = fmt.Sprint("up", s.count)
		s.uploads[id] = &upload{key, map[int][]byte{}, time.Now()}
		fmt.Fprintf(w, "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>", id)
	case u == nil || u.key != key:
		Refuse(w, http.StatusNotFound, "NoSuchUpload", "none")
	case r.Method == http.MethodPut:
		n, _ := strconv.Atoi(q.Get("partNumber"))
		u.parts[n] = body
		w.Header().Set("ETag", Tag(body))
	case r.Method == http.MethodDelete:
		delete(s.uploads, id)
		w.WriteHeader(http.StatusNoContent)
	default:
		s.complete(w, id, u, body)
	}
}

func (s *Server) complete(w http.ResponseWriter, id string, u *upload, body []byte) {
	var wish struct {
		Part []struct {
			PartNumber int
			ETag       string
		}
	}
	if err := xml.Unmarshal(body, &wish); err != nil {
		Refuse(w, http.StatusBadRequest, "MalformedXML", "none")
		return
	}
	var all []byte
	for n, p := range wish.Part {
		data, known := u.parts[p.PartNumber]
		if !known || strings.Trim(Tag(data), `"`) != strings.Trim(p.ETag, `"`) || p.PartNumber != n+1 {
			Refuse(w, http.StatusBadRequest, "InvalidPart", "none")
			return
		}
		all = append(all, data...)
	}
	s.objects[u.key] = all
	delete(s.uploads, id)
	fmt.Fprintf(w, `<CompleteMultipartUploadResult><Bucket>%s</Bucket><Key>x</Key><ETag>%s-%d</ETag></CompleteMultipartUploadResult>`,
		Bucket, strings.Trim(Tag(all), `"`), len(wish.Part))
}

func (s *Server) listUploads(w http.ResponseWriter, prefix string) {
	type one struct {
		Key, UploadId, Initiated string //nolint:revive // as the store spells it
	}
	page := struct {
		XMLName xml.Name `xml:"ListMultipartUploadsResult"`
		Upload  []one
	}{}
	for id, u := range s.uploads {
		if strings.HasPrefix(u.key, prefix) {
			page.Upload = append(page.Upload, one{u.key, id, u.started.UTC().Format(time.RFC3339)})
		}
	}
	_ = xml.NewEncoder(w).Encode(page)
}
