package standing

import (
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-message"
	"github.com/emersion/go-smtp"

	"sayso/internal/kg"
	"sayso/internal/kgtest"
)

// postOffice is a mail server that refuses the first mail it is given.
type postOffice struct {
	mu    sync.Mutex
	mails []string
	tried int
}

func (p *postOffice) NewSession(*smtp.Conn) (smtp.Session, error) { return &delivery{office: p}, nil }

type delivery struct {
	office *postOffice
	to     []string
}

func (d *delivery) Mail(string, *smtp.MailOptions) error { return nil }
func (d *delivery) Rcpt(to string, _ *smtp.RcptOptions) error {
	d.to = append(d.to, to)
	return nil
}
func (d *delivery) Reset()        { d.to = nil }
func (d *delivery) Logout() error { return nil }
func (d *delivery) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	d.office.mu.Lock()
	defer d.office.mu.Unlock()
	if d.office.tried++; d.office.tried == 1 {
		return errors.New("not now")
	}
	d.office.mails = append(d.office.mails, strings.Join(d.to, ",")+"\n"+string(data))
	return err
}

// TestMail: tellings are mailed once, several in one mail, again where the server did not take them, and nothing in a quote becomes a header.
func TestMail(t *testing.T) {
	office := &postOffice{}
	server := smtp.NewServer(office)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	mailer, err := NewMailer("smtp://"+listener.Addr().String(), "sayso@a.example")
	if err != nil {
		t.Fatal(err)
	}
	keeper, now := &kgtest.Standing{}, time.Date(2023, 3, 1, 0, 0, 0, 0, time.UTC)
	w := &world{claims: map[string]map[string]bool{}}
	a := New(keeper, w, w.request, Options{Now: func() time.Time { return now }, Settle: time.Nanosecond, Mail: mailer})
	q, _, err := a.Watch(t.Context(), "who\r\nBcc: all@b.example", "Ann", []kg.Channel{{Kind: kg.EmailChannel, Address: "ann@a.example"}})
	if err != nil {
		t.Fatal(err)
	}
	w.set(q.Question, "c001", new(bool))
	w.set(q.Question, "c002", new(bool))
	for range 5 {
		now = now.Add(time.Minute)
		if err := errors.Join(a.Answer(t.Context()), a.Send(t.Context())); err != nil {
			t.Fatal(err)
		}
	}
	office.mu.Lock()
	defer office.mu.Unlock()
	if len(office.mails) != 1 || office.tried != 2 {
		t.Fatalf("%d mails, %d attempts: %v", len(office.mails), office.tried, office.mails)
	}
	to, mail, _ := strings.Cut(office.mails[0], "\n")
	read, err := message.Read(strings.NewReader(mail))
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(read.Body)
	if to != "ann@a.example" || read.Header.Get("Bcc") != "" || read.Header.Get("Message-Id") != "<"+q.ID+"_1-2@a.example>" {
		t.Errorf("to %s: %s", to, mail)
	}
	if text := string(body); !strings.Contains(text, "did c001") || !strings.Contains(text, "did c002") || !strings.Contains(text, "https://a.example/c002") {
		t.Errorf("the mail says %s", text)
	}
}
