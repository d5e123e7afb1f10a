// How far a channel is.
MATCH (:StandingQuestion {id: $id})-[:TOLD_BY]->(c:Channel)
WHERE c.kind = $name AND c.address = $url
SET c += $properties
RETURN c.kind AS kind
