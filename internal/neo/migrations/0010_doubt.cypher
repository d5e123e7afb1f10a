// The review queue finds the doubtful statements without reading all of them.
CREATE INDEX statement_confidence IF NOT EXISTS FOR (n:Statement) ON (n.confidence);
