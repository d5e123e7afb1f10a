// The number of the last entry of the change feed.
MATCH (o:Outbox {name: 'changes'})
RETURN o.last AS last
