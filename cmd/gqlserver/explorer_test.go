package main

import (
	"os"
	"os/exec"
	"testing"

	"sayso/internal/explorer"
	"sayso/internal/neo/managed/managedtest"
)

// TestExplorer runs the browser suite (web/browser) against a real server with the sample: every page in small and large windows, light and
// dark, by keyboard, and the tasks of a newcomer. With SAYSO_SCREENSHOTS set to a folder it leaves pictures of all of them there.
func TestExplorer(t *testing.T) {
	if _, err := os.Stat("../../web/node_modules/playwright-core"); err != nil || !explorer.Built() {
		t.Skip("SKIPPED: the web pages are not built; run make web")
	}
	if !hasBrowser() {
		t.Skip("SKIPPED: there is no Chromium on this machine (Debian: apt-get install chromium)")
	}
	managedtest.Wipe(t, managedtest.Start(t))
	with := testSettings(t)
	with.Sample, with.Private, with.WarmUp = true, true, true // the suite fetches a page of its own
	s, stop := launch(t, with)
	t.Cleanup(stop)
	cmd := exec.Command("npm", "run", "--silent", "browser")
	cmd.Dir = "../../web"
	cmd.Env = append(os.Environ(), "SAYSO_BASE="+s.base)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func hasBrowser() bool {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}
