package ingest

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"sayso/internal/kg"
)

// decode turns the bytes of a file, a page or a line into text, whatever they came through. In this order it goes by a
// byte order mark, by the zeros that UTF-16 puts between Latin letters, by the bytes being UTF-8, by what contentType
// or the page's own meta tag says, and takes what nobody describes for Windows-1252 where that gives words. The mark
// itself is no part of the text. Anything else is refused with the place of the first byte that cannot be read and the
// command that converts it.
func decode(name string, data []byte, contentType string) (string, error) {
	if marked := byMark(data); marked != nil {
		return withEncoding(name, "UTF-16", marked, data)
	}
	if e := evidentUTF16(data); e != nil {
		return withEncoding(name, "UTF-16", e, data)
	}
	label, e := declared(data, contentType)
	stateful := strings.HasPrefix(label, "iso-2022")
	if utf8.Valid(data) && !stateful {
		return strings.TrimPrefix(string(data), byteOrderMark), nil
	}
	if e != nil && label != "utf-8" && !strings.HasPrefix(label, "utf-16") {
		return withEncoding(name, label, e, data)
	}
	if at := implausible(data); at >= 0 {
		return "", kg.Errorf(kg.Invalid, "%s is not UTF-8: byte %d (0x%02X) cannot be read; convert it first: iconv -f %s "+
			"-t UTF-8 "+
			"(-f is the encoding that it was written in)", name, at, data[at], guess(data))
	}
	return withEncoding(name, "windows-1252", charmap.Windows1252, data)
}

// byMark gives the encoding that a byte order mark tells of; nil for UTF-8, whose mark decode cuts off.
func byMark(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM)
	}
	return nil
}

// sampleOfBytes is how much of a file is looked at to tell UTF-16.
const sampleOfBytes = 4096

// evidentUTF16 tells UTF-16 without a mark: of its letters every second byte is zero, and hardly any of the others.
func evidentUTF16(data []byte) encoding.Encoding {
	sample := data[:min(len(data), sampleOfBytes)&^1]
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 4:
		return nil
	case zeros[1]*10 > half*6 && zeros[0]*20 < half:
		return textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)
	case zeros[0]*10 > half*6 && zeros[1]*20 < half:
		return textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)
	}
	return nil
}

// headOfPage is how far into a page its own encoding is looked for, in bytes.
const headOfPage = 16 << 10

var metaCharset = regexp.MustCompile(`(?i)(?:<meta[^>]{0,200}?charset\s*=\s*["']?\s*|<\?xml[^>]{0,100}?encoding\s*=\s*["'])([\w.:-]+)`)

// declared gives the encoding that the transport or the page itself names, with its canonical name; nil where none is
// known.
func declared(data []byte, contentType string) (string, encoding.Encoding) {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if e, label := charset.Lookup(params["charset"]); e != nil {
			return label, e
		}
	}
	if m := metaCharset.FindSubmatch(data[:min(len(data), headOfPage)]); m != nil {
		if e, label := charset.Lookup(string(m[1])); e != nil {
			return label, e
		}
	}
	return "", nil
}

func withEncoding(name, label string, e encoding.Encoding, data []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err == nil && !bytes.ContainsRune(out, utf8.RuneError) {
		return strings.TrimPrefix(string(out), byteOrderMark), nil
	}
	at := firstUndecodable(e, data)
	return "", kg.Errorf(kg.Invalid, "%s is said to be %s, but byte %d (0x%02X) is none; convert it first: iconv -f %s "+
		"-t UTF-8 "+
		"(-f is the encoding that it was written in)", name, label, at, data[min(at, len(data)-1)], strings.ToUpper(label))
}

// firstUndecodable finds the place of the first byte that an encoding does not know: that behind the longest beginning
// which it decodes.
func firstUndecodable(e encoding.Encoding, data []byte) int {
	low, high := 0, len(data)
	for low < high {
		middle := (low + high + 1) / 2
		dst := make([]byte, 4*middle+16)
		n, _, _ := e.NewDecoder().Transform(dst, data[:middle], false)
		if bytes.ContainsRune(dst[:n], utf8.RuneError) {
			high = middle - 1
		} else {
			low = middle
		}
	}
	return low
}

// typographic are the signs of Windows-1252 that stand in English text beside letters.
const typographic = "€‚„…†‡‰‹›‘’“”•–—™ ¡¢£¥§©«»\u00AD®°±²³·¼½¾¿×÷"

// foreignShare is the most that letters beyond ASCII may be of all in a text that is taken for Windows-1252: one letter
// in so many.
const foreignShare = 4

// implausible gives the place of the first byte that cannot be Windows-1252 in a text of Latin letters, -1 where all
// may be: a sign that the encoding has none for, one that stands inside a word, a capital behind a small letter; and
// where most letters are beyond ASCII the first such.
func implausible(data []byte) int {
	letters, foreign, first := 0, 0, -1
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = charmap.Windows1252.DecodeByte(b)
	}
	for i, r := range runes {
		if unicode.IsLetter(r) {
			letters++
		}
		if r < utf8.RuneSelf && (r >= ' ' || unicode.IsSpace(r)) {
			continue
		}
		if first < 0 {
			first = i
		}
		if oddIn1252(runes, i) {
			return i
		}
		if unicode.IsLetter(r) {
			foreign++
		}
	}
	if foreign*foreignShare > letters {
		return first
	}
	return -1
}

// oddIn1252 reports whether a sign beyond ASCII can hardly be what was written.
func oddIn1252(runes []rune, i int) bool {
	r := runes[i]
	inWord := i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i-1]) && unicode.IsLower(runes[i+1])
	switch {
	case strings.ContainsRune("ªºƒˆ˜µ", r):
		return inWord
	case unicode.IsLetter(r):
		return unicode.IsUpper(r) && i > 0 && unicode.IsLower(runes[i-1])
	case strings.ContainsRune(typographic, r):
		return inWord && !strings.ContainsRune("’‘–—·\u00AD…", r)
	}
	return true
}

// guess names the encoding that a converter is told most likely: that of Cyrillic where most letters are beyond ASCII.
func guess(data []byte) string {
	high := 0
	for _, b := range data {
		if b >= utf8.RuneSelf {
			high++
		}
	}
	if 3*high > len(data) {
		return "WINDOWS-1251"
	}
	return "WINDOWS-1250"
}
