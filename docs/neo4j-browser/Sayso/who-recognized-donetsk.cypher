// Who recognized Donetsk
// Names are looked up folded: lower case, no diacritics, no "the".
MATCH (:Name {folded: 'donetsk'})<-[:CALLED]-(target:Entity)
MATCH p = (:Entity)-[:RECOGNIZED]->(target)
RETURN p
