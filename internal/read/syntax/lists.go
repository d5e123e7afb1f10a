package syntax

import "sayso/internal/read/lang/en"

// lists are the lists of words of this room, nameLists those for names that the model would cut.
var lists, nameLists = en.Lists("syntax/words.txt"), en.Lists("syntax/names.txt")
