// Those who were forgotten on request, as keyed hashes: what comes in is compared with them.
CREATE CONSTRAINT forgotten_id IF NOT EXISTS FOR (n:Forgotten) REQUIRE n.id IS UNIQUE;
