// An article with all words that the graph says stand in it, and whom they are about. Nobody changes it until this transaction ends.
MATCH (a:Article {id: $id})
SET a.id = a.id
RETURN properties(a) AS article,
  COLLECT { MATCH (a)-[r:NAMES]->(e:Entity) RETURN {actor: e.id, starts: r.starts, ends: r.ends, entities: r.entities} ORDER BY e.id } AS names,
  COLLECT { MATCH (a)<-[r:TAKEN_BACK_IN]-(s:Statement) WHERE r.text IS NOT NULL RETURN {statement: s.id, start: r.start, end: r.end} ORDER BY s.id } AS notices,
  COLLECT { MATCH (b:Article {originId: a.originId}) WHERE b <> a RETURN b.id ORDER BY b.id } AS siblings,
  COLLECT {
    MATCH (a)<-[:FROM]-(s:Statement)
    RETURN {statement: properties(s), speaker: head([(s)-[:SAID_BY]->(e) | e.id]),
      via: COLLECT { MATCH (s)-[r:VIA]->(e) RETURN e.id },
      mentions: COLLECT { MATCH (s)-[r:MENTIONS]->(e) RETURN {actor: e.id, start: r.start, end: r.end} },
      asserts: COLLECT { MATCH (s)-[r:ASSERTS]->(c:Claim) RETURN {edge: elementId(r), claim: properties(c), subject: head([(c)-[:SUBJECT]->(e) | e.id]),
        object: head([(c)-[:OBJECT]->(e) | e.id]), subjectKept: r.subject, objectKept: r.object, start: r.start, end: r.end} ORDER BY c.id, r.start}}
    ORDER BY s.id
  } AS statements
