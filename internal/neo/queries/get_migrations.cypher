// Which migrations have run.
MATCH (m:Migration) RETURN m.number AS number, m.hash AS hash ORDER BY number
