// Articles themselves. What they have stays; only what was unknown is filled in. One that was read is not unread again, and one that was deleted gets
// back what the change feed tells of it. Gives the new ones.
UNWIND $articles AS row
MERGE (a:Article {id: row.id})
WITH a, row, a.text IS NULL AS isNew
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END | SET a.text = row.text, a.originId = row.originId, a.unreadReason = row.unreadReason)
SET a.title = coalesce(a.title, row.title),
    a.url = coalesce(a.url, row.url),
    a.language = coalesce(a.language, row.language),
    a.publishedAt = coalesce(nullIf(a.publishedAt, ''), row.publishedAt, ''),
    a.retrievedAt = coalesce(a.retrievedAt, row.retrievedAt),
    a.authors = coalesce(a.authors, row.authors),
    a.reader = coalesce(row.reader, a.reader),
    a.unreadReason = CASE WHEN row.unreadReason IS NULL THEN null ELSE a.unreadReason END
SET a.unread = CASE WHEN a.unreadReason IS NULL THEN null ELSE true END
WITH a, isNew
OPTIONAL MATCH (stub:Deleted {id: a.id})
CALL (a, stub) {
  MATCH (stub)<-[r:CONCERNS]-(change:Change)
  MERGE (change)-[n:CONCERNS]->(a)
  SET n.position = r.position
}
DETACH DELETE stub
WITH a, isNew
WHERE isNew
RETURN a.id AS id
