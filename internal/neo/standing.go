package neo

import (
	"context"
	"encoding/json"

	"sayso/internal/kg"
)

var _ kg.StandingKeeper = (*Store)(nil)

// AddStanding implements kg.StandingKeeper.
func (s *Store) AddStanding(ctx context.Context, q kg.StandingQuestion) error {
	properties := answerProperties(q)
	properties["id"], properties["question"], properties["by"] = q.ID, q.Question, q.By
	properties["paused"], properties["addedAt"] = q.Paused, momentOf(q.AddedAt)
	channels := []any{}
	for i, c := range q.Channels {
		row := channelProperties(c)
		row["kind"], row["address"], row["position"] = string(c.Kind), c.Address, i
		channels = append(channels, row)
	}
	return s.writeBeside(ctx, func(tx transaction) error {
		_, err := tx.run("add_standing", map[string]any{"id": q.ID, "properties": properties, "rows": channels})
		return err
	})
}

// changeStanding runs a query that gives a row if there is such a question.
func (s *Store) changeStanding(ctx context.Context, query, id string, params map[string]any) error {
	params["id"] = id
	return s.writeBeside(ctx, func(tx transaction) error {
		rows, err := tx.rows(query, params)
		if err == nil && len(rows) == 0 {
			return noStanding(id)
		}
		return err
	})
}

func noStanding(id string) error {
	return kg.Errorf(kg.NotFound, "there is no standing question with the id %q; standingQuestions lists those that "+
		"there are", id)
}

// RemoveStanding implements kg.StandingKeeper.
func (s *Store) RemoveStanding(ctx context.Context, id string) error {
	return s.changeStanding(ctx, "remove_standing", id, map[string]any{})
}

// PauseStanding implements kg.StandingKeeper.
func (s *Store) PauseStanding(ctx context.Context, id string, paused bool) error {
	return s.changeStanding(ctx, "pause_standing", id, map[string]any{"paused": paused})
}

// SaveChannel implements kg.StandingKeeper.
func (s *Store) SaveChannel(ctx context.Context, question string, c kg.Channel) error {
	return s.changeStanding(ctx, "save_channel", question,
		map[string]any{"name": string(c.Kind), "url": c.Address, "properties": channelProperties(c)})
}

// Standing implements kg.StandingKeeper.
func (s *Store) Standing(ctx context.Context) ([]kg.StandingQuestion, error) {
	records, err := s.read(ctx, "get_standing", nil)
	if err != nil {
		return nil, err
	}
	var out []kg.StandingQuestion
	for _, record := range records {
		v := row(record).sub("question")
		q := kg.StandingQuestion{ID: v.text("id"), Question: v.text("question"), By: v.text("by"), Paused: v.flag("paused"),
			AddedAt: v.moment("addedAt"),
			AskedAt: v.moment("askedAt"), Seq: v.number("seq"), Fault: v.text("fault"), Known: v.text("known"),
			Told: v.number("told")}
		for _, item := range row(record).list("channels") {
			m, _ := item.(map[string]any)
			c := values(m)
			q.Channels = append(q.Channels, kg.Channel{Kind: kg.ChannelKind(c.text("kind")), Address: c.text("address"),
				Told:     c.number("told"),
				Failures: c.number("failures"), Fault: c.text("fault"), NextAt: c.moment("nextAt")})
		}
		out = append(out, q)
	}
	return out, nil
}

// SaveAnswer implements kg.StandingKeeper.
func (s *Store) SaveAnswer(ctx context.Context, q kg.StandingQuestion, before int, tellings []kg.Telling) error {
	rows := []any{}
	for _, t := range tellings {
		quotes, err := json.Marshal(t.Quotes)
		if err != nil {
			return kg.Hidden(err)
		}
		rows = append(rows, map[string]any{"id": t.ID(), "question": t.Question, "number": t.Number, "kind": string(t.Kind),
			"at": momentOf(t.At), "seq": t.Seq,
			"text": t.Text, "quotes": string(quotes)})
	}
	return s.writeBeside(ctx, func(tx transaction) error {
		found, err := tx.rows("save_answer", map[string]any{"id": q.ID, "number": before, "properties": answerProperties(q)})
		switch {
		case err != nil:
			return err
		case len(found) == 0:
			return noStanding(q.ID)
		case !found[0].flag("ours"):
			return kg.Errorf(kg.Conflict, "the standing question %q was told of meanwhile", q.ID)
		}
		_, err = tx.run("save_tellings", map[string]any{"rows": rows})
		return err
	})
}

// Tellings implements kg.StandingKeeper.
func (s *Store) Tellings(ctx context.Context, question string, after, first int) ([]kg.Telling, error) {
	records, err := s.read(ctx, "get_tellings", map[string]any{"id": question, "number": after, "first": first})
	if err != nil {
		return nil, err
	}
	var out []kg.Telling
	for _, record := range records {
		v := row(record).sub("telling")
		t := kg.Telling{Question: v.text("question"), Number: v.number("number"), Kind: kg.TellingKind(v.text("kind")),
			At: v.moment("at"), Seq: v.number("seq"),
			Text: v.text("text")}
		if err := json.Unmarshal([]byte(v.text("quotes")), &t.Quotes); err != nil {
			return nil, kg.Hidden(err)
		}
		out = append(out, t)
	}
	return out, nil
}

// answerProperties are those that answering may change.
func answerProperties(q kg.StandingQuestion) map[string]any {
	return map[string]any{"askedAt": momentOf(q.AskedAt), "seq": q.Seq, "fault": q.Fault, "known": q.Known, "told": q.Told}
}

// channelProperties are those that sending may change.
func channelProperties(c kg.Channel) map[string]any {
	return map[string]any{"told": c.Told, "failures": c.Failures, "fault": c.Fault, "nextAt": momentOf(c.NextAt)}
}
