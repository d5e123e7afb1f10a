// Where articles name an entity: those mentions move from one edge to another, which may hold mentions of others that are the same actor.
MATCH (old:Entity {id: $from})
MATCH (new:Entity {id: $to})
MATCH (old)<-[r:NAMES]-(a:Article)
WHERE CASE WHEN $articles IS NULL THEN NOT a.id IN $except ELSE a.id IN $articles END
WITH new, a, r, [i IN range(0, size(r.starts) - 1) | {start: r.starts[i], end: r.ends[i], text: r.texts[i], entity: coalesce(r.entities[i], $from)}] AS all
WITH new, a, r, [x IN all WHERE x.entity = $recorded] AS own, [x IN all WHERE x.entity <> $recorded] AS rest
WHERE size(own) > 0
MERGE (a)-[n:NAMES]->(new)
WITH r, n, own, rest,
  [i IN range(0, size(coalesce(n.starts, [])) - 1) | {start: n.starts[i], end: n.ends[i], text: n.texts[i], entity: coalesce(n.entities[i], $to)}] AS there
WITH r, n, rest, COLLECT { UNWIND own + there AS x WITH x ORDER BY x.start, x.end, x.entity RETURN x } AS both
SET n.starts = [x IN both | x.start], n.ends = [x IN both | x.end], n.texts = [x IN both | x.text],
    n.entities = CASE WHEN all(x IN both WHERE x.entity = $to) THEN null ELSE [x IN both | x.entity] END,
    r.starts = [x IN rest | x.start], r.ends = [x IN rest | x.end], r.texts = [x IN rest | x.text],
    r.entities = CASE WHEN all(x IN rest WHERE x.entity = $from) THEN null ELSE [x IN rest | x.entity] END
WITH r, rest
WHERE size(rest) = 0
DELETE r
