package features

const (
	backward  = 6   // sentences before that of the cue, at most
	forward   = 8   // sentences after it
	windowful = 600 // words a window may have before no further sentence is taken in
)

// Window gives the words among which source and content of a cue are looked for: its sentence, one neighbour on each
// side, further ones as long as they hold quoted words, all within the paragraph; and the next paragraph if it opens
// with a quotation that the text before leads up to. The words are first up to, not including, end.
func (d *Document) Window(head int) (first, end int) {
	k := d.words[head].sentence
	lo, hi := k, k
	paragraph := d.words[head].paragraph
	size := d.sentences[k].end - d.sentences[k].first
	take := func(j, n int) bool {
		s := d.sentences[j]
		if !d.Readable(j) || size+s.end-s.first > windowful || n > 0 && !d.anyQuoted(s) {
			return false
		}
		size += s.end - s.first
		return true
	}
	for n := 0; lo > 0 && n < backward && d.words[d.sentences[lo-1].first].paragraph == paragraph && take(lo-1, n); n++ {
		lo--
	}
	for n := 0; hi+1 < len(d.sentences) && n < forward; n++ {
		s := d.sentences[hi+1]
		if d.words[s.first].paragraph != paragraph && !d.leadsTo(d.sentences[hi].end-1, s.first) || !take(hi+1, n) {
			break
		}
		hi++
	}
	return d.sentences[lo].first, d.sentences[hi].end
}

func (d *Document) anyQuoted(s sentence) bool {
	for i := s.first; i < s.end; i++ {
		if d.quoted(i) {
			return true
		}
	}
	return false
}

// leadsTo reports whether the quotation that begins the next paragraph goes on from the end of this one.
func (d *Document) leadsTo(last, next int) bool {
	if !d.quoted(next) || d.words[next].paragraph > d.words[last].paragraph+1 {
		return false
	}
	t := d.words[last].text
	return t == ":" || t == "," || d.quoted(last)
}
