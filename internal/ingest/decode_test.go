package ingest

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"sayso/internal/kg"
)

const accented = "Mayor Zoë Halász said: “The café – no, ‘our’ café – costs 5 €.” The señor’s façade in Malmö stays…\n"

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	utf16 := func(order unicode.Endianness, mark unicode.BOMPolicy) []byte {
		return encoded(t, unicode.UTF16(order, mark), accented)
	}
	meta := `<html><head><meta name="x" content="y">` + strings.Repeat(" ", 3000) + `<META http-equiv='Content-Type' content='text/html; charset=%'></head>` + accented
	page := func(label string) string { return strings.Replace(meta, "%", label, 1) }
	for name, c := range map[string]struct {
		data        []byte
		contentType string
		want        string
	}{
		"UTF-8":                       {[]byte(accented), "", accented},
		"UTF-8 with mark":             {[]byte("\uFEFF" + accented), "", accented},
		"UTF-8, said to be Latin-1":   {[]byte(page("iso-8859-1")), "text/html; charset=latin1", page("iso-8859-1")},
		"UTF-16, marked":              {utf16(unicode.LittleEndian, unicode.UseBOM), "", accented},
		"UTF-16 turned round, marked": {utf16(unicode.BigEndian, unicode.UseBOM), "", accented},
		"UTF-16":                      {utf16(unicode.LittleEndian, unicode.IgnoreBOM), "", accented},
		"UTF-16 turned round":         {utf16(unicode.BigEndian, unicode.IgnoreBOM), "", accented},
		"Windows-1252":                {encoded(t, charmap.Windows1252, accented), "", accented},
		"by its meta tag":             {encoded(t, charmap.Windows1252, page("windows-1252")), "", page("windows-1252")},
		"Latin-2 by its meta tag":     {encoded(t, charmap.ISO8859_2, "<meta charset=iso-8859-2>Łódź"), "", "<meta charset=iso-8859-2>Łódź"},
		"Cyrillic by its header":      {encoded(t, charmap.Windows1251, "Мэр города"), "text/plain; charset=windows-1251", "Мэр города"},
		"Japanese by its declaration": {encoded(t, japanese.ShiftJIS, `<?xml version="1.0" encoding="Shift_JIS"?>市長`), "", `<?xml version="1.0" encoding="Shift_JIS"?>市長`},
	} {
		got, err := decode("a.txt", c.data, c.contentType)
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestDecodeRefuses: the error names the place of the first byte that cannot be read, and the command that converts the file.
func TestDecodeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		words string
	}{
		"Central European":       {encoded(t, charmap.Windows1250, "The town of Małopolska."), "byte 14 (0xB3)"},
		"Macintosh":              {encoded(t, charmap.Macintosh, "A café stood."), "byte 5 (0x8E)"},
		"Cyrillic":               {encoded(t, charmap.Windows1251, "Мэр города заявил"), "WINDOWS-1251"},
		"a sign of no encoding":  {[]byte("plain text \x81 here"), "byte 11 (0x81)"},
		"broken off in Japanese": {[]byte("<meta charset=shift_jis>\x8e\x73\x92\xff"), "byte 27 (0xFF)"},
	} {
		_, err := decode("a.txt", c.data, "")
		if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), c.words) || !strings.Contains(err.Error(), "iconv -f ") || !strings.Contains(err.Error(), "a.txt") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
