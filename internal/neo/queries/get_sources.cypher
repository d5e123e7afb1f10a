// What is followed, with how many of its items wait and failed.
MATCH (s:Source)
RETURN properties(s) AS source,
  COUNT { MATCH (i:SourceItem) WHERE i.source = s.id AND i.state = 'WAITING' AND i.nextAt >= '' } AS waiting,
  COUNT { MATCH (i:SourceItem) WHERE i.source = s.id AND i.state = 'FAILED' AND i.nextAt >= '' } AS failed
ORDER BY s.address
