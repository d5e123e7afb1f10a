package nlp

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dottedQuad is an IPv4 address that a page could have; private ones are excluded by privateQuad.
var (
	dottedQuad = regexp.MustCompile(`^(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4])$`)
	privateNet = regexp.MustCompile(`^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.`)
)

// isURL reports whether the whole of s is an address of a page or a mailbox: optional scheme, optional user, host with
// a lower-case top-level domain or IP address, optional port and path. Such a word is not cut at its punctuation.
func (a *affixes) isURL(s string) bool {
	if !strings.ContainsRune(s, '.') {
		return false
	}
	if a.hostAndPath(s) {
		return true
	}
	if i := strings.Index(s, "://"); i > 0 && isScheme(s[:i]) && a.userHostPath(s[i+3:]) {
		return true
	}
	return a.userHostPath(s)
}

// userHostPath allows a user before any of the at signs of s.
func (a *affixes) userHostPath(s string) bool {
	if a.hostAndPath(s) {
		return true
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '@' && a.hostAndPath(s[i+1:]) {
			return true
		}
	}
	return false
}

func isScheme(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("_+-.", r) && !unicode.IsLetter(r) && !unicode.IsNumber(r) {
			return false
		}
	}
	return utf8.RuneCountInString(s) >= 2
}

func (a *affixes) hostAndPath(s string) bool {
	host, rest := s, ""
	// A host ends at the first of these four; an at sign would mean that this is not a host, so looking stops there too.
	if end := strings.IndexAny(s, ":/?#@"); end >= 0 {
		host, rest = s[:end], s[end:]
	}
	if !portAndPath(rest) {
		return false
	}
	return a.isHost(host) || dottedQuad.MatchString(host) && !privateNet.MatchString(host)
}

// portAndPath reports whether s is what may follow a host: ":" and two to five digits, then a path; both optional.
func portAndPath(s string) bool {
	if strings.HasPrefix(s, ":") {
		s = s[1:]
		n := 0
		for s != "" {
			r, size := utf8.DecodeRuneInString(s)
			if !unicode.IsDigit(r) {
				break
			}
			s = s[size:]
			n++
		}
		if n < 2 || n > 5 {
			return false
		}
	}
	return s == "" || strings.IndexByte("/?#", s[0]) >= 0
}

func isHostChar(r rune) bool {
	if r < 0x80 {
		lower := r | 0x20
		return isASCIIDigit(r) || lower >= 'a' && lower <= 'z'
	}
	return r >= 0xa1 && r <= 0xffff
}

// isHost reports whether s is one or more labels, each with a full stop, and a top-level domain.
func (a *affixes) isHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 1 {
		return false
	}
	n := 0
	for _, r := range s[dot+1:] {
		if n++; n > 63 || !a.lower.has(r) {
			return false
		}
	}
	if n < 2 {
		return false
	}
	for label := range strings.SplitSeq(s[:dot], ".") {
		if !isHostLabel(label) {
			return false
		}
	}
	return true
}

func isHostLabel(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if s == "" || !isHostChar(first) || !isHostChar(last) {
		return false
	}
	n := 0
	for _, r := range s {
		if n++; n > 64 || r != '-' && r != '_' && !isHostChar(r) {
			return false
		}
	}
	return true
}
