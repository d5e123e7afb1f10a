package layout

import (
	"regexp"
	"strings"
)

// The parts of a dateline, as agencies write it: "LAGOS, Nigeria, Feb 13 (AP) —". A town is written in capitals, or an
// agency in brackets follows it.
const (
	capitalTown = `(?:Mc)?\p{Lu}[\p{Lu}'. /-]{0,40}\p{Lu}`
	anyTown     = `\p{Lu}[\p{L}'. /-]{1,30}`
	inState     = `(?:, [\p{L}. ]{2,30})`
	day         = `(?:,? (?:` + dayMonth + `|` + monthDay + `)(?:,? \d{4})?)`
	dayMonth    = `\d{1,2} ` + month
	monthDay    = month + ` \d{1,2}`
	month       = `(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?`
	inBrackets  = `\([^)]{2,40}\)`
	agency      = `\((?:\p{Lu}{2,12}|Reuters|Xinhua|Bloomberg|Interfax|dpa|[\p{L} ]{2,30} (?:Press|News|Agency|Service|Wire))\)`
	dash        = ` ?(?:—|–|--| -| \|) ?`
	inCapitals  = `\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){0,3}`
	spacedDash  = ` (?:—|–|--|-) `
)

var dateline = regexp.MustCompile(strings.Join([]string{
	`^` + capitalTown + inState + `{0,2}` + day + `?(?: ?` + inBrackets + `)?` + dash,
	`^` + anyTown + inState + `{0,2}` + day + `? ` + agency + dash,
	`^\p{Lu}[\p{L}\d'. ,-]{2,60} /[\p{L} ]{2,20}/` + dash,
}, `|`))

// plainDateline is one without capitals or an agency, as some outlets write it: "Islamabad, Pakistan - Police …".
var plainDateline = regexp.MustCompile(`^(` + inCapitals + `, ` + inCapitals + spacedDash + `)["']?\p{Lu}`)

// leastDated is how many code points a line has that a plain dateline opens: shorter ones are titles and entries of
// lists.
const leastDated = 80

// datelineOf gives the length in code points of the dateline that a line begins with, 0 for none.
func datelineOf(line string) int {
	if m := dateline.FindString(line); m != "" && len(m) < len(line) {
		return len([]rune(m))
	}
	if m := plainDateline.FindStringSubmatch(line); m != nil && len([]rune(line)) >= leastDated {
		return len([]rune(m[1]))
	}
	return 0
}
