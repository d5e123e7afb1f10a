// Articles with all the words that the graph says stand in them: whose they are, what they are, start, end, text.
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.text AS text, COLLECT {
  MATCH (a)<-[:FROM]-(s:Statement) RETURN [s.id, 'quote', s.quoteStart, s.quoteEnd, s.quoteExact] AS words
  UNION ALL
  MATCH (a)<-[:FROM]-(s:Statement)
  UNWIND [['source', s.sourceStarts, s.sourceEnds, s.sourceTexts], ['cue', s.cueStarts, s.cueEnds, s.cueTexts],
    ['content', s.contentStarts, s.contentEnds, s.contentTexts], ['quoted part', s.quotedStarts, s.quotedEnds, s.quotedTexts]] AS part
  UNWIND range(0, size(coalesce(part[1], [])) - 1) AS i
  RETURN [s.id, part[0], part[1][i], part[2][i], part[3][i]] AS words
  UNION ALL
  MATCH (a)<-[:FROM]-(s:Statement)-[r:MENTIONS]->() RETURN [s.id, 'mention', r.start, r.end, r.text] AS words
  UNION ALL
  MATCH (a)<-[:FROM]-(s:Statement)-[r:ASSERTS]->() RETURN [s.id, 'evidence of a claim', r.start, r.end, r.text] AS words
  UNION ALL
  MATCH (a)<-[r:TAKEN_BACK_IN]-(s:Statement) WHERE r.text IS NOT NULL RETURN [s.id, 'notice', r.start, r.end, r.text] AS words
  UNION ALL
  MATCH (a)-[r:NAMES]->()
  UNWIND range(0, size(r.starts) - 1) AS i
  RETURN [a.id, 'name', r.starts[i], r.ends[i], r.texts[i]] AS words
} AS words
ORDER BY id
