// Which articles are copies of each other.
UNWIND $edges AS row
MATCH (a:Article {id: row.id})
MATCH (b:Article {id: row.other})
MERGE (a)-[r:COPY_OF]-(b)
SET r.overlap = row.overlap
