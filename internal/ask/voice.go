package ask

import (
	"slices"

	"sayso/internal/kg"
)

// voice finds whether the clause is a passive, and by whom. It gives false where the words cannot be a clause.
func (g grammar) voice(c *clause, p *parts, words []token, m match, f flags) bool {
	verb := participle(words[m.start].low)
	if n := len(p.right); f.be && n > 0 && p.right[n-1].low == "by" {
		c.byWhom, p.right = true, p.right[:n-1]
	}
	by := indexOf(p.right, "by")
	opposedTo := connectors[words[m.end-1].low] && len(p.right) > 0 && by < 0 && !c.byWhom
	c.passive = f.be && verb && !m.inverse && !m.stative && !opposedTo
	if by >= 0 && (f.be || f.none()) && verb && !c.byWhom {
		c.passive = true
		g.agent(c, p, by)
	}
	return g.lex.is(m.id, kg.Result) || !c.passive || !p.objectBehind()
}

// objectBehind reports whether an object stands behind the predicate, which no passive has.
func (p parts) objectBehind() bool {
	if len(p.agent) > 0 || len(p.left) == 0 || len(p.right) == 0 {
		return false
	}
	return p.right[0].name || articles[p.right[0].low]
}

// agent parts what stands behind "by" at word at into who did it and why.
func (g grammar) agent(c *clause, p *parts, at int) {
	p.agent, p.right = p.right[at+1:], p.right[:at]
	leads := g.lex.asking[c.id].Reason
	if g.nameGoesOn(p.agent) {
		leads = without(leads, "of")
	}
	if by, why := withoutReason(p.agent, leads); len(p.right) == 0 {
		p.agent, p.right = by, why
	}
	if by, where := g.apartFrom(c.id, p.agent); len(p.right) == 0 && len(by) < len(p.agent) && by[0].name {
		p.agent, p.right = by, where // stolen by Wagner | in Mali
	}
	if anybodyAt(p.agent) {
		c.anybody, p.agent = true, nil // recognized by anyone
	}
}

// nameGoesOn reports whether "of" in a name leads to another name: the prosecutors of Turin.
func (g grammar) nameGoesOn(words []token) bool {
	of := indexOf(words, "of")
	return g.cased && of > 0 && nameAhead(words[of+1:])
}

// without gives a list without one of its words.
func without(words []string, one string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == one })
}
