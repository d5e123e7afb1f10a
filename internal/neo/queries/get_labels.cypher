// How predicates read.
UNWIND $ids AS id
MATCH (p:Predicate {id: id})
RETURN id, p.label AS label
