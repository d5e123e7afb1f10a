package backup

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"

	"sayso/internal/archive"
	"sayso/internal/kg"
)

// check reads an archive line by line: it counts, hashes, and looks every quote up in its article. Texts wait in a
// file, since statements come long after articles and all texts together may be larger than memory.
type check struct {
	texts  *os.File
	at     map[string]piece // where the text of each article is
	end    int64            // bytes in texts
	sum    hash.Hash
	seal   Seal
	whole  bool // the archive's last line was read
	seq    int  // number of the last change, of the first line
	moved  bool // the graph changed while the archive was written
	header bool // the first line was read
	// the first quote that does not stand in its article; where the graph changed meanwhile the article may only be
	// missing
	fault error
}

type piece struct{ at, size int64 }

// newCheck makes a check that keeps its texts in a file of its own in dir, "" for the system's temporary folder.
func newCheck(dir string) (*check, error) {
	texts, err := os.CreateTemp(dir, "sayso-texts-*")
	if err != nil {
		return nil, kg.Because(err, kg.Unavailable,
			"there is no room for a temporary file (%v); set TMPDIR to a folder that can be written", err)
	}
	return &check{
		texts: texts, at: map[string]piece{}, sum: sha256.New(), seal: Seal{Version: version, Nodes: map[string]int{}},
	}, nil
}

func (c *check) close() { _, _ = c.texts.Close(), os.Remove(c.texts.Name()) }

// line takes in the next line of the archive, with its line feed.
func (c *check) line(text []byte) error {
	c.sum.Write(text)
	ends, seq, err := archive.Ends(text)
	switch {
	case err != nil:
		return damaged(err)
	case ends == archive.Head:
		c.header, c.seq = true, seq
		return nil
	case !c.header:
		return kg.Errorf(kg.Invalid, "this is no backup: it does not begin as an archive does; sayso backup writes one")
	case ends == archive.Foot:
		c.whole, c.moved = true, seq != c.seq
		return nil
	}
	n, err := archive.Node(text)
	if err != nil {
		return damaged(err)
	}
	c.seal.Nodes[n.Label]++
	switch n.Label {
	case "Article":
		return c.keep(n)
	case "Statement":
		if err := c.quote(n); err != nil && c.fault == nil {
			c.fault = err
		}
	}
	return nil
}

func (c *check) keep(article kg.ArchiveNode) error {
	text, _ := article.Properties["text"].(string)
	if _, err := c.texts.WriteAt([]byte(text), c.end); err != nil {
		return kg.Because(err, kg.Unavailable,
			"the texts cannot be kept while they are checked (%v); set TMPDIR to a folder with room", err)
	}
	c.at[article.Key] = piece{c.end, int64(len(text))}
	c.end += int64(len(text))
	return nil
}

// quote looks a statement's words up in its article.
func (c *check) quote(statement kg.ArchiveNode) error {
	if status, _ := statement.Properties["quoteStatus"].(string); status != "EXACT" {
		return nil
	}
	exact, _ := statement.Properties["quoteExact"].(string)
	start, _ := statement.Properties["quoteStart"].(int64)
	end, _ := statement.Properties["quoteEnd"].(int64)
	for _, e := range statement.Edges {
		if e.Type != "FROM" {
			continue
		}
		at, known := c.at[e.To.Key]
		text := make([]byte, at.size)
		if _, err := c.texts.ReadAt(text, at.at); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		words, ok := kg.NewRunes(string(text)).Slice(int(start), int(end))
		if !known || !ok || words != exact {
			return kg.Errorf(kg.Conflict, "the words of the statement %s do not stand in its article %s; run sayso check on "+
				"the server", statement.Key, e.To.Key)
		}
		c.seal.Quotes++
		return nil
	}
	return kg.Errorf(kg.Conflict, "the statement %s has no article; run sayso check on the server", statement.Key)
}

// sealed gives what the seal must say of what was read.
func (c *check) sealed() (Seal, error) {
	if !c.whole {
		return Seal{}, kg.Errorf(kg.Invalid, "the archive's last line is missing, so the backup is not whole; take another "+
			"one")
	}
	if c.fault != nil && !c.moved {
		return Seal{}, c.fault
	}
	c.seal.SHA256 = hex.EncodeToString(c.sum.Sum(nil))
	return c.seal, nil
}
