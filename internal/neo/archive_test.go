package neo

import (
	"regexp"
	"testing"

	"sayso/internal/kg"
)

// TestArchivesHoldEveryLabel: whoever gives the graph a new kind of node says whether archives, and so backups, hold it.
func TestArchivesHoldEveryLabel(t *testing.T) {
	own := map[string]bool{"Lock": true} // made by each start
	files, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range archivedLabels {
		if i >= len(kg.ArchiveLabels) || kg.ArchiveLabels[i] != l.label {
			t.Errorf("%s is not where kg.ArchiveLabels has it; increments of backups would be large", l.label)
		}
	}
	constraint, found := regexp.MustCompile(`CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(n:(\w+)\)`), 0
	for _, f := range files {
		text, err := migrationFiles.ReadFile("migrations/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range constraint.FindAllStringSubmatch(string(text), -1) {
			if found++; labelAt(m[1]) < 0 && !own[m[1]] {
				t.Errorf("archives leave out nodes with the label %s", m[1])
			}
		}
	}
	if found < len(archivedLabels) {
		t.Errorf("%d constraints found in the migrations", found)
	}
}
