package main

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sayso/internal/export"
)

// brokenOff leaves a part of 200 statements beside a file, and gives the server, which answers again, and the arguments that go on with it.
func brokenOff(t *testing.T, form, file string) (server *breaking, resume []string) {
	t.Helper()
	server = newBreaking(t, 350, 2)
	args := []string{"export", form, "--server", server.URL, "-o", file, "--patience", "0"}
	if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "200 statements are kept") {
		t.Fatalf("broken off: %d %s", code, errs)
	}
	server.answers = 99
	return server, append(args, "--resume")
}

// refused runs an export that must fail with those words and change no file of the folder but by leaving it.
func refused(t *testing.T, folder, words string, args ...string) {
	t.Helper()
	before := contents(t, folder)
	code, _, errs := said(args...)
	if (code != 1 && code != 80) || !strings.Contains(errs, words) {
		t.Errorf("%v: %d %s; it was to say %q", args, code, errs, words)
	}
	for name, text := range before {
		if now := contents(t, folder)[name]; now != text {
			t.Errorf("%v changed %s from %d to %d bytes", args, name, len(text), len(now))
		}
	}
	if after := contents(t, folder); len(after) != len(before) {
		t.Errorf("%v left %d files instead of %d", args, len(after), len(before))
	}
}

// contents are the texts of a folder's files by their names.
func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		text, _ := os.ReadFile(filepath.Join(folder, e.Name()))
		out[e.Name()] = string(text)
	}
	return out
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestExportWritesOverNothingElse: what stands where a part or an archive is wanted and is none stays, with --resume and without.
func TestExportWritesOverNothingElse(t *testing.T) {
	server := newBreaking(t, 3, 99)
	for _, text := range []string{"Dear diary\n", "Dear diary", "{\"saysoArchive\":2,\"edition\":9,\"seq\":0}\n", "{\"saysoExp"[:3] + "x"} {
		folder := t.TempDir()
		file := filepath.Join(folder, "x.csv")
		write(t, file+".part", text)
		refused(t, folder, "move it away", "export", "csv", "--server", server.URL, "-o", file)
		refused(t, folder, "move it away", "export", "csv", "--server", server.URL, "-o", file, "--resume")
	}
	for _, text := range []string{"Dear diary\n", "Dear diary", "{\"saysoExportPart\":2}\n"} {
		folder := t.TempDir()
		file := filepath.Join(folder, "case.jsonl")
		write(t, file, text)
		refused(t, folder, "is there already", "export", "archive", "--server", server.URL, "-o", file)
		refused(t, folder, "is no archive", "export", "archive", "--server", server.URL, "-o", file, "--resume")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "case.jsonl")
	write(t, file, "{\"saysoArchive\":2,\"edition\":9,\"seq\":0}\n{\"label\":\nnonsense\n")
	refused(t, folder, "none of an archive", "export", "archive", "--server", server.URL, "-o", file, "--resume")
}

// TestExportToWhatIsNoFile: folders, devices, links into nothing and folders that cannot be written to are told before anything is fetched.
func TestExportToWhatIsNoFile(t *testing.T) {
	server := newBreaking(t, 350, 99)
	folder := t.TempDir()
	if err := os.Symlink(filepath.Join(folder, "gone"), filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	for _, form := range []string{"csv", "archive"} {
		for output, words := range map[string]string{folder: "is a folder; name a file in it", filepath.Join(folder, "link"): "give another --output",
			"/dev/null": "give - for standard output", filepath.Join(folder, "none", "x.csv"): "choose a folder that can be written to",
			"/sys/x.csv": "choose a folder that can be written to"} {
			args := []string{"export", form, "--server", server.URL, "-o", output}
			refused(t, folder, words, args...)
			refused(t, folder, words, append(args, "--resume")...)
		}
		refused(t, folder, "name a file with --output", "export", form, "--server", server.URL, "-o", "-", "--resume")
		refused(t, folder, "no length of time", "export", form, "--server", server.URL, "--patience", "-1")
		refused(t, folder, "less than nothing", "export", form, "--server", server.URL, "--patience", "-1s")
	}
	if len(server.asked) > 0 {
		t.Errorf("%d pages were fetched for nothing", len(server.asked))
	}
}

// TestExportFollowsNoLink: a part that is a link is not written to, where it leads to a part of another export, too. A file that is a link is
// replaced where it lies.
func TestExportFollowsNoLink(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "x.csv")
	_, args := brokenOff(t, "csv", file)
	if err := os.Rename(file+".part", filepath.Join(folder, "other")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("other", file+".part"); err != nil {
		t.Fatal(err)
	}
	refused(t, folder, "is a link or no file", args...)
	refused(t, folder, "is a link or no file", args[:len(args)-1]...)

	if err := os.Remove(file + ".part"); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "real.csv"), "old")
	if err := os.Symlink("real.csv", file); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := said(args...); code != 0 {
		t.Fatal(errs)
	}
	if info, err := os.Lstat(file); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if text := contents(t, folder)["real.csv"]; strings.Count(text, "\n") != 351 {
		t.Errorf("%d lines behind the link", strings.Count(text, "\n"))
	}
}

// TestExportGoesOnWithItsOwnGraphOnly: a part of another graph, or of one that was restored to an earlier state, is told and stays.
func TestExportGoesOnWithItsOwnGraphOnly(t *testing.T) {
	folder := t.TempDir()
	server, args := brokenOff(t, "csv", filepath.Join(folder, "x.csv"))
	before := server.change
	for _, change := range []string{"", `{"seq":7,"at":"2026-02-02T03:04:05Z"}`} {
		server.change = change
		refused(t, folder, "another graph than the server has now", args...)
	}
	server.change = before
	if code, _, errs := said(args...); code != 0 {
		t.Error(errs)
	}

	file := filepath.Join(folder, "case.jsonl")
	write(t, file, strings.Replace(archived[:strings.Index(archived, `{"saysoArchiveEnd"`)], `"seq":0`, `"seq":8`, 1))
	refused(t, folder, "another graph than the server has now", "export", "archive", "--server", server.URL, "-o", file, "--resume")
}

// TestExportKeepsAPartThatItDoesNotReach: without --resume a part is begun anew only once the server answers.
func TestExportKeepsAPartThatItDoesNotReach(t *testing.T) {
	folder := t.TempDir()
	server, args := brokenOff(t, "csv", filepath.Join(folder, "x.csv"))
	server.Close()
	refused(t, folder, "no server answers", args[:len(args)-1]...)
	refused(t, folder, "200 statements are kept", args...)
}

// TestExportByTwo: of two that write one file the second is told.
func TestExportByTwo(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "x.csv")
	_, args := brokenOff(t, "csv", file)
	p, err := openPart(file+".part", export.Selection{}, true)
	if err != nil {
		t.Fatal(err)
	}
	refused(t, folder, "another export is writing", args...)
	if err := p.close(true); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := said(args...); code != 0 {
		t.Error(errs)
	}
}

// TestExportToAFullDisk: what could be written is kept and counted, the rest is told to want room.
func TestExportToAFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("SKIPPED: this system has no /dev/full")
	}
	defer func() { _ = full.Close() }()
	file := filepath.Join(t.TempDir(), "x.csv")
	server, _ := brokenOff(t, "csv", file)
	p, err := openPart(file+".part", export.Selection{}, true)
	if err != nil {
		t.Fatal(err)
	}
	p.to = bufio.NewWriter(full)
	var errs strings.Builder
	at := terminal{context.Background(), nil, nil, &errs}
	c := &exportCommand{serverFlag: serverFlag{Server: server.URL}, Timeout: 1 << 40}
	err = p.fetch(c, at)
	if !errors.Is(err, syscall.ENOSPC) || p.statements != 200 {
		t.Errorf("%v, %d statements", err, p.statements)
	}
	if told := message(p.kept(at, err)); !strings.Contains(told, "200 statements are kept in "+file+".part: make room on the disk") {
		t.Error(told)
	}
	if err := p.close(true); err != nil {
		t.Error(err)
	}
}

// TestExportCutInItsFirstLine: a part that was cut in its first line holds nothing, and is begun anew.
func TestExportCutInItsFirstLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.csv")
	server, args := brokenOff(t, "csv", file)
	for _, text := range []string{"", `{"say`, `{"saysoExportPart":2,"whi`} {
		write(t, file+".part", text)
		server.asked = nil
		if code, _, errs := said(args...); code != 0 || len(server.asked) != 4 {
			t.Errorf("%q: %d %s, %d pages", text, code, errs, len(server.asked))
		}
	}
	write(t, file+".part", `{"saysoExportPart":1,"which":{}}`+"\n")
	if code, _, errs := said(args...); code != 1 || !strings.Contains(errs, "another version") {
		t.Errorf("%d %s", code, errs)
	}
}
