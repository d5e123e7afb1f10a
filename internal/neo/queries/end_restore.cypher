// That the copy is whole.
MATCH (l:Lock {name: $name})
DELETE l
