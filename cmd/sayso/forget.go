package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sayso/internal/backup"
	"sayso/internal/kg"
)

// forgetTimeout is how long a forgetting may take: it looks through the whole graph.
const forgetTimeout = 2 * time.Hour

const (
	forgettingFields = ` { id at by reason articles key actors names first parts longest }`
	forgottenFields  = ` { actors counts { of count } remains { kind id why } }`
)

type forgetCommand struct {
	serverFlag
	Person   string   `arg:"" help:"The id of the actor, or a name that nobody else has."`
	Articles string   `help:"What becomes of the texts: redact blacks the names out, delete removes the articles, keep leaves them." enum:"redact,delete,keep" default:"redact"`
	DryRun   bool     `help:"Tell how much would go, and change nothing."`
	Force    bool     `help:"Also forget what is no person."`
	By       string   `help:"Who does so, where the server asks for no keys." default:"${user}"`
	Reason   string   `help:"Why, in one sentence, without the name." required:""`
	Backups  []string `help:"A folder of backups: say which of them hold the person, and note beside them who is forgotten, for restore. May be given several times." placeholder:"FOLDER"`
	Identity string   `help:"The file of the secret key, to look into encrypted backups." placeholder:"FILE"`
}

// forgottenAnswer is what a server tells of a forgetting.
type forgottenAnswer struct {
	Actors []string
	Counts []struct {
		Of    string
		Count int
	}
	Remains []kg.Remainder
}

// Run has the server forget, then looks at the backups.
func (c *forgetCommand) Run(t terminal) error {
	for _, folder := range c.Backups { // before anything is done that they should note
		if _, err := backup.Kept(folder); err != nil {
			return kg.Errorf(kg.Invalid, "--backups: %w", err)
		}
		if _, err := backup.Forgotten(folder); err != nil {
			return err
		}
	}
	var data struct{ Forget forgottenAnswer }
	err := c.query(t.ctx, forgetTimeout,
		`mutation($person: String!, $articles: ForgottenArticles!, $dryRun: Boolean!, $force: Boolean!, $reason: String!, $by: String!) {
			forget(person: $person, articles: $articles, dryRun: $dryRun, force: $force, reason: $reason, by: $by)`+forgottenFields+` }`,
		map[string]any{"person": c.Person, "articles": strings.ToUpper(c.Articles), "dryRun": c.DryRun, "force": c.Force,
			"reason": c.Reason, "by": c.By}, &data)
	if err != nil {
		return err
	}
	data.Forget.print(t, c.DryRun)
	return c.backups(t, data.Forget.Actors)
}

func (a forgottenAnswer) print(t terminal, dry bool) {
	said := "forgotten"
	if dry {
		said = "would be forgotten"
	}
	for _, of := range a.Counts {
		if of.Count > 0 {
			fmt.Fprintf(t.out, "%7d %s\n", of.Count, of.Of)
		}
	}
	fmt.Fprintln(t.out, said)
	for _, r := range a.Remains {
		fmt.Fprintf(t.out, "remains: %s %s: %s\n", r.Kind, r.ID, r.Why)
	}
	fmt.Fprintln(t.out, "remains: exports that were taken, mail and webhooks that were sent, articles that wait in the "+
		"queue and its dead letters, lines of the audit log with the actor's id; what answers were kept in memory goes "+
		"with the next ones or a restart")
}

// backups says which backups hold the person, and notes beside them whom a restore is to forget again.
func (c *forgetCommand) backups(t terminal, ids []string) error {
	if len(c.Backups) == 0 {
		fmt.Fprintln(t.out, "backups: name their folders with --backups; those that were taken before hold the person")
		return nil
	}
	restore := restoreCommand{Identity: c.Identity}
	identities, err := restore.identities()
	if err != nil {
		return err
	}
	for _, folder := range c.Backups {
		kept, err := backup.Kept(folder)
		if err != nil {
			return kg.Errorf(kg.Invalid, "--backups: %w", err)
		}
		for _, file := range kept {
			holds, err := backup.Holds(file.Path, identities, ids)
			says := "does not hold the person"
			switch {
			case err != nil:
				says = "may hold the person; it cannot be read: " + message(err)
			case holds:
				says = "holds the person; remove it, or let it run out"
			}
			fmt.Fprintf(t.out, "backup of %s: %s (%s)\n", file.TakenAt.Format(time.RFC3339), says, file.Path)
		}
		if c.DryRun {
			continue
		}
		if err := c.noteForgotten(t, folder); err != nil {
			return err
		}
	}
	return nil
}

// noteForgotten writes beside backups whom the server has forgotten.
func (s serverFlag) noteForgotten(t terminal, folder string) error {
	var data struct{ Forgettings []kg.Forgetting }
	if err := s.query(t.ctx, sourceTimeout, `{ forgettings`+forgettingFields+` }`, nil, &data); err != nil {
		return err
	}
	return backup.AddForgotten(folder, data.Forgettings)
}

// forgetAgain has the server forget whom the list beside a backup names.
func (s serverFlag) forgetAgain(t terminal, list string) error {
	past, err := backup.Forgotten(filepath.Dir(list))
	if err != nil || len(past) == 0 {
		return err
	}
	var data struct{ ForgetAgain forgottenAnswer }
	err = s.query(t.ctx, forgetTimeout, `mutation($forgettings: [ForgettingInput!]!, $by: String!) {
			forgetAgain(forgettings: $forgettings, by: $by)`+forgottenFields+` }`,
		map[string]any{"forgettings": past, "by": cmp.Or(os.Getenv("USER"), "sayso restore")}, &data)
	if err != nil {
		return kg.Errorf(kg.CodeOf(err), "the backup is restored, and those are in it again who were forgotten (%s): %s; "+
			"mend that, then run: sayso restore --only-forget FILE", list, message(err))
	}
	fmt.Fprintf(t.out, "%d forgettings carried out anew\n", len(past))
	data.ForgetAgain.print(t, false)
	return nil
}
