package backup

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"

	"filippo.io/age"

	"sayso/internal/kg"
)

// ageMark is how encrypted files begin.
const ageMark = "age-encryption.org/"

// decrypted gives what a file holds, encrypted or not.
func decrypted(r io.Reader, identities []age.Identity) (io.Reader, error) {
	in := bufio.NewReader(r)
	mark, _ := in.Peek(len(ageMark))
	if !bytes.Equal(mark, []byte(ageMark)) {
		return in, nil
	}
	if len(identities) == 0 {
		return nil, kg.Errorf(kg.Invalid, "the backup is encrypted; give the file of the secret key with --identity")
	}
	plain, err := age.Decrypt(in, identities...)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, kg.Because(err, kg.Invalid,
			"the backup is encrypted for another key; give that one's file with --identity")
	}
	if err != nil {
		return nil, damaged(err)
	}
	return plain, nil
}

// compare says whether a seal is that of what was read.
func compare(c *check, line []byte) (Seal, error) {
	if line == nil {
		return Seal{}, kg.Errorf(kg.Invalid, "the backup has no seal: it was cut, or is an archive (sayso import reads "+
			"those); take another one")
	}
	var seal Seal
	if err := json.Unmarshal(line, &seal); err != nil {
		return seal, damaged(err)
	}
	if seal.Version != version {
		return seal, kg.Errorf(kg.Invalid, "the backup is of form %d, this program reads form %d; use the version of Sayso "+
			"that wrote it", seal.Version, version)
	}
	found, err := c.sealed()
	if err != nil {
		return seal, err
	}
	if found.SHA256 != seal.SHA256 || !maps.Equal(found.Nodes, seal.Nodes) || found.Quotes != seal.Quotes {
		return seal, kg.Errorf(kg.Invalid, "the backup is not what was sealed: it was altered or damaged; take another one")
	}
	return seal, nil
}
