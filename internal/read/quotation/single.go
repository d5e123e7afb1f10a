package quotation

import (
	_ "embed"
	"strings"
	"unicode"
)

// maxSingle is how far a single closing mark may stand from its opening one, in code points.
const maxSingle = 2000

//go:embed elided.txt
var elidedData string

// elidedWords begin with an apostrophe: 'tis, 'em.
var elidedWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(elidedData) {
		out[w] = true
	}
	return out
}()

// elided reports whether the apostrophe at i belongs to the word behind it: 'tis, '90s.
func (f *finder) elided(i int) bool {
	if r := f.at(i); r != '\'' && r != '’' {
		return false
	}
	end := i + 1
	for unicode.IsLetter(f.at(end)) || unicode.IsDigit(f.at(end)) {
		end++
	}
	if end == i+1 {
		return false
	}
	word := strings.ToLower(string(f.text[i+1 : end]))
	return elidedWords[word] || unicode.IsDigit(f.text[i+1]) && strings.HasSuffix(word, "s")
}

// single takes the quotation in single marks that opens at i, if one does, and gives the next place.
func (f *finder) single(i int, following [][2]int) int {
	if !f.opensSingle(i) {
		return i + 1
	}
	if end, ok := f.matchSingle(i); ok {
		f.add(i, i+1, end, end+1, true, true)
		return end + 1
	}
	if f.goesOn(i, following) {
		f.add(i, i+1, f.end, f.end, false, true)
		return f.end
	}
	return i + 1
}

// opensSingle reports whether a single mark at i looks like an opening one.
func (f *finder) opensSingle(i int) bool {
	r, before, after := f.at(i), f.at(i-1), f.at(i+1)
	if !strings.ContainsRune("‘'‚`", r) || f.elided(i) {
		return false
	}
	if before != 0 && !unicode.IsSpace(before) && !strings.ContainsRune("([—–:", before) {
		return false
	}
	if unicode.IsLetter(after) || unicode.IsDigit(after) && r != '\'' || f.elided(i+1) {
		return true
	}
	return i+1 < f.end && f.markAt(i+1).width > 0 && f.opens(i+1, f.markAt(i+1))
}

// matchSingle finds the single mark that closes the quotation at i, past the quotations in double marks inside. An
// apostrophe behind a word with s is a possessive where a mark behind a punctuation mark, or another such word,
// follows.
func (f *finder) matchSingle(i int) (end int, ok bool) {
	f.steps = 0
	for j, owners := i+1, 0; j < min(f.end, i+maxSingle); j++ {
		if m := f.markAt(j); m.width > 0 && !(m.family == apostrophe && f.text[i] == '`') {
			at, width, nested := 0, 0, false
			if f.opens(j, m) || f.spaced(j, m) {
				at, width, nested = f.match(j, m, nil)
			}
			switch {
			case nested:
				j = at + width - 1
			case m.family != apostrophe:
				return 0, false
			case m.sign == '`':
				j++
			default:
				return j + 1, true // "…''": that of the one inside, then ours
			}
			continue
		}
		if !f.closesSingle(j) {
			continue
		}
		if f.possessive(j, owners) {
			owners++
			continue
		}
		if f.text[i] == '`' {
			for f.at(j+1) == f.text[j] { // those of quotations inside that end here too
				j++
			}
		}
		return j, true
	}
	return 0, false
}

// closesSingle reports whether the apostrophe at j may close: nothing of a word is behind it, and ink before it.
func (f *finder) closesSingle(j int) bool {
	c, before, next := f.text[j], f.at(j-1), f.at(j+1)
	if c != '’' && c != '\'' && c != '‘' || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return false
	}
	return !unicode.IsSpace(before)
}

// mostOwners is how many possessives in a row are taken for such where only another one follows.
const mostOwners = 3

// possessive reports whether the apostrophe at j is the one of "workers' rights" rather than a closing mark: an s
// before it, a word after it, and another candidate still to come.
func (f *finder) possessive(j, owners int) bool {
	if f.at(j-1) != 's' || f.at(j+1) != ' ' || !unicode.IsLetter(f.at(j+2)) {
		return false
	}
	for k := j + 2; k < min(f.end, j+maxSingle); k++ {
		if f.opensSingle(k) && f.text[k] != '\'' {
			return false
		}
		if !f.closesSingle(k) {
			continue
		}
		if strings.ContainsRune(",.!?…;", f.at(k-1)) {
			return true
		}
		return k < j+200 && owners < mostOwners && unicode.IsLower(f.at(j+2))
	}
	return false
}
