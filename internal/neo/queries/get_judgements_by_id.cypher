// Judgements by id.
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
RETURN properties(j) AS judgement
ORDER BY j.id
