// What was told.
UNWIND $rows AS row
CREATE (t:Telling)
SET t = row
