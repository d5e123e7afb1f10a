package goldentest

import "slices"

// Replay runs a case on the rows that were recorded for it and gives a text for each part that came out otherwise. A
// plan without recorded rows shows as an error in the answer; Recording says what to do.
func (c Case) Replay() ([]string, error) {
	rows, err := c.recording()
	if err != nil {
		return nil, err
	}
	r := &Recorder{Store: rows}
	h, err := Handler(r)
	if err != nil {
		return nil, err
	}
	got, err := c.Run(h, r)
	if err != nil {
		return nil, err
	}
	plans, _ := r.Ran()
	if unknown := slices.DeleteFunc(plans, func(plan string) bool { _, ok := rows[plan]; return ok }); len(unknown) > 0 {
		return unknown, nil
	}
	return c.Differences(got), nil
}
