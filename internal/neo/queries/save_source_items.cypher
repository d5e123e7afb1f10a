// Items that a source tells of; those that are known stay as they are.
UNWIND $rows AS row
MERGE (i:SourceItem {key: row.key})
ON CREATE SET i = row
