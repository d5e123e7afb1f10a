package backup_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"sayso/internal/archive"
	"sayso/internal/backup"
	"sayso/internal/kg"
	"sayso/internal/kgtest"
	"sayso/internal/neo"
	"sayso/internal/neo/managed/managedtest"
	"sayso/internal/neo/neotest"
)

func TestMain(m *testing.M) { managedtest.Main(m) }

var now = time.Date(2023, 3, 1, 12, 0, 0, 0, time.UTC)

// archived is an archive of an article with two statements.
func archived(quote string) string {
	return `{"saysoArchive":2,"edition":9,"seq":4}
{"label":"Name","key":"a","properties":{"folded":"a"}}
{"label":"Article","key":"art_1","properties":{"id":"art_1","text":"Örland recognized Borland. “We do.”"}}
{"label":"Statement","key":"st_1","properties":{"id":"st_1","quoteStatus":"EXACT","quoteExact":"` + quote + `","quoteStart":27,"quoteEnd":35},"edges":[{"type":"FROM","label":"Article","key":"art_1"}]}
{"label":"Statement","key":"st_2","properties":{"id":"st_2","quoteStatus":"NORMALIZED","quoteExact":"other words","quoteStart":0,"quoteEnd":3},"edges":[{"type":"FROM","label":"Article","key":"art_1"}]}
{"saysoArchiveEnd":2,"seq":4}
`
}

func taken(t *testing.T, from string, recipients ...age.Recipient) []byte {
	t.Helper()
	var out bytes.Buffer
	seal, err := backup.Write(&out, strings.NewReader(from), now, recipients, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if seal.Quotes != 1 || seal.Nodes["Statement"] != 2 || !seal.TakenAt.Equal(now) {
		t.Errorf("the seal says %+v", seal)
	}
	return out.Bytes()
}

// TestWhatIsKeptComesBack: an archive comes out of its backup letter by letter, encrypted or not, and only for who has the key.
func TestWhatIsKeptComesBack(t *testing.T) {
	mine, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	other, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	from := archived("“We do.”")
	for name, c := range map[string]struct {
		file       []byte
		identities []age.Identity
		want       string
	}{
		"plain":         {taken(t, from), nil, ""},
		"encrypted":     {taken(t, from, mine.Recipient()), []age.Identity{other, mine}, ""},
		"no key":        {taken(t, from, mine.Recipient()), nil, "--identity"},
		"another's key": {taken(t, from, mine.Recipient()), []age.Identity{other}, "another key"},
	} {
		_, err := backup.Check(bytes.NewReader(c.file), c.identities, t.TempDir())
		if c.want != "" {
			if kg.CodeOf(err) != kg.Invalid || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		var out strings.Builder
		if err := errors.Join(err, backup.Archive(&out, bytes.NewReader(c.file), c.identities)); err != nil || out.String() != from {
			t.Errorf("%s: %v, %d of %d bytes", name, err, out.Len(), len(from))
		}
		if name == "encrypted" && bytes.Contains(c.file, []byte("art_1")) {
			t.Error("the encrypted file can be read")
		}
	}
}

// TestDamage: a backup that was cut or altered anywhere is refused, and so is what is none.
func TestDamage(t *testing.T) {
	mine, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	keys := []age.Identity{mine}
	for kind, file := range map[string][]byte{"plain": taken(t, archived("“We do.”")), "encrypted": taken(t, archived("“We do.”"), mine.Recipient())} {
		for at := range file {
			if _, err := backup.Check(bytes.NewReader(file[:at]), keys, ""); err == nil {
				t.Errorf("%s: cut at %d is taken", kind, at)
			}
			altered := bytes.Clone(file)
			altered[at] ^= 0x20
			if seal, err := backup.Check(bytes.NewReader(altered), keys, ""); err == nil && kind == "encrypted" {
				t.Errorf("%s: altered at %d is taken: %+v", kind, at, seal)
			} else if err == nil { // bytes of the compression's frame that say nothing
				var out strings.Builder
				if err := backup.Archive(&out, bytes.NewReader(altered), nil); err != nil || out.String() != archived("“We do.”") {
					t.Errorf("%s: altered at %d is taken, and other words come out", kind, at)
				}
			}
		}
		if _, err := backup.Check(io.MultiReader(bytes.NewReader(file), strings.NewReader("more")), keys, ""); err == nil {
			t.Errorf("%s: more behind the end is taken", kind)
		}
	}
	for text, want := range map[string]string{
		archived("“We did”"): "do not stand in",
		strings.Replace(archived("“We do.”"), "art_1", "art_2", 1): "do not stand in",
		`{"text": "An article."}` + "\n":                           "no backup",
		strings.SplitAfter(archived("x"), "\n")[0]:                 "not whole",
		"":                                 "not whole",
		archived("“We do.”") + `{"label":`: "damaged",
	} {
		if _, err := backup.Write(io.Discard, strings.NewReader(text), now, nil, ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

// TestBomb: a small file that unpacks to a line without an end is refused before it fills the memory.
func TestBomb(t *testing.T) {
	var file bytes.Buffer
	packed, err := zstd.NewWriter(&file)
	if err != nil {
		t.Fatal(err)
	}
	for range 200 {
		if _, err := packed.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := backup.Check(&file, nil, ""); kg.CodeOf(err) != kg.TooLarge {
		t.Errorf("%v", err)
	}
}

// TestMovedWhileRead: where the graph changed while its archive was read, that is what is told: an article may have come after the articles were read, its
// statements before theirs were.
func TestMovedWhileRead(t *testing.T) {
	for _, from := range []string{archived("“We do.”"), archived("“We did”"), strings.Replace(archived("“We do.”"), `"label":"Article","key":"art_1"`, `"label":"Article","key":"art_2"`, 1)} {
		moved := strings.Replace(from, `End":2,"seq":4`, `End":2,"seq":5`, 1)
		if _, err := backup.Write(io.Discard, strings.NewReader(moved), now, nil, ""); !errors.Is(err, backup.ErrMoved) {
			t.Errorf("%v", err)
		}
	}
}

// busy is a graph that somebody writes to while its archive is read: between two pages, or, where writers wait, as soon as they may.
type busy struct {
	*neo.Store
	write   func()
	still   bool
	waiting sync.WaitGroup
	written atomic.Int64
}

func (b *busy) Archived(ctx context.Context, after kg.ArchiveRef) ([]kg.ArchiveNode, error) {
	save := func() { b.write(); b.written.Add(1) }
	if b.still {
		b.waiting.Go(save)
	} else {
		save()
	}
	return b.Store.Archived(ctx, after)
}

func (b *busy) Still(ctx context.Context, work func() error) error {
	return b.Store.Still(ctx, func() error {
		b.still = true
		err := work()
		if n := b.written.Load(); n > 0 {
			return fmt.Errorf("%d writes came through", n)
		}
		return err
	})
}

// TestUnderLoad: a backup taken beside writers is refused where they changed the graph meanwhile, one taken while they wait is whole; restored elsewhere it is the
// same graph.
func TestUnderLoad(t *testing.T) {
	ctx := context.Background()
	s := neotest.Open(t, nil, kgtest.Predicates())
	neotest.Fill(t, s, append(kgtest.Recognitions(), kgtest.Relations()...))
	var n atomic.Int64
	write := func() {
		text := fmt.Sprintf("Arland recognized Borland for the %dth time.", n.Add(1))
		neotest.Fill(t, s, []kg.Record{kgtest.Record(text, "Load", "2022-08-01", kgtest.Said{Sentence: text, Subject: "Arland", Predicate: "RECOGNIZED", Object: "Borland"})})
	}
	take := func(still bool) ([]byte, backup.Seal, error) {
		b := &busy{Store: s, write: write}
		defer b.waiting.Wait()
		in, out := io.Pipe()
		go func() { out.CloseWithError(archive.Write(ctx, out, b, archive.Extent{Still: still}, nil)) }()
		defer in.Close()
		var file bytes.Buffer
		seal, err := backup.Write(&file, in, now, nil, "")
		return file.Bytes(), seal, err
	}
	if _, _, err := take(false); !errors.Is(err, backup.ErrMoved) {
		t.Errorf("beside writers: %v", err)
	}
	file, seal, err := take(true)
	if err != nil || seal.Quotes == 0 {
		t.Fatalf("while writers wait: %+v, %v", seal, err)
	}
	var kept bytes.Buffer
	if err := backup.Archive(&kept, bytes.NewReader(file), nil); err != nil {
		t.Fatal(err)
	}
	s = neotest.Open(t, nil, nil)
	if n, err := archive.Read(ctx, bytes.NewReader(kept.Bytes()), s); err != nil || n == 0 {
		t.Fatal(n, err)
	}
	var again bytes.Buffer
	if err := archive.Write(ctx, &again, s, archive.Extent{}, nil); err != nil || !bytes.Equal(again.Bytes(), kept.Bytes()) {
		t.Errorf("another graph was restored: %v, %d bytes and %d", err, again.Len(), kept.Len())
	}
}
