// Those who were forgotten.
MATCH (f:Forgotten)
RETURN properties(f) AS forgetting
ORDER BY f.id
