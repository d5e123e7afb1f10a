package dates

import (
	"testing"

	"sayso/internal/kg"
)

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		words     string
		published kg.Date
		want      kg.Date
	}{
		{"Feb. 24", "2022-08-17", "2022-02-24"}, {"December 3", "2022-08-17", "2021-12-03"}, {"17 August 2022", "", "2022-08-17"}, {"August 2022", "", "2022-08"},
		{"2014", "", "2014"}, {"Wednesday", "2022-08-17", "2022-08-17"}, {"Monday", "2022-08-17", "2022-08-15"}, {"last Wednesday", "2022-08-17", "2022-08-10"},
		{"next Monday", "2022-08-17", ""}, {"yesterday", "2022-01-01", "2021-12-31"}, {"last month", "2022-01-15", "2021-12"}, {"Monday", "", ""},
		{"Feb. 24", "", ""}, {"Feb. 30, 2022", "", ""}, {"the season", "2022-08-17", ""}, {"", "", ""},
		{"2024-02-14", "", "2024-02-14"}, {"13/02/2024", "", "2024-02-13"}, {"02/13/2024", "", "2024-02-13"}, {"05/06/2024", "2024-07-01", "2024"},
		{"two days ago", "2024-03-01", "2024-02-28"}, {"10 days ago", "2024-03-11", "2024-03-01"}, {"two days ago", "", ""}, {"several days ago", "2024-03-01", ""}, {"this month", "2022-08-17", "2022-08"},
	} {
		if got := Resolve(c.words, c.published); got != c.want {
			t.Errorf("Resolve(%q, %q) = %q, want %q", c.words, c.published, got, c.want)
		}
	}
}
