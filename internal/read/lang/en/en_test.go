package en

import "testing"

func TestFiles(t *testing.T) {
	if !Lists("commitment/words.txt").Of("untrue")["false"] ||
		Sequences("clause/words.txt")["appealPrepositions"][0] != "to" {
		t.Error("lists are not read")
	}
	if Numbers("phrase/numerals.tsv")["seven"] != 7 || len(Table("clause/operators.tsv")) < 200 ||
		len(Words("phrase/people.txt")) < 200 {
		t.Error("tables are not read")
	}
	defer func() {
		if recover() == nil {
			t.Error("words were taken for numbers")
		}
	}()
	Numbers("clause/operators.tsv")
}
