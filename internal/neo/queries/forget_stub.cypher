// What a deleted article was called.
MATCH (d:Deleted {id: $id})
REMOVE d.title, d.url
