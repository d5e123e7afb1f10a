package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"

	"sayso/deploy/tools/internal/build"
)

// TestImage builds the image for this machine, unpacks it and starts it: nothing but the two programs is in it, and it needs nothing else.
func TestImage(t *testing.T) {
	dist := t.TempDir()
	p := build.Platform{OS: "linux", Arch: runtime.GOARCH}
	makePrograms(t, dist, p)
	if err := assemble(dist, "linux/"+runtime.GOARCH); err != nil {
		t.Fatal(err)
	}
	first := digestOf(t, dist)
	if err := assemble(dist, "linux/"+runtime.GOARCH); err != nil {
		t.Fatal(err)
	}
	if again := digestOf(t, dist); again != first {
		t.Errorf("the same programs made two images: %s and %s", first, again)
	}
	root, files := unpacked(t, dist)
	if want := "data tmp gqlserver sayso"; strings.Join(files, " ") != want {
		t.Errorf("in the image: %v", files)
	}
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("SKIPPED the start: only root on Linux may change the root of a program")
	}
	for _, c := range []struct{ command, want string }{
		{"/gqlserver --version", "gqlserver "}, {"/sayso version", "sayso "},
		{"/gqlserver --insecure --neo4j-uri bolt://127.0.0.1:1 --listen 127.0.0.1:0 --data /data", "no Neo4j answers at bolt://127.0.0.1:1"},
		{"/gqlserver --listen 127.0.0.1:0 --auth --data /data", "sayso keys add"},
	} {
		out, _ := exec.Command("chroot", append([]string{"--userspec=65532:65532", root}, strings.Fields(c.command)...)...).CombinedOutput()
		if !strings.Contains(string(out), c.want) {
			t.Errorf("%s: %s", c.command, out)
		}
	}
}

// makePrograms builds the programs of the present commit.
func makePrograms(t *testing.T, dist string, p build.Platform) {
	t.Helper()
	checkout := filepath.Join(t.TempDir(), "checkout") // Go stamps no commit in a work tree that git has added
	if out, err := exec.Command("git", "clone", "--quiet", "--no-local", "../../..", checkout).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if b, err := build.Make(checkout, filepath.Join(dist, p.String()), p); err != nil || b.Modified {
		t.Fatalf("%+v %v", b, err)
	}
}

// TestContainerfile has buildah build the same from deploy/Containerfile, and starts it as the user that it names.
func TestContainerfile(t *testing.T) {
	if _, err := exec.LookPath("buildah"); err != nil || os.Getuid() != 0 {
		t.Skip("SKIPPED: there is no buildah here, or we are not root")
	}
	dist, state := t.TempDir(), t.TempDir()
	p := build.Platform{OS: "linux", Arch: runtime.GOARCH}
	makePrograms(t, dist, p)
	if err := os.Mkdir(filepath.Join(dist, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	buildah := func(args ...string) string {
		all := append([]string{"--storage-driver", "vfs", "--root", filepath.Join(state, "root"), "--runroot", filepath.Join(state, "run")}, args...)
		out, err := exec.Command("buildah", all...).CombinedOutput()
		if err != nil && strings.Contains(strings.ToLower(string(out)), "operation not permitted") {
			t.Skipf("SKIPPED: buildah may not build here: %s", out)
		}
		if err != nil && args[0] != "run" {
			t.Fatalf("buildah %v: %v: %s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	buildah("bud", "--isolation", "chroot", "--build-arg", "TARGETARCH="+p.Arch, "-f", "../../Containerfile", "-t", "sayso-test", dist)
	container := buildah("from", "--name", "sayso-test-container", "localhost/sayso-test")
	for _, c := range []struct{ command, want string }{
		{"/gqlserver --version", "gqlserver v"}, {"/sayso keys add Ada", "key "},
		{"/gqlserver --insecure --neo4j-uri bolt://127.0.0.1:1 --listen 127.0.0.1:0", "no Neo4j answers at bolt://127.0.0.1:1"},
	} {
		if out := buildah(append([]string{"run", "--isolation", "chroot", container, "--"}, strings.Fields(c.command)...)...); !strings.Contains(out, c.want) {
			t.Errorf("%s: %s", c.command, out)
		}
	}
	buildah("rm", "--all")
	buildah("rmi", "--all", "--force")
}

func digestOf(t *testing.T, dist string) string {
	t.Helper()
	index, err := layout.ImageIndexFromPath(filepath.Join(dist, "image"))
	if err != nil {
		t.Fatal(err)
	}
	digest, err := index.Digest()
	if err != nil {
		t.Fatal(err)
	}
	return digest.String()
}

// unpacked writes the image's files to a folder and lists them.
func unpacked(t *testing.T, dist string) (root string, files []string) {
	t.Helper()
	index, err := layout.ImageIndexFromPath(filepath.Join(dist, "image"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := index.IndexManifest()
	if err != nil || len(list.Manifests) != 1 {
		t.Fatalf("%v %v", list, err)
	}
	image, err := index.Image(list.Manifests[0].Digest)
	if err != nil {
		t.Fatal(err)
	}
	config, err := image.ConfigFile()
	if err != nil || config.Config.User != "65532:65532" || config.Config.Entrypoint[0] != "/gqlserver" || config.OS != "linux" || config.Created.IsZero() {
		t.Errorf("%+v %v", config, err)
	}
	root = t.TempDir()
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	stream := mutate.Extract(image)
	defer func() { _ = stream.Close() }()
	for archive := tar.NewReader(stream); ; {
		h, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return root, files
		}
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, h.Name)
		write(t, filepath.Join(root, h.Name), h, archive)
	}
}

func write(t *testing.T, path string, h *tar.Header, from io.Reader) {
	t.Helper()
	var data bytes.Buffer
	if _, err := io.Copy(&data, from); err != nil {
		t.Fatal(err)
	}
	var err error
	if h.Typeflag == tar.TypeDir {
		err = os.Mkdir(path, h.FileInfo().Mode().Perm())
	} else {
		err = os.WriteFile(path, data.Bytes(), h.FileInfo().Mode().Perm())
	}
	if err == nil && os.Getuid() == 0 {
		err = os.Chown(path, h.Uid, h.Gid)
	}
	if err != nil {
		t.Fatal(err)
	}
}
