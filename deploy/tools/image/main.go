// Command image assembles the container image of Sayso from the programs that release has built, without a container
// engine, as an OCI layout and as files for docker load. It is the image of deploy/Containerfile: the two programs and
// nothing else.
package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/go-containerregistry/pkg/name"
	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"

	"sayso/deploy/tools/internal/build"
)

func main() {
	dist := flag.String("dist", "../../dist", "the folder that release has filled")
	only := flag.String("only", "linux/amd64,linux/arm64", "platforms")
	flag.Parse()
	if err := assemble(*dist, *only); err != nil {
		fmt.Fprintln(os.Stderr, "image:", err)
		os.Exit(1)
	}
}

// nobody is the user in the image.
const nobody = 65532

func assemble(dist, only string) error {
	index := mutate.IndexMediaType(empty.Index, types.OCIImageIndex)
	for _, text := range strings.Split(only, ",") {
		p, err := build.ReadPlatform(text)
		if err != nil {
			return err
		}
		image, b, err := imageOf(filepath.Join(dist, p.String()), p)
		if err != nil {
			return err
		}
		index = mutate.AppendManifests(index, mutate.IndexAddendum{Add: image,
			Descriptor: v1.Descriptor{Platform: &v1.Platform{OS: p.OS, Architecture: p.Arch}}})
		tag, err := name.NewTag("sayso:latest")
		if err != nil {
			return err
		}
		file := filepath.Join(dist, fmt.Sprintf("sayso-image-%s-%s.tar", p.OS, p.Arch))
		if err := tarball.WriteToFile(file, tag, image); err != nil {
			return err
		}
		digest, err := image.Digest()
		if err != nil {
			return err
		}
		fmt.Println(file, b.Version, digest)
	}
	folder := filepath.Join(dist, "image")
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	_, err := layout.Write(folder, index)
	return err
}

// imageOf makes the image of a platform.
func imageOf(programs string, p build.Platform) (v1.Image, build.Build, error) {
	b, err := build.Read(p.Program(programs, "gqlserver"))
	if err != nil {
		return nil, b, err
	}
	data, err := rootFS(programs, p, b.At)
	if err != nil {
		return nil, b, err
	}
	layer, err := tarball.LayerFromOpener(
		func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil },
		tarball.WithMediaType(types.OCILayer),
	)
	if err != nil {
		return nil, b, err
	}
	image, err := mutate.Append(mutate.MediaType(empty.Image, types.OCIManifestSchema1), mutate.Addendum{Layer: layer,
		MediaType: types.OCILayer, History: v1.History{Created: v1.Time{Time: b.At}, CreatedBy: "deploy/tools/image"}})
	if err != nil {
		return nil, b, err
	}
	image, err = mutate.ConfigFile(mutate.ConfigMediaType(image, types.OCIConfigJSON), configOf(image, p, b))
	return image, b, err
}

func configOf(image v1.Image, p build.Platform, b build.Build) *v1.ConfigFile {
	file, err := image.ConfigFile()
	if err != nil {
		file = &v1.ConfigFile{}
	}
	file = file.DeepCopy()
	file.OS, file.Architecture, file.Created = p.OS, p.Arch, v1.Time{Time: b.At}
	file.Config = v1.Config{
		User:         fmt.Sprintf("%d:%d", nobody, nobody),
		Env:          []string{"SAYSO_DATA=/data", "SAYSO_LISTEN=:8080", "SAYSO_SAMPLE=false", "HOME=/data"},
		Entrypoint:   []string{"/gqlserver"},
		ExposedPorts: map[string]struct{}{"8080/tcp": {}},
		Volumes:      map[string]struct{}{"/data": {}},
		Labels: map[string]string{"org.opencontainers.image.title": "Sayso", "org.opencontainers.image.version": b.Version,
			"org.opencontainers.image.revision": b.Commit, "org.opencontainers.image.licenses": "Apache-2.0",
			"org.opencontainers.image.created": b.At.UTC().Format(time.RFC3339)},
	}
	return file
}

// rootFS is the one layer: the programs, and two folders that the server writes to.
func rootFS(programs string, p build.Platform, at time.Time) ([]byte, error) {
	var out bytes.Buffer
	archive := tar.NewWriter(&out)
	header := func(h tar.Header) error {
		h.ModTime, h.Format = at.UTC(), tar.FormatPAX
		return archive.WriteHeader(&h)
	}
	for _, dir := range []string{"data/", "tmp/"} {
		if err := header(tar.Header{Typeflag: tar.TypeDir, Name: dir, Mode: 0o700, Uid: nobody, Gid: nobody}); err != nil {
			return nil, err
		}
	}
	for _, program := range build.Programs {
		data, err := os.ReadFile(p.Program(programs, program))
		if err != nil {
			return nil, err
		}
		if err := header(tar.Header{Typeflag: tar.TypeReg, Name: program, Mode: 0o755, Size: int64(len(data))}); err != nil {
			return nil, err
		}
		if _, err := archive.Write(data); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), errors.Join(archive.Close())
}
