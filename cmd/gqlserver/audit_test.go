package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestAudits runs the audits of GraphQL over HTTP against a running server. scripts/api/setup installs them.
func TestAudits(t *testing.T) {
	if _, err := os.Stat("../../scripts/api/node_modules/graphql-http"); err != nil {
		t.Skip("SKIPPED: the audits are not installed; run make setup")
	}
	s := start(t, false)
	out, err := exec.Command("node", "../../scripts/api/audit.mjs", s.base+"/graphql").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "61 ok of 61") {
		t.Errorf("%v: %s", err, out)
	}
}
