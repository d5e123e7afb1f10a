// Command release builds Sayso for every platform, packs what is built, and writes checksums and a bill of materials
// (CycloneDX). Two runs over one commit give the same bytes.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"sayso/deploy/tools/internal/build"
)

func main() {
	source := flag.String("source", "../..", "the checkout")
	out := flag.String("out", "../../dist", "the folder for what is built")
	only := flag.String("only", "", "platforms, as linux/amd64,darwin/arm64; all unless you say otherwise")
	changed := flag.Bool("changed", false, "build a checkout with changed files too")
	sbom := flag.Bool("sbom", true, "write the bill of materials")
	flag.Parse()
	if err := release(*source, *out, *only, *changed, *sbom); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func release(source, out, only string, changed, sbom bool) error {
	platforms := build.Platforms()
	if only != "" {
		platforms = nil
		for _, text := range strings.Split(only, ",") {
			p, err := build.ReadPlatform(text)
			if err != nil {
				return err
			}
			platforms = append(platforms, p)
		}
	}
	if err := os.MkdirAll(filepath.Join(out, "empty"), 0o755); err != nil { // for the Containerfile
		return err
	}
	var files []string
	for _, p := range platforms {
		b, err := build.Make(source, filepath.Join(out, p.String()), p)
		if err != nil {
			return err
		}
		if b.Modified && !changed {
			return errors.New("files of the checkout were changed since its commit; commit them, or say -changed")
		}
		packed, err := pack(source, out, p, b)
		if err != nil {
			return err
		}
		fmt.Println(packed)
		files = append(files, packed)
		if sbom {
			bill, err := billOfMaterials(out, p, b)
			if err != nil {
				return err
			}
			files = append(files, bill)
		}
	}
	return checksums(filepath.Join(out, "SHA256SUMS"), files)
}

// entry is a file of an archive.
type entry struct {
	name string
	from string // where it lies
	mode int64
}

// contents lists what an archive holds, in the order of names.
func contents(source, out string, p build.Platform) []entry {
	var list []entry
	for _, name := range build.Programs {
		from := p.Program(filepath.Join(out, p.String()), name)
		list = append(list, entry{filepath.Base(from), from, 0o755})
	}
	for _, name := range []string{"LICENSE", "NOTICE", "README.md", "CHANGELOG.md", "SECURITY.md"} {
		list = append(list, entry{name, filepath.Join(source, name), 0o644})
	}
	if p.OS == "linux" {
		for _, name := range []string{"sayso.service", "sayso-backup.service", "sayso-backup.timer"} {
			list = append(list, entry{"systemd/" + name, filepath.Join(source, "deploy/systemd", name), 0o644})
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return list
}

// pack writes an archive whose bytes depend on its contents and the commit's time alone.
func pack(source, out string, p build.Platform, b build.Build) (string, error) {
	name := fmt.Sprintf("sayso_%s_%s", b.Version, p)
	list := contents(source, out, p)
	var data bytes.Buffer
	var err error
	if p.OS == "windows" {
		err = writeZip(&data, name, list, b.At)
		name += ".zip"
	} else {
		err = writeTar(&data, name, list, b.At)
		name += ".tar.gz"
	}
	if err != nil {
		return "", err
	}
	path := filepath.Join(out, name)
	return path, os.WriteFile(path, data.Bytes(), 0o644)
}

func writeTar(w io.Writer, top string, list []entry, at time.Time) error {
	packed := gzip.NewWriter(w)
	archive := tar.NewWriter(packed)
	for _, e := range list {
		data, err := os.ReadFile(e.from)
		if err != nil {
			return err
		}
		h := &tar.Header{
			Name:    top + "/" + e.name,
			Mode:    e.mode,
			Size:    int64(len(data)),
			ModTime: at.UTC(),
			Format:  tar.FormatPAX,
		}
		if err := archive.WriteHeader(h); err != nil {
			return err
		}
		if _, err := archive.Write(data); err != nil {
			return err
		}
	}
	return errors.Join(archive.Close(), packed.Close())
}

func writeZip(w io.Writer, top string, list []entry, at time.Time) error {
	archive := zip.NewWriter(w)
	for _, e := range list {
		data, err := os.ReadFile(e.from)
		if err != nil {
			return err
		}
		h := &zip.FileHeader{Name: top + "/" + e.name, Method: zip.Deflate, Modified: at.UTC()}
		h.SetMode(os.FileMode(e.mode))
		file, err := archive.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := file.Write(data); err != nil {
			return err
		}
	}
	return archive.Close()
}

// billOfMaterials lists the modules in the server's binary, which has all that the client's has.
func billOfMaterials(out string, p build.Platform, b build.Build) (string, error) {
	path := filepath.Join(out, fmt.Sprintf("sayso_%s_%s.cdx.json", b.Version, p))
	program := p.Program(filepath.Join(out, p.String()), "gqlserver")
	command := exec.Command(
		"go",
		"tool",
		"cyclonedx-gomod",
		"bin",
		"-json",
		"-noserial",
		"-std",
		"-version",
		b.Version,
		"-output",
		path,
		program,
	)
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return "", fmt.Errorf("bill of materials of %s: %w", program, err)
	}
	return path, steady(path, b.At)
}

// steady gives a bill of materials the commit's time instead of the present one.
func steady(path string, at time.Time) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var bill map[string]any
	if err := json.Unmarshal(data, &bill); err != nil {
		return err
	}
	about, _ := bill["metadata"].(map[string]any)
	if components, _ := bill["components"].([]any); about == nil || len(components) == 0 {
		return fmt.Errorf("%s lists nothing", path)
	}
	about["timestamp"] = at.UTC().Format(time.RFC3339)
	if data, err = json.MarshalIndent(bill, "", "  "); err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}

// checksums writes the SHA-256 of files, as sha256sum -c reads them.
func checksums(path string, files []string) error {
	slices.Sort(files)
	var text strings.Builder
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		fmt.Fprintf(&text, "%s  %s\n", hex.EncodeToString(sum[:]), filepath.Base(name))
	}
	return os.WriteFile(path, []byte(text.String()), 0o644)
}
