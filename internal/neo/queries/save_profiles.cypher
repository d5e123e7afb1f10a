// By what recorded entities can be known again. Of long lists the smallest values are kept, so that the order of articles makes no difference; the lists
// are in order, and only made anew where something is to be added.
UNWIND $profiles AS row
OPTIONAL MATCH (e:Entity {id: row.id})
OPTIONAL MATCH (m:Merged {id: row.id})
WITH row, coalesce(e, m) AS n
WITH row, n, coalesce(n.roles, []) AS roles, coalesce(n.affiliations, []) AS affiliations, coalesce(n.companions, []) AS companions
WITH row, n, roles, affiliations, companions,
  [x IN row.roles WHERE NOT x IN roles AND (size(roles) < 50 OR x < last(roles))] AS moreRoles,
  [x IN row.affiliations WHERE NOT x IN affiliations AND (size(affiliations) < 50 OR x < last(affiliations))] AS moreAffiliations,
  [x IN row.companions WHERE (size(companions) < 200 OR x < last(companions)) AND NOT x IN companions] AS moreCompanions
CALL (n, roles, moreRoles) {
  WITH n, roles, moreRoles
  WHERE moreRoles <> [] OR n.roles IS NULL
  SET n.roles = COLLECT { UNWIND roles + moreRoles AS x WITH DISTINCT x ORDER BY x LIMIT 50 RETURN x }
}
CALL (n, affiliations, moreAffiliations) {
  WITH n, affiliations, moreAffiliations
  WHERE moreAffiliations <> [] OR n.affiliations IS NULL
  SET n.affiliations = COLLECT { UNWIND affiliations + moreAffiliations AS x WITH DISTINCT x ORDER BY x LIMIT 50 RETURN x }
}
CALL (n, companions, moreCompanions) {
  WITH n, companions, moreCompanions
  WHERE moreCompanions <> [] OR n.companions IS NULL
  SET n.companions = COLLECT { UNWIND companions + moreCompanions AS x WITH DISTINCT x ORDER BY x LIMIT 200 RETURN x }
}
WITH row, n
UNWIND row.sounds AS key
MERGE (k:Sound {key: key})
MERGE (n)-[:SOUNDS]->(k)
