// Whether the graph can be written: a node made and deleted in one transaction.
CREATE (p:Probe) DELETE p
