// Judgements that are not tied to their two actors as they should be, or that the change feed does not tell of.
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
WITH j, [x IN [['left', j.left], ['right', j.right]] WHERE
    (EXISTS { (:Entity {id: x[1]}) } OR EXISTS { (:Merged {id: x[1]}) })
    AND NOT EXISTS { (j)-[a:ABOUT]->(n) WHERE a.side = x[0] AND n.id = x[1] } | x[0]] AS loose,
  EXISTS { (j)<-[:CONCERNS]-(:Change {kind: 'ACTORS_JUDGED'}) } AS told,
  j.status = 'ACTIVE' OR EXISTS { (j)<-[:CONCERNS]-(:Change {kind: 'JUDGEMENT_UNDONE'}) } AS ended
WITH j, CASE WHEN size(loose) > 0 THEN 'is not tied to its ' + loose[0] + ' actor' END AS tie,
  CASE WHEN NOT told THEN 'is not in the change feed' WHEN NOT ended THEN 'was undone, and the change feed does not say by whom' END AS history
WHERE tie IS NOT NULL OR history IS NOT NULL
RETURN j.id AS id, coalesce(tie, history) AS what, properties(j) AS properties
ORDER BY id
