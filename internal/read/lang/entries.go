package lang

import "strings"

// ParseEntries reads lists as [Parse] does and keeps the order of what stands in each.
func ParseEntries(data string) map[string][]string {
	lists := map[string][]string{}
	current := ""
	for _, line := range lines(data) {
		if strings.HasPrefix(line, "[") && strings.HasSuffix(line, "]") {
			current = line[1 : len(line)-1]
			lists[current] = nil
			continue
		}
		for entry := range strings.SplitSeq(line, ",") {
			if entry = strings.TrimSpace(entry); entry != "" {
				lists[current] = append(lists[current], entry)
			}
		}
	}
	return lists
}
