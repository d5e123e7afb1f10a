package clause

import (
	"sayso/internal/read/lang"
	"sayso/internal/read/lang/en"
)

var operators, rumours = operatorsOf(en.Table("clause/operators.tsv"))

// Operators are what words make of the infinitive, -ing form or clause that they govern: a modality, NEGATED or
// ASSERTED.
var Operators = operators

// Rumours are the nouns whose "that" clause nobody vouches for.
var Rumours = rumours

func operatorsOf(rows []lang.Row) (effects map[string]string, hearsay map[string]bool) {
	effects, hearsay = map[string]string{}, map[string]bool{}
	for _, r := range rows {
		if r.Value == "HEARSAY" {
			hearsay[r.Word] = true
		} else {
			effects[r.Word] = r.Value
		}
	}
	return effects, hearsay
}
