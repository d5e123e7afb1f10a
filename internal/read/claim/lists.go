package claim

import "sayso/internal/read/lang/en"

// lists are the lists of words of this room.
var lists = en.Lists("claim/words.txt")
