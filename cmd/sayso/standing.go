package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

const standingTimeout = time.Minute

type watchCommand struct {
	serverFlag
	Question []string `arg:"" help:"The question, with or without quotation marks around it."`
	By       string   `help:"Who wants to know." default:"${user}"`
	Webhook  string   `help:"Post what changes to this address, signed (Standard Webhooks)." placeholder:"URL"`
	Email    string   `help:"Mail what changes to this address." placeholder:"ADDRESS"`
}

// Run takes a standing question on.
func (c *watchCommand) Run(t terminal) error {
	variables := map[string]any{"question": strings.Join(c.Question, " "), "by": c.By}
	for name, value := range map[string]string{"webhook": c.Webhook, "email": c.Email} {
		if value != "" {
			variables[name] = value
		}
	}
	var data struct {
		Watch struct {
			Standing      standing
			WebhookSecret *string
		}
	}
	if err := c.query(t.ctx, standingTimeout,
		`mutation($question: String!, $by: String!, $webhook: String, $email: String) {
  watch(question: $question, by: $by, webhook: $webhook, email: $email) { standing { id feed } webhookSecret } }`, variables, &data); err != nil {
		return err
	}
	fmt.Fprintf(t.out, "watching %s\nAtom feed: %s%s\n", data.Watch.Standing.ID, strings.TrimRight(c.Server, "/"),
		data.Watch.Standing.Feed)
	if data.Watch.WebhookSecret != nil {
		fmt.Fprintf(t.out, "secret of the webhook: %s\n", *data.Watch.WebhookSecret)
	}
	return nil
}

// standingCommand is what can be done with standing questions.
type standingCommand struct {
	List   listStandingCommand   `cmd:"" default:"withargs" help:"Show the standing questions and what was told of each."`
	Pause  pauseStandingCommand  `cmd:"" help:"Leave a question alone for a while."`
	Resume resumeStandingCommand `cmd:"" help:"Go on with a question; what changed meanwhile is told then."`
	Remove removeStandingCommand `cmd:"" help:"Forget a question with all that was told of it."`
}

// standing is a standing question as the server tells of it.
type standing struct {
	ID, Question, By, Feed string
	Paused                 bool
	Fault                  *string
	Told                   int
	Channels               []struct {
		Kind, Address string
		Told          int
		Fault         *string
	}
	Tellings []struct {
		Number         int
		Kind, At, Text string
		Quotes         []struct {
			Exact               string
			Speaker, Title, URL *string
		}
	}
}

type listStandingCommand struct {
	serverFlag
	Last int  `help:"How many tellings of each question are shown." default:"5"`
	JSON bool `name:"json" help:"Print the list as JSON."`
}

// Run prints the list.
func (c *listStandingCommand) Run(t terminal) error {
	var raw json.RawMessage
	if err := c.query(t.ctx, standingTimeout,
		`query($last: Int!) { standingQuestions { id question by paused fault feed told channels { kind address told fault }
  tellings(first: $last) { number kind at text quotes { exact speaker title url } } } }`, map[string]any{"last": c.Last}, &raw); err != nil {
		return err
	}
	if c.JSON {
		fmt.Fprintln(t.out, string(raw))
		return nil
	}
	var data struct{ StandingQuestions []standing }
	if err := json.Unmarshal(raw, &data); err != nil {
		return err
	}
	for _, q := range data.StandingQuestions {
		q.print(t, strings.TrimRight(c.Server, "/"))
	}
	return nil
}

func (q standing) print(t terminal, server string) {
	state := ""
	if q.Paused {
		state = " (paused)"
	}
	fmt.Fprintf(t.out, "%s%s\n  %s, for %s; told %d times; %s%s\n", q.Question, state, q.ID, q.By, q.Told, server, q.Feed)
	if q.Fault != nil {
		fmt.Fprintf(t.out, "  cannot be answered: %s\n", *q.Fault)
	}
	for _, c := range q.Channels {
		fmt.Fprintf(t.out, "  %s %s: %d of %d arrived", strings.ToLower(c.Kind), c.Address, c.Told, q.Told)
		if c.Fault != nil {
			fmt.Fprintf(t.out, "; %s", *c.Fault)
		}
		fmt.Fprintln(t.out)
	}
	for _, told := range q.Tellings {
		fmt.Fprintf(t.out, "  %d  %s  %s: %s\n", told.Number, told.At, told.Kind, told.Text)
		for _, quote := range told.Quotes {
			fmt.Fprintf(t.out, "       “%s”%s\n", quote.Exact,
				after(" — ", quote.Speaker)+after(", ", quote.Title)+after(", ", quote.URL))
		}
	}
}

// after gives a text behind what parts it from others, nothing for none.
func after(sign string, text *string) string {
	if text == nil {
		return ""
	}
	return sign + *text
}

// oneStanding names a standing question.
type oneStanding struct {
	serverFlag
	ID string `arg:"" help:"The question's id; sayso standing lists them."`
}

func (c oneStanding) change(t terminal, field, says string) error {
	return c.changeOne(t, standingTimeout, c.ID, c.ID, field, says)
}

type (
	pauseStandingCommand  struct{ oneStanding }
	resumeStandingCommand struct{ oneStanding }
	removeStandingCommand struct{ oneStanding }
)

// Run pauses the question.
func (c *pauseStandingCommand) Run(t terminal) error {
	return c.change(t, "pauseStandingQuestion(id: $id) { id }", "is paused")
}

// Run goes on with the question.
func (c *resumeStandingCommand) Run(t terminal) error {
	return c.change(t, "pauseStandingQuestion(id: $id, paused: false) { id }", "is answered again")
}

// Run forgets the question.
func (c *removeStandingCommand) Run(t terminal) error {
	return c.change(t, "removeStandingQuestion(id: $id)", "is forgotten")
}
