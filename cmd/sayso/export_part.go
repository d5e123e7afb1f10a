package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"reflect"

	"github.com/gofrs/flock"

	"sayso/graph/operations"
	"sayso/internal/export"
	"sayso/internal/kg"
)

// part is a file of what an export has fetched so far: a line that says which statements of which graph, then a line
// for each page. It is of no form, so that every form can be gone on with.
type part struct {
	file *os.File
	lock *flock.Flock
	to   *bufio.Writer
	head partHead
	// after is the cursor behind the last page that is there; whole says that no page is missing.
	after      string
	whole      bool
	statements int
	// old says that what another run left is there, and that this one has not begun to write over it yet.
	old bool
}

// partHead is the first line of a part.
type partHead struct {
	Version int              `json:"saysoExportPart"`
	Which   export.Selection `json:"which"`
	Graph   lastChange       `json:"graph"`
}

// partMark is how the first line of every part begins.
const partMark = `{"saysoExportPart":`

const partVersion = 2

// openPart opens the part of that name, which no other export may hold. What a run before has left there counts only
// where it is to be gone on with; what is no part at all is never written over.
func openPart(name string, which export.Selection, resume bool) (*part, error) {
	lock, err := holdAlone(name)
	if err != nil {
		return nil, err
	}
	p := &part{lock: lock, head: partHead{Version: partVersion, Which: which}}
	p.file, err = openRegular(name)
	if err == nil {
		err = p.begin(resume)
	}
	if err != nil {
		if p.file != nil {
			err = errors.Join(err, p.file.Close())
		}
		return nil, errors.Join(err, p.letGo())
	}
	return p, nil
}

// begin reads what is there, cuts a partial line off its end, and makes ready to write behind it.
func (p *part) begin(resume bool) error {
	lines := bufio.NewReaderSize(p.file, 1<<20)
	first, cut := lines.ReadBytes('\n')
	if !bytes.HasPrefix(first, []byte(partMark)[:min(len(first), len(partMark))]) {
		return kg.Errorf(kg.Invalid, "%s is nothing that an export has left; move it away, or give another --output",
			p.file.Name())
	}
	if p.old = len(first) > 0; !resume || cut != nil {
		return nil //nolint:nilerr // not even the first line is whole: all is fetched
	}
	if err := p.mustBe(first); err != nil {
		return err
	}
	p.old = false
	end := int64(len(first))
	for !p.whole { // a page in its first bytes only is asked for again
		line, err := lines.ReadBytes('\n')
		var page export.Page
		if err != nil || json.Unmarshal(line, &page) != nil || page.Nodes == nil {
			break
		}
		end += int64(len(line))
		p.after, p.whole = page.After, page.After == ""
		p.statements += len(page.Nodes)
	}
	return p.writeBehind(end)
}

// writeBehind cuts off what stands behind a place and writes on from there.
func (p *part) writeBehind(end int64) error {
	if err := p.file.Truncate(end); err != nil {
		return err
	}
	_, err := p.file.Seek(end, io.SeekStart)
	p.to = bufio.NewWriterSize(p.file, 1<<20)
	return err
}

// mustBe refuses to go on with a part of other statements than those wanted.
func (p *part) mustBe(first []byte) error {
	var there, wanted partHead
	if err := json.Unmarshal(first, &there); err != nil || there.Version != partVersion {
		return kg.Errorf(kg.Invalid, "%s was left by another version of this program; begin anew without --resume",
			p.file.Name())
	}
	text, err := json.Marshal(p.head)
	if err == nil {
		err = json.Unmarshal(text, &wanted)
	}
	if err == nil && !reflect.DeepEqual(there.Which, wanted.Which) {
		return kg.Errorf(kg.Invalid, "%s was begun with other conditions; repeat those with --resume, or begin anew "+
			"without it", p.file.Name())
	}
	p.head.Graph = there.Graph
	return err
}

// line writes a line, past our own buffer: what is counted is in the file.
func (p *part) line(value any) error {
	text, err := json.Marshal(value)
	if err == nil {
		_, err = p.to.Write(append(text, '\n'))
	}
	if err == nil {
		err = p.to.Flush()
	}
	return err
}

// fetch adds the pages that are missing.
func (p *part) fetch(c *exportCommand, t terminal) error {
	if p.whole {
		return nil
	}
	ask := c.asking(t)
	if err := p.sameGraph(t.ctx, ask); err != nil {
		return err
	}
	for page, err := range export.Pages(t.ctx, operations.Export, ask, p.head.Which, p.after) {
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

// sameGraph notes which graph the part is begun with, or refuses to go on with a part of another one.
func (p *part) sameGraph(ctx context.Context, ask export.Request) (err error) {
	if p.statements == 0 {
		if p.head.Graph, err = askChange(ctx, ask, 0); err != nil {
			return err
		}
		p.old = false
		if err := p.writeBehind(0); err != nil {
			return err
		}
		return p.line(p.head)
	}
	now, err := askChange(ctx, ask, p.head.Graph.Seq)
	if err == nil && p.head.Graph.Seq > 0 && now != p.head.Graph {
		return kg.Errorf(kg.Conflict, "%s was fetched of another graph than the server has now, which was restored "+
			"meanwhile or is another server's; begin anew without --resume", p.file.Name())
	}
	return err
}

// pages are those that are there, each time from the first on, until ctx ends.
func (p *part) pages(ctx context.Context) iter.Seq2[export.Page, error] {
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
			if err = errors.Join(err, ctx.Err()); err == nil {
				err = json.NewDecoder(bytes.NewReader(line)).Decode(&page)
			}
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// close closes the file, and removes it unless it is kept; kept is always what this run has not touched.
func (p *part) close(keep bool) error {
	keep = keep || p.old
	err := p.file.Close()
	if !keep {
		err = errors.Join(err, os.Remove(p.file.Name()))
	}
	return errors.Join(err, p.letGo())
}

// letGo lets other exports have the part.
func (p *part) letGo() error { return errors.Join(os.Remove(p.lock.Path()), p.lock.Close()) }
