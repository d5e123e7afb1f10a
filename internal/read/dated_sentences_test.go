package read

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestDatedSentences: a day is found whichever way it is written and wherever it stands in the sentence.
func TestDatedSentences(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	deeds := []string{"Chile|recognized|Kosovo", "Norway|sanctioned|Belarus", "Marta Olsen|visited|Kigali", "Ilse Kant|met|Pavel Horak", "Armenia|condemned|Azerbaijan", "Kenya|attacked|Somalia", "Israel|bombed|Gaza", "The Senate|approved|the treaty"}
	dates := []struct{ words, want string }{
		{"on 3 May 2023", "2023-05-03"}, {"on May 3, 2023", "2023-05-03"}, {"on 14 February 2024", "2024-02-14"}, {"on the 5th of June 2022", "2022-06-05"}, {"on February 24, 2022,", "2022-02-24"},
		{"on 2023-11-30", "2023-11-30"}, {"on 13/02/2024", "2024-02-13"}, {"on 8 March", "2024-03-08"}, {"on Dec. 9", "2023-12-09"}, {"in May 2021", "2021-05"}, {"in 2019", "2019"}, {"in early 2022", "2022"},
		{"on Monday", "2024-03-11"}, {"on Monday night", "2024-03-11"}, {"late on Friday", "2024-03-08"}, {"in the early hours of Monday", "2024-03-11"}, {"yesterday", "2024-03-12"}, {"two days ago", "2024-03-11"}, {"a week ago", "2024-03-06"},
		{"last month", "2024-02"}, {"last week", "2024-03"}, {"three years ago", "2021"}, {"on Sunday, 10 March 2024,", "2024-03-10"}, {"last Wednesday", "2024-03-06"}, {"on 30 September 2022", "2022-09-30"}, {"on 1 January 2020", "2020-01-01"},
		{"in September", "2023-09"}, {"on the morning of 4 July 2023", "2023-07-04"},
	}
	lost, all := 0, 0
	for _, deed := range deeds {
		p := strings.Split(deed, "|")
		for _, date := range dates {
			bare := strings.TrimSuffix(date.words, ",")
			for _, sentence := range []string{
				fmt.Sprintf("%s %s %s %s.", p[0], p[1], p[2], bare),
				fmt.Sprintf("%s, %s %s %s.", strings.ToUpper(bare[:1])+bare[1:], p[0], p[1], p[2]),
				fmt.Sprintf("%s %s %s %s.", p[0], date.words, p[1], p[2]),
			} {
				reading, err := r.Read(context.Background(), Text{Text: sentence, PublishedAt: "2024-03-13"})
				if err != nil {
					t.Fatal(err)
				}
				if len(reading.Claims) == 0 {
					continue
				}
				all++
				switch got := string(reading.Claims[0].Date); {
				case got == "":
					lost++
					t.Logf("lost: %s", sentence)
				case got != date.want:
					t.Errorf("%s %s", got, sentence)
				}
			}
		}
	}
	if all < 500 || lost > all/100 {
		t.Errorf("of %d dates %d are lost", all, lost)
	}
}

// TestDatesThatAreNone: what looks like a date, or is one of something else, dates nothing; what is to come is not dated back.
func TestDatesThatAreNone(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for sentence, want := range map[string]string{
		"Marta Olsen will visit Kigali on Monday.":                                     "2024-03-18",
		"Marta Olsen plans to visit Kigali on 5 May.":                                  "2024-05-05",
		"Marta Olsen was due to meet Pavel Horak on Friday.":                           "2024-03-15",
		"Marta Olsen agreed to meet Pavel Horak on Friday.":                            "",
		"Kenya was the first country to recognize Somaliland on Friday.":               "2024-03-08",
		"Marta Olsen visited Kigali before 2019.":                                      "",
		"Marta Olsen visited Kigali until Monday.":                                     "",
		"Marta Olsen condemned the attack of 3 May 2023.":                              "",
		"May Tolland visited Kigali.":                                                  "",
		"Marta Olsen met 2020 farmers in Kigali.":                                      "",
		"Marta Olsen visited Kigali on Monday. Later that day she met Pavel Horak.":    "2024-03-11 2024-03-11",
		"Marta Olsen met Pavel Horak on 3 May 2023 and visited Kigali on 5 June 2023.": "2023-05-03 2023-06-05",
	} {
		reading, err := r.Read(context.Background(), Text{Text: sentence, PublishedAt: "2024-03-13"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range reading.Claims {
			got = append(got, string(c.Date))
		}
		if strings.TrimSpace(strings.Join(got, " ")) != want {
			t.Errorf("%s: %q, want %q", sentence, got, want)
		}
	}
}
