package mention

import (
	_ "embed"

	"sayso/internal/read/lang"
)

//go:embed data/words.txt
var wordsData string

// lists are the lists of words of data/words.txt.
var lists = lang.Parse(wordsData)
