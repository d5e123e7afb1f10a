//go:build unix

package doctor

import (
	"os/exec"
	"strconv"
	"strings"
)

// descriptorLimit is how many files a program that is started here may have open. It is asked of a child: Go raises its
// own.
func descriptorLimit() (limit uint64, ok bool) {
	out, err := exec.Command("sh", "-c", "ulimit -n").Output()
	if err != nil {
		return 0, false
	}
	text := strings.TrimSpace(string(out))
	if text == "unlimited" {
		return 1 << 62, true
	}
	limit, err = strconv.ParseUint(text, 10, 64)
	return limit, err == nil
}
