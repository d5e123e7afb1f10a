package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"syscall"

	"sayso/internal/archive"
	"sayso/internal/kg"
)

func (s serverFlag) address(path string) string { return strings.TrimRight(s.Server, "/") + path }

// do sends a request and gives the body of its answer, or the error that the answer tells.
func (s serverFlag) do(request *http.Request) (io.ReadCloser, error) {
	response, err := s.send(request)
	if err != nil {
		return nil, s.unanswered(err)
	}
	if response.StatusCode == http.StatusOK {
		return response.Body, nil
	}
	defer func() { _ = response.Body.Close() }()
	text, _ := io.ReadAll(io.LimitReader(response.Body, largestAnswer))
	if err := decodeAnswer(s.Server, response.Status, text, &json.RawMessage{}); err != nil {
		return nil, err
	}
	return nil, kg.Errorf(kg.Unavailable, "%s answers %s", s.Server, response.Status)
}

// counted tells of every ten megabytes that were read.
type counted struct {
	in         io.Reader
	size, done int64
	err        io.Writer
}

const told = 10 << 20

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	before := c.done / told
	if c.done += int64(n); c.done/told > before {
		of := ""
		if c.size > 0 {
			of = fmt.Sprintf(" of %d", c.size>>20)
		}
		fmt.Fprintf(c.err, "%d%s MB\n", c.done>>20, of)
	}
	return n, err
}

// fetchArchive writes the server's archive to the file, behind what a run before has left there. Whole lines alone
// count: a partial one at the end is written anew.
func (c *exportCommand) fetchArchive(t terminal) error {
	if c.Output == "-" {
		_, err := c.copyArchive(t, t.out, kg.ArchiveRef{})
		return err
	}
	name, err := destination(c.Output)
	if err != nil {
		return err
	}
	lock, err := holdAlone(name)
	if err != nil {
		return err
	}
	defer func() { _ = errors.Join(os.Remove(lock.Path()), lock.Close()) }()
	if _, err := os.Lstat(name); err == nil && !c.Resume {
		return kg.Errorf(kg.Invalid, "%s is there already; give --resume to go on with it, or another --output", name)
	}
	file, err := openRegular(name)
	if err != nil {
		return err
	}
	begun, err := readBegun(file)
	if err == nil && !begun.all {
		err = c.continueArchive(t, file, begun)
	}
	return errors.Join(err, file.Close())
}

// continueArchive writes what is missing behind what was begun.
func (c *exportCommand) continueArchive(t terminal, file *os.File, begun begunArchive) error {
	if begun.whole > 0 && begun.seq > 0 {
		now, err := askChange(t.ctx, c.asking(t), 0)
		if err != nil {
			return err
		}
		if now.Seq < begun.seq {
			return kg.Errorf(kg.Conflict, "%s was begun with another graph than the server has now, which was restored "+
				"meanwhile or is another server's; begin anew with another --output", file.Name())
		}
	}
	if err := file.Truncate(begun.whole); err != nil {
		return err
	}
	if _, err := file.Seek(begun.whole, io.SeekStart); err != nil {
		return err
	}
	_, err := c.copyArchive(t, file, begun.after)
	return err
}

// begunArchive is what a run before has left: seq is the graph's last change then, after the node of the last whole
// line, whole where that line ends; all says that nothing is missing.
type begunArchive struct {
	seq   int
	after kg.ArchiveRef
	whole int64
	all   bool
}

// archiveMark is how the first line of every archive begins.
const archiveMark = `{"saysoArchive":`

// readBegun reads what is in the file, which is an archive's beginning or nothing.
func readBegun(file *os.File) (b begunArchive, err error) {
	lines := bufio.NewReaderSize(file, 1<<20)
	first, cut := lines.ReadBytes('\n')
	if !bytes.HasPrefix(first, []byte(archiveMark)[:min(len(first), len(archiveMark))]) {
		return b, kg.Errorf(kg.Invalid, "%s is no archive; give another --output", file.Name())
	}
	if cut != nil {
		return b, nil //nolint:nilerr // not even the first line is whole: all is fetched
	}
	if _, b.seq, err = archive.Ends(first); err != nil {
		return b, kg.Errorf(kg.Invalid, "%s is no archive; give another --output", file.Name())
	}
	var last []byte
	whole := int64(len(first))
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		whole += int64(len(line))
		last = line
	}
	if last == nil {
		return b, nil
	}
	if b.after, b.all, err = archive.LastRef(last); err != nil {
		return b, kg.Errorf(kg.Invalid, "the last line of %s is none of an archive; give another --output", file.Name())
	}
	b.whole = whole
	return b, nil
}

func (s serverFlag) copyArchive(t terminal, out io.Writer, after kg.ArchiveRef) (int64, error) {
	address := s.address("/export/archive.jsonl")
	if after.Label != "" {
		address += "?after=" + url.QueryEscape(after.Label+"/"+after.Key)
	}
	request, err := http.NewRequestWithContext(t.ctx, http.MethodGet, address, nil)
	if err != nil {
		return 0, kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", s.Server)
	}
	body, err := s.do(request)
	if err != nil {
		return 0, err
	}
	defer func() { _ = body.Close() }()
	n, err := io.Copy(out, &counted{in: body, size: -1, err: t.err})
	if errors.Is(err, syscall.ENOSPC) {
		return n, kg.Because(err, kg.Unavailable, "the disk was full after %d MB; make room, and run the command again "+
			"with --resume", n>>20)
	}
	if err != nil {
		return n, kg.Because(err, kg.Unavailable, "the export broke off after %d MB; run the command again with --resume",
			n>>20)
	}
	return n, nil
}
