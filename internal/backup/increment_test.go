package backup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"pgregory.net/rapid"

	"sayso/internal/backup"
	"sayso/internal/kg"
)

var ctx = context.Background()

// chain is a folder of backups of one graph.
type chain struct {
	folder     backup.Folder
	at         time.Time
	newest     backup.File
	recipients []age.Recipient
	identities []age.Identity
}

func newChain(t testing.TB, recipients []age.Recipient, identities ...age.Identity) *chain {
	return &chain{folder: backup.Folder(t.TempDir()), at: now, recipients: recipients, identities: identities}
}

// take adds a backup, an increment where there is one already.
func (c *chain) take(from string) (backup.Seal, error) {
	var seal backup.Seal
	c.at = c.at.Add(time.Hour)
	name := backup.Name(c.at, c.newest.TakenAt, len(c.recipients) > 0)
	err := c.folder.Create(ctx, name, func(w io.Writer) (err error) {
		if c.newest.Name == "" {
			seal, err = backup.Write(w, strings.NewReader(from), c.at, c.recipients, "")
		} else {
			seal, err = backup.WriteIncrement(ctx, w, strings.NewReader(from), c.folder, c.newest, c.at, c.identities, c.recipients, "")
		}
		return err
	})
	if err == nil {
		c.newest, _ = backup.ParseName(name)
	}
	return seal, err
}

// restored gives the archive that a backup stands for, once all was checked.
func (c *chain) restored(name string) (string, error) {
	if _, err := backup.CheckIn(ctx, c.folder, name, c.identities, ""); err != nil {
		return "", err
	}
	var out strings.Builder
	err := backup.ArchiveIn(ctx, &out, c.folder, name, c.identities)
	return out.String(), err
}

// small is an archive of some nodes, in order, with a change feed of so many entries.
func small(nodes map[string]string, changes int) string {
	var out strings.Builder
	fmt.Fprintf(&out, `{"saysoArchive":2,"edition":9,"seq":%d}`+"\n", changes)
	for _, key := range slices.Sorted(maps.Keys(nodes)) {
		k, _ := json.Marshal(key)
		text, _ := json.Marshal(nodes[key])
		fmt.Fprintf(&out, `{"label":"Claim","key":%s,"properties":{"text":%s}}`+"\n", k, text)
	}
	var feed []string
	for n := range changes {
		feed = append(feed, fmt.Sprintf(`{"label":"Change","key":"ch_%d","properties":{"at":"day %d","seq":%d}}`+"\n", n+1, n+1, n+1))
	}
	slices.Sort(feed)
	fmt.Fprintf(&out, `%s{"saysoArchiveEnd":2,"seq":%d}`+"\n", strings.Join(feed, ""), changes)
	return out.String()
}

// TestIncrementsComeBack: whatever comes, goes and changes between increments, each stands for the archive of its moment, letter by letter.
func TestIncrementsComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c, nodes, changes := newChain(t, nil), map[string]string{}, 0
		want := map[string]string{}
		for range rapid.IntRange(1, 6).Draw(rt, "backups") {
			for range rapid.IntRange(0, 8).Draw(rt, "writes") {
				key := rapid.StringMatching(`[a-eé𝄞\n"<]{1,2}`).Draw(rt, "key")
				if changes++; rapid.Bool().Draw(rt, "delete") {
					delete(nodes, key)
				} else {
					nodes[key] = rapid.StringN(0, 3, -1).Draw(rt, "text")
				}
			}
			from := small(nodes, changes)
			if _, err := c.take(from); err != nil {
				rt.Fatal(err)
			}
			want[c.newest.Name] = from
		}
		for name, from := range want {
			if got, err := c.restored(name); err != nil || got != from {
				rt.Fatalf("%s: %v\n%s\nwant\n%s", name, err, got, from)
			}
		}
	})
}

// TestOrderDoesNotMatter: an archive in an order that is not ours comes back too; only the increment is larger.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newChain(t, nil)
		var last string
		for range 3 {
			lines := rapid.Permutation(slices.Collect(strings.Lines(archived("“We do.”")))[2:4]).Draw(rt, "order")
			last = strings.SplitAfter(archived(""), "\n")[0] + strings.Join(lines[:1+rapid.IntRange(0, 1).Draw(rt, "one")], "") + `{"saysoArchiveEnd":2,"seq":4}` + "\n"
			if !strings.Contains(strings.SplitN(last, `"Statement"`, 2)[0], `"Article"`) {
				continue
			}
			if _, err := c.take(last); err != nil {
				rt.Fatal(err)
			}
			if got, err := c.restored(c.newest.Name); err != nil || got != last {
				rt.Fatalf("%v\n%s\nwant\n%s", err, got, last)
			}
		}
	})
}

// TestIncrementIsSmall: of a large archive only what changed is kept.
func TestIncrementIsSmall(t *testing.T) {
	nodes := map[string]string{}
	for n := range 20_000 {
		nodes[fmt.Sprintf("cl_%x", n*7919)] = fmt.Sprint("claim ", n*n)
	}
	c := newChain(t, nil)
	if _, err := c.take(small(nodes, 3)); err != nil {
		t.Fatal(err)
	}
	nodes["cl_0"], nodes["cl_new"] = "another", "new"
	if _, err := c.take(small(nodes, 5)); err != nil {
		t.Fatal(err)
	}
	kept, err := c.folder.Kept(ctx)
	if err != nil || len(kept) != 2 || kept[1].Bytes > 800 || kept[0].Bytes < 100*kept[1].Bytes {
		t.Errorf("%+v %v", kept, err)
	}
}

// TestAnotherGraph: an increment is refused where the change feed does not go on from that of what it builds on.
func TestAnotherGraph(t *testing.T) {
	c := newChain(t, nil)
	if _, err := c.take(small(map[string]string{"a": "1"}, 12)); err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string]string{
		"an older one that was restored": small(map[string]string{"a": "1"}, 11),
		"an empty one":                   small(nil, 0),
		"another one":                    strings.ReplaceAll(small(map[string]string{"a": "1"}, 14), `"at":"day 12"`, `"at":"another day"`),
	} {
		if _, err := c.take(from); kg.CodeOf(err) != kg.Conflict || !strings.Contains(err.Error(), "without --incremental") {
			t.Errorf("%s: %v", name, err)
		}
	}
	concerns := strings.Replace(small(nil, 12), `"seq":12}}`, `"seq":12},"edges":[{"type":"CONCERNS","label":"Deleted","key":"art_1"}]}`, 1)
	if _, err := c.take(concerns); err != nil {
		t.Errorf("an entry whose article was deleted: %v", err)
	}
	moved := strings.Replace(small(nil, 13), `End":2,"seq":13`, `End":2,"seq":14`, 1)
	if _, err := c.take(moved); !errors.Is(err, backup.ErrMoved) {
		t.Errorf("of several moments: %v", err)
	}
	if kept, _ := filepath.Glob(filepath.Join(string(c.folder), "*")); len(kept) != 2 {
		t.Errorf("what failed left %v", kept)
	}
}

// TestBrokenChains: an increment whose chain has a missing, altered, exchanged or cut link is refused, whichever it is.
func TestBrokenChains(t *testing.T) {
	c, other := newChain(t, nil), newChain(t, nil)
	var names []string
	for n := range 4 {
		for _, of := range []*chain{c, other} {
			if _, err := of.take(small(map[string]string{"a": fmt.Sprint(n), "b": fmt.Sprint(of == c)}, 3+n)); err != nil {
				t.Fatal(err)
			}
		}
		names = append(names, c.newest.Name)
	}
	data := map[string][]byte{}
	for _, name := range names {
		var err error
		if data[name], err = os.ReadFile(c.folder.At(name)); err != nil {
			t.Fatal(err)
		}
	}
	put := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(c.folder.At(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(what string) {
		t.Helper()
		if _, err := c.restored(names[3]); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
	for n, name := range names {
		_ = os.Remove(c.folder.At(name))
		if _, err := c.restored(names[3]); kg.CodeOf(err) != kg.Invalid || n < 3 && !strings.Contains(err.Error(), "builds on") {
			t.Errorf("without the %dth: %v", n, err)
		}
		foreign, err := os.ReadFile(other.folder.At(name))
		if err != nil {
			t.Fatal(err)
		}
		if put(name, foreign); n < 3 {
			refused("a link of another chain")
		}
		if n > 0 {
			put(name, data[names[n-1]])
			refused("the link before it")
		}
		for at := 0; at < len(data[name]); at += 7 {
			put(name, data[name][:at])
			refused(fmt.Sprint(name, " cut at ", at))
			altered := bytes.Clone(data[name])
			altered[at] ^= 0x20
			put(name, altered)
			if got, err := c.restored(names[3]); err == nil && got != small(map[string]string{"a": "3", "b": "true"}, 6) {
				t.Errorf("%s altered at %d: another archive comes out", name, at)
			}
		}
		put(name, data[name])
	}
	put(names[1], data[names[2]])
	put(names[2], data[names[1]])
	refused("two links exchanged")
}
