// Articles that may be copies of others.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[:IN_BAND]->(:Band)<-[:IN_BAND]-(other:Article)
WITH DISTINCT id, other
RETURN id, other.id AS other, other.signature AS signature, other.shingles AS shingles, other.wire AS wire, other.textId AS textId
