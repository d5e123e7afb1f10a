package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"sayso/internal/check"
	"sayso/internal/kg"
)

// checkCommand has one part; a graph is what is checked where nothing is named.
type checkCommand struct {
	Graph checkGraphCommand `cmd:"" default:"withargs" help:"Prove what always holds of a graph: quotes stand in their texts, counters count, edges are drawn."`
}

type checkGraphCommand struct {
	serverFlag
	Repair bool     `help:"Mend what follows from the rest of the graph. Words, statements and judgements are never changed."`
	Only   []string `help:"Check only what has this name; may be given again." placeholder:"NAME"`
	JSON   bool     `name:"json" help:"Print a report a line, as JSON."`
}

// Run prints a line for each invariant. What is wrong in the end makes it fail.
func (c *checkGraphCommand) Run(t terminal) error {
	query := url.Values{"only": c.Only}
	if c.Repair {
		query.Set("repair", "true")
	}
	request, err := http.NewRequestWithContext(t.ctx, http.MethodPost, c.address(check.Path)+"?"+query.Encode(), nil)
	if err != nil {
		return kg.Errorf(kg.Invalid, "--server %q is no address; write one such as http://127.0.0.1:8080", c.Server)
	}
	body, err := c.do(request)
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	left := 0
	if !c.JSON {
		fmt.Fprintf(t.out, "%-12s %11s %9s %9s\n", "", "looked at", "wrong", "repaired")
	}
	err = check.Read(body, func(r check.Report) {
		if !r.Done {
			fmt.Fprintf(t.err, "%s: %d %s\n", r.Invariant, r.Looked, r.Of)
			return
		}
		left += r.Wrong - r.Repaired
		c.print(t, r)
	})
	if err == nil && left > 0 {
		err = kg.Errorf(kg.Invalid, "%d wrong in the graph at %s", left, c.Server)
	}
	return err
}

func (c *checkGraphCommand) print(t terminal, r check.Report) {
	if c.JSON {
		_ = json.NewEncoder(t.out).Encode(r)
		return
	}
	fmt.Fprintf(t.out, "%-12s %11d %9d %9d   %s\n", r.Invariant, r.Looked, r.Wrong, r.Repaired, r.Of)
	if r.Wrong == 0 {
		return
	}
	fmt.Fprintf(t.out, "    should hold: %s\n", r.Means)
	for _, f := range r.Faults {
		mended := ""
		if f.Repaired {
			mended = "repaired: "
		}
		fmt.Fprintf(t.out, "    %s%s %s\n", mended, f.ID, strings.ReplaceAll(f.What, "\n", " "))
	}
	if more := r.Wrong - len(r.Faults); more > 0 {
		fmt.Fprintf(t.out, "    and %d more\n", more)
	}
	if r.Advice != "" {
		fmt.Fprintf(t.out, "    what to do: %s\n", r.Advice)
	}
}
