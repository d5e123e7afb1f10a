// Timeline of a target: every claim about it, by day
MATCH (:Name {folded: 'donetsk'})<-[:CALLED]-(target:Entity)<-[:SUBJECT|OBJECT]-(c:Claim)
WITH DISTINCT target, c
RETURN coalesce(c.occurredOn, c.firstOn) AS day, target.name AS target, c.text AS claim, c.negated AS negated,
  COLLECT { MATCH (c)<-[m:ASSERTS]-(:Statement) RETURN DISTINCT m.modality ORDER BY m.modality } AS modalities,
  c.origins AS origins, c.statements AS statements
ORDER BY day, c.id
LIMIT 200
