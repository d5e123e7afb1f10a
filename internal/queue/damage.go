package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go/jetstream"

	"sayso/internal/kg"
)

// streamsBelow is where JetStream keeps the streams of its one account.
var streamsBelow = filepath.Join("jetstream", server.DEFAULT_GLOBAL_ACCOUNT, "streams")

// damagedFolder holds the files that were set aside, and a note for each time that messages were lost. Whoever has seen
// to it removes it.
const damagedFolder = "damaged"

// forgetConsumers removes what JetStream knows of who had which article in hand: nobody has after a start, and damaged
// files of that would keep it from starting. What was put off says so in its record.
func (b *broker) forgetConsumers() error {
	for _, n := range laneNames {
		if err := os.RemoveAll(filepath.Join(b.o.Dir, streamsBelow, n.stream, "obs")); err != nil {
			return kg.Errorf(kg.Invalid, "the queue's files cannot be written: %w", err)
		}
	}
	return nil
}

// streamFolders lists the streams that have files in a folder.
func streamFolders(dir string) []string {
	found, _ := filepath.Glob(filepath.Join(dir, streamsBelow, "*"))
	return found
}

// setAside puts the files of streams that JetStream could not read where it does not look, so that it can begin them
// anew; they are not thrown away.
func (b *broker) setAside(ctx context.Context) error {
	for _, folder := range b.found {
		if _, err := b.js.Stream(ctx, filepath.Base(folder)); !errors.Is(err, jetstream.ErrStreamNotFound) {
			continue
		}
		to := b.damagedName(filepath.Base(folder))
		err := os.MkdirAll(filepath.Dir(to), 0o700)
		if err == nil {
			err = os.Rename(folder, to)
		}
		if err != nil {
			return kg.Errorf(kg.Invalid, "the queue's files in %s are damaged and cannot be set aside: %w", folder, err)
		}
		b.o.Log.Error("files of the queue could not be read; they were set aside and the queue begins anew", "folder", to)
	}
	return nil
}

func (b *broker) damagedName(what string) string {
	return filepath.Join(b.o.Dir, damagedFolder, fmt.Sprintf("%s-%d", what, b.o.Now().UnixNano()))
}

// damaged lists what is left of damaged files, until somebody removes it.
func (b *broker) damaged() []string {
	if b.server == nil {
		return nil
	}
	found, _ := filepath.Glob(filepath.Join(b.o.Dir, damagedFolder, "*"))
	return found
}

// mark is how far a stream was. JetStream leaves out what it cannot read without telling; so each end notes how much
// there was, and the next start compares.
type mark struct{ Last, Messages uint64 }

func (b *broker) marksFile() string { return filepath.Join(b.o.Dir, "marks.json") }

// kept are the streams of which nothing may be lost.
func (b *broker) kept() []jetstream.Stream {
	out := []jetstream.Stream{b.dead}
	for _, n := range laneNames {
		out = append(out, b.lanes[n.lane].stream)
	}
	return out
}

// compare tells what the streams have less than at the end before, and forgets that end: after a kill nothing is known
// of how much there was.
func (b *broker) compare(ctx context.Context) error {
	data, err := os.ReadFile(b.marksFile())
	if err != nil {
		return nil //nolint:nilerr // the first start, or one after a kill
	}
	var before map[string]mark
	_ = json.Unmarshal(data, &before)
	for _, s := range b.kept() {
		info, err := s.Info(ctx)
		if err != nil {
			return unreachable(err)
		}
		was, now := before[info.Config.Name], info.State
		lost := max(was.Messages, now.Msgs) - now.Msgs
		if lost == 0 && now.LastSeq >= was.Last {
			continue
		}
		note := b.damagedName(fmt.Sprintf("%s-lost-%d-messages", info.Config.Name, lost))
		b.o.Log.Error("messages of the queue were lost with damaged files", "stream", info.Config.Name, "messages", lost)
		if err := os.MkdirAll(note, 0o700); err != nil {
			return kg.Errorf(kg.Invalid, "the queue's folder cannot be written: %w", err)
		}
	}
	return os.Remove(b.marksFile())
}

// note writes down how far the streams are.
func (b *broker) note(ctx context.Context) {
	marks := map[string]mark{}
	for _, s := range b.kept() {
		info, err := s.Info(ctx)
		if err != nil {
			return // without it the next start compares nothing
		}
		marks[info.Config.Name] = mark{Last: info.State.LastSeq, Messages: info.State.Msgs}
	}
	data, err := json.Marshal(marks)
	if err == nil {
		err = os.WriteFile(b.marksFile(), data, 0o600)
	}
	if err != nil {
		b.o.Log.Warn("how full the queue is could not be noted", "err", err)
	}
}
