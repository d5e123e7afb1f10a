package tools_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/prometheus/prometheus/promql/parser"
	"sigs.k8s.io/yaml"
)

// TestAlerts: each rule asks what Prometheus understands, and says what to do.
func TestAlerts(t *testing.T) {
	data, err := os.ReadFile("../prometheus/alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Groups []struct {
			Name  string
			Rules []struct {
				Alert, Expr, For    string
				Labels, Annotations map[string]string
			}
		}
	}
	if err := yaml.UnmarshalStrict(data, &file); err != nil {
		t.Fatal(err)
	}
	rules := 0
	for _, g := range file.Groups {
		for _, r := range g.Rules {
			rules++
			checkExpression(t, r.Alert, r.Expr)
			if r.For == "" || r.Labels["severity"] == "" || r.Annotations["summary"] == "" || r.Annotations["what_to_do"] == "" {
				t.Errorf("%s does not say what is wrong and what to do", r.Alert)
			}
		}
	}
	if rules < 5 {
		t.Errorf("only %d rules", rules)
	}
}

// TestDashboard: each panel asks what Prometheus understands, and none lies over another.
func TestDashboard(t *testing.T) {
	data, err := os.ReadFile("../grafana/sayso.json")
	if err != nil {
		t.Fatal(err)
	}
	var board struct {
		Panels []struct {
			ID      int
			Title   string
			GridPos struct{ X, Y, W, H int }
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(data, &board); err != nil || len(board.Panels) < 10 {
		t.Fatalf("%d panels, %v", len(board.Panels), err)
	}
	cells := map[[2]int]string{}
	for _, p := range board.Panels {
		for _, target := range p.Targets {
			checkExpression(t, p.Title, target.Expr)
		}
		for x := range p.GridPos.W {
			for y := range p.GridPos.H {
				cell := [2]int{p.GridPos.X + x, p.GridPos.Y + y}
				if other := cells[cell]; other != "" && other != p.Title || cell[0] > 23 {
					t.Fatalf("%q lies over %q or beyond the edge", p.Title, other)
				}
				cells[cell] = p.Title
			}
		}
	}
}

func checkExpression(t *testing.T, name, expression string) {
	t.Helper()
	if _, err := parser.NewParser(parser.Options{}).ParseExpr(strings.ReplaceAll(expression, "$instance", ".*")); err != nil {
		t.Errorf("%s: %v in %s", name, err, expression)
	}
}
