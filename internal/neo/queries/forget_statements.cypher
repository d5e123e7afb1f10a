// Statements of somebody forgotten, with what people thought of them.
UNWIND $ids AS id
MATCH (s:Statement {id: id})
OPTIONAL MATCH (s)<-[:RATES]-(rating:Rating)
DETACH DELETE rating, s
