package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"

	_ "github.com/emersion/go-message/charset" // so that mail in any encoding is decoded
	"github.com/emersion/go-message/mail"

	"sayso/internal/kg"
)

// readMbox hands over the mails of a mail folder (RFC 4155, and the mboxrd way of writing lines that begin with From).
// One that cannot be read is handed over with its number and its fault.
func readMbox(name string, r io.Reader, yield func(Found) error) error {
	lines := bufio.NewReaderSize(r, 64<<10)
	var message bytes.Buffer
	n, blank, long := 0, true, false
	hand := func() error {
		if n == 0 {
			return nil
		}
		at := Found{Place: fmt.Sprintf("%s mail %d", name, n)}
		if at.Fault = kg.Errorf(kg.TooLarge, "%s is longer than %d bytes", at.Place, largestHTML); !long {
			at.Submission, at.Fault = fromMail(at.Place, &message)
		}
		return yield(at)
	}
	for {
		line, err := lines.ReadSlice('\n')
		whole := !errors.Is(err, bufio.ErrBufferFull)
		if err != nil && whole && !errors.Is(err, io.EOF) {
			return kg.Errorf(kg.Invalid, "%s breaks off in mail %d; those before it were taken", name, n)
		}
		switch {
		case blank && bytes.HasPrefix(line, []byte("From ")):
			if err := hand(); err != nil {
				return err
			}
			message.Reset()
			n, long = n+1, false
		case n == 0 && len(bytes.TrimSpace(line)) > 0:
			return kg.Errorf(kg.Invalid, "%s is no mail folder: a mail begins with a line such as: From ann@example.org Mon "+
				"Jan  2 10:00:00 2023", name)
		case message.Len()+len(line) > largestHTML:
			long = true
		default:
			message.Write(withoutMark(line))
		}
		blank = whole && len(bytes.TrimRight(line, "\r\n")) == 0
		if errors.Is(err, io.EOF) {
			return hand()
		}
	}
}

// withoutMark takes the sign away that marks a line of a mail which begins with From.
func withoutMark(line []byte) []byte {
	if at := bytes.TrimLeft(line, ">"); len(at) < len(line) && bytes.HasPrefix(at, []byte("From ")) {
		return line[1:]
	}
	return line
}

// fromMail gives the article of a mail: its plain text, or its HTML where it has no other.
func fromMail(place string, r io.Reader) (kg.Submission, error) {
	reader, err := mail.CreateReader(r)
	if err != nil && reader == nil {
		return kg.Submission{}, kg.Because(err, kg.Invalid, "%s is no mail that can be read", place)
	}
	s := kg.Submission{}
	s.Title, _ = reader.Header.Subject()
	if at, err := reader.Header.Date(); err == nil && !at.IsZero() {
		s.PublishedAt = kg.DateOf(at)
	}
	if from, err := reader.Header.AddressList("From"); err == nil && len(from) > 0 {
		s.Publisher = cmp.Or(from[0].Name, from[0].Address)
	}
	if id, err := reader.Header.MessageID(); err == nil && id != "" {
		s.URL = "mid:" + id // RFC 2392
	}
	if s.Text, s.HTML, err = bodies(reader); err != nil {
		return s, kg.Because(err, kg.Invalid, "%s cannot be decoded", place)
	}
	if strings.TrimSpace(s.Text) != "" {
		s.HTML = ""
	} else {
		s.Text = ""
	}
	if s.Text == "" && s.HTML == "" {
		return s, kg.Errorf(kg.Invalid, "%s has no text", place)
	}
	return s, nil
}

// mostParts is how many parts of a mail are looked at.
const mostParts = 100

// bodies gives the first plain text and the first HTML of a mail; what is attached is passed over.
func bodies(reader *mail.Reader) (text, html string, err error) {
	for range mostParts {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			return text, html, nil
		}
		if err != nil {
			return text, html, err
		}
		inline, ok := part.Header.(*mail.InlineHeader)
		if !ok {
			continue
		}
		media, _, _ := inline.ContentType()
		to := map[string]*string{"text/plain": &text, "": &text, "text/html": &html}[media]
		if to == nil || *to != "" {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(part.Body, largestHTML))
		if err != nil {
			return text, html, err
		}
		*to = strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return text, html, nil
}
