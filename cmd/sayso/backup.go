package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"filippo.io/age"

	"sayso/internal/archive"
	"sayso/internal/backup"
	"sayso/internal/kg"
)

type backupCommand struct {
	serverFlag
	To        string   `help:"The folder of backups; it is made where it is missing." default:"backups" placeholder:"FOLDER"`
	Keep      int      `help:"How many backups stay; older ones are removed when a new one is whole. 0 keeps all." default:"0" placeholder:"N"`
	Recipient []string `help:"Encrypt for this public key of age (age1…); may be given several times." placeholder:"KEY"`
}

// Run takes a backup beside what the server does, and where the graph changed meanwhile once more while writers wait.
func (c *backupCommand) Run(t terminal) error {
	if c.Keep < 0 {
		return kg.Errorf(kg.Invalid, "--keep is %d; write how many backups stay, or 0 for all", c.Keep)
	}
	recipients, err := backup.ParseRecipients(c.Recipient)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.To, 0o700); err != nil {
		return kg.Errorf(kg.Invalid, "the folder %s cannot be made (%v); give another one with --to", c.To, err)
	}
	now := time.Now()
	name := filepath.Join(c.To, backup.Name(now, len(recipients) > 0))
	seal, err := c.take(t, name, now, recipients, false)
	if errors.Is(err, backup.ErrMoved) {
		_, _ = fmt.Fprintln(t.err, "the graph changed meanwhile; once more, while writers wait")
		seal, err = c.take(t, name, now, recipients, true)
	}
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(t.out, "%s: %s, %d quotes stand in their articles\n", name, countsOf(seal),
		seal.Quotes); err != nil {
		return err
	}
	if err := c.noteForgotten(t, c.To); err != nil {
		return err
	}
	return c.retire()
}

// take writes one backup; a file that is not whole never has the name of one.
func (c *backupCommand) take(t terminal, name string, now time.Time, recipients []age.Recipient,
	still bool) (backup.Seal, error) {
	file, err := os.OpenFile(name+backup.UnfinishedEnd, os.O_CREATE|os.O_WRONLY|os.O_EXCL, 0o600)
	if errors.Is(err, os.ErrExist) {
		return backup.Seal{}, kg.Errorf(kg.Conflict, "%s is being written by another sayso backup; wait for that one", name)
	}
	if err != nil {
		return backup.Seal{}, kg.Errorf(kg.Invalid, "%s cannot be written (%v); give another folder with --to", name, err)
	}
	defer func() { _ = os.Remove(name + backup.UnfinishedEnd) }()
	seal, err := c.fill(t, file, now, recipients, still)
	if err == nil {
		err = file.Sync()
	}
	if err = errors.Join(err, file.Close()); err != nil {
		return seal, err
	}
	return seal, os.Rename(name+backup.UnfinishedEnd, name)
}

func (c *backupCommand) fill(t terminal, file io.Writer, now time.Time, recipients []age.Recipient,
	still bool) (backup.Seal, error) {
	address := c.address("/export/archive.jsonl")
	if still {
		address += "?still=true"
	}
	request, err := http.NewRequestWithContext(t.ctx, http.MethodGet, address, nil)
	if err != nil {
		return backup.Seal{}, kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080",
			c.Server)
	}
	body, err := c.do(request)
	if err != nil {
		return backup.Seal{}, err
	}
	defer func() { _ = body.Close() }()
	seal, err := backup.Write(file, &counted{in: body, size: -1, err: t.err}, now, recipients, "")
	var own *kg.Error
	if err != nil && !errors.Is(err, backup.ErrMoved) && !errors.As(err, &own) {
		return seal, kg.Because(err, kg.Unavailable, "the backup broke off (%v); take it again", err)
	}
	return seal, err
}

// retire removes the oldest backups beyond those that stay.
func (c *backupCommand) retire() error {
	if c.Keep <= 0 {
		return nil
	}
	kept, err := backup.Kept(c.To)
	if err != nil {
		return err
	}
	for _, old := range kept[:max(0, len(kept)-c.Keep)] {
		if err := os.Remove(old.Path); err != nil {
			return kg.Errorf(kg.Invalid, "the old backup %s cannot be removed: %v", old.Path, err)
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
	File     string `arg:"" help:"A backup that sayso backup took."`
	Identity string `help:"The file of the secret key, for an encrypted backup." placeholder:"FILE"`
	DryRun   bool   `help:"Only check the backup: its checksum, its counts, and every quote against its article."`
	Only     bool   `name:"only-forget" help:"Restore nothing: only forget those again whom the list beside the backup names."`
}

// Run checks the whole backup, and only then sends it to a server whose graph is empty.
func (c *restoreCommand) Run(t terminal) error {
	forgotten := filepath.Join(filepath.Dir(c.File), backup.ForgottenFile)
	if c.Only {
		return c.forgetAgain(t, forgotten)
	}
	identities, err := c.identities()
	if err != nil {
		return err
	}
	file, err := os.Open(c.File)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = file.Close() }()
	seal, err := backup.Check(file, identities, "")
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(t.out, "%s is whole: taken %s, %s, %d quotes stand in their articles\n", c.File,
		seal.TakenAt.Format(time.RFC3339), countsOf(seal),
		seal.Quotes); err != nil || c.DryRun {
		return err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := c.send(t, file, identities); err != nil {
		return err
	}
	if err := c.compare(t, seal); err != nil {
		return err
	}
	return c.forgetAgain(t, forgotten)
}

func (c *restoreCommand) identities() ([]age.Identity, error) {
	if c.Identity == "" {
		return nil, nil
	}
	file, err := os.Open(c.Identity)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = file.Close() }()
	return backup.ParseIdentities(file)
}

// send has the server import the archive that the file holds.
func (c *restoreCommand) send(t terminal, file io.Reader, identities []age.Identity) error {
	ctx, cancel := context.WithCancel(t.ctx)
	defer cancel() // so that the reader of the file ends with the request
	in, out := io.Pipe()
	go func() { out.CloseWithError(backup.Archive(out, file, identities)) }()
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
