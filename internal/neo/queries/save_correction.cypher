// Which statement another one takes the place of.
MATCH (new:Statement {id: $id})
MATCH (old:Statement {id: $corrects})
MERGE (new)-[:CORRECTS]->(old)
