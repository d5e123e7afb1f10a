package standing

import (
	"context"
	"fmt"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"sayso/internal/kg"
)

// Mailer sends tellings through an SMTP server.
type Mailer struct {
	client *gomail.Client
	from   string
}

const (
	mailTime  = 30 * time.Second
	plainPort = 587
	tlsPort   = 465
)

// NewMailer makes a mailer of an address such as smtp://user:password@mail.example.org:587: smtps:// speaks TLS from
// the beginning, smtp:// as soon as the server offers it, and always before a password is sent.
func NewMailer(server, from string) (*Mailer, error) {
	bad := kg.Errorf(kg.Invalid, "--smtp is no address of a mail server; write smtp://HOST:PORT or "+
		"smtps://USER:PASSWORD@HOST")
	at, err := url.Parse(server)
	if err != nil || at.Scheme != "smtp" && at.Scheme != "smtps" || at.Hostname() == "" {
		return nil, bad
	}
	if err := checkMail(from); err != nil {
		return nil, kg.Errorf(kg.Invalid, "--mail-from: %w", err)
	}
	options := []gomail.Option{
		gomail.WithTimeout(mailTime), gomail.WithPort(plainPort), gomail.WithTLSPolicy(gomail.TLSOpportunistic),
	}
	if at.Scheme == "smtps" {
		options = append(options, gomail.WithSSL(), gomail.WithPort(tlsPort))
	}
	if at.Port() != "" {
		port, err := strconv.Atoi(at.Port())
		if err != nil {
			return nil, bad
		}
		options = append(options, gomail.WithPort(port))
	}
	if password, set := at.User.Password(); set {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(at.User.Username()),
			gomail.WithPassword(password))
		if at.Scheme == "smtp" {
			options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
		}
	}
	client, err := gomail.NewClient(at.Hostname(), options...)
	if err != nil {
		return nil, bad
	}
	return &Mailer{client, from}, nil
}

// checkMail refuses what is no single address of mail. Line breaks never pass: they would begin headers.
func checkMail(address string) error {
	parsed, err := mail.ParseAddress(address)
	if err != nil || parsed.Address != address {
		return kg.Errorf(kg.Invalid, "%q is no address of mail; write one such as ann@example.org", address)
	}
	return nil
}

// send sends tellings in one mail. Its id is made of the first and the last of them: a mail that is sent again has the
// same.
func (m *Mailer) send(ctx context.Context, q kg.StandingQuestion, to string, tellings []kg.Telling) error {
	message := gomail.NewMsg()
	if err := message.From(m.from); err != nil {
		return kg.Hidden(err)
	}
	if err := message.To(to); err != nil {
		return kg.Errorf(kg.Invalid, "%q is no address of mail", to)
	}
	_, domain, _ := strings.Cut(m.from, "@")
	message.SetMessageIDWithValue(fmt.Sprintf("%s-%d@%s", tellings[0].ID(), tellings[len(tellings)-1].Number, domain))
	message.Subject(oneLine(subject(q, tellings)))
	message.SetBodyString(gomail.TypeTextPlain, mailText(q, tellings))
	if err := m.client.DialAndSendWithContext(ctx, message); err != nil {
		return kg.Because(err, kg.Unavailable, "the mail server did not take the mail")
	}
	return nil
}

func subject(q kg.StandingQuestion, tellings []kg.Telling) string {
	if len(tellings) == 1 {
		return heading(tellings[0])
	}
	return fmt.Sprintf("%d changes: %s", len(tellings), q.Question)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func mailText(q kg.StandingQuestion, tellings []kg.Telling) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", q.Question)
	for _, t := range tellings {
		fmt.Fprintf(&out, "\n%s\n", heading(t))
		for _, quote := range t.Quotes {
			fmt.Fprintf(&out, "  %s\n", cited(quote))
		}
	}
	fmt.Fprintf(&out, "\nSayso tells this because %s had the question watched. To end it: sayso standing remove %s\n",
		q.By, q.ID)
	return out.String()
}
