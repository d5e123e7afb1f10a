// What people added to the vocabulary.
MATCH (p:Predicate)
WHERE p.byHand OR size(coalesce(p.addedSynonyms, [])) > 0
RETURN properties(p) AS predicate
ORDER BY p.id
