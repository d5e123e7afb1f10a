// One at a time: others that take the same lock wait until this transaction ends.
MERGE (l:Lock {name: $name})
SET l.taken = true
