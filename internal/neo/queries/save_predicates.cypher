// The vocabulary. What people added stays.
UNWIND $predicates AS row
MERGE (p:Predicate {id: row.id})
SET p += row.properties
SET p.synonyms = p.synonyms + coalesce(p.addedSynonyms, [])
