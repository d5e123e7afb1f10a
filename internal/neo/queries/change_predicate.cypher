// What people add to the vocabulary: words for a predicate that is there, or a new one.
MERGE (p:Predicate {id: $id})
ON CREATE SET p += $properties, p.byHand = true, p.synonyms = []
WITH p, coalesce(p.addedSynonyms, []) AS before, [s IN $synonyms WHERE NOT s IN p.synonyms] AS new
SET p.addedSynonyms = before + new, p.synonyms = p.synonyms + new
RETURN before, p.addedSynonyms AS after, p.label AS label
