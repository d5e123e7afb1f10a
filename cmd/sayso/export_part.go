package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"reflect"

	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/kg"
)

// part is a file of what an export has fetched so far: a line that says which statements, then a line for each page.
// It is of no form, so that every form can be gone on with.
type part struct {
	file *os.File
	to   *bufio.Writer
	// after is the cursor behind the last page that is there; whole says that no page is missing.
	after      string
	whole      bool
	statements int
}

// partHead is the first line of a part.
type partHead struct {
	Version int              `json:"saysoExportPart"`
	Which   export.Selection `json:"which"`
}

const partVersion = 1

// openPart opens the part of that name. What a run before has left there counts only where it is to be gone on with.
func openPart(name string, which export.Selection, resume bool) (*part, error) {
	mode := os.O_RDWR | os.O_CREATE
	if !resume {
		mode |= os.O_TRUNC
	}
	file, err := os.OpenFile(name, mode, 0o600)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	p := &part{file: file}
	if err := p.begin(which); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return p, nil
}

// begin reads what is there, cuts a partial line off its end, and makes ready to write behind it.
func (p *part) begin(which export.Selection) error {
	lines := bufio.NewReaderSize(p.file, 1<<20)
	first, err := lines.ReadBytes('\n')
	if len(first) == 0 || err != nil { // nothing, or not even the first line is whole
		return p.anew(which)
	}
	if err := p.mustBe(first, which); err != nil {
		return err
	}
	end := int64(len(first))
	for {
		line, err := lines.ReadBytes('\n')
		var page export.Page
		if err != nil || json.Unmarshal(line, &page) != nil {
			break
		}
		end += int64(len(line))
		p.after, p.whole = page.After, page.After == ""
		p.statements += len(page.Nodes)
	}
	if err := p.file.Truncate(end); err != nil {
		return err
	}
	_, err = p.file.Seek(end, io.SeekStart)
	p.to = bufio.NewWriterSize(p.file, 1<<20)
	return err
}

func (p *part) anew(which export.Selection) error {
	if err := p.file.Truncate(0); err != nil {
		return err
	}
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	p.to = bufio.NewWriterSize(p.file, 1<<20)
	return p.line(partHead{partVersion, which})
}

// mustBe refuses to go on with a part of other statements than those wanted.
func (p *part) mustBe(first []byte, which export.Selection) error {
	var there, wanted partHead
	if err := json.Unmarshal(first, &there); err != nil || there.Version != partVersion {
		return kg.Errorf(kg.Invalid, "%s is nothing that an export of this version has left; remove it, and export "+
			"without --resume", p.file.Name())
	}
	text, err := json.Marshal(partHead{partVersion, which})
	if err == nil {
		err = json.Unmarshal(text, &wanted)
	}
	if err == nil && !reflect.DeepEqual(there, wanted) {
		return kg.Errorf(kg.Invalid, "%s was begun with other conditions; repeat those with --resume, or begin anew "+
			"without it", p.file.Name())
	}
	return err
}

func (p *part) line(value any) error {
	text, err := json.Marshal(value)
	if err == nil {
		_, err = p.to.Write(append(text, '\n'))
	}
	return err
}

// fetch adds the pages that are missing.
func (p *part) fetch(c *exportCommand, t terminal, which export.Selection) (err error) {
	if p.whole {
		return nil
	}
	defer func() { err = errors.Join(err, p.to.Flush()) }()
	for page, err := range export.Pages(t.ctx, operations.Export, c.asking(t), which, p.after) {
		if err != nil {
			return err
		}
		if err := p.line(page); err != nil {
			return err
		}
		if before := p.statements; (before+len(page.Nodes))/toldStatements > before/toldStatements {
			fmt.Fprintf(t.err, "%d statements\n", before+len(page.Nodes))
		}
		p.statements += len(page.Nodes)
		p.after, p.whole = page.After, page.After == ""
	}
	return nil
}

// pages are those that are there, each time from the first on.
func (p *part) pages() iter.Seq2[export.Page, error] {
	return func(yield func(export.Page, error) bool) {
		if _, err := p.file.Seek(0, io.SeekStart); err != nil {
			yield(export.Page{}, err)
			return
		}
		lines := bufio.NewReaderSize(p.file, 1<<20)
		for number := 0; ; number++ {
			line, err := lines.ReadBytes('\n')
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil && number == 0 {
				continue
			}
			var page export.Page
			if err == nil {
				err = json.NewDecoder(bytes.NewReader(line)).Decode(&page)
			}
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// close closes the file, and removes it unless it is kept.
func (p *part) close(keep bool) error {
	err := p.file.Close()
	if !keep {
		err = errors.Join(err, os.Remove(p.file.Name()))
	}
	return err
}
