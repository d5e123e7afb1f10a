package compile

import "sayso/internal/kg"

// overruled writes whether another judgement of the same two comes before the judgement v, as kg.NewIdentities decides
// it: a person's before the linker's, a later one of the same kind before an earlier one. A split stands beside all
// others, and what was taken back overrules nothing.
func overruled(w *writer, v string) {
	o, split := w.Fresh("j"), string(kg.Split)
	w.Syntax("(").Ident(v).Syntax(".verdict <> ").Param(split)
	w.Syntax(" AND EXISTS { (").Ident(o).Syntax(":Judgement {left: ").Ident(v).Syntax(".left, right: ").Ident(v)
	w.Syntax(".right, status: ").Param(string(kg.Active)).Syntax("}) WHERE ")
	w.Ident(o).Syntax(".verdict <> ").Param(split).Syntax(" AND (")
	w.Ident(v).Syntax(".automatic AND NOT ").Ident(o).Syntax(".automatic OR ")
	w.Ident(v).Syntax(".automatic = ").Ident(o).Syntax(".automatic AND (")
	w.Ident(o).Syntax(".at > ").Ident(v).Syntax(".at OR ")
	w.Ident(o).Syntax(".at = ").Ident(v).Syntax(".at AND ").Ident(o).Syntax(".id > ").Ident(v).Syntax(".id)) })")
}
