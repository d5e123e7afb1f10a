package buckettest

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"strings"
)

// wrongSignature gives the code of what is wrong with a request's signature of version 4, "" where it is right.
func wrongSignature(r *http.Request, body []byte) string {
	fields := map[string]string{}
	scheme, rest, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	for field := range strings.SplitSeq(rest, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(field), "=")
		fields[name] = value
	}
	scope := strings.Split(fields["Credential"], "/")
	if scheme != "AWS4-HMAC-SHA256" || len(scope) != 5 || !strings.Contains(fields["SignedHeaders"], "host") {
		return "AccessDenied"
	}
	if scope[0] != Key {
		return "InvalidAccessKeyId"
	}
	hash := r.Header.Get("X-Amz-Content-Sha256")
	if hash != "UNSIGNED-PAYLOAD" && hash != sum(body) {
		return "XAmzContentSHA256Mismatch"
	}
	canonical := strings.Join([]string{r.Method, (&url.URL{Path: r.URL.Path}).EscapedPath(),
		strings.ReplaceAll(r.URL.Query().Encode(), "+", "%20"), signedHeaders(r, fields["SignedHeaders"]),
		fields["SignedHeaders"], hash}, "\n")
	day := r.Header.Get("X-Amz-Date")
	text := strings.Join([]string{scheme, day, strings.Join(scope[1:], "/"), sum([]byte(canonical))}, "\n")
	key := []byte("AWS4" + Secret)
	for _, part := range append(scope[1:], text) {
		key = signed(key, part)
	}
	if hex.EncodeToString(key) != fields["Signature"] {
		return "SignatureDoesNotMatch"
	}
	return ""
}

func signedHeaders(r *http.Request, names string) string {
	var out strings.Builder
	for name := range strings.SplitSeq(names, ";") {
		value := strings.TrimSpace(r.Header.Get(name))
		if name == "host" {
			value = r.Host
		}
		out.WriteString(name + ":" + value + "\n")
	}
	return out.String()
}

func signed(key []byte, text string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text))
	return h.Sum(nil)
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
