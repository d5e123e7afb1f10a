package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"filippo.io/age"

	"sayso/internal/archive"
	"sayso/internal/backup"
	"sayso/internal/kg"
)

type backupCommand struct {
	serverFlag
	placeFlags
	identityFlag
	To          string   `help:"The folder of backups, which is made where it is missing, or s3://BUCKET/PREFIX." default:"backups" placeholder:"PLACE"`
	Keep        int      `help:"How many backups stay, with all that these build on; older ones are removed when a new one is whole. 0 keeps all." default:"0" placeholder:"N"`
	Recipient   []string `help:"Encrypt for this public key of age (age1…); may be given several times." placeholder:"KEY"`
	Incremental bool     `help:"Keep only what changed since the newest backup there; a whole one is taken where there is none. Encrypted ones are read with --identity."`
	List        bool     `help:"Take none: list the backups that are there, the oldest first."`
}

// taking is a backup that is being taken.
type taking struct {
	place      backup.Place
	on         backup.File // what it builds on; zero for a whole one
	name       string
	at         time.Time
	recipients []age.Recipient
	identities []age.Identity
}

// Run takes a backup beside what the server does, and where the graph changed meanwhile once more while writers wait.
func (c *backupCommand) Run(t terminal) error {
	place, err := c.place(c.To)
	if err != nil {
		return err
	}
	if c.List {
		return list(t, place)
	}
	k, err := c.prepare(t, place)
	if err != nil {
		return err
	}
	seal, err := c.take(t, k, false)
	if errors.Is(err, backup.ErrMoved) {
		_, _ = fmt.Fprintln(t.err, "the graph changed meanwhile; once more, while writers wait")
		seal, err = c.take(t, k, true)
	}
	if err != nil {
		return err
	}
	on := ""
	if k.on.Name != "" {
		on = " on " + k.on.Name
	}
	if _, err := fmt.Fprintf(t.out, "%s%s: %s, %d quotes stand in their articles\n", place.At(k.name), on, countsOf(seal),
		seal.Quotes); err != nil {
		return err
	}
	if err := c.noteForgotten(t, place); err != nil {
		return err
	}
	return c.retire(t, place)
}

// prepare finds out what the backup is called and what it builds on.
func (c *backupCommand) prepare(t terminal, place backup.Place) (k taking, err error) {
	if c.Keep < 0 {
		return k, kg.Errorf(kg.Invalid, "--keep is %d; write how many backups stay, or 0 for all", c.Keep)
	}
	k.place, k.at = place, time.Now()
	if k.recipients, err = backup.ParseRecipients(c.Recipient); err != nil {
		return k, err
	}
	if k.identities, err = c.identities(); err != nil {
		return k, err
	}
	if folder, ok := place.(backup.Folder); ok {
		if err := folder.Make(); err != nil {
			return k, err
		}
	}
	if c.Incremental {
		newest, ok, why, err := backup.Newest(t.ctx, place)
		if err != nil {
			return k, err
		}
		if ok {
			k.on = newest
		} else {
			_, _ = fmt.Fprintf(t.err, "%s: a whole one is taken\n", why)
		}
	}
	if late := k.on.TakenAt.Add(time.Second).Sub(k.at); late > 0 { // names have whole seconds
		if late > time.Minute {
			return k, kg.Errorf(kg.Conflict, "%s is of a time to come: a clock is wrong; set it, or take a whole backup, "+
				"without --incremental", place.At(k.on.Name))
		}
		time.Sleep(late)
		k.at = time.Now()
	}
	k.name = backup.Name(k.at, k.on.TakenAt, len(k.recipients) > 0)
	return k, nil
}

func list(t terminal, place backup.Place) error {
	kept, err := place.Kept(t.ctx)
	if err != nil {
		return err
	}
	for _, f := range kept {
		if _, err := fmt.Fprintf(t.out, "%s  %s (%s)\n", f.TakenAt.Format(time.RFC3339), place.At(f.Name),
			f.Described()); err != nil {
			return err
		}
	}
	if len(kept) == 0 {
		_, err = fmt.Fprintf(t.out, "there is no backup in %s\n", place)
	}
	return err
}

// take writes one backup. While writers wait for it, it does not wait for a network.
func (c *backupCommand) take(t terminal, k taking, still bool) (seal backup.Seal, err error) {
	write := func(in io.Reader) error {
		return k.place.Create(t.ctx, k.name, func(w io.Writer) (err error) {
			seal, err = k.write(t.ctx, w, in)
			return err
		})
	}
	if still && k.place.Remote() {
		err = c.spooled(t, k, write)
	} else {
		err = c.archive(t, still, write)
	}
	if err != nil || k.on.Name == "" {
		return seal, err
	}
	kept, err := k.place.Kept(t.ctx)
	if err == nil && !slices.ContainsFunc(kept, func(f backup.File) bool { return f.Name == k.on.Name }) {
		err = kg.Errorf(kg.Conflict, "%s was removed meanwhile, perhaps by another sayso backup --keep; take the backup "+
			"again", k.place.At(k.on.Name))
	}
	if err != nil {
		return seal, errors.Join(err, k.place.Remove(t.ctx, k.name))
	}
	return seal, nil
}

// write makes a backup of an archive.
func (k taking) write(ctx context.Context, w io.Writer, in io.Reader) (backup.Seal, error) {
	if k.on.Name == "" {
		return backup.Write(w, in, k.at, k.recipients, "")
	}
	return backup.WriteIncrement(ctx, w, in, k.place, k.on, k.at, k.identities, k.recipients, "")
}

// archive hands the archive of the server's graph to do.
func (c *backupCommand) archive(t terminal, still bool, do func(io.Reader) error) error {
	address := c.address("/export/archive.jsonl")
	if still {
		address += "?still=true"
	}
	request, err := http.NewRequestWithContext(t.ctx, http.MethodGet, address, nil)
	if err != nil {
		return kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", c.Server)
	}
	body, err := c.do(request)
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	err = do(&counted{in: body, size: -1, err: t.err})
	var own *kg.Error
	if err != nil && !errors.Is(err, backup.ErrMoved) && !errors.As(err, &own) {
		return kg.Because(err, kg.Unavailable, "the backup broke off (%v); take it again", err)
	}
	return err
}

// spooled hands an archive to do that was read to its end into a temporary file, with writers waiting until then alone.
func (c *backupCommand) spooled(t terminal, k taking, do func(io.Reader) error) error {
	file, err := os.CreateTemp("", "sayso-backup-*")
	if err != nil {
		return kg.Because(err, kg.Unavailable,
			"there is no room for a temporary file (%v); set TMPDIR to a folder that can be written", err)
	}
	defer func() { _, _ = file.Close(), os.Remove(file.Name()) }()
	err = c.archive(t, true, func(in io.Reader) error {
		_, err := backup.Write(file, in, k.at, nil, "")
		return err
	})
	if err != nil {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	in, out := io.Pipe()
	defer func() { _ = in.Close() }() // so that the reader of the file ends
	go func() { out.CloseWithError(backup.Archive(out, file, nil)) }()
	return do(in)
}

// retire removes the oldest backups beyond those that stay.
func (c *backupCommand) retire(t terminal, place backup.Place) error {
	if c.Keep <= 0 {
		return nil
	}
	kept, err := place.Kept(t.ctx)
	if err != nil {
		return err
	}
	for _, old := range backup.Expired(kept, c.Keep) {
		if err := place.Remove(t.ctx, old.Name); err != nil {
			return kg.Because(err, kg.CodeOf(err), "the old backup %s cannot be removed: %s", place.At(old.Name), message(err))
		}
	}
	return nil
}

func countsOf(seal backup.Seal) string {
	parts := make([]string, 0, 4)
	for _, of := range restoredCounts {
		parts = append(parts, fmt.Sprintf("%d %s", seal.Nodes[of.label], of.field))
	}
	return strings.Join(parts, ", ")
}

type restoreCommand struct {
	serverFlag
	placeFlags
	identityFlag
	File   string `arg:"" help:"A backup that sayso backup took: a file, or s3://BUCKET/PREFIX/NAME. What it builds on is read where it lies."`
	DryRun bool   `help:"Only check the backup: its checksum, its counts, and every quote against its article."`
	Only   bool   `name:"only-forget" help:"Restore nothing: only forget those again whom the list beside the backup names."`
}

// Run checks the whole backup, and only then sends it to a server whose graph is empty.
func (c *restoreCommand) Run(t terminal) error {
	place, name, err := c.file(c.File)
	if err != nil {
		return err
	}
	if c.Only {
		return c.forgetAgain(t, place)
	}
	identities, err := c.identities()
	if err != nil {
		return err
	}
	seal, err := backup.CheckIn(t.ctx, place, name, identities, "")
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(t.out, "%s is whole: taken %s, %s, %d quotes stand in their articles\n", c.File,
		seal.TakenAt.Format(time.RFC3339), countsOf(seal),
		seal.Quotes); err != nil || c.DryRun {
		return err
	}
	if err := c.send(t, place, name, identities); err != nil {
		return err
	}
	if err := c.compare(t, seal); err != nil {
		return err
	}
	return c.forgetAgain(t, place)
}

// send has the server import the archive that the backup stands for.
func (c *restoreCommand) send(t terminal, place backup.Place, name string, identities []age.Identity) error {
	ctx, cancel := context.WithCancel(t.ctx)
	defer cancel() // so that the reader of the file ends with the request
	in, out := io.Pipe()
	go func() { out.CloseWithError(backup.ArchiveIn(ctx, out, place, name, identities)) }()
	defer func() { _ = in.Close() }()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.address("/import"),
		&counted{in: in, size: -1, err: t.err})
	if err != nil {
		return kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", c.Server)
	}
	request.Header.Set("Content-Type", archive.MediaType)
	body, err := c.do(request)
	if err != nil {
		return err
	}
	return body.Close()
}

// restoredCounts are the labels whose nodes are counted again after a restore, with the root fields that count them.
var restoredCounts = []struct{ label, field, args string }{
	{"Article", "articles", ""}, {"Statement", "statements", "(includeLapsed: true)"},
	{"Claim", "claims", "(includeLapsed: true)"}, {"Entity", "actors", ""},
}

// compare asks the server what it holds now.
func (c *restoreCommand) compare(t terminal, seal backup.Seal) error {
	var text strings.Builder
	for _, of := range restoredCounts {
		fmt.Fprintf(&text, "%s%s { totalCount } ", of.field, of.args)
	}
	var found map[string]struct{ TotalCount int }
	if err := c.query(t.ctx, sourceTimeout, "{ "+text.String()+"}", nil, &found); err != nil {
		return err
	}
	for _, of := range restoredCounts {
		if got, want := found[of.field].TotalCount, seal.Nodes[of.label]; got != want {
			return kg.Errorf(kg.Conflict, "the server has %d %s after the restore, the backup %d; restore into an empty graph "+
				"once more", got, of.field, want)
		}
	}
	_, err := fmt.Fprintf(t.out, "restored to %s: %s\n", cmp.Or(c.Server, "the server"), countsOf(seal))
	return err
}
