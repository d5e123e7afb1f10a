package claim

// opensList tells whether a colon or a dash stands between two tokens: what follows it explains something said before.
func (f *finder) opensList(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if f.listMark(i) {
			return true
		}
	}
	return false
}

// listMark tells whether a token is a colon or a dash between words.
func (f *finder) listMark(i int) bool {
	return f.d.Tokens[i].Tag == ":" && f.d.Tokens[i].Text != ";"
}

// listBehind finds the names that a colon or a dash further on in the sentence gives for the plural noun i: "four countries recognise X: A, B, C
// and D", "the states that recognise X – A, B and C – …". Nothing but names may stand in the list, and no other plural noun between.
func (f *finder) listBehind(i int) []int {
	d := f.d
	end := d.Sentences[d.Sentence[i]].End
	at := i + 1
	for at < end && !f.listMark(at) {
		if d.Tokens[at].Tag == "NNS" && f.cast.At[at] < 0 || d.Quoted[at] != d.Quoted[i] {
			return nil
		}
		at++
	}
	var out []int
	for at++; at < end && !f.listMark(at); at++ {
		if k := f.cast.At[at]; k >= 0 {
			if head := f.cast.Mentions[k].Head(d); len(out) == 0 || out[len(out)-1] != head {
				out = append(out, head)
			}
			continue
		}
		switch w := d.Lower(at); {
		case w == "," || listWords[w] || !d.Ink(at):
		case at == end-1 || d.Tokens[at].Text == ".":
			at = end
		default:
			return nil
		}
	}
	if len(out) < 2 {
		return nil
	}
	for _, t := range out[1:] {
		if f.cast.Mentions[f.cast.At[t]].Type != f.cast.Mentions[f.cast.At[out[0]]].Type {
			return nil
		}
	}
	return out
}
