// The ids of actors, shown or not, some at a time.
MATCH (n:Entity|Merged)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY id LIMIT $first
