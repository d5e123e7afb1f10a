package backup

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"sayso/internal/kg"
)

// ForgottenFile lies beside backups and lists who was forgotten, so that a restore of an older one forgets them again.
const ForgottenFile = "forgotten.jsonl"

// Forgotten reads the list of a folder; none where there is no such file.
func Forgotten(folder string) ([]kg.Forgetting, error) {
	path := filepath.Join(folder, ForgottenFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, kg.Errorf(kg.Invalid, "%w", err)
	}
	var out []kg.Forgetting
	for line := range bytes.Lines(data) {
		var f kg.Forgetting
		if err := json.Unmarshal(line, &f); err != nil || f.ID == "" || f.ID != kg.ForgettingID(f.Actors) {
			return nil, kg.Errorf(kg.Invalid, "%s is damaged: a line of it is no forgetting; get it from another folder of "+
				"backups, for without it those come back who were forgotten", path)
		}
		out = append(out, f)
	}
	return out, nil
}

// AddForgotten brings the list of a folder up to date: what it has stays, for the graph may be an older one.
func AddForgotten(folder string, all []kg.Forgetting) error {
	if len(all) == 0 {
		return nil
	}
	list, err := Forgotten(folder)
	if err != nil {
		return err
	}
	for _, f := range all {
		list = slices.DeleteFunc(list, func(have kg.Forgetting) bool { return have.ID == f.ID })
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b kg.Forgetting) int { return strings.Compare(a.ID, b.ID) })
	var out bytes.Buffer
	for _, f := range list {
		line, err := json.Marshal(f)
		if err != nil {
			return err
		}
		out.Write(append(line, '\n'))
	}
	return replaceFile(filepath.Join(folder, ForgottenFile), out.Bytes())
}

// replaceFile puts a whole file in the place of another one.
func replaceFile(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".forgotten-")
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = os.Remove(file.Name()) }()
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return kg.Errorf(kg.Invalid, "%w", err)
	}
	return nil
}

// Holds reports whether a backup has one of some ids; its error has the code kg.Invalid where it cannot be read,
// as without the key of an encrypted one.
func Holds(path string, identities []age.Identity, ids []string) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, kg.Errorf(kg.Invalid, "%w", err)
	}
	defer func() { _ = file.Close() }()
	in, out := io.Pipe()
	defer func() { _ = in.Close() }() // ends the writer too
	go func() { out.CloseWithError(Archive(out, file, identities)) }()
	lines := bufio.NewReaderSize(in, 1<<20)
	var tail []byte // the end of what was read before: an id may stand across the cut
	for {
		piece := make([]byte, 1<<20)
		n, err := lines.Read(piece)
		piece = append(tail, piece[:n]...)
		for _, id := range ids {
			if bytes.Contains(piece, []byte(id)) {
				return true, nil
			}
		}
		if errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		tail = bytes.Clone(piece[max(0, len(piece)-longestID):])
	}
}

const longestID = 64
