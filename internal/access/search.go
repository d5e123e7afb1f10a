package access

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"sayso/internal/kg"
)

// AuditPath is where admins search the audit log.
const AuditPath = "/audit"

// Sought says which entries of the audit log are wanted; what is zero is not asked for.
type Sought struct {
	Who, What, About string    // parts of these, in any case; Who also of the key's id and the address
	Since, Until     time.Time // from, and before
	Refused, Failed  bool      // only what was refused, only what failed; both: either
	First            int       // how many at most, 1 to 1000; 0 means 100
	Before           int64     // where in the file to go on, as Found.More says; 0 means its end
}

// Found are entries, the newest first.
type Found struct {
	Entries []Entry `json:"entries"`
	// More is where to go on when more may fit, 0 when all was looked at.
	More    int64 `json:"more,omitempty"`
	Damaged int   `json:"damaged,omitempty"` // lines that are no entries: somebody has written there
}

// mostSought and mostRead bound what one search gives and reads.
const (
	mostSought  = 1000
	usualSought = 100
	mostRead    = 64 << 20 // bytes
	blockRead   = 256 << 10
	longestLine = 16 << 10 // that Write writes is far shorter
)

// ReadSought reads what is wanted from the parameters of an address: who, what, about, since, until, refused, failed,
// first, before.
func ReadSought(query url.Values) (Sought, error) {
	s := Sought{Who: query.Get("who"), What: query.Get("what"), About: query.Get("about"), First: usualSought}
	var err error
	for name, to := range map[string]*time.Time{"since": &s.Since, "until": &s.Until} {
		if text := query.Get(name); text != "" {
			if *to, err = ReadMoment(name, text); err != nil {
				return s, err
			}
		}
	}
	for name, to := range map[string]*bool{"refused": &s.Refused, "failed": &s.Failed} {
		if text := query.Get(name); text != "" {
			if *to, err = strconv.ParseBool(text); err != nil {
				return s, kg.Errorf(kg.Invalid, "%s is %q; write true or false", name, text)
			}
		}
	}
	if text := query.Get("first"); text != "" {
		if s.First, err = strconv.Atoi(text); err != nil || s.First < 1 || s.First > mostSought {
			return s, kg.Errorf(kg.Invalid, "first is %q; write a number from 1 to %d", text, mostSought)
		}
	}
	if text := query.Get("before"); text != "" {
		if s.Before, err = strconv.ParseInt(text, 10, 64); err != nil || s.Before < 1 {
			return s, kg.Errorf(kg.Invalid, "before is %q; write the number that the answer before gave as more", text)
		}
	}
	return s, nil
}

// ReadMoment reads a moment, or a day as its first one. The error names what was to be one, and says what to write.
func ReadMoment(name, text string) (time.Time, error) {
	if at, err := time.Parse(time.DateOnly, text); err == nil {
		return at, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		err = kg.Errorf(kg.Invalid, "%s is %q; write a moment as 2026-11-29T12:00:00Z or a day as 2026-11-29", name, text)
	}
	return at, err
}

// fits reports whether an entry is wanted.
func (s Sought) fits(e Entry) bool {
	has := func(part string, texts ...string) bool {
		return part == "" || strings.Contains(strings.ToLower(strings.Join(texts, "\n")), strings.ToLower(part))
	}
	if (!s.Since.IsZero() && e.At.Before(s.Since)) || (!s.Until.IsZero() && !e.At.Before(s.Until)) {
		return false
	}
	fitting := !s.Refused && !s.Failed
	fitting = fitting || (s.Refused && e.Refused != "")
	fitting = fitting || (s.Failed && e.Failed != "")
	if !fitting {
		return false
	}
	return has(s.Who, e.Who, e.Key, e.From) && has(s.What, e.What) && has(s.About, e.About)
}

// Search looks through an audit log from its end.
func Search(path string, s Sought) (Found, error) {
	found := Found{Entries: []Entry{}}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return found, nil
	}
	if err != nil {
		return found, kg.Because(err, kg.Unavailable, "the audit log %s cannot be read", path)
	}
	defer func() { _ = file.Close() }()
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return found, kg.Because(err, kg.Unavailable, "the audit log %s cannot be read", path)
	}
	if s.Before > 0 {
		size = min(size, s.Before)
	}
	if s.First == 0 {
		s.First = usualSought
	}
	return s.backwards(file, size, found)
}

// backwards reads the lines before end, the last first.
func (s Sought) backwards(file io.ReaderAt, end int64, found Found) (Found, error) {
	var rest []byte // the beginning of a line whose end was read
	for at := end; at > 0; {
		n := min(at, blockRead)
		block := make([]byte, n, int(n)+len(rest))
		if _, err := file.ReadAt(block, at-n); err != nil && !errors.Is(err, io.EOF) {
			return found, kg.Because(err, kg.Unavailable, "the audit log cannot be read")
		}
		block, at = append(block, rest...), at-n
		for {
			cut := bytes.LastIndexByte(block, '\n')
			if cut < 0 && at > 0 {
				break
			}
			s.take(block[cut+1:], &found)
			if cut < 0 {
				return found, nil
			}
			block = block[:cut]
			stop := at + int64(cut) + 1
			if len(found.Entries) == s.First || (end-stop > mostRead && stop > 0) {
				found.More = stop
				return found, nil
			}
		}
		if len(block) > longestLine { // not ours
			found.Damaged++
			block = nil
		}
		rest = bytes.Clone(block)
	}
	return found, nil
}

// take keeps a line's entry if it fits.
func (s Sought) take(line []byte, found *Found) {
	if len(bytes.TrimSpace(line)) == 0 {
		return
	}
	var e Entry
	if err := json.Unmarshal(line, &e); err != nil || e.At.IsZero() {
		found.Damaged++
		return
	}
	if s.fits(e) {
		found.Entries = append(found.Entries, e)
	}
}

// Search answers AuditPath. That somebody has searched is an entry too.
func (a *Audit) Search(w http.ResponseWriter, r *http.Request) {
	s, err := ReadSought(r.URL.Query())
	var found Found
	if err == nil {
		found, err = Search(a.file.Name(), s)
	}
	var own *kg.Error
	switch {
	case errors.As(err, &own) && own.Code == kg.Invalid:
		write(w, http.StatusBadRequest, own)
	case errors.As(err, &own):
		write(w, http.StatusServiceUnavailable, own)
	default:
		a.Write(r.Context(), Entry{What: "GET " + AuditPath, About: r.URL.RawQuery})
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		_ = json.NewEncoder(w).Encode(found)
	}
}
