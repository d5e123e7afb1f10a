// The standing questions with their channels, oldest first.
MATCH (q:StandingQuestion)
RETURN properties(q) AS question, COLLECT { MATCH (q)-[:TOLD_BY]->(c:Channel) RETURN properties(c) ORDER BY c.position } AS channels
ORDER BY q.addedAt, q.id
