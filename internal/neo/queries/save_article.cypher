// The article itself. What it has stays; only what was unknown is filled in.
MERGE (a:Article {id: $id})
ON CREATE SET a.text = $text, a.originId = $originId
SET a.title = coalesce(a.title, $title),
    a.url = coalesce(a.url, $url),
    a.language = coalesce(a.language, $language),
    a.publishedAt = coalesce(nullIf(a.publishedAt, ''), $publishedAt, ''),
    a.retrievedAt = coalesce(a.retrievedAt, $retrievedAt)
