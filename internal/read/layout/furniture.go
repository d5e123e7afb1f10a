package layout

import "strings"

// fewestPrompts is how many prompts to readers show that a line is no part of the article.
const fewestPrompts = 2

// leads and prompts are what stands around an article on its page.
var leads, prompts = lists.Of("leads"), lists.Of("prompts")

// isFurniture reports whether a line belongs to the page around the article: a link, a prompt to sign up, an image's
// buttons. Quoted lines are the article's own.
func isFurniture(line string) bool {
	small := strings.ToLower(line)
	if strings.HasPrefix(small, `"`) {
		return false
	}
	for lead := range leads {
		if strings.HasPrefix(small, lead) {
			return true
		}
	}
	n := 0
	for prompt := range prompts {
		if strings.Contains(small, prompt) {
			n++
		}
	}
	return n >= fewestPrompts
}
