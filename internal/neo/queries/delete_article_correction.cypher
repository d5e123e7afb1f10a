// That an article does not correct another one after all.
MATCH (:Article {id: $id})-[c:CORRECTS]->(:Article {id: $corrects})
DELETE c
