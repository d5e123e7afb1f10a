package access

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// logged writes n entries, a minute apart, of Ada and Bo in turn; every tenth was refused, every fifteenth failed.
func logged(t *testing.T, n int) *Audit {
	t.Helper()
	c := &clock{time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)}
	audit, err := OpenAudit(filepath.Join(t.TempDir(), AuditFile), c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = audit.Close() })
	for i := range n {
		e := Entry{What: "mutation review", About: fmt.Sprintf("st_%d", i)}
		if i%10 == 0 {
			e.Refused, e.From = "needs the role curator", "192.0.2.7:1"
		}
		if i%15 == 0 {
			e.Failed = "no such statement"
		}
		who := Principal{Name: []string{"Ada", "Bo"}[i%2], Key: fmt.Sprintf("key%d", i%2)}
		audit.Write(With(context.Background(), who), e)
		c.at = c.at.Add(time.Minute)
	}
	return audit
}

func TestSearch(t *testing.T) {
	audit := logged(t, 300)
	for query, want := range map[string]struct {
		n     int
		first string // what the newest is about
	}{
		"":                              {100, "st_299"},
		"first=1000":                    {300, "st_299"},
		"first=3":                       {3, "st_299"},
		"who=ada":                       {100, "st_298"},
		"who=KEY1&first=1000":           {150, "st_299"},
		"about=st_7":                    {11, "st_79"},
		"what=ingest":                   {0, ""},
		"refused=true":                  {30, "st_290"},
		"failed=true":                   {20, "st_285"},
		"failed=true&refused=true":      {40, "st_290"},
		"who=192.0.2.7":                 {30, "st_290"},
		"since=2026-11-29T04:00:00Z":    {60, "st_299"},
		"until=2026-11-29T00:10:00Z":    {10, "st_9"},
		"since=2026-11-30":              {0, ""},
		"who=bo&refused=true":           {0, ""},
		"first=2&before=999999999":      {2, "st_299"},
		"who=ada&what=review&about=298": {1, "st_298"},
	} {
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		s, err := ReadSought(values)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		found, err := Search(audit.file.Name(), s)
		if err != nil || len(found.Entries) != want.n || (want.n > 0 && found.Entries[0].About != want.first) || found.Damaged != 0 {
			t.Errorf("%s: %d entries, %v", query, len(found.Entries), err)
		}
	}
}

// TestSearchPages: pages hold each entry once, over the borders of what is read at a time, with lines between that are no entries.
func TestSearchPages(t *testing.T) {
	audit := logged(t, 4000) // some 600 kB
	file, err := os.OpenFile(audit.file.Name(), os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = file.WriteString("no entry\n{\"at\": 7}\n" + strings.Repeat("x", 3*blockRead) + "\n{\"at\":\"2026-12-01T00:00:00Z\",\"what\":\"last")
	_ = file.Close()
	seen, damaged, s := map[string]int{}, 0, Sought{First: 700}
	for range 10 {
		found, err := Search(audit.file.Name(), s)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range found.Entries {
			seen[e.About]++
		}
		damaged += found.Damaged
		if s.Before = found.More; s.Before == 0 {
			break
		}
	}
	for i := range 4000 {
		if n := seen[fmt.Sprintf("st_%d", i)]; n != 1 {
			t.Fatalf("st_%d was found %d times", i, n)
		}
	}
	if len(seen) != 4000 || damaged < 3 {
		t.Errorf("%d entries, %d damaged lines", len(seen), damaged)
	}
}

func TestSearchAddress(t *testing.T) {
	audit := logged(t, 20)
	for query, want := range map[string]struct {
		code int
		says string
	}{
		"first=2": {200, `"more":`}, "first=0": {400, "from 1 to 1000"}, "first=x": {400, "from 1 to 1000"}, "first=1001": {400, "from 1 to 1000"},
		"since=yesterday": {400, "2026-11-29"}, "refused=maybe": {400, "true or false"}, "before=-1": {400, "as more"}, "before=x": {400, "as more"},
	} {
		w := httptest.NewRecorder()
		audit.Search(w, httptest.NewRequest(http.MethodGet, AuditPath+"?"+query, nil).WithContext(With(context.Background(), Principal{Name: "Root", Key: "r", Role: Admin})))
		if w.Code != want.code || !strings.Contains(w.Body.String(), want.says) {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
	found, err := Search(audit.file.Name(), Sought{Who: "root"})
	if err != nil || len(found.Entries) != 1 || found.Entries[0].What != "GET /audit" || found.Entries[0].About != "first=2" {
		t.Errorf("the search itself: %+v %v", found, err)
	}
	if none, err := Search(filepath.Join(t.TempDir(), "none"), Sought{}); err != nil || len(none.Entries) != 0 {
		t.Errorf("without a log: %v %v", none, err)
	}
}
