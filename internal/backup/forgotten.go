package backup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"filippo.io/age"

	"sayso/internal/kg"
)

// ForgottenFile lies beside backups and lists who was forgotten, so that a restore of an older one forgets them again.
const ForgottenFile = "forgotten.jsonl"

// Forgotten reads the list of a place; none where there is no such file.
func Forgotten(ctx context.Context, p Place) ([]kg.Forgetting, error) {
	data, err := p.ReadFile(ctx, ForgottenFile)
	if err != nil {
		return nil, err
	}
	var out []kg.Forgetting
	for line := range bytes.Lines(data) {
		var f kg.Forgetting
		if err := json.Unmarshal(line, &f); err != nil || f.ID == "" || f.ID != kg.ForgettingID(f.Actors) {
			return nil, kg.Errorf(kg.Invalid, "%s is damaged: a line of it is no forgetting; get it from another place with "+
				"backups, for without it those come back who were forgotten", p.At(ForgottenFile))
		}
		out = append(out, f)
	}
	return out, nil
}

// noteTries is how often the list is written where another program writes it at the same time.
const noteTries = 3

// AddForgotten brings the list of a place up to date: what it has stays, for the graph may be an older one.
func AddForgotten(ctx context.Context, p Place, all []kg.Forgetting) error {
	if len(all) == 0 {
		return nil
	}
	for range noteTries {
		list, err := Forgotten(ctx, p)
		if err != nil {
			return err
		}
		was, err := listed(list)
		if err != nil {
			return err
		}
		for _, f := range all {
			list = slices.DeleteFunc(list, func(have kg.Forgetting) bool { return have.ID == f.ID })
			list = append(list, f)
		}
		now, err := listed(list)
		if err != nil || bytes.Equal(was, now) { // read back: the list says all that it must
			return err
		}
		if err := p.WriteFile(ctx, ForgottenFile, now); err != nil {
			return err
		}
	}
	// whoever wrote last is read back once more than is written
	list, err := Forgotten(ctx, p)
	for _, f := range all {
		if err == nil && !slices.ContainsFunc(list, func(have kg.Forgetting) bool { return have.ID == f.ID }) {
			err = kg.Errorf(kg.Conflict, "%s is written by other programs at the same time and does not name all who were "+
				"forgotten; run one sayso backup or forget at a time", p.At(ForgottenFile))
		}
	}
	return err
}

// listed gives the list as it stands in its file.
func listed(list []kg.Forgetting) ([]byte, error) {
	slices.SortFunc(list, func(a, b kg.Forgetting) int { return strings.Compare(a.ID, b.ID) })
	var out bytes.Buffer
	for _, f := range list {
		line, err := json.Marshal(f)
		if err != nil {
			return nil, err
		}
		out.Write(append(line, '\n'))
	}
	return out.Bytes(), nil
}

// Holds reports whether the file of a backup has one of some ids, without what it builds on; its error has the code
// kg.Invalid where it cannot be read, as without the key of an encrypted one.
func Holds(ctx context.Context, p Place, name string, identities []age.Identity, ids []string) (bool, error) {
	file, err := p.Open(ctx, name)
	if err != nil {
		return false, err
	}
	defer func() { _ = file.Close() }()
	found := false
	err = unpack(file, identities, func(line []byte) error {
		for _, id := range ids {
			if bytes.Contains(line, []byte(id)) {
				found = true
				return errFound
			}
		}
		return nil
	})
	if errors.Is(err, errFound) {
		err = nil
	}
	return found, err
}

// errFound ends a search.
var errFound = errors.New("found")
