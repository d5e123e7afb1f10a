// A source to be followed; one that is there stays as it is.
MERGE (s:Source {id: $id})
ON CREATE SET s = $properties
