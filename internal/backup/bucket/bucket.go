// Package bucket keeps backups in a bucket of an S3-compatible store. It may not know what a backup is made of, and
// never tells the credentials in an error.
package bucket

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"sayso/internal/backup"
	"sayso/internal/kg"
)

// Scheme is how the address of a place in a bucket begins.
const Scheme = "s3://"

// Options say how a store is reached.
type Options struct {
	Endpoint string // the store's address; "" for Amazon's
	Region   string // "" to ask the store, where it is Amazon's
	Style    string // "path" or "host" puts the bucket's name there, "" chooses by the endpoint
	// Key and Secret are the access key; Token goes with keys that end after some hours.
	Key, Secret, Token string
	PartSize           int // bytes; 0 for the usual ones
}

const (
	amazon = "https://s3.amazonaws.com"
	// partSize is how much is kept in memory and sent at a time. All parts are of one size, since some stores ask for it.
	partSize = 32 << 20
	// mostParts is how many parts a store takes.
	mostParts = 10_000
	// tries is how often a request is sent before it has failed.
	tries = 6
	// patience is how long one request may take with all its tries, small how long one that carries little.
	patience = 20 * time.Minute
	small    = 3 * time.Minute
	// largestFile is how many bytes of a small file are read.
	largestFile = 256 << 20
)

// Place is a prefix in a bucket, a [backup.Place].
type Place struct {
	core     *minio.Core
	bucket   string
	prefix   string // "" or ends in a slash
	endpoint string
	partSize int
	secrets  []string
}

// Open gives the place that an address such as s3://bucket/prefix names. It sends nothing yet.
func Open(address string, o Options) (*Place, error) {
	bucket, prefix, err := split(address)
	if err != nil {
		return nil, err
	}
	endpoint, err := parseEndpoint(o.Endpoint)
	if err != nil {
		return nil, err
	}
	if o.Key == "" || o.Secret == "" {
		return nil, kg.Errorf(kg.Invalid, "there are no credentials for %s%s; set AWS_ACCESS_KEY_ID and "+
			"AWS_SECRET_ACCESS_KEY, or give a file of them with --s3-credentials", Scheme, bucket)
	}
	region := o.Region
	if region == "" && o.Endpoint != "" {
		region = "us-east-1" // what stores other than Amazon's take for any
	}
	lookup, known := map[string]minio.BucketLookupType{"": minio.BucketLookupAuto, "auto": minio.BucketLookupAuto,
		"path": minio.BucketLookupPath, "host": minio.BucketLookupDNS}[o.Style]
	if !known {
		return nil, kg.Errorf(kg.Invalid, "--s3-style is path, host or auto")
	}
	transport, err := minio.DefaultTransport(endpoint.Scheme == "https")
	if err != nil {
		return nil, err
	}
	core, err := minio.NewCore(endpoint.Host, &minio.Options{
		Creds:  credentials.NewStaticV4(o.Key, o.Secret, o.Token),
		Secure: endpoint.Scheme == "https", Region: region, BucketLookup: lookup, MaxRetries: tries,
		Transport: bounded{transport},
	})
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "--s3-endpoint %q is no address of a store; write one such as "+
			"https://s3.example.org", endpoint.Host)
	}
	size := o.PartSize
	if size == 0 {
		size = partSize
	}
	return &Place{core, bucket, prefix, endpoint.String(), size, []string{o.Secret, o.Token, o.Key}}, nil
}

// split reads an address into the bucket and the prefix.
func split(address string) (bucket, prefix string, err error) {
	rest, _ := strings.CutPrefix(address, Scheme)
	bucket, prefix, _ = strings.Cut(rest, "/")
	if strings.ContainsAny(bucket, "@:") { // credentials, perhaps: not told
		return "", "", kg.Errorf(kg.Invalid, "the address of a bucket holds nothing but its name and a prefix: "+
			"%sBUCKET/PREFIX; credentials are taken from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY", Scheme)
	}
	if len(bucket) < 3 || strings.Trim(bucket, "abcdefghijklmnopqrstuvwxyz0123456789.-") != "" {
		return "", "", kg.Errorf(kg.Invalid, "%q is no name of a bucket; write %sBUCKET/PREFIX", bucket, Scheme)
	}
	prefix = strings.TrimSuffix(prefix, "/")
	if prefix == "" {
		return bucket, "", nil
	}
	for part := range strings.SplitSeq(prefix, "/") {
		if strings.Trim(part, ".") == "" || strings.ContainsFunc(part, unfit) {
			return "", "", kg.Errorf(kg.Invalid, "%q is no prefix; write %sBUCKET/PREFIX", prefix, Scheme)
		}
	}
	return bucket, prefix + "/", nil
}

// unfit are characters that stores and terminals take for something else.
func unfit(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }

func parseEndpoint(text string) (*url.URL, error) {
	if text == "" {
		text = amazon
	}
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		bare := url.URL{Scheme: u.Scheme, Host: u.Host}
		if rest := strings.TrimSuffix(u.String(), "/"); rest == bare.String() {
			return &bare, nil
		}
	}
	return nil, kg.Errorf(kg.Invalid, "--s3-endpoint is no address of a store; write one such as "+
		"https://s3.example.org, without a path and without credentials")
}

// String implements backup.Place.
func (p *Place) String() string { return strings.TrimSuffix(p.At(""), "/") }

// At implements backup.Place.
func (p *Place) At(name string) string { return Scheme + p.bucket + "/" + p.prefix + name }

// Remote implements backup.Place.
func (*Place) Remote() bool { return true }

// mostKept is how many files of a place are looked at: more are not backups.
const mostKept = 1_000_000

// Kept implements backup.Place.
func (p *Place) Kept(ctx context.Context) ([]backup.File, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel() // ends the listing where it is left early
	var out []backup.File
	seen := 0
	for o := range p.core.Client.ListObjects(ctx, p.bucket, minio.ListObjectsOptions{Prefix: p.prefix}) {
		if o.Err != nil {
			return nil, p.fault(ctx, o.Err, "list", "")
		}
		if seen++; seen > mostKept {
			return nil, kg.Errorf(kg.TooLarge, "%s holds more than %d files; give a prefix for backups alone", p, mostKept)
		}
		name, inside := strings.CutPrefix(o.Key, p.prefix)
		if f, ok := backup.ParseName(name); ok && inside {
			f.Bytes = o.Size
			out = append(out, f)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, p.fault(ctx, err, "list", "")
	}
	return backup.Sorted(out), nil
}

// Remove implements backup.Place.
func (p *Place) Remove(ctx context.Context, name string) error {
	ctx, cancel := context.WithTimeout(ctx, small)
	defer cancel()
	err := p.core.Client.RemoveObject(ctx, p.bucket, p.prefix+name, minio.RemoveObjectOptions{})
	return p.fault(ctx, err, "remove", name)
}

// ReadFile implements backup.Place.
func (p *Place) ReadFile(ctx context.Context, name string) ([]byte, error) {
	in, err := p.Open(ctx, name)
	if isMissing(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }()
	data, err := io.ReadAll(io.LimitReader(in, largestFile+1))
	if err == nil && len(data) > largestFile {
		err = kg.Errorf(kg.TooLarge, "%s is longer than %d MB", p.At(name), largestFile>>20)
	}
	return data, err
}

// WriteFile implements backup.Place.
func (p *Place) WriteFile(ctx context.Context, name string, data []byte) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	_, err := p.core.PutObject(ctx, p.bucket, p.prefix+name, bytes.NewReader(data), int64(len(data)), "", sumOf(data),
		minio.PutObjectOptions{DisableContentSha256: true})
	return p.fault(ctx, err, "write", name)
}

// bounded reads no more of an answer that is not a file than such an answer is long.
type bounded struct{ http.RoundTripper }

const longestAnswer = 16 << 20

// RoundTrip implements http.RoundTripper.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := b.RoundTripper.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	file := r.Method == http.MethodGet && r.URL.RawQuery == "" && response.StatusCode < http.StatusMultipleChoices
	if !file {
		response.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(response.Body, longestAnswer), response.Body}
	}
	return response, nil
}

var errNone = errors.New("there is none")

// isMissing reports whether the error of Open says that there is no such file.
func isMissing(err error) bool { return errors.Is(err, errNone) }

// Credentials reads a profile of a file such as ~/.aws/credentials. Its error tells nothing that stands there.
func Credentials(file, profile string) (key, secret, token string, err error) {
	if _, err := os.Stat(file); err != nil {
		return "", "", "", kg.Errorf(kg.Invalid, "--s3-credentials: %w", err)
	}
	value, err := credentials.NewFileAWSCredentials(file, profile).GetWithContext(nil)
	if err != nil || value.AccessKeyID == "" || value.SecretAccessKey == "" {
		return "", "", "", kg.Errorf(kg.Invalid, "%s has no credentials for the profile %q; it has lines such as [%s], "+
			"aws_access_key_id = … and aws_secret_access_key = …", file, profile, profile)
	}
	return value.AccessKeyID, value.SecretAccessKey, value.SessionToken, nil
}
