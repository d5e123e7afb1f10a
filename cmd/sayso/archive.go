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
func (s serverFlag) fetchArchive(t terminal, name string, resume bool) error {
	if name == "-" {
		_, err := s.copyArchive(t, t.out, kg.ArchiveRef{})
		return err
	}
	mode := os.O_RDWR | os.O_CREATE | os.O_EXCL
	if resume {
		mode = os.O_RDWR | os.O_CREATE
	}
	file, err := os.OpenFile(name, mode, 0o600)
	if errors.Is(err, os.ErrExist) {
		return kg.Errorf(kg.Invalid, "%s is there already; give --resume to go on with it, or another --output", name)
	}
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	after, whole, err := lastWhole(file)
	if err == nil && !whole {
		_, err = s.copyArchive(t, file, after)
	}
	return errors.Join(err, file.Close())
}

// lastWhole cuts a partial line off the end of the file, goes there, and gives the node of the line before it, or says
// that nothing is missing.
func lastWhole(file *os.File) (after kg.ArchiveRef, all bool, err error) {
	var last []byte
	var whole int64
	lines := bufio.NewReaderSize(file, 1<<20)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		whole += int64(len(line))
		if number > 1 {
			last = bytes.Clone(line)
		} else if !bytes.Contains(line, []byte("saysoArchive")) {
			return after, false, kg.Errorf(kg.Invalid, "%s is no archive; give another --output", file.Name())
		}
	}
	if last == nil {
		whole = 0
	}
	if err := file.Truncate(whole); err != nil {
		return after, false, err
	}
	if _, err := file.Seek(whole, io.SeekStart); err != nil || last == nil {
		return after, false, err
	}
	return archive.LastRef(last)
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
	if err != nil {
		return n, kg.Because(err, kg.Unavailable, "the export broke off after %d MB; run the command again with --resume",
			n>>20)
	}
	return n, nil
}
