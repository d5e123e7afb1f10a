package bucket

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/minio/minio-go/v7"

	"sayso/internal/backup"
	"sayso/internal/backup/bucket/buckettest"
	"sayso/internal/kg"
)

var (
	ctx = context.Background()
	at  = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
)

const testPart = 1000

func TestMain(m *testing.M) {
	minio.DefaultRetryUnit, minio.DefaultRetryCap = time.Millisecond, 5*time.Millisecond
	m.Run()
}

func open(t *testing.T, s *buckettest.Server, address string) *Place {
	t.Helper()
	p, err := Open(address, Options{Endpoint: s.Address, Key: buckettest.Key, Secret: buckettest.Secret, PartSize: testPart})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func name(hours int) string {
	return backup.Name(at.Add(time.Duration(hours)*time.Hour), time.Time{}, false)
}

// content is something to write, n bytes long.
func content(n int) []byte {
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(i*i + i>>8)
	}
	return out
}

// create writes a backup in pieces of several sizes.
func create(p *Place, name string, data []byte) error {
	return p.Create(ctx, name, func(w io.Writer) error {
		for n := 1; len(data) > 0; n = n*2%777 + 1 {
			some := min(n, len(data))
			if _, err := w.Write(data[:some]); err != nil {
				return err
			}
			data = data[some:]
		}
		return nil
	})
}

func read(p *Place, name string) ([]byte, error) {
	in, err := p.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }()
	return io.ReadAll(in)
}

// TestWhatIsWrittenIsRead: files of any number of parts come back, are listed over pages by time, and go when they are removed; nothing else is listed.
func TestWhatIsWrittenIsRead(t *testing.T) {
	s := buckettest.New(t)
	for _, address := range []string{"s3://backups", "s3://backups/nightly/of sayso/"} {
		p := open(t, s, address)
		sizes := []int{1, testPart - 1, testPart, testPart + 1, 3 * testPart, 3*testPart + 7}
		for i, size := range sizes {
			if err := create(p, name(i), content(size)); err != nil {
				t.Fatal(size, err)
			}
			if got, err := read(p, name(i)); err != nil || !bytes.Equal(got, content(size)) {
				t.Errorf("%d bytes: %v, %d come back", size, err, len(got))
			}
		}
		for _, key := range []string{"notes.txt", "sub/" + name(1), name(1) + ".part", "../" + name(1), name(2) + "\n", "sayso-\x1b[31m.jsonl.zst", "<&>"} {
			s.Put(p.prefix+key, []byte("x"))
		}
		kept, err := p.Kept(ctx)
		if err != nil || len(kept) != len(sizes) {
			t.Fatal(kept, err)
		}
		for i, f := range kept {
			if f.Name != name(i) || f.Bytes != int64(sizes[i]) {
				t.Errorf("%d: %+v", i, f)
			}
		}
		if err := errors.Join(p.Remove(ctx, name(0)), p.Remove(ctx, name(0))); err != nil {
			t.Error(err)
		}
		if kept, err := p.Kept(ctx); err != nil || len(kept) != len(sizes)-1 {
			t.Error(kept, err)
		}
	}
	if s.Unfinished() != 0 || s.Largest() > testPart {
		t.Errorf("%d uploads are left, the largest body had %d bytes", s.Unfinished(), s.Largest())
	}
}

// TestSmallFiles: the list beside the backups is none at first, then what was written last.
func TestSmallFiles(t *testing.T) {
	p := open(t, buckettest.New(t), "s3://backups/a")
	if data, err := p.ReadFile(ctx, "forgotten.jsonl"); data != nil || err != nil {
		t.Error(data, err)
	}
	for _, text := range []string{"one", "another"} {
		if err := p.WriteFile(ctx, "forgotten.jsonl", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if data, err := p.ReadFile(ctx, "forgotten.jsonl"); string(data) != text || err != nil {
			t.Error(string(data), err)
		}
	}
}

// TestOnlyWhole: what was broken off has no name and leaves no parts, whoever broke it off, and wherever.
func TestOnlyWhole(t *testing.T) {
	s := buckettest.New(t)
	p := open(t, s, "s3://backups/a")
	for _, size := range []int{0, 10, testPart, 5*testPart + 1} {
		for _, cause := range []error{io.ErrUnexpectedEOF, io.EOF, errors.New("broken")} {
			err := p.Create(ctx, name(0), func(w io.Writer) error {
				_, err := w.Write(content(size))
				return errors.Join(err, cause)
			})
			if !errors.Is(err, cause) || len(s.Keys()) != 0 || s.Unfinished() != 0 {
				t.Errorf("%d bytes, %v: %v, %v, %d uploads", size, cause, err, s.Keys(), s.Unfinished())
			}
		}
	}
	interrupted, stop := context.WithCancel(ctx)
	err := p.Create(interrupted, name(0), func(w io.Writer) error {
		_, _ = w.Write(content(2 * testPart))
		stop()
		_, err := w.Write(content(2 * testPart))
		return err
	})
	if !errors.Is(err, context.Canceled) || len(s.Keys()) != 0 || s.Unfinished() != 0 {
		t.Errorf("interrupted: %v, %v, %d uploads", err, s.Keys(), s.Unfinished())
	}
	if err := create(p, name(0), content(5)); err != nil {
		t.Fatal(err)
	}
	if err := create(p, name(0), content(6)); kg.CodeOf(err) != kg.Conflict || len(s.Get("a/"+name(0))) != 5 {
		t.Errorf("over what is there: %v", err)
	}
	s.Begun("a/"+name(7), time.Now().Add(-30*24*time.Hour))
	s.Begun("a/"+name(8), time.Now())
	s.Begun("a/other", time.Now().Add(-30*24*time.Hour))
	if err := create(p, name(1), content(5)); err != nil || s.Unfinished() != 2 {
		t.Errorf("%v: of three uploads %d are left", err, s.Unfinished())
	}
}

// fails answers the first n requests of one kind with a fault.
func fails(n int32, which func(*http.Request) bool, with func(http.ResponseWriter)) func(http.ResponseWriter, *http.Request) bool {
	var seen atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) bool {
		if !which(r) || seen.Add(1) > n {
			return false
		}
		with(w)
		return true
	}
}

func cutOff(http.ResponseWriter) { panic(http.ErrAbortHandler) }

func busy(w http.ResponseWriter) {
	buckettest.Refuse(w, http.StatusServiceUnavailable, "SlowDown", "x")
}

func ofPart(n int) func(*http.Request) bool {
	return func(r *http.Request) bool { return r.URL.Query().Get("partNumber") == fmt.Sprint(n) }
}

// TestFaultsThatPass: a part that fails twice, a cut connection, an answer that was lost: the upload is whole in the end.
func TestFaultsThatPass(t *testing.T) {
	data := content(4*testPart + 1)
	completes := func(r *http.Request) bool { return r.Method == http.MethodPost && r.URL.Query().Has("uploadId") }
	for what, fault := range map[string]func(http.ResponseWriter, *http.Request) bool{
		"a part fails twice":   fails(2, ofPart(3), busy),
		"a slow store":         func(http.ResponseWriter, *http.Request) bool { time.Sleep(50 * time.Millisecond); return false },
		"a part is cut":        fails(2, ofPart(2), cutOff),
		"no end at first":      fails(1, completes, busy),
		"no beginning":         fails(2, func(r *http.Request) bool { return r.Method == http.MethodPost }, busy),
		"a cut look":           fails(2, func(r *http.Request) bool { return r.Method == http.MethodHead }, cutOff),
		"sweeping not allowed": fails(9, func(r *http.Request) bool { return r.Method == http.MethodGet }, func(w http.ResponseWriter) { buckettest.Refuse(w, 403, "AccessDenied", "") }),
	} {
		s := buckettest.New(t)
		s.Fault = fault
		if err := create(open(t, s, "s3://backups/a"), name(0), data); err != nil || !bytes.Equal(s.Get("a/"+name(0)), data) || s.Unfinished() != 0 {
			t.Errorf("%s: %v, %d bytes", what, err, len(s.Get("a/"+name(0))))
		}
	}
}

// TestLostAnswer: where the store ended an upload and its answer was lost, the backup is there.
func TestLostAnswer(t *testing.T) {
	s := buckettest.New(t)
	p := open(t, s, "s3://backups/a")
	s.Fault = func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method != http.MethodPost || !r.URL.Query().Has("uploadId") {
			return false
		}
		s.Put("a/"+name(0), content(2*testPart)) // the store did it, and knows the upload no more
		buckettest.Refuse(w, http.StatusNotFound, "NoSuchUpload", "x")
		return true
	}
	if err := create(p, name(0), content(2*testPart)); err != nil || len(s.Keys()) != 1 {
		t.Errorf("%v %v", err, s.Keys())
	}
	if err := create(p, name(1), content(3*testPart)); err == nil || slices.Contains(s.Keys(), "a/"+name(1)) {
		t.Errorf("another length: %v %v", err, s.Keys())
	}
}

// TestDownloadGoesOn: a download that is cut or stalls goes on where it was, and only in the same file.
func TestDownloadGoesOn(t *testing.T) {
	was := idle
	idle = 200 * time.Millisecond
	t.Cleanup(func() { idle = was })
	s, data := buckettest.New(t), content(100_000)
	s.Put("a/"+name(0), data)
	p := open(t, s, "s3://backups/a")
	var cuts atomic.Int32
	halting := func(stall bool, changed bool) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if cuts.Add(1) > 3 {
				return false
			}
			var from int
			_, _ = fmt.Sscanf(r.Header.Get("Range"), "bytes=%d-", &from)
			w.Header().Set("Content-Length", fmt.Sprint(len(data)-from))
			w.Header().Set("Last-Modified", at.Format(http.TimeFormat))
			w.Header().Set("ETag", buckettest.Tag(s.Get("a/"+name(0))))
			if from > 0 {
				w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", from, len(data)-1, len(data)))
				w.WriteHeader(http.StatusPartialContent)
			}
			_, _ = w.Write(data[from : from+20_000])
			_ = http.NewResponseController(w).Flush()
			if stall {
				<-r.Context().Done()
			}
			if changed {
				s.Put("a/"+name(0), content(99_999))
				cuts.Add(9)
			}
			panic(http.ErrAbortHandler)
		}
	}
	for what, stall := range map[string]bool{"cut": false, "stalled": true} {
		cuts.Store(0)
		s.Fault = halting(stall, false)
		if got, err := read(p, name(0)); err != nil || !bytes.Equal(got, data) || cuts.Load() != 4 {
			t.Errorf("%s: %v, %d bytes, %d requests", what, err, len(got), cuts.Load())
		}
	}
	cuts.Store(0)
	s.Fault = halting(false, true)
	if got, err := read(p, name(0)); kg.CodeOf(err) != kg.Conflict {
		t.Errorf("of another file: %v, %d bytes", err, len(got))
	}
	s.Fault = fails(1000, func(r *http.Request) bool { return r.Method == http.MethodGet }, cutOff)
	if _, err := read(p, name(0)); kg.CodeOf(err) != kg.Unavailable {
		t.Errorf("always cut: %v", err)
	}
}
