package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"sayso/internal/kg"
)

// StatePath is where a server says what it is, to those who may read.
const StatePath = "/version"

// State is what it says.
type State struct {
	Build  string `json:"build"`  // version and commit
	Access string `json:"access"` // "open", "exposed", "keys" or "keys and ISSUER"
}

// longestPage is how many bytes of a page are read.
const longestPage = 1 << 20

// get reads a page of the server.
func (s *Setup) get(ctx context.Context, path string) (status int, body []byte, header http.Header, err error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimRight(s.Server, "/")+path, nil)
	if err != nil {
		return 0, nil, nil, err
	}
	response, err := s.Client.Do(request)
	if err != nil {
		return 0, nil, nil, err
	}
	defer func() { _ = response.Body.Close() }()
	body, err = io.ReadAll(io.LimitReader(response.Body, longestPage))
	return response.StatusCode, body, response.Header, err
}

// answers reports whether a server of ours answers at the address.
func (s *Setup) answers(ctx context.Context) bool {
	_, body, _, err := s.get(ctx, "/healthz")
	return err == nil && strings.Contains(string(body), `"alive"`)
}

func reachable(ctx context.Context, s *Setup) []Finding {
	status, body, _, err := s.get(ctx, "/healthz")
	start := "gqlserver --listen " + strings.TrimPrefix(s.Server, "http://")
	switch {
	case err != nil:
		return one(
			"server",
			Problem,
			fmt.Sprintf("nobody answers at %s: %v", s.Server, reason(err)),
			start+", or name another: sayso doctor --server URL",
		)
	case !strings.Contains(string(body), `"alive"`):
		return one(
			"server",
			Problem,
			fmt.Sprintf("at %s another program answers (%d %s)", s.Server, status, http.StatusText(status)),
			"sayso doctor --server URL, or another --listen for gqlserver",
		)
	}
	return one("server", OK, "it answers at "+s.Server, "")
}

// ready asks whether the graph can be read and written.
func ready(ctx context.Context, s *Setup) []Finding {
	if !s.answers(ctx) {
		return nil
	}
	status, body, _, err := s.get(ctx, "/readyz")
	var told struct{ Status string }
	if err == nil {
		err = json.Unmarshal(body, &told)
	}
	switch {
	case err != nil:
		return one("graph", Problem, fmt.Sprintf("/readyz does not answer: %v", reason(err)), "see the server's log")
	case status != http.StatusOK:
		return one("graph", Problem, told.Status, "see the server's log, and DATA/neo4j/logs/console.log")
	}
	return one("graph", OK, "it can be read and written", "")
}

// build asks the server which it is and whom it lets in.
func build(ctx context.Context, s *Setup) []Finding {
	if !s.answers(ctx) {
		return nil
	}
	status, body, _, err := s.get(ctx, StatePath)
	var state State
	switch {
	case err != nil:
		return one("access", Problem, fmt.Sprintf("%s does not answer: %v", StatePath, reason(err)), "see the server's log")
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return one("access", Problem, "the server does not let us in: "+messageIn(body),
			"export SAYSO_KEY=… (who runs the server makes a key: sayso keys add NAME --role reader)")
	case status == http.StatusServiceUnavailable:
		return one("access", Unknown, "the server is still starting", "")
	case status != http.StatusOK || json.Unmarshal(body, &state) != nil:
		return one(
			"version",
			Warning,
			"the server does not say which version it is: it is older than sayso",
			"install both from one release",
		)
	}
	out := one("access", OK, state.Access, "")
	if state.Access == Exposed {
		out = one("access", Problem, "whoever reaches the server may read and change everything (--insecure)",
			"sayso keys add NAME --role admin, then start gqlserver without --insecure")
	}
	if state.Build != s.Build {
		return append(out, Finding{"version", Warning, fmt.Sprintf("the server is %q, sayso is %q", state.Build, s.Build),
			"install both from one release"})
	}
	return append(out, Finding{"version", OK, state.Build, ""})
}

// What State.Access says of servers that ask nobody who they are.
const (
	Open    = "open"    // only this machine reaches it
	Exposed = "exposed" // others do
)

// mostApart is how far apart clocks may be before tokens, pages and backups are judged wrongly.
const mostApart = time.Minute

// clock compares ours with the server's, and with what cannot lie in the future.
func clock(ctx context.Context, s *Setup) []Finding {
	if !s.Built.IsZero() && s.Now().Before(s.Built.Add(-24*time.Hour)) {
		return one(
			"clock",
			Problem,
			fmt.Sprintf("it is %s here, before this program was made (%s)", s.Now().Format(time.RFC3339),
				s.Built.Format(time.RFC3339)),
			"timedatectl set-ntp true",
		)
	}
	_, _, header, err := s.get(ctx, "/healthz")
	if err != nil {
		return nil
	}
	there, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return one("clock", Unknown, "the server does not say what time it is", "")
	}
	if apart := s.Now().Sub(there).Abs(); apart > mostApart {
		return one(
			"clock",
			Warning,
			fmt.Sprintf("the server's and ours are %s apart", apart.Round(time.Second)),
			"timedatectl set-ntp true, on both machines",
		)
	}
	return one("clock", OK, "the server's and ours agree", "")
}

// sources asks which followed sources fail.
func sources(ctx context.Context, s *Setup) []Finding {
	var told struct {
		FollowedSources []struct {
			Address  string
			Failures int
			Fault    *string
			Waiting  int
			Failed   int
		}
	}
	if !s.answers(ctx) {
		return nil
	}
	if err := s.Ask(ctx, `{ followedSources { address failures fault waiting failed } }`, &told); err != nil {
		return one("sources", Unknown, message(err), "")
	}
	var out []Finding
	waiting := 0
	for _, f := range told.FollowedSources {
		waiting += f.Waiting
		switch {
		case f.Failures > 0 && f.Fault != nil:
			out = append(
				out,
				Finding{"sources", Warning, fmt.Sprintf("%s failed %d times in a row: %s", f.Address, f.Failures, *f.Fault),
					"sayso sources retry " + f.Address},
			)
		case f.Failed > 0:
			out = append(
				out,
				Finding{"sources", Warning, fmt.Sprintf("%d articles of %s could not be taken", f.Failed, f.Address),
					"sayso sources list; sayso sources retry " + f.Address},
			)
		}
	}
	if out == nil {
		return one("sources", OK, fmt.Sprintf("%d are followed, %d articles wait", len(told.FollowedSources), waiting), "")
	}
	return out
}

// questions asks which standing questions cannot be answered or told.
func questions(ctx context.Context, s *Setup) []Finding {
	var told struct {
		StandingQuestions []struct {
			ID, Question string
			Fault        *string
			Channels     []struct {
				Address  string
				Failures int
				Fault    *string
			}
		}
	}
	if !s.answers(ctx) {
		return nil
	}
	if err := s.Ask(ctx, `{ standingQuestions { id question fault channels { address failures fault } } }`,
		&told); err != nil {
		return one("standing questions", Unknown, message(err), "")
	}
	var out []Finding
	for _, q := range told.StandingQuestions {
		if q.Fault != nil {
			out = append(
				out,
				Finding{
					"standing questions",
					Warning,
					fmt.Sprintf("%q could not be answered: %s", q.Question, *q.Fault),
					"sayso standing list",
				},
			)
		}
		for _, c := range q.Channels {
			if c.Failures > 0 && c.Fault != nil {
				out = append(
					out,
					Finding{"standing questions", Warning, fmt.Sprintf("%q could not be told to %s, %d times in a row: %s",
						q.Question, c.Address, c.Failures, *c.Fault), "see that it takes messages; it is tried again by itself"},
				)
			}
		}
	}
	if out == nil {
		return one("standing questions", OK, fmt.Sprintf("%d stand", len(told.StandingQuestions)), "")
	}
	return out
}

// messageIn gives the message of an answer in GraphQL's form.
func messageIn(body []byte) string {
	var told struct{ Errors []struct{ Message string } }
	if json.Unmarshal(body, &told) != nil || len(told.Errors) == 0 {
		return "without a reason"
	}
	return told.Errors[0].Message
}

func message(err error) string {
	var own *kg.Error
	if errors.As(err, &own) {
		return own.Message
	}
	return err.Error()
}

// reason is what a failed request comes down to, without the address, which is told beside it.
func reason(err error) error {
	var op *net.OpError
	if errors.As(err, &op) {
		return op.Err
	}
	return err
}

func loopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || (ip != nil && ip.IsLoopback()))
}
