package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"
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
	placeFlags
	identityFlag
	Person   string   `arg:"" help:"The id of the actor, or a name that nobody else has."`
	Articles string   `help:"What becomes of the texts: redact blacks the names out, delete removes the articles, keep leaves them." enum:"redact,delete,keep" default:"redact"`
	DryRun   bool     `help:"Tell how much would go, and change nothing."`
	Force    bool     `help:"Also forget what is no person."`
	By       string   `help:"Who does so, where the server asks for no keys." default:"${user}"`
	Reason   string   `help:"Why, in one sentence, without the name." required:""`
	Backups  []string `help:"A folder of backups, or s3://BUCKET/PREFIX: say which of them hold the person, and note beside them who is forgotten, for restore. May be given several times." placeholder:"PLACE"`
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
	places, err := c.places(t) // before anything is done that they should note
	if err != nil {
		return err
	}
	var data struct{ Forget forgottenAnswer }
	err = c.query(t.ctx, forgetTimeout,
		`mutation($person: String!, $articles: ForgottenArticles!, $dryRun: Boolean!, $force: Boolean!, $reason: String!, $by: String!) {
			forget(person: $person, articles: $articles, dryRun: $dryRun, force: $force, reason: $reason, by: $by)`+forgottenFields+` }`,
		map[string]any{"person": c.Person, "articles": strings.ToUpper(c.Articles), "dryRun": c.DryRun, "force": c.Force,
			"reason": c.Reason, "by": c.By}, &data)
	if err != nil {
		return err
	}
	data.Forget.print(t, c.DryRun)
	return c.backups(t, places, data.Forget.Actors)
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

// places gives those of the backups, once they and their lists can be read.
func (c *forgetCommand) places(t terminal) ([]backup.Place, error) {
	var out []backup.Place
	for _, address := range c.Backups {
		place, err := c.place(address)
		if err != nil {
			return nil, err
		}
		if _, err := place.Kept(t.ctx); err != nil {
			return nil, kg.Because(err, kg.CodeOf(err), "--backups: %s", message(err))
		}
		if _, err := backup.Forgotten(t.ctx, place); err != nil {
			return nil, err
		}
		out = append(out, place)
	}
	return out, nil
}

// backups says which backups hold the person, and notes beside them whom a restore is to forget again.
func (c *forgetCommand) backups(t terminal, places []backup.Place, ids []string) error {
	if len(places) == 0 {
		fmt.Fprintln(t.out, "backups: name their folders with --backups; those that were taken before hold the person")
		return nil
	}
	identities, err := c.identities()
	if err != nil {
		return err
	}
	for _, place := range places {
		kept, err := place.Kept(t.ctx)
		if err != nil {
			return kg.Because(err, kg.CodeOf(err), "--backups: %s", message(err))
		}
		for _, file := range kept {
			holds, err := backup.Holds(t.ctx, place, file.Name, identities, ids)
			fmt.Fprintf(t.out, "backup of %s: %s (%s)\n", file.TakenAt.Format(time.RFC3339), holding(holds, err, file, kept),
				place.At(file.Name))
		}
		if c.DryRun {
			continue
		}
		if err := c.noteForgotten(t, place); err != nil {
			return err
		}
	}
	return nil
}

// holding says what is to be done about a backup.
func holding(holds bool, err error, file backup.File, kept []backup.File) string {
	builds := slices.ContainsFunc(kept, func(f backup.File) bool { return f.On.Equal(file.TakenAt) })
	switch {
	case err != nil:
		return "may hold the person; it cannot be read: " + message(err)
	case holds && builds:
		return "holds the person, and others build on it; remove it with those, or let them run out"
	case holds:
		return "holds the person; remove it, or let it run out"
	}
	return "does not hold the person"
}

// noteForgotten writes beside backups whom the server has forgotten.
func (s serverFlag) noteForgotten(t terminal, place backup.Place) error {
	var data struct{ Forgettings []kg.Forgetting }
	if err := s.query(t.ctx, sourceTimeout, `{ forgettings`+forgettingFields+` }`, nil, &data); err != nil {
		return err
	}
	return backup.AddForgotten(t.ctx, place, data.Forgettings)
}

// forgetAgain has the server forget whom the list beside a backup names.
func (s serverFlag) forgetAgain(t terminal, place backup.Place) error {
	past, err := backup.Forgotten(t.ctx, place)
	if err != nil || len(past) == 0 {
		return err
	}
	var data struct{ ForgetAgain forgottenAnswer }
	err = s.query(t.ctx, forgetTimeout, `mutation($forgettings: [ForgettingInput!]!, $by: String!) {
			forgetAgain(forgettings: $forgettings, by: $by)`+forgottenFields+` }`,
		map[string]any{"forgettings": past, "by": cmp.Or(os.Getenv("USER"), "sayso restore")}, &data)
	if err != nil {
		return kg.Errorf(kg.CodeOf(err), "the backup is restored, and those are in it again who were forgotten (%s): %s; "+
			"mend that, then run: sayso restore --only-forget FILE", place.At(backup.ForgottenFile), message(err))
	}
	fmt.Fprintf(t.out, "%d forgettings carried out anew\n", len(past))
	data.ForgetAgain.print(t, false)
	return nil
}
