package bucket

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"unicode"

	"github.com/minio/minio-go/v7"

	"sayso/internal/kg"
)

// reasons are what the codes of stores mean, with what to do.
var reasons = map[string]struct {
	code kg.Code
	text string
}{
	"NoSuchBucket":          {kg.Invalid, "there is no such bucket; make it, or give another one"},
	"InvalidBucketName":     {kg.Invalid, "the store takes no bucket of this name; give another one"},
	"NoSuchKey":             {kg.Invalid, "there is no such file"},
	"InvalidAccessKeyId":    {kg.Invalid, "the store does not know the access key; look at AWS_ACCESS_KEY_ID"},
	"SignatureDoesNotMatch": {kg.Invalid, "the secret key is not that of the access key; look at AWS_SECRET_ACCESS_KEY"},
	"ExpiredToken":          {kg.Invalid, "the credentials have run out; get new ones"},
	"InvalidToken":          {kg.Invalid, "the store does not take AWS_SESSION_TOKEN; get new credentials"},
	"RequestTimeTooSkewed":  {kg.Invalid, "the clock of this machine is wrong; set it"},
	"PreconditionFailed":    {kg.Conflict, "the file is another one than before; begin anew"},
	"NoSuchUpload":          {kg.Unavailable, "the store has thrown the upload away; take the backup again"},
	"AccessDenied": {kg.Invalid, "the credentials do not allow it; they need s3:ListBucket on the bucket, s3:GetObject, " +
		"s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on the prefix"},
}

// byStatus are the codes of answers whose own says nothing.
var byStatus = map[int]string{http.StatusForbidden: "AccessDenied", http.StatusMovedPermanently: "PermanentRedirect",
	http.StatusTemporaryRedirect: "PermanentRedirect", http.StatusPreconditionFailed: "PreconditionFailed"}

func init() {
	region := reasons["AccessDenied"]
	region.text = "the bucket is in another region, or has another endpoint; give --s3-region, or --s3-endpoint"
	for _, code := range []string{
		"PermanentRedirect", "AuthorizationHeaderMalformed", "TemporaryRedirect", "InvalidRegion",
	} {
		reasons[code] = region
	}
	for _, code := range []string{"AccountProblem", "AllAccessDisabled"} {
		reasons[code] = reasons["AccessDenied"]
	}
}

// fault makes ours of an error of the store. What the store says in words of its own is not told: it may hold the
// credentials.
func (p *Place) fault(ctx context.Context, err error, doing, name string) error {
	var ours *kg.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return ctx.Err()
	}
	what := p.At(name)
	if name == "" {
		what = p.String()
	}
	var answer minio.ErrorResponse
	answered := errors.As(err, &answer)
	if _, meant := reasons[answer.Code]; !answered || answer.StatusCode == 0 && !meant { // nobody, or no store
		return kg.Errorf(kg.Unavailable, "cannot %s %s: no good answer from %s (%s); try again, or look at --s3-endpoint",
			doing, what, p.endpoint, p.scrubbed(cut(err).Error()))
	}
	code := answer.Code
	if _, known := reasons[code]; !known && byStatus[answer.StatusCode] != "" {
		code = byStatus[answer.StatusCode]
	}
	if known, ok := reasons[code]; ok {
		e := kg.Errorf(known.code, "cannot %s %s at %s: %s (%s)", doing, what, p.endpoint, known.text, p.word(answer.Code))
		if code == "NoSuchKey" {
			return kg.Because(errNone, known.code, "%s", e.Error())
		}
		return e
	}
	return kg.Errorf(kg.Unavailable, "cannot %s %s: %s answers %d (%s); try again later", doing, what, p.endpoint,
		answer.StatusCode, p.word(answer.Code))
}

// word is a code as it may be printed: letters and digits, and not many.
func (p *Place) word(code string) string {
	out := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, code)
	return p.scrubbed(out[:min(len(out), 40)])
}

// scrubbed takes the credentials out of a text, and what could steer a terminal.
func (p *Place) scrubbed(text string) string {
	for _, secret := range p.secrets {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "…")
		}
	}
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > 300 {
		text = string(runes[:300]) + "…"
	}
	return text
}
