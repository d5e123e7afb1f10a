// Keys that nothing meets at any more.
MATCH (b:Band)
WHERE NOT (b)--()
DELETE b
