// Articles that may be copies of one.
MATCH (a:Article {id: $id})-[:IN_BAND]->(:Band)<-[:IN_BAND]-(other:Article)
WITH DISTINCT other
RETURN other.id AS id, other.signature AS signature, other.shingles AS shingles, other.wire AS wire, other.textId AS textId
