// Which articles are copies of each other.
MATCH (a:Article {id: $id})
UNWIND $edges AS row
MATCH (b:Article {id: row.id})
MERGE (a)-[r:COPY_OF]-(b)
SET r.overlap = row.overlap
