// The vocabulary.
UNWIND $predicates AS row
MERGE (p:Predicate {id: row.id})
SET p += row.properties
