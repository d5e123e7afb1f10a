// Statements that were saved before people could review them.
MATCH (s:Statement) WHERE s.review IS NULL OR s.version IS NULL
CALL (s) { SET s.review = coalesce(s.review, 'UNREVIEWED'), s.version = coalesce(s.version, 1) } IN TRANSACTIONS OF 10000 ROWS;
CREATE INDEX change_kind IF NOT EXISTS FOR (n:Change) ON (n.kind);
