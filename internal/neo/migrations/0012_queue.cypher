// The review queue: what waits for a decision, the doubtful first. The index alone says which statements these are.
CREATE INDEX statement_queue IF NOT EXISTS FOR (n:Statement) ON (n.review, n.status, n.confidence);
