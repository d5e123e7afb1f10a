// A claim with the statements that make it and their articles
// The claim about the target that most origins report; put another predicate or name to see others.
MATCH (:Name {folded: 'donetsk'})<-[:CALLED]-(:Entity)<-[:OBJECT]-(c:Claim {predicate: 'RECOGNIZED'})
WITH DISTINCT c ORDER BY c.origins DESC, c.statements DESC, c.id LIMIT 1
MATCH made = (c)<-[:ASSERTS]-(s:Statement)-[:FROM]->(:Article)
MATCH about = (c)-[:SUBJECT|OBJECT]->(:Entity)
OPTIONAL MATCH spoken = (s)-[:SAID_BY|VIA]->(:Entity)
RETURN made, about, spoken
