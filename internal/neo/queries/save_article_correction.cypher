// That an article corrects another one.
MATCH (a:Article {id: $id})
MATCH (old:Article {id: $corrects})
MERGE (a)-[c:CORRECTS]->(old)
ON CREATE SET c.at = $at
