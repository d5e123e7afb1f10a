package compile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sayso/internal/kg"
)

func TestFilledActivity(t *testing.T) {
	days := func(in []bucket) (out []string) {
		for _, b := range in {
			out = append(out, b.at)
		}
		return out
	}
	for name, c := range map[string]struct {
		by       string
		from, to kg.Date
		have     []string
		want     []string
	}{
		"between the first and the last": {"MONTH", "", "", []string{"2019-11", "2020-02"}, []string{"2019-11", "2019-12", "2020-01", "2020-02"}},
		"from a month, to a month":       {"DAY", "2020-02-27", "2020-03-01", nil, []string{"2020-02-27", "2020-02-28", "2020-02-29", "2020-03-01"}},
		"to the end of a coarse date":    {"MONTH", "2020-11-15", "2020", nil, []string{"2020-11", "2020-12"}},
		"years":                          {"YEAR", "2018-05", "2020-01-01", []string{"2019"}, []string{"2018", "2019", "2020"}},
		"nothing to go by":               {"DAY", "2020", "", nil, nil},
		"turned round":                   {"DAY", "2021", "2020", nil, nil},
	} {
		a := activityShape{period: periods[c.by], from: c.from, to: c.to}
		var have []bucket
		for _, at := range c.have {
			have = append(have, bucket{at: at, counts: [3]int{7, 7, 7}})
		}
		got, err := a.filled(have)
		if diff := cmp.Diff(c.want, days(got)); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
		full := 0
		for _, b := range got {
			if b.counts[0] == 7 {
				full++
			}
		}
		if full != len(c.have) {
			t.Errorf("%s: %d of %d buckets kept what they had", name, full, len(c.have))
		}
	}
	a := activityShape{period: periods["DAY"], from: "2000", to: "2014"}
	if _, err := a.filled(nil); kg.CodeOf(err) != kg.Invalid {
		t.Errorf("fifteen years of days: %v", err)
	}
}
