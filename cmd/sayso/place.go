package main

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"sayso/internal/backup"
	"sayso/internal/backup/bucket"
	"sayso/internal/kg"
)

// placeFlags say how a store is reached whose bucket holds backups. The keys are never flags: others see those.
type placeFlags struct {
	S3Endpoint    string `name:"s3-endpoint" help:"The address of the S3-compatible store, for s3://…; else AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, or Amazon's." placeholder:"URL"`
	S3Region      string `name:"s3-region" help:"Its region; else AWS_REGION or AWS_DEFAULT_REGION." placeholder:"REGION"`
	S3Style       string `name:"s3-style" help:"Where the bucket's name stands: in the path, in the host, or as the endpoint has it." enum:"auto,path,host" default:"auto"`
	S3Credentials string `name:"s3-credentials" help:"A file as ~/.aws/credentials; else AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN." placeholder:"FILE"`
	S3Profile     string `name:"s3-profile" help:"Which part of that file." default:"default" placeholder:"NAME"`
}

// place gives where backups are kept: s3://BUCKET/PREFIX, or a folder.
func (f placeFlags) place(address string) (backup.Place, error) {
	if !strings.HasPrefix(address, bucket.Scheme) {
		return backup.Folder(address), nil
	}
	o := bucket.Options{
		Endpoint: cmp.Or(f.S3Endpoint, os.Getenv("AWS_ENDPOINT_URL_S3"), os.Getenv("AWS_ENDPOINT_URL")),
		Region:   cmp.Or(f.S3Region, os.Getenv("AWS_REGION"), os.Getenv("AWS_DEFAULT_REGION")),
		Style:    f.S3Style,
		Key:      os.Getenv("AWS_ACCESS_KEY_ID"),
		Secret:   os.Getenv("AWS_SECRET_ACCESS_KEY"),
		Token:    os.Getenv("AWS_SESSION_TOKEN"),
	}
	if f.S3Credentials != "" {
		var err error
		if o.Key, o.Secret, o.Token, err = bucket.Credentials(f.S3Credentials, f.S3Profile); err != nil {
			return nil, err
		}
	}
	return bucket.Open(address, o)
}

// file gives the place that a backup lies in, and its name there.
func (f placeFlags) file(address string) (backup.Place, string, error) {
	if !strings.HasPrefix(address, bucket.Scheme) {
		return backup.Folder(filepath.Dir(address)), filepath.Base(address), nil
	}
	at := strings.LastIndexByte(address, '/')
	if _, ok := backup.ParseName(address[at+1:]); !ok || at < len(bucket.Scheme) {
		return nil, "", kg.Errorf(kg.Invalid, "%q is no backup in a bucket; sayso backup --list --to s3://BUCKET/PREFIX "+
			"lists them", address)
	}
	p, err := f.place(address[:at])
	return p, address[at+1:], err
}

// identityFlag is the secret key of encrypted backups.
type identityFlag struct {
	Identity string `help:"The file of the secret key, to read encrypted backups." placeholder:"FILE"`
}

func (f identityFlag) identities() ([]age.Identity, error) {
	if f.Identity == "" {
		return nil, nil
	}
	file, err := os.Open(f.Identity)
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = file.Close() }()
	return backup.ParseIdentities(file)
}
