// Items of a source in one state that are due, the longest waiting first.
MATCH (i:SourceItem) WHERE i.source = $id AND i.state = $status AND i.nextAt <= $at
RETURN properties(i) AS item
ORDER BY i.nextAt, i.key LIMIT $first
