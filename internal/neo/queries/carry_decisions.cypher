// What people took back stays so when another reading finds nearly the same words of the same speaker: at least four fifths of the words that either has.
MATCH (a:Article {id: $article})<-[:FROM]-(new:Statement {status: 'CURRENT', review: 'UNREVIEWED'})
WHERE new.id IN $ids
MATCH (a)<-[:FROM]-(old:Statement)
WHERE NOT old.id IN $ids AND (old.status = 'RETRACTED' OR EXISTS { (old)<-[:CORRECTS]-() })
  AND coalesce(head([(old)-[:SAID_BY]->(e) | e.id]), '') = coalesce(head([(new)-[:SAID_BY]->(e) | e.id]), '')
WITH new, old,
  CASE WHEN new.quoteEnd < old.quoteEnd THEN new.quoteEnd ELSE old.quoteEnd END - CASE WHEN new.quoteStart > old.quoteStart THEN new.quoteStart ELSE old.quoteStart END AS both,
  CASE WHEN new.quoteEnd > old.quoteEnd THEN new.quoteEnd ELSE old.quoteEnd END - CASE WHEN new.quoteStart < old.quoteStart THEN new.quoteStart ELSE old.quoteStart END AS either
WHERE 5 * both >= 4 * either
WITH new, old ORDER BY old.id
WITH new, head(collect(old)) AS old
SET new.status = old.status, new.review = old.review, new.version = new.version + 1, new.lapsedOn = old.lapsedOn
FOREACH (_ IN CASE WHEN old.status = 'CURRENT' THEN [] ELSE [1] END | SET new:Lapsed)
RETURN new.id AS id, COLLECT { MATCH (new)-[:ASSERTS]->(c:Claim) RETURN DISTINCT c.id } AS claims
ORDER BY id
