package kg

import (
	"strings"
	"testing"
	"time"
)

func TestParseDateAt(t *testing.T) {
	now := time.Date(2024, 3, 31, 22, 30, 0, 0, time.FixedZone("UTC-5", -5*3600)) // in UTC it is the 1st of April
	for in, want := range map[string]Date{
		"now": "2024-04-01T03:30:00Z", "today": "2024-04-01", "Today": "2024-04-01", "yesterday": "2024-03-31", "tomorrow": "2024-04-02",
		"-30d": "2024-03-02", "-2w": "2024-03-18", "-6m": "2023-10-01", "-1y": "2023-04-01", "+1d": "2024-04-02", "-1y6m": "2022-10-01",
		"P30D": "2024-03-02", "p1y": "2023-04-01", "P1Y6M": "2022-10-01", "-P30D": "2024-03-02", "+P1D": "2024-04-02",
		"2022": "2022", "2022-08-17T09:30:00Z": "2022-08-17T09:30:00Z", "": "",
	} {
		if got, err := ParseDateAt(in, now); err != nil || got != want {
			t.Errorf("ParseDateAt(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"-", "P", "30d", "-30", "-1d1y", "-9999y", "last week", "-30x", "2022-13"} {
		if got, err := ParseDateAt(in, now); err == nil || CodeOf(err) != Invalid || !strings.Contains(err.Error(), "-30d") {
			t.Errorf("ParseDateAt(%q) = %q, %v; want an error that names the forms", in, got, err)
		}
	}
}

func TestMonthsAreCutToTheirEnd(t *testing.T) {
	at := time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]Date{"-1m": "2024-02-29", "-13m": "2023-02-28", "-4m": "2023-11-30", "-2m": "2024-01-31", "-4y1m": "2020-02-29"} {
		if got, err := ParseDateAt(in, at); err != nil || got != want {
			t.Errorf("ParseDateAt(%q) = %q, %v; want %q", in, got, err, want)
		}
	}
}
