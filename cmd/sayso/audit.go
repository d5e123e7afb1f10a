package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"sayso/internal/access"
	"sayso/internal/kg"
)

// auditCommand searches where nothing else is named.
type auditCommand struct {
	Search auditSearchCommand `cmd:"" default:"withargs" help:"Search the audit log of writes and refusals."`
	Verify auditVerifyCommand `cmd:"" help:"Prove that nothing of an audit log was cut or altered: sayso audit verify audit.jsonl --head heads.jsonl"`
}

type auditVerifyCommand struct {
	Log  string `arg:"" help:"The log: audit.jsonl of the server's data folder." placeholder:"FILE"`
	Head string `help:"Heads of the log that were kept elsewhere: what gqlserver --audit-head sent, or /audit/head answered." placeholder:"FILE"`
}

// Run reads the whole log.
func (c *auditVerifyCommand) Run(t terminal) error {
	var heads []access.Head
	if c.Head != "" {
		file, err := os.Open(c.Head)
		if err != nil {
			return kg.Errorf(kg.Invalid, "--head: %w", err)
		}
		heads, err = access.ReadHeads(file)
		_ = file.Close()
		if err != nil {
			return err
		}
		if len(heads) == 0 {
			return kg.Errorf(kg.Invalid, "--head: %s has no head", c.Head)
		}
	}
	file, err := os.Open(c.Log)
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = file.Close() }()
	v, err := access.Verify(file, heads)
	if err != nil {
		return err
	}
	if v.Entries == 0 && v.Heads == 0 {
		return kg.Errorf(kg.Invalid, "%s has no entry with a hash, so nothing can be proved of it: it is no audit log, "+
			"or was written by a version that made none", c.Log)
	}
	fmt.Fprintf(t.out, "%d entries, each follows from the one before; %d lines without a hash; "+
		"%d heads are heads of this log\n", v.Entries, v.Unchained, v.Heads)
	if c.Head == "" {
		fmt.Fprintln(t.out, "without --head nobody knows whether the end was cut off, or the whole log made anew")
	}
	return nil
}

type auditSearchCommand struct {
	serverFlag
	Who     string `help:"Part of a name, a key's id or subject, or an address." placeholder:"TEXT"`
	What    string `help:"Part of what was done: review, import, sign in." placeholder:"TEXT"`
	About   string `help:"Part of the id that it was about." placeholder:"TEXT"`
	Since   string `help:"From a day (2026-11-29), a moment (2026-11-29T12:00:00Z) or so long ago (24h)." placeholder:"WHEN"`
	Until   string `help:"Before then." placeholder:"WHEN"`
	Refused bool   `help:"Only what was refused."`
	Failed  bool   `help:"Only what was allowed and failed."`
	First   int    `help:"How many at most, the newest first." default:"50" placeholder:"N"`
	JSON    bool   `name:"json" help:"Print an entry a line, as JSON."`
}

// Run asks page after page until there are enough, or no more.
func (c *auditSearchCommand) Run(t terminal) error {
	if c.First < 1 {
		return kg.Errorf(kg.Invalid, "--first is %d; write how many entries are wanted", c.First)
	}
	since, err := moment("--since", c.Since)
	if err != nil {
		return err
	}
	until, err := moment("--until", c.Until)
	if err != nil {
		return err
	}
	query := url.Values{
		"who":     {c.Who},
		"what":    {c.What},
		"about":   {c.About},
		"since":   {since},
		"until":   {until},
		"refused": {strconv.FormatBool(c.Refused)},
		"failed":  {strconv.FormatBool(c.Failed)},
	}
	damaged := 0
	for left := c.First; left > 0; {
		query.Set("first", strconv.Itoa(min(left, 1000)))
		found, err := c.page(t, query)
		if err != nil {
			return err
		}
		for _, e := range found.Entries {
			if err := c.print(t, e); err != nil {
				return err
			}
		}
		damaged += found.Damaged
		left -= len(found.Entries)
		if found.More == 0 {
			break
		}
		query.Set("before", strconv.FormatInt(found.More, 10))
	}
	if damaged > 0 {
		return kg.Errorf(
			kg.Invalid,
			"the audit log has %d lines that are no entries: something else has written there",
			damaged,
		)
	}
	return nil
}

// moment turns "24h" into a moment, and refuses what the server would, before there is a need for one.
func moment(flag, text string) (string, error) {
	if ago, err := time.ParseDuration(text); err == nil {
		return time.Now().Add(-ago.Abs()).UTC().Format(time.RFC3339), nil
	}
	if text == "" {
		return "", nil
	}
	if _, err := access.ReadMoment(flag, text); err != nil {
		return "", kg.Errorf(kg.Invalid, "%w, or so long ago as 24h", err)
	}
	return text, nil
}

func (c *auditSearchCommand) page(t terminal, query url.Values) (found access.Found, err error) {
	request, err := http.NewRequestWithContext(t.ctx, http.MethodGet, c.address(access.AuditPath)+"?"+query.Encode(), nil)
	if err != nil {
		return found, kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", c.Server)
	}
	body, err := c.do(request)
	if err != nil {
		return found, err
	}
	defer func() { _ = body.Close() }()
	if err := json.NewDecoder(body).Decode(&found); err != nil {
		return found, kg.Because(
			err,
			kg.Unavailable,
			"the answer of %s is not of the expected form; is it the same version?",
			c.Server,
		)
	}
	return found, nil
}

func (c *auditSearchCommand) print(t terminal, e access.Entry) error {
	if c.JSON {
		return json.NewEncoder(t.out).Encode(e)
	}
	who := e.Who
	if e.Key != "" {
		who += " (" + e.Key + ")"
	}
	if who == "" {
		who = "-"
	}
	line := []string{e.At.Local().Format("2006-01-02 15:04:05"), who, e.What}
	for _, part := range []struct{ name, text string }{
		{"", e.About}, {"from ", e.From}, {"REFUSED: ", e.Refused}, {"FAILED: ", e.Failed},
	} {
		if part.text != "" {
			line = append(line, part.name+part.text)
		}
	}
	_, err := fmt.Fprintln(t.out, strings.Map(printable, strings.Join(line, "  ")))
	return err
}

// printable keeps control characters, which a caller may have sent, from the terminal.
func printable(r rune) rune {
	if r < ' ' || (r >= 0x7f && r < 0xa0) {
		return '·'
	}
	return r
}
