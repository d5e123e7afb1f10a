// Which recorded entities are somebody else in some articles.
MATCH (j:Judgement {verdict: 'SPLIT', status: 'ACTIVE'})
WHERE j.left IN $ids
RETURN j.left AS id
LIMIT 1
