// Forgets a standing question with its channels and tellings.
MATCH (q:StandingQuestion {id: $id})
OPTIONAL MATCH (t:Telling) WHERE t.question = $id AND t.number >= 0
WITH q, collect(t) AS tellings
OPTIONAL MATCH (q)-[:TOLD_BY]->(c:Channel)
WITH q, tellings, collect(c) AS channels
FOREACH (n IN tellings + channels | DETACH DELETE n)
DETACH DELETE q
RETURN $id AS id
