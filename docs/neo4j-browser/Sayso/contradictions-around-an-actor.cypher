// Contradictions: claims about an actor that stand against each other
MATCH (:Name {folded: 'russia'})<-[:CALLED]-(actor:Entity)<-[:SUBJECT|OBJECT]-(a:Claim)
MATCH against = (a)-[:CONTRADICTS]-(b:Claim)
WITH DISTINCT a, b, against ORDER BY a.firstOn DESC, a.id, b.id LIMIT 25
MATCH about = (a)-[:SUBJECT|OBJECT]->(:Entity)
OPTIONAL MATCH made = (a)<-[:ASSERTS]-(s:Statement)
OPTIONAL MATCH spoken = (s)-[:SAID_BY]->(:Entity)
RETURN against, about, made, spoken
