// That a migration has run.
MERGE (m:Migration {number: $number}) SET m.name = $name, m.hash = $hash, m.at = $at
