package backup

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"time"

	"filippo.io/age"

	"sayso/internal/archive"
	"sayso/internal/kg"
)

// Newest gives the backup of a place that an increment is to build on, and whether there is one: what was taken last,
// unless its chain is broken or as long as may be; why says that in words.
func Newest(ctx context.Context, p Place) (newest File, ok bool, why string, err error) {
	kept, err := p.Kept(ctx)
	if err != nil {
		return File{}, false, "", err
	}
	if len(kept) == 0 {
		return File{}, false, "there is no backup in " + p.String() + " yet", nil
	}
	newest = kept[len(kept)-1]
	length := 0
	for f := newest; !f.Whole(); length++ {
		at := slices.IndexFunc(kept, func(k File) bool { return k.TakenAt.Equal(f.On) })
		if at < 0 {
			return newest, false, "what " + p.At(f.Name) + " builds on is not there", nil
		}
		f = kept[at]
	}
	if length >= LongestChain {
		return newest, false, "the newest builds on as many increments as may be", nil
	}
	return newest, true, "", nil
}

// WriteIncrement is [Write] for an increment on a backup of a place: it holds the lines of the archive that are not in
// that one's, and which of its lines are kept. All of both is read, so what it builds on is checked too. A graph whose
// change feed does not go on from that of the backup is refused.
func WriteIncrement(ctx context.Context, w io.Writer, from io.Reader, p Place, on File, now time.Time,
	identities []age.Identity, recipients []age.Recipient, scratch string) (Seal, error) {
	if on.Encrypted && len(recipients) == 0 {
		return Seal{}, kg.Errorf(kg.Invalid, "%s is encrypted; give --recipient for what builds on it too", p.At(on.Name))
	}
	old, err := openChain(ctx, p, on.Name, identities)
	if err != nil {
		return Seal{}, err
	}
	defer old.close()
	out, err := newPacked(w, recipients)
	if err != nil {
		return Seal{}, err
	}
	first, err := json.Marshal(opening{version, on.Name})
	if err == nil {
		err = out.line(append(first, '\n'))
	}
	if err != nil {
		return Seal{}, err
	}
	d := differ{old: old, write: out.line, on: p.At(on.Name)}
	return out.sealed(from, now, scratch, d.line, func(s *Seal) error {
		err := d.end()
		s.Parent = old.mark
		return err
	})
}

// differ writes how an archive comes of another one. Both are in the same order, but what it writes is right whatever
// order they are in.
type differ struct {
	old   *link
	on    string   // what the user calls that backup
	line0 []byte   // of the old archive, not yet matched; nil where the next is not read yet
	at0   position // of line0; zero where it was not asked for yet
	ended bool     // the old archive has no more
	steps step     // lines kept or dropped that are not written yet
	write func([]byte) error
}

// line takes in the next line of the new archive.
func (d *differ) line(text []byte) error {
	var at position
	for {
		if err := d.look(); err != nil {
			return err
		}
		if d.ended {
			return d.literal(text)
		}
		if bytes.Equal(d.line0, text) {
			return d.pass(step{Keep: 1})
		}
		by, err := d.compare(&at, text)
		if err != nil {
			return err
		}
		if by > 0 { // the old line comes later, or never
			return d.literal(text)
		}
		if err := d.goesOn(text, by == 0); err != nil {
			return err
		}
		if err := d.pass(step{Drop: 1}); err != nil {
			return err
		}
		if by == 0 {
			return d.literal(text)
		}
	}
}

// look reads the next line of the old archive where the last one was matched.
func (d *differ) look() (err error) {
	if d.line0 != nil || d.ended {
		return nil
	}
	d.at0 = position{}
	d.line0, err = d.old.next()
	if errors.Is(err, io.EOF) {
		d.ended, err = true, nil
	}
	return err
}

// compare says where the old line stands from the new one, whose position is kept in at.
func (d *differ) compare(at *position, text []byte) (by int, err error) {
	if *at == (position{}) {
		*at, err = positionOf(text)
	}
	if err == nil && d.at0 == (position{}) {
		d.at0, err = positionOf(d.line0)
	}
	return d.at0.compare(*at), err
}

// pass notes what becomes of the old line.
func (d *differ) pass(s step) error {
	d.line0 = nil
	if (s.Keep > 0) != (d.steps.Keep > 0) {
		if err := d.tell(); err != nil {
			return err
		}
	}
	d.steps.Keep += s.Keep
	d.steps.Drop += s.Drop
	return nil
}

// tell writes the step that is open.
func (d *differ) tell() error {
	if d.steps == (step{}) {
		return nil
	}
	text, err := json.Marshal(d.steps)
	d.steps = step{}
	if err == nil {
		err = d.write(append(text, '\n'))
	}
	return err
}

func (d *differ) literal(text []byte) error {
	if err := d.tell(); err != nil {
		return err
	}
	return d.write(text)
}

// end drops what is left of the old archive.
func (d *differ) end() error {
	for {
		if err := d.look(); err != nil {
			return err
		}
		if d.ended {
			return d.tell()
		}
		if err := d.goesOn(nil, false); err != nil {
			return err
		}
		if err := d.pass(step{Drop: 1}); err != nil {
			return err
		}
	}
}

// goesOn refuses a graph in which an entry of the old change feed is gone or another one. What an entry concerns may
// change, as by deleting; the entry itself never does.
func (d *differ) goesOn(text []byte, same bool) error {
	was, err := d.change(d.line0)
	if was == nil || err != nil {
		return err
	}
	if same {
		is, err := d.change(text)
		if err != nil || is != nil && reflect.DeepEqual(was.Properties, is.Properties) {
			return err
		}
	}
	return kg.Errorf(kg.Conflict, "the change feed of this graph does not go on from that of %s (%s is gone or another): "+
		"it is another graph, or one that was restored from an older backup; take a whole backup, without --incremental, or "+
		"into another place", d.on, was.Key)
}

// change reads a line of the change feed; nil where it is none.
func (d *differ) change(line []byte) (*kg.ArchiveNode, error) {
	if !bytes.HasPrefix(line, []byte(`{"label":"Change",`)) {
		return nil, nil
	}
	n, err := archive.Node(line)
	if err != nil {
		return nil, damaged(err)
	}
	return &n, nil
}

// position orders lines as archives do.
type position struct {
	part  int // 1 for the first line, 2 for nodes, 3 for the last
	label int // in the order of kg.ArchiveLabels
	key   string
}

func positionOf(line []byte) (position, error) {
	end, _, err := archive.Ends(line)
	switch {
	case err != nil:
		return position{}, damaged(err)
	case end == archive.Head:
		return position{part: 1}, nil
	case end == archive.Foot:
		return position{part: 3}, nil
	}
	n, err := archive.Node(line)
	if err != nil {
		return position{}, damaged(err)
	}
	return position{2, slices.Index(kg.ArchiveLabels, n.Label), n.Key}, nil
}

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.part, q.part), cmp.Compare(p.label, q.label), cmp.Compare(p.key, q.key))
}
