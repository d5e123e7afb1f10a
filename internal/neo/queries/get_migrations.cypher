// Which migrations have run; two servers that did so at the same time have each noted it.
MATCH (m:Migration) RETURN DISTINCT m.number AS number, m.hash AS hash ORDER BY number
