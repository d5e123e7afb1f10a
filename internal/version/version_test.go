package version

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestText(t *testing.T) {
	machine := ", " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH
	stamped := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.time", Value: "2023-03-01T12:00:00Z"}}
	for want, info := range map[string]*debug.BuildInfo{
		"sayso devel":  {},
		"sayso v1.2.3": {Main: debug.Module{Version: "v1.2.3"}},
		"sayso devel (commit 0123456789ab of 2023-03-01T12:00:00Z)": {Main: debug.Module{Version: "(devel)"}, Settings: stamped},
		"sayso v1.2.3 (commit 0123456789ab of 2023-03-01T12:00:00Z, changed since)": {Main: debug.Module{Version: "v1.2.3"},
			Settings: append(stamped, debug.BuildSetting{Key: "vcs.modified", Value: "true"})},
	} {
		if got := text("sayso", info); got != want+machine {
			t.Errorf("%q, want %q", got, want+machine)
		}
	}
}
