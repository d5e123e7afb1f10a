package queue

import (
	"context"
	"time"

	"sayso/internal/kg"
)

// statusTime is how long NATS may take to tell how it fares.
const statusTime = 3 * time.Second

// Status tells how the queue fares.
func (q *Queue) Status(ctx context.Context) (kg.QueueStatus, error) {
	ctx, cancel := context.WithTimeout(ctx, statusTime)
	defer cancel()
	s := kg.QueueStatus{Workers: q.o.Workers, Damaged: q.damaged()}
	for _, n := range laneNames {
		l, err := q.lane(ctx, n.lane)
		if err != nil {
			return s, err
		}
		s.Lanes = append(s.Lanes, l)
	}
	dead, err := q.dead.Info(ctx)
	if err != nil {
		return s, unreachable(err)
	}
	s.DeadLetters, s.DeadBytes = int64(dead.State.Msgs), int64(dead.State.Bytes)
	if why := q.crew.away.Load(); why != nil {
		s.Trouble = "the graph is not available: " + *why
	}
	if err := q.o.Room(); err != nil {
		s.Trouble = err.Error()
	}
	return s, nil
}

func (q *Queue) lane(ctx context.Context, name kg.Lane) (kg.LaneStatus, error) {
	info, err := q.lanes[name].stream.Info(ctx)
	if err != nil {
		return kg.LaneStatus{}, unreachable(err)
	}
	s := kg.LaneStatus{Lane: name, Articles: int64(info.State.Msgs), MostArticles: info.Config.MaxMsgs,
		Bytes: int64(info.State.Bytes), MostBytes: info.Config.MaxBytes}
	if info.State.Msgs > 0 {
		s.Oldest = info.State.FirstTime
	}
	s.Room = s.Articles < s.MostArticles && s.Bytes < s.MostBytes
	return s, nil
}
