package mention

import (
	"fmt"
	"strings"

	"sayso/internal/kg"
)

// institution resolves a body of a state that is written without capitals: "Ukraine's general staff", "the French
// foreign ministry".
func (c stateBodies) institution(i int) (Actor, bool) {
	d := c.Doc
	for first := max(d.Left[i], i-3); first <= i; first++ {
		for _, end := range []int{min(i+3, len(d.Tokens)), i + 1} {
			inst, ok := c.Words.institutions[strings.ToLower(d.Phrase(first, end))]
			if !ok {
				continue
			}
			if e, ok := c.owner(first, end); ok {
				return Actor{fmt.Sprintf(inst.form, e.Name), kg.Organization, inst.kind}, true
			}
			if a, ok := c.sameBody(inst); ok {
				return a, true
			}
		}
	}
	return Actor{}, false
}

// sameBody finds the one body of its kind that the text names with its state.
func (c stateBodies) sameBody(inst institution) (Actor, bool) {
	if c.bodies == nil {
		c.bodies = map[string]int{}
		for k, m := range c.Mentions {
			if m.Type != kg.Organization || m.Kind != "government" && m.Kind != "armed force" {
				continue
			}
			if form := c.formOf(m.Name); form != "" {
				if _, have := c.bodies[form]; !have {
					c.bodies[form] = k
				}
			}
		}
	}
	if k, ok := c.bodies[inst.form]; ok {
		return c.actor(k), true
	}
	return Actor{}, false
}

// formOf gives the form that the name of a state's body was made by, "" for other names.
func (c stateBodies) formOf(name string) string {
	for _, inst := range c.Words.institutions {
		before, after, _ := strings.Cut(inst.form, "%s")
		if strings.HasPrefix(name, before) && strings.HasSuffix(name, after) && len(name) > len(before)+len(after) {
			return inst.form
		}
	}
	return ""
}
