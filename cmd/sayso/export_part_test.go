package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// breaking is a server with so many statements, which answers that many requests and breaks the next ones off, all of them unless breaks says how many.
type breaking struct {
	*httptest.Server
	statements, answers int
	breaks              int
	asked               []string // cursors
	change              string   // the last change, which the server has in its feed
}

func newBreaking(t *testing.T, statements, answers int) *breaking {
	t.Helper()
	b := &breaking{statements: statements, answers: answers, change: `{"seq":7,"at":"2026-01-02T03:04:05Z"}`}
	b.Server = httptest.NewServer(http.HandlerFunc(b.answer))
	t.Cleanup(b.Close)
	return b
}

func (b *breaking) answer(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Query     string
		Variables struct {
			First int
			After string
		}
	}
	_ = json.NewDecoder(r.Body).Decode(&body)
	if strings.Contains(body.Query, "ExportChange") {
		_, _ = fmt.Fprintf(w, `{"data":{"changes":{"nodes":[%s]}}}`, b.change)
		return
	}
	if b.answers--; b.answers < 0 && (b.breaks == 0 || b.answers >= -b.breaks) {
		panic(http.ErrAbortHandler)
	}
	b.asked = append(b.asked, body.Variables.After)
	start, _ := strconv.Atoi(body.Variables.After)
	end := min(start+body.Variables.First, b.statements)
	var nodes []string
	for i := start; i < end; i++ {
		nodes = append(nodes, fmt.Sprintf(`{"id":"st_%d","quote":{"exact":"words <%d> & “so”"},"article":{"id":"art_1"},
			"asserts":[{"claim":{"id":"cl_%d","subject":{"id":"ent_a"},"object":{"id":"ent_b"}}}]}`, i, i, i))
	}
	_, _ = fmt.Fprintf(w, `{"data":{"statements":{"pageInfo":{"hasNextPage":%v,"endCursor":"%d"},"nodes":[%s]}}}`, end < b.statements, end,
		strings.Join(nodes, ","))
}

// TestExportGoesOn: an export of any form that breaks off is gone on with behind the pages that are there, also where the last of them was cut, and gives
// the file that one without a cut gives.
func TestExportGoesOn(t *testing.T) {
	for _, form := range []string{"csv", "jsonl", "parquet", "gexf", "ftm", "trig"} {
		folder := t.TempDir()
		whole, resumed := filepath.Join(folder, "whole"), filepath.Join(folder, "resumed")
		if code, _, errs := said("export", form, "--server", newBreaking(t, 350, 99).URL, "-o", whole); code != 0 {
			t.Fatalf("%s: %s", form, errs)
		}
		server := newBreaking(t, 350, 2)
		args := []string{"export", form, "--server", server.URL, "-o", resumed, "--patience", "0"}
		if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "200 statements are kept in "+resumed+".part: give --resume") {
			t.Fatalf("%s broken off: %d %s", form, code, errs)
		}
		text, err := os.ReadFile(resumed + ".part")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(resumed+".part", text[:len(text)-100], 0o600); err != nil {
			t.Fatal(err)
		}
		server.answers, server.asked = 99, nil
		if code, _, errs := said(append(args, "--where", `{"kind":{"eq":"SPEECH"}}`, "--resume")...); code != 1 || !strings.Contains(errs, "other conditions") {
			t.Errorf("%s with other conditions: %d %s", form, code, errs)
		}
		if code, _, errs := said(append(args, "--resume")...); code != 0 || strings.Join(server.asked, " ") != "100 200 300" {
			t.Fatalf("%s resumed: %d %s %v", form, code, errs, server.asked)
		}
		a, _ := os.ReadFile(whole)
		if b, _ := os.ReadFile(resumed); len(a) == 0 || string(a) != string(b) {
			t.Errorf("%s: %d bytes without a cut, %d with one", form, len(a), len(b))
		}
		if left, _ := filepath.Glob(resumed + ".*"); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// TestExportIsPatient: a page that does not come is asked for again.
func TestExportIsPatient(t *testing.T) {
	server := newBreaking(t, 350, 2)
	server.breaks = 1
	code, out, errs := said("export", "jsonl", "--server", server.URL)
	if code != 0 || strings.Count(out, "\n") != 350 || !strings.Contains(errs, "asked again in") {
		t.Errorf("%d, %d lines, %s", code, strings.Count(out, "\n"), errs)
	}
}
