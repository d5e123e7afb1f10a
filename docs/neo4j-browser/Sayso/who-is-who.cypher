// Who is who: names that were judged to be one actor, by whom and why
MATCH (m:Merged)-[into:MERGED_INTO]->(e:Entity)
WITH m, into, e ORDER BY e.name, m.name LIMIT 50
OPTIONAL MATCH (m)<-[left:ABOUT]-(j:Judgement {verdict: 'SAME', status: 'ACTIVE'})
OPTIONAL MATCH (j)-[right:ABOUT]->(other) WHERE other <> m
RETURN m, into, e, left, j, right, other
