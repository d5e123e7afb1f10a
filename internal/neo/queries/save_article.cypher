// The article itself. What it has stays; only what was unknown is filled in. One that was read is not unread again, and one that was deleted gets
// back what the change feed tells of it.
MERGE (a:Article {id: $id})
ON CREATE SET a.text = $text, a.originId = $originId, a.unreadReason = $unreadReason
SET a.title = coalesce(a.title, $title),
    a.url = coalesce(a.url, $url),
    a.language = coalesce(a.language, $language),
    a.publishedAt = coalesce(nullIf(a.publishedAt, ''), $publishedAt, ''),
    a.retrievedAt = coalesce(a.retrievedAt, $retrievedAt),
    a.authors = coalesce(a.authors, $authors),
    a.reader = coalesce($reader, a.reader),
    a.unreadReason = CASE WHEN $unreadReason IS NULL THEN null ELSE a.unreadReason END
SET a.unread = CASE WHEN a.unreadReason IS NULL THEN null ELSE true END
WITH a
OPTIONAL MATCH (stub:Deleted {id: $id})
CALL (a, stub) {
  MATCH (stub)<-[r:CONCERNS]-(change:Change)
  MERGE (change)-[n:CONCERNS]->(a)
  SET n.position = r.position
}
DETACH DELETE stub
