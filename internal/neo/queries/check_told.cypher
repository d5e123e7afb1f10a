// Articles of which the change feed does not tell.
UNWIND $ids AS id
MATCH (a:Article {id: id})
WHERE NOT EXISTS { (a)<-[:CONCERNS]-(:Change) }
RETURN a.id AS id, coalesce(a.title, a.url, 'an article') + ' is not in the change feed' AS what
ORDER BY id
